"""The lines of a page as its author wrote them: headings, and what is outside of code and comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

_COMMENT = re.compile(r"^\s*<!--")

_LISTED = re.compile(r"^ {0,3}([-*+:]|[0-9]+\.)\s")
"""An item of a list or a definition: what is indented below it belongs to it."""

_FENCE = re.compile(r"^\s*(`{3,}(?!.*`)|~{3,})")

_HEADING = re.compile(r"^(#{1,6}) *(.*)$")
"""As Python-Markdown has it: the space after the marks may be left out, and a heading it is all the same."""

_UNDERLINE = re.compile(r"^(=+|-+) *$")

_EXPLICIT_ID = re.compile(r"\{[^}]*#([A-Za-z0-9_-]+)[^}]*\}\s*$")


@dataclass(frozen=True, slots=True)
class WrittenHeading:
    """A heading as the author wrote it; ``id`` is empty where it has no explicit one."""

    line: int
    level: int
    text: str
    id: str


def outside_code(source: str) -> Iterator[tuple[int, str]]:
    """The lines that are no front matter, no code and no comment, with their numbers."""
    front = FRONT_MATTER.match(source)
    skip = front[0].count("\n") if front else 0
    # As Markdown and editors count them: ``splitlines`` ends lines at other separators too.
    lines = source.split("\n")
    fence, blank, listed, code = "", True, False, False
    for number, line in enumerate(lines, 1):
        if number <= skip:
            continue
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and line.strip() == mark[1]:
                fence = ""
            continue
        if mark:
            fence = mark[1]
            continue
        indented = line.startswith(("    ", "\t"))
        if line.strip():
            if not indented:
                listed = bool(_LISTED.match(line)) or (listed and not blank)
            code = indented and not listed and (blank or code)
        blank = not line.strip()
        if not code and _COMMENT.match(line):
            skip = _comment_end(lines, number)
        if number > skip and not code:
            yield number, line


def _comment_end(lines: Sequence[str], begin: int) -> int:
    """The number of the line that ends the comment begun at a line; 0 if words follow it, or nothing ends it."""
    for number, line in enumerate(lines[begin - 1 :], begin):
        _, end, after = line.partition("-->")
        if end:
            return 0 if after.strip() else number
    return 0


def headings_in(lines: Iterable[tuple[int, str]]) -> Iterator[WrittenHeading]:
    """The headings among the lines outside of code."""
    above: list[tuple[int, str]] = []
    for number, line in lines:
        match = _HEADING.match(line)
        if match:
            yield _heading(number, len(match[1]), match[2])
        elif len(above) == 1 and (underline := _UNDERLINE.match(line)):
            yield _heading(above[0][0], 1 if underline[1][0] == "=" else 2, above[0][1])
        # A line of text and a rule under it are a heading, but only at the beginning of a paragraph.
        above = [] if match or not line.strip() else [*above, (number, line)][:2]


def _heading(number: int, level: int, text: str) -> WrittenHeading:
    explicit = _EXPLICIT_ID.search(text)
    return WrittenHeading(number, level, _EXPLICIT_ID.sub("", text).strip(), explicit[1] if explicit else "")


def written_headings(source: str) -> Iterator[WrittenHeading]:
    """The headings of a page as they are written."""
    return headings_in(outside_code(source))


def unclosed_code(source: str) -> int:
    """The line of a fence that nothing closes, so that all after it would pass for code; 0 where there is none."""
    fence, begun = "", 0
    for number, line in enumerate(source.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence, begun = mark[1], number
        elif mark and mark[1].startswith(fence) and line.strip() == mark[1]:
            fence, begun = "", 0
    return begun
