"""The lines of a page as its author wrote them: headings, and what is outside of code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6}) (.*)$")
_EXPLICIT_ID = re.compile(r"\{[^}]*#([A-Za-z0-9_-]+)[^}]*\}\s*$")


@dataclass(frozen=True)
class WrittenHeading:
    """A heading as the author wrote it; ``id`` is empty where it has no explicit one."""

    line: int
    level: int
    text: str
    id: str


def outside_code(source: str) -> Iterator[tuple[int, str]]:
    """The lines that are no front matter and no fenced code, with their numbers."""
    front = FRONT_MATTER.match(source)
    skip = front[0].count("\n") if front else 0
    fence = ""
    for number, line in enumerate(source.splitlines(), 1):
        if number <= skip:
            continue
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and line.strip() == mark[1]:
            fence = ""
        elif not fence:
            yield number, line


def headings_in(lines: Iterable[tuple[int, str]]) -> Iterator[WrittenHeading]:
    """The headings among the lines outside of code."""
    for number, line in lines:
        match = _HEADING.match(line)
        if match:
            explicit = _EXPLICIT_ID.search(match[2])
            text = _EXPLICIT_ID.sub("", match[2]).strip()
            yield WrittenHeading(number, len(match[1]), text, explicit[1] if explicit else "")


def written_headings(source: str) -> Iterator[WrittenHeading]:
    """The headings of a page as they are written."""
    return headings_in(outside_code(source))
