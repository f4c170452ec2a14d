"""How much there is to do for a section, and whether a reader could be harmed while it is not done."""

from __future__ import annotations

import re
from functools import lru_cache

_HIGH = re.compile(
    r"^\s*/{3,}\s*(?:warning|danger)\b|^\s*(?:`{3}|~{3})|(?<![0-9A-Za-z.])[0-9]+\.[0-9]+(?:\.[0-9]+)*(?![0-9A-Za-z])",
    re.MULTILINE,
)
"""What a reader could be harmed by if it were old: warnings, commands, numbers of versions."""

_LIMITS = ((120, "XS"), (400, "S"), (1000, "M"), (3000, "L"))

SIZES = (*(size for _, size in _LIMITS), "XL")
"""How much there is to do, the smallest first."""


def size_of(characters: int) -> str:
    """A size that helps to choose what to do next."""
    return next((size for limit, size in _LIMITS if characters <= limit), "XL")


@lru_cache(maxsize=4096)  # asked of every section by each table, and again at each build of a preview
def could_harm(text: str) -> bool:
    """Whether a reader could be harmed if this were old."""
    return bool(_HIGH.search(text))
