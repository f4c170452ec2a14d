"""What can be mended of headings without knowing a language: their ids, their levels, the order of the sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mergeguide.pages import WrittenHeading, written_headings

_ATTRIBUTES = re.compile(r"\{:?\s*([^{}]*?)\s*\}\s*$")

_MARKS = re.compile(r"^#{1,6}")

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def with_ids(original: str, own: str) -> tuple[str, str]:
    """Two languages' pages with the ids that their headings lack.

    A heading gets that of the other language's at the same place between two that both have, or, where neither has one,
    one made of the words that are in ASCII.
    """
    theirs, ours = [*written_headings(original)], [*written_headings(own)]
    shared = {each.id for each in ours} & {each.id for each in theirs} - {""}
    taken = {each.id for each in (*theirs, *ours)}
    for first, second in zip(_gaps(theirs, shared), _gaps(ours, shared), strict=False):
        if len(first) == len(second):
            for one, other in zip(first, second, strict=True):
                name = one.id or other.id or _made_of(one, other)
                if (one.id and other.id) or not name or (not one.id and not other.id and name in taken):
                    continue
                taken.add(name)
                original, own = _with_id(original, one, name), _with_id(own, other, name)
    return original, own


def _gaps(headings: Sequence[WrittenHeading], shared: set[str]) -> Iterator[list[WrittenHeading]]:
    gap: list[WrittenHeading] = []
    for heading in headings:
        if heading.id in shared:
            yield gap
            gap = []
        else:
            gap.append(heading)
    yield gap


def _made_of(*headings: WrittenHeading) -> str:
    words = (heading.text for heading in headings if heading.text.isascii())
    return next((_NO_LETTERS.sub("-", text.lower()).strip("-") for text in words), "")


def _with_id(page: str, heading: WrittenHeading, name: str) -> str:
    if heading.id:
        return page
    lines = page.split("\n")
    line = lines[heading.line - 1].rstrip()
    written = _ATTRIBUTES.search(line)
    more = f" {written[1]}" if written and written[1] else ""
    lines[heading.line - 1] = f"{line[: written.start()].rstrip() if written else line} {{ #{name}{more} }}"
    return "\n".join(lines)


def with_levels(original: str, own: str) -> str:
    """A page whose headings have the levels of the original's."""
    levels = {heading.id: heading.level for heading in written_headings(original) if heading.id}
    lines = own.split("\n")
    for heading in written_headings(own):
        marks = _MARKS.match(lines[heading.line - 1])
        if marks and heading.id in levels:
            lines[heading.line - 1] = "#" * levels[heading.id] + lines[heading.line - 1][marks.end() :]
    return "\n".join(lines)


def in_order_of(original: str, own: str) -> str:
    """A page whose sections come in the original's order, where it has just the same ones."""
    theirs = [heading.id for heading in written_headings(original)]
    headings = [*written_headings(own)]
    ids = [heading.id for heading in headings]
    if ids == theirs or sorted(ids) != sorted(theirs) or len({*ids}) < len(ids) or "" in ids:
        return own
    lines = own.split("\n")
    ends = [*(heading.line - 1 for heading in headings), len(lines)]
    lead = "\n".join(lines[: ends[0]]).rstrip("\n")
    found = {heading.id: "\n".join(lines[ends[at] : ends[at + 1]]).strip("\n") for at, heading in enumerate(headings)}
    return "\n\n".join([lead, *(found[name] for name in theirs)]).lstrip("\n") + "\n"
