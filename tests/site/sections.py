"""Spoiling a page the way an author would: a section deleted, or emptied.

Written without the package's own reading of headings, so that a mistake there is not made twice.
"""

from __future__ import annotations

import re


def _section(source: str, heading_id: str) -> tuple[list[str], int, int]:
    """The page's lines, and the first and the last (exclusive) of a section."""
    lines = source.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith("#") and f"{{ #{heading_id} }}" in line]
    assert len(starts) == 1, f"#{heading_id} has {len(starts)} headings; the test wants one"
    start = starts[0]
    level = len(lines[start]) - len(lines[start].lstrip("#"))
    rest = range(start + 1, len(lines))
    end = next((number for number in rest if re.match(rf"#{{1,{level}}} ", lines[number])), len(lines))
    return lines, start, end


def without_section(source: str, heading_id: str) -> str:
    """The page without a section, heading included."""
    lines, start, end = _section(source, heading_id)
    return "".join([*lines[:start], *lines[end:]])


def with_empty_section(source: str, heading_id: str) -> str:
    """The page with nothing under a heading."""
    lines, start, end = _section(source, heading_id)
    return "".join([*lines[: start + 1], "\n", *lines[end:]])


def section_of(source: str, heading_id: str) -> str:
    """A section as it is written, heading included."""
    lines, start, end = _section(source, heading_id)
    return "".join(lines[start:end])
