"""How far a translation has followed its source, section by section.

A section is ``fresh`` as long as its stamp is the digest of what the source says now. Editing a translation changes
nothing of that: only ``sync`` writes a stamp, so that fixing a typo never hides that the text is outdated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from mergeguide.data import Outline
from mergeguide.pages import PageText, is_tolerant
from mergeguide.problems import Problem
from mergeguide.translations.differences import Change
from mergeguide.translations.digests import Digests
from mergeguide.translations.sizes import could_harm, size_of
from mergeguide.translations.stamp_records import Stamp
from mergeguide.translations.stamps import WORDS, Stamps, page_of_stamps, path_of, read_stamps, stamps_file
from mergeguide.translations.units import Unit, page_units, word_units

State = Literal["fresh", "acknowledged", "stale", "untracked", "renamed", "missing", "orphan"]

STATES: tuple[State, ...] = ("fresh", "acknowledged", "stale", "untracked", "renamed", "missing", "orphan")

SETTLED: frozenset[State] = frozenset({"fresh", "acknowledged"})
"""States in which nothing is to be done."""

_TOLERATED = ("XS", "S")
"""Sizes of what may be stale on a page that tolerates it, if no reader could be harmed."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a translation beside its original.

    Attributes:
        code: the translation's language.
        name: the page's file below its language's folder, ``""`` for the language file.
        key: its key in the source; in the translation, where the source has none.
        path, line: where it is, or should be, in the translation.
        original: where its original is, path and line; none where the source has no such section.
        stamp: its stamp, if it has one.
        source_text, text: what is written in the source and in the translation.
        was: where its stamp is, if it had another id or another page when it was stamped.
        edited: whether the translation was changed after its stamp was written; only told of what is stale.
        tolerated: whether it is stale, and its page says that this may wait.
        change: what the source has changed since the stamp, once ``with_changes`` has looked; no part of what it is.
    """

    code: str
    name: str
    key: str
    state: State
    path: str
    line: int
    original: tuple[str, int] | None = None
    stamp: Stamp | None = None
    source_text: str = ""
    text: str = ""
    was: str = ""
    edited: bool = False
    tolerated: bool = False
    change: Change | None = field(default=None, compare=False)

    @property
    def file(self) -> str:
        """The translation's page or language file, from the project's root."""
        return path_of(self.code, self.name)

    @property
    def address(self) -> str:
        """How commands name it."""
        return f"{self.file}#{self.key}"

    @property
    def waits(self) -> bool:
        """Whether something is to be done."""
        return self.state not in SETTLED and not self.tolerated

    @property
    def left_over(self) -> bool:
        """Whether it is a stamp alone, of what neither language has any more."""
        return self.path != self.file

    @property
    def size(self) -> str:
        """How much has changed in its original, from XS to XL; where that is not known, how much it has to say."""
        return size_of(self.to_do)

    @property
    def to_do(self) -> int:
        """How many characters have changed in its original, or how many it has."""
        return self.change.characters if self.change else len(self.source_text or self.text)

    @property
    def behind_since(self) -> str:
        """The day since which it is behind; ``""`` where that is not known."""
        return self.change.day if self.change else ""

    @property
    def could_harm(self) -> bool:
        """Whether a reader could be harmed if it were old."""
        return could_harm(self.source_text)


@dataclass(frozen=True)
class Translations:
    """All sections of all translations, and what is wrong with the files of their stamps."""

    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()


def section_states(
    root: Path, guide: Outline, pages: Iterable[PageText], digests: Digests, names: Collection[str] | None = None
) -> Translations:
    """Hold every section of every translation against the source; see ``judged``.

    Args:
        names: the names of all the pages there are, where those alone are to be judged, without language files.
    """
    units: dict[str, dict[str, tuple[Unit, ...]]] = {
        code: {} if names else {WORDS: word_units(guide.documents[f"languages/{code}"])} for code in guide.languages
    }
    tolerant: set[tuple[str, str]] = set()
    for page in pages:
        units[page.code][page.name] = page_units(page.source)
        if is_tolerant(page.source):
            tolerant.add((page.code, page.name))
    source = _Source(guide.source_language, units.pop(guide.source_language), digests)
    sections: list[Section] = []
    problems: list[Problem] = []
    for code, own in units.items():
        stamps, wrong = read_stamps(root, code, names)
        problems += wrong
        sections += _Translation(source, code, own, dict(stamps)).sections({problem.path for problem in wrong})
    marked = (replace(each, tolerated=is_tolerated(each, guide.source_language, tolerant)) for each in sections)
    return Translations(tuple(marked) if tolerant else tuple(sections), tuple(problems))


def is_tolerated(section: Section, source: str, tolerant: set[tuple[str, str]]) -> bool:
    """Whether a section may wait: its page, or the original's, says so, and what is stale is short and harmless."""
    says_so = not tolerant.isdisjoint({(source, section.name), (section.code, section.name)})
    return says_so and section.state == "stale" and section.size in _TOLERATED and not section.could_harm


@dataclass(frozen=True)
class _Source:
    """The source language, whose digests are asked for by each translation."""

    code: str
    units: Mapping[str, tuple[Unit, ...]]
    digests: Digests
    _found: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, name: str) -> Mapping[str, str]:
        """Section → its digest, of one page or of the language file."""
        if name not in self._found:
            self._found[name] = {unit.key: self.digests.of(unit.text) for unit in self.units.get(name, ())}
        return self._found[name]


@dataclass(frozen=True)
class _Translation:
    """One translation beside the source."""

    source: _Source
    code: str
    units: Mapping[str, tuple[Unit, ...]]
    stamps: dict[str, Stamps]

    def sections(self, unreadable: set[str]) -> Iterator[Section]:
        names = sorted({*self.source.units, *self.units})
        own = {name: stamps_file(self.code, name).as_posix() for name in names}
        left = {path: stamps for path, stamps in self.stamps.items() if path not in own.values()}
        for name, path in own.items():
            if path not in unreadable:
                moved_from = "" if path in self.stamps else _moved(left, self.source.of(name))
                stamps = left.pop(moved_from) if moved_from else self.stamps.get(path, Stamps(path, {}, {}))
                yield from self._page(name, stamps, moved=bool(moved_from))
        for stamps in left.values():
            name = page_of_stamps(self.code, stamps.path)
            yield from (self._left_over(name, stamps, key) for key in stamps.sections)

    def _page(self, name: str, stamps: Stamps, *, moved: bool) -> Iterator[Section]:
        own = {unit.key: unit for unit in self.units.get(name, ())}
        digests = self.source.of(name)
        # A section without a stamp that says, here or there, what a stamp without a section says has been renamed.
        left = {key: stamp for key, stamp in stamps.sections.items() if key not in digests}
        free = {words: key for key, stamp in left.items() for words in (stamp.source, stamp.translation)}
        taken: set[str] = set()
        for unit in self.source.units.get(name, ()):
            found = self._section(name, unit, own.get(unit.key))
            stamp = stamps.sections.get(unit.key)
            was = free.get(digests[unit.key], "") if stamp is None else ""
            if was and (unit.key in own or was in own):
                taken.add(was)
                line = (own.get(unit.key) or own[was]).line
                yield replace(found, state="renamed", line=line, was=f"{stamps.path}#{was}", stamp=left[was])
            elif unit.key not in own:
                yield found
            elif stamp is None and left and (was := free.get(self.source.digests.of(found.text), "")):
                taken.add(was)
                yield replace(found, state="stale", was=f"{stamps.path}#{was}", stamp=left[was])
            elif stamp is None:
                yield replace(found, state="untracked")
            elif stamp.source != digests[unit.key]:
                edited = self.source.digests.of(found.text) != stamp.translation
                was = f"{stamps.path}#{unit.key}" if moved else ""
                yield replace(found, state="stale", stamp=stamp, edited=edited, was=was)
            elif moved:
                yield replace(found, state="renamed", was=f"{stamps.path}#{unit.key}", stamp=stamp)
            else:
                yield replace(found, state="acknowledged" if stamp.acknowledged else "fresh", stamp=stamp)
        for key, unit in own.items():
            if key not in digests and key not in taken:
                path, stamp = path_of(self.code, name), stamps.sections.get(key)
                yield Section(self.code, name, key, "orphan", path, unit.line, text=unit.text, stamp=stamp)
        for key in stamps.sections:
            if key not in digests and key not in taken and key not in own:
                yield self._left_over(name, stamps, key)

    def _section(self, name: str, unit: Unit, own: Unit | None) -> Section:
        return Section(
            self.code,
            name,
            unit.key,
            "missing",
            path_of(self.code, name),
            own.line if own else 1,
            (path_of(self.source.code, name), unit.line),
            source_text=unit.text,
            text=own.text if own else "",
        )

    def _left_over(self, name: str, stamps: Stamps, key: str) -> Section:
        """A stamp of what neither language has any more."""
        return Section(self.code, name, key, "orphan", stamps.path, stamps.lines[key], stamp=stamps.sections[key])


def _moved(left: Mapping[str, Stamps], digests: Mapping[str, str]) -> str:
    """The file of stamps that a page without any had under its old name; ``""`` where there is none."""
    for path, stamps in left.items():
        same = sum(digests.get(key) == stamp.source for key, stamp in stamps.sections.items())
        if same and 2 * same >= len(stamps.sections):
            return path
    return ""
