"""``translations parity``: what differs between source and translations beside the words, mended or waived.

It says what the build says. ``--fix`` writes pages, and drops waivers that waive nothing; ``--waive`` writes a waiver
into the page's file of stamps.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from mergeguide.cached_loading import load_cached
from mergeguide.data import Guide
from mergeguide.day import today
from mergeguide.pages import Collected, PageText, Published, collected, pages_of
from mergeguide.parity import (
    Alarm,
    heading_alarms,
    in_order_of,
    parity_problems,
    section_alarms,
    section_problems,
    with_elements,
    with_ids,
    with_levels,
)
from mergeguide.problems import Problem, in_order, listing, nearest
from mergeguide.translations import (
    Stamps,
    Translations,
    Waiver,
    judged,
    path_of,
    stamps_file,
    waivers_of,
    write_waivers,
)

ALIKE, DIFFERENCES, COULD_NOT_RUN = 0, 1, 2

LONGEST = timedelta(days=366)
"""After a year somebody looks again whether a difference is still meant."""


def parity(root: Path, published: Published, options: argparse.Namespace) -> int:
    """Run the command."""
    guide = load_cached(root)
    if isinstance(guide, tuple):
        return _refused(listing(guide))
    known = [code for code in guide.languages if code != guide.source_language]
    if options.language and options.language not in known:
        told = f'There is no translation "{options.language}". {nearest(options.language, known)}'
        return _refused(f"{told}Known: {', '.join(known)}.")
    now = _Now(root, guide, published)
    if now.unreadable:
        return _refused(listing(now.unreadable))
    if options.waive:
        return _waive(now, options)
    names = now.names(options.places)
    if isinstance(names, str):
        return _refused(names)
    codes = {guide.source_language, options.language} if options.language else {*guide.languages}
    if options.fix:
        for path in _mended(now, names, codes):
            print(f"Mended: {path}")
        now = _Now(root, guide, published)
    files = {file for code in codes for name in names for file in now.files(code, name)}
    problems = [problem for problem in now.problems() if problem.path in files]
    print(listing(problems) or "Beside the words, every translation has what its source has.")
    return DIFFERENCES if problems else ALIKE


def _refused(words: str) -> int:
    print(words, file=sys.stderr)
    return COULD_NOT_RUN


@dataclass(frozen=True)
class _Now:
    """The project as it lies on disk."""

    root: Path
    guide: Guide
    published: Published

    @cached_property
    def _read(self) -> Sequence[PageText | Problem]:
        return [*pages_of(self.root, self.guide.languages, self.published)]

    @property
    def unreadable(self) -> Sequence[Problem]:
        return [page for page in self._read if isinstance(page, Problem)]

    @property
    def pages(self) -> Sequence[PageText]:
        return [page for page in self._read if isinstance(page, PageText)]

    @cached_property
    def sources(self) -> Mapping[tuple[str, str], str]:
        """Language and page → its text."""
        return {(page.code, page.name): page.source for page in self.pages}

    @cached_property
    def translations(self) -> Translations:
        return judged(self.root, self.guide, self.pages, cached=True)

    @cached_property
    def waivers(self) -> Mapping[tuple[str, str], Stamps]:
        return waivers_of(self.root, self.guide.languages)

    @cached_property
    def _collected(self) -> Sequence[Collected]:
        return [collected(page) for page in self.pages]

    def problems(self) -> Sequence[Problem]:
        return in_order(
            [
                *self.translations.problems,
                *parity_problems(self.guide, self._collected, self.waivers),
                *section_problems(self.guide, self.translations.sections, self.waivers),
            ]
        )

    def section_alarms(self) -> Iterator[Alarm]:
        yield from section_alarms(self.guide, self.translations.sections)

    def alarms(self) -> Sequence[Alarm]:
        return [*heading_alarms(self.guide, self._collected), *self.section_alarms()]

    def files(self, code: str, name: str) -> tuple[str, str]:
        return path_of(code, name), stamps_file(code, name).as_posix()

    def names(self, places: Sequence[str]) -> Collection[str] | str:
        """The pages that are meant, whatever language they were named in, or why there are none."""
        every = {name for _, name in self.sources} | {""}
        if not places:
            return every
        paths = {path_of(code, name): name for code in self.guide.languages for name in every}
        chosen: set[str] = set()
        for place in places:
            typed = (Path.cwd() / place.partition("#")[0]).resolve()
            inside = typed.is_relative_to(self.root.resolve())
            path = typed.relative_to(self.root.resolve()).as_posix() if inside else place
            found = {name for known, name in paths.items() if f"{known}/".startswith(f"{path}/")}
            if not found:
                return f'There is no page "{path}". {nearest(path, paths)}'
            chosen |= found
        return chosen


def _mended(now: _Now, names: Collection[str], codes: Collection[str]) -> Iterator[str]:
    """Mend what no translator is needed for; the paths of what was written."""
    guide, source = now.guide, now.guide.source_language
    for name in sorted(names):
        for code in (code for code in guide.languages if code in codes and code != source):
            original, own = now.sources.get((source, name)), now.sources.get((code, name))
            if original is not None and own is not None:
                original, own = with_ids(original, own)
                own = in_order_of(original, with_levels(original, own))
                yield from _written(now, (source, name), original)
                yield from _written(now, (code, name), own)
    now = _Now(now.root, guide, now.published)
    waived = {(code, name): stamps.waivers for (code, name), stamps in now.waivers.items()}
    alarms = [each for each in now.section_alarms() if each.key not in waived.get((each.code, each.name), {})]
    for (code, name), text in now.sources.items():
        if name in names and code in codes:
            own_alarms = [each for each in alarms if (each.code, each.name) == (code, name)]
            yield from _written(now, (code, name), with_elements(guide, text, own_alarms))
    now = _Now(now.root, guide, now.published)
    orphans = {(problem.path, problem.line) for problem in now.problems() if problem.rule == "orphaned-waiver"}
    for (code, name), stamps in now.waivers.items():
        kept = {key: it for key, it in stamps.waivers.items() if (stamps.path, stamps.waiver_lines[key]) not in orphans}
        if name in names and code in codes and kept != stamps.waivers:
            write_waivers(now.root, source, code, name, kept)
            yield stamps.path


def _written(now: _Now, page: tuple[str, str], text: str) -> Iterator[str]:
    if text != now.sources[page]:
        path = path_of(*page)
        (now.root / path).write_text(text, encoding="utf-8", newline="\n")
        yield path


def _waive(now: _Now, options: argparse.Namespace) -> int:
    if now.translations.problems:
        # What cannot be read would be written anew, with the waiver alone.
        return _refused(listing(now.translations.problems))
    alarms = {alarm.address: alarm for alarm in now.alarms()}
    alarm = alarms.get(options.waive)
    if alarm is None:
        return _refused(f'There is no alarm "{options.waive}". {nearest(options.waive, alarms)}')
    if not options.reason.strip():
        return _refused("Say why the difference is meant: --reason 'REASON'")
    try:
        until = date.fromisoformat(options.until)
    except ValueError:
        return _refused("Say until when that counts: --until YYYY-MM-DD")
    if until < today():
        return _refused(f"The day {until} is over. Name one that is to come: --until YYYY-MM-DD")
    latest = today() + LONGEST
    if until > latest:
        return _refused(f"So long nobody looks at it again. Name a day up to {latest}: --until {latest}")
    stamps = now.waivers.get((alarm.code, alarm.name))
    waiver = Waiver(reason=options.reason.strip(), until=until.isoformat())
    waivers = {**(stamps.waivers if stamps else {}), alarm.key: waiver}
    write_waivers(now.root, now.guide.source_language, alarm.code, alarm.name, waivers)
    print(f"Waived until {until}: {alarm.address}")
    return ALIKE
