"""The data is pleasant to edit: no line is too wide to see, no character is there that nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from mergeguide.data.paths import DATA

WIDEST = 120
HIDDEN = ("Cc", "Cf", "Zl", "Zp", "Zs")
"""Unicode's categories of what has no sign of its own; a space and a line end are meant."""


def data_lines(root: Path) -> Iterator[tuple[str, str]]:
    """Every line of the data, with its place."""
    for file in sorted((root / DATA).rglob("*.yml")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            yield f"{file.relative_to(root).as_posix()}:{number}", line


def columns(line: str) -> int:
    """How wide an editor shows a line: a kanji takes the place of two letters."""
    widths = (2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line if not unicodedata.combining(one))
    return sum(widths)


def test_no_line_is_too_wide(root: Path) -> None:
    wide = {place: columns(line) for place, line in data_lines(root) if columns(line) > WIDEST}
    assert wide == {}, "fold it; in Japanese with a backslash at the line's end, inside of double quotation marks"


def test_every_character_is_seen_or_written_as_its_code(root: Path) -> None:
    hidden = {
        f"{place}: U+{ord(one):04X}"
        for place, line in data_lines(root)
        for one in line
        if one != " " and unicodedata.category(one) in HIDDEN
    }
    assert hidden == set()
