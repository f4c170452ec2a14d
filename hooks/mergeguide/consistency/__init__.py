"""The data's files fit together: references, translations, letters."""

from __future__ import annotations

from mergeguide.consistency.references import consistency_problems

__all__ = [
    "consistency_problems",
]
