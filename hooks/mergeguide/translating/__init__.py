"""``python -m mergeguide translations``: what its commands print and write."""

from __future__ import annotations

from mergeguide.translating.arguments import add_arguments
from mergeguide.translating.command import translations
from mergeguide.translating.owners import owners_problems

__all__ = ["add_arguments", "owners_problems", "translations"]
