"""What Markdown's lines look like, for all who read pages by lines."""

from __future__ import annotations

import re

REFERENCE = re.compile(r"^ {0,3}\[[^\]^]+\]:[ \t]*\S+", re.MULTILINE)
"""A line that says where the links of a name lead; a footnote's is none."""

SEPARATOR = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line below a table's head; without a bar it could be one of another kind."""

_BARS = re.compile(r"(?<!\\)\|")


def cells(row: str) -> list[str]:
    """The cells of a row, with or without bars at its edges."""
    return _BARS.split(row.strip().removeprefix("|").removesuffix("|"))
