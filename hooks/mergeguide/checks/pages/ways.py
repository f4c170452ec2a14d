"""Ways of readers: what is declared of them exists, is short enough, and shows what has to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mergeguide.data import Guide
from mergeguide.i18n import blanks_between_words
from mergeguide.pages import Collected, ShownSection, within
from mergeguide.problems import Problem
from mergeguide.schema import Way, WayKind

Pages = Mapping[tuple[str, str], Collected]
"""Language and name → page."""


@dataclass(frozen=True)
class Length:
    """How much a reader sees of a page or on a way, in one language; ``limit`` of characters or words, if any."""

    code: str
    name: str
    characters: int
    words: int
    marks: int
    limit: int | None = None

    @property
    def counted(self) -> int:
        """The number that the limit is about."""
        return self.words if blanks_between_words(self.code) else self.characters

    @property
    def unit(self) -> str:
        """What that number counts."""
        return "words" if blanks_between_words(self.code) else "characters"


def lengths_of_pages(pages: Sequence[Collected]) -> Iterator[Length]:
    """Of every page."""
    for page in pages:
        yield _length(page.code, page.name, page.shown)


def lengths_of_ways(guide: Guide, pages: Sequence[Collected]) -> Iterator[Length]:
    """Of every way in every language."""
    found = _by_name(pages)
    for code in guide.complete_languages:
        for way in guide.ways.values():
            yield _length_of(guide, code, way, found)


def way_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Every problem of the ways, and pages with too many marks."""
    found = _by_name(pages)
    for index, way in enumerate(guide.ways.values()):
        missing = list(_missing(guide, found, index, way))
        yield from missing
        if not missing:
            yield from _long(guide, found, index, way)
            yield from _folded(guide, found, index, way)
    yield from _marks(guide, found)


def _missing(guide: Guide, pages: Pages, index: int, way: Way) -> Iterator[Problem]:
    document = guide.documents["ways"]
    for part, targets in (("reads", way.reads), ("acts", way.acts)):
        for number, target in enumerate(targets):
            name, _, heading = target.partition("#")
            for code in guide.complete_languages:
                page = pages.get((code, name))
                if page is None or (heading and heading not in {each.id for each in page.headings}):
                    yield document.problem(
                        ["ways", index, part, number],
                        f'The section "{target}" of "{way.id}" does not exist in the language "{code}".',
                        f"Write it in docs/{code}/{name}, or correct the link.",
                        "dead-section",
                    )


def _long(guide: Guide, pages: Pages, index: int, way: Way) -> Iterator[Problem]:
    document = guide.documents["ways"]
    for code in guide.complete_languages:
        length = _length_of(guide, code, way, pages)
        if length.limit is not None and length.counted > length.limit:
            longest = max(way.reads, key=lambda target: _counted(code, _read(pages, code, target)))
            yield document.problem(
                ["ways", index],
                f'On the way "{way.id}" ({code}), {length.counted} {length.unit} are read; {length.limit} are the '
                f'limit of the kind "{way.kind}".',
                f"Shorten what it reads, fold what only explains, or link to it; the longest part is {longest}.",
                "way-long",
            )


def _folded(guide: Guide, pages: Pages, index: int, way: Way) -> Iterator[Problem]:
    document = guide.documents["ways"]
    for code in guide.complete_languages:
        sections = [section for target in way.reads for section in _read(pages, code, target)]
        read = {(name, section.id) for name, section in _named(pages, code, way)}
        linked = {link for section in sections for link in section.links}
        for number, act in enumerate(way.acts):
            name, _, heading = act.partition("#")
            if act not in linked and (name, heading) not in read:
                yield document.problem(
                    ["ways", index, "acts", number],
                    f'The way "{way.id}" ({code}) neither reads "{act}" nor links to it outside of what is folded.',
                    "Link to it where nothing has to be opened first, or read it on the way.",
                    "act-folded",
                )


def _marks(guide: Guide, pages: Pages) -> Iterator[Problem]:
    document = guide.documents["ways"]
    for index, limit in enumerate(guide.ways_file.marks):
        for code in guide.complete_languages:
            page = pages.get((code, limit.page))
            marks = sum(section.marks for section in page.shown) if page else 0
            if page and marks > limit.at_most:
                yield Problem(
                    page.path,
                    1,
                    f"The page shows {marks} marks of evidence; {limit.at_most} are its limit.",
                    f"Cite where the statement is told in full, or change the limit in {document.path}:"
                    f"{document.line(['marks', index])}.",
                    "many-marks",
                )


def _by_name(pages: Sequence[Collected]) -> Pages:
    # MkDocs takes README.md for a folder's index.md.
    return {(page.code, re.sub(r"README\.md$", "index.md", page.name)): page for page in pages}


def _read(pages: Pages, code: str, target: str) -> Sequence[ShownSection]:
    name, _, heading = target.partition("#")
    page = pages.get((code, name))
    if page is None:
        return ()
    return tuple(within(page.shown, heading)) if heading else page.shown


def _named(pages: Pages, code: str, way: Way) -> Iterator[tuple[str, ShownSection]]:
    for target in way.reads:
        yield from ((target.partition("#")[0], section) for section in _read(pages, code, target))


def _length(code: str, name: str, sections: Sequence[ShownSection], limit: int | None = None) -> Length:
    counts = [(section.characters, section.words, section.marks) for section in sections]
    characters, words, marks = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return Length(code, name, characters, words, marks, limit)


def _length_of(guide: Guide, code: str, way: Way, pages: Pages) -> Length:
    # A section that two entries name is read once.
    sections = dict.fromkeys(_named(pages, code, way))
    return _length(code, way.id, [section for _, section in sections], _limit(guide, code, guide.way_kinds[way.kind]))


def _counted(code: str, sections: Sequence[ShownSection]) -> int:
    return _length(code, "", sections).counted


def _limit(guide: Guide, code: str, kind: WayKind) -> int | None:
    if code not in guide.ways_file.languages:
        return None
    return kind.words if blanks_between_words(code) else kind.characters
