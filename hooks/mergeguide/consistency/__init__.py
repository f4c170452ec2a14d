"""The data's files fit together: references, translations, letters."""

from __future__ import annotations

from mergeguide.consistency.references import crosscheck

__all__ = [
    "crosscheck",
]
