"""The pages say what the data requires, alike in every language."""

from __future__ import annotations

from mergeguide.checks.pages.coverage import coverage_problems
from mergeguide.checks.pages.gates import Reporter, check_sources, collected_problems

__all__ = [
    "Reporter",
    "check_sources",
    "collected_problems",
    "coverage_problems",
]
