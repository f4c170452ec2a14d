"""The data's files fit together: references, translations, letters."""

from __future__ import annotations

from mergeguide.consistency.sequence import consistency_problems

__all__ = [
    "consistency_problems",
]
