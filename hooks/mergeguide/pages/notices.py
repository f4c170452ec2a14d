"""Which notices of old evidence a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLOCK = re.compile(r"^\s*/{3,}\s*freshness\s*\|\s*([a-z0-9-]+)\s*$")


def notices(lines: Iterable[tuple[int, str]]) -> frozenset[str]:
    """The watched parts whose notice a page's lines outside of code show."""
    return frozenset(match[1] for _, line in lines if (match := BLOCK.match(line)))
