"""What the gates keep of a page: ids, lines and the sections of fields, not its text.

A build judges once, when every language is rendered. Until then it holds this of each page, so that the gates'
memory grows with ids and not with text, and every page is gone through once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mergeguide.pages.block_names import BLOCKS
from mergeguide.pages.citation_syntax import Cited, citation_problems, cited
from mergeguide.pages.field_sections import PREFIX
from mergeguide.pages.headings import WrittenHeading, headings_in, outside_code
from mergeguide.pages.html_sections import Section, sections
from mergeguide.pages.notices import notices
from mergeguide.pages.shown_text import ShownSection, shown_sections
from mergeguide.pages.source import PageText
from mergeguide.pages.syntax import block_problems, code_problems, front_matter_problems
from mergeguide.problems import Problem

_FIELDS = tuple(f"id={quote}{PREFIX}" for quote in ('"', "'", ""))

_ALIKE = [name for name in BLOCKS if name not in ("case-generator", "freshness")]
"""The others have gates of their own."""

_BLOCK = re.compile(rf"^\s*/{{3,}}\s*({'|'.join(_ALIKE)})\s*(?:\|\s*(\S*)\s*)?$")

_GENERATOR = "<case-generator"


@dataclass(frozen=True, slots=True)
class Collected:
    """A page of one language, as the gates need it.

    Attributes:
        code: the language.
        name: the file's path below the language's folder.
        path: the file's path from the project's root.
        headings: as they are written.
        fields: the sections that document fields, each with the line of its heading.
        citations: the claims that the page cites, where, and after which sentence.
        notices: the watched parts whose notice the page shows.
        blocks: the blocks that are filled from data and stand alike in every language: name, argument, line.
        generator: whether the generator is on the page.
        shown: how much of each section a reader sees, and what its links lead to.
        problems: what is wrong with the page by itself.
    """

    code: str
    name: str
    path: str
    headings: tuple[WrittenHeading, ...]
    fields: tuple[tuple[Section, int], ...]
    citations: tuple[Cited, ...]
    notices: frozenset[str]
    blocks: tuple[tuple[str, str, int], ...]
    generator: bool
    shown: tuple[ShownSection, ...]
    problems: tuple[Problem, ...]

    @property
    def cited(self) -> Mapping[str, int]:
        """The claims that the page cites, each with the first line where it does."""
        return {each.claim: each.line for each in reversed(self.citations)}


def collected(page: PageText) -> Collected:
    """Go through a rendered page once."""
    lines = tuple(outside_code(page.source))
    headings = tuple(headings_in(lines))
    return Collected(
        page.code,
        page.name,
        page.path,
        headings,
        tuple(_fields(page, headings)),
        cited(lines),
        notices(lines),
        tuple(_blocks(lines)),
        _GENERATOR in page.html,
        shown_sections(page.html, page.name),
        (
            *front_matter_problems(page),
            *code_problems(page),
            *block_problems(page.path, lines),
            *citation_problems(page.path, lines),
        ),
    )


def _fields(page: PageText, headings: Sequence[WrittenHeading]) -> Iterator[tuple[Section, int]]:
    # Most pages document no field, and reading HTML costs more than all the rest.
    if not any(mark in page.html for mark in _FIELDS):
        return
    seen: Counter[str] = Counter()
    for section in sections(page.html):
        if section.id.startswith(PREFIX):
            lines = [heading.line for heading in headings if heading.id == section.id]
            nth = seen[section.id]
            seen[section.id] += 1
            yield section, lines[nth] if nth < len(lines) else page.line(f"#{section.id}", nth + 1)


def _blocks(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[str, str, int]]:
    for number, line in lines:
        match = _BLOCK.match(line)
        if match:
            yield match[1], match[2] or "", number
