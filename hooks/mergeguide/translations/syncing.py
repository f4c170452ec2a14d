"""Writing stamps: that somebody has held sections of a translation against the source as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mergeguide.problems import Problem
from mergeguide.translations.history import keep
from mergeguide.translations.stamp_records import Stamp
from mergeguide.translations.stamps import path_of, read_stamps, stamps_file, write_stamps
from mergeguide.translations.states import Section
from mergeguide.translations.units import digest


@dataclass(frozen=True)
class Said:
    """What somebody says about the sections that are to be stamped.

    Attributes:
        reason: why a change of the source asks for none in the translation; ``""`` where it says the same again.
        still_old: they were edited, and are as old as before.
    """

    reason: str = ""
    still_old: bool = False


def sync(root: Path, source: str, sections: Sequence[Section], chosen: Sequence[Section], said: Said) -> list[Problem]:
    """Stamp some sections; every other stamp stays as it is.

    Args:
        source: the source language.
        sections: all sections of all translations.
        chosen: those that somebody speaks for.

    Returns:
        What cannot be stamped; the rest is.
    """
    problems: list[Problem] = []
    written = {
        path: stamps for code in {each.code for each in chosen} for path, stamps in read_stamps(root, code)[0].items()
    }
    waivers = {path: stamps.waivers for path, stamps in written.items()}
    files = {path: dict(stamps.sections) for path, stamps in written.items()}
    before = {path: dict(stamps) for path, stamps in files.items()}
    for section in _with_moved(sections, chosen):
        found = _stamp(section, said) if section in chosen else section.stamp
        if isinstance(found, Problem):
            problems.append(found)
            continue
        file = section.path if section.left_over else stamps_file(section.code, section.name).as_posix()
        old_file, _, old_key = (section.was or f"{file}#{section.key}").partition("#")
        files.get(old_file, {}).pop(old_key, None)
        if old_file != file:
            waivers[file], waivers[old_file] = waivers.get(old_file) or waivers.get(file, {}), {}
        if found:
            files.setdefault(file, {})[section.key] = found
    names = {stamps_file(each.code, each.name).as_posix(): each.name for each in sections}
    order = {(stamps_file(each.code, each.name).as_posix(), each.key): at for at, each in enumerate(sections)}
    for path, stamps in files.items():
        if stamps != before.get(path):
            ordered = dict(sorted(stamps.items(), key=lambda item: order.get((path, item[0]), len(order))))
            write_stamps(root, path, path_of(source, names.get(path, "")), ordered, waivers.get(path, {}))
    return problems


def keep_sources(root: Path, sections: Sequence[Section]) -> None:
    """Keep what the source says of every section whose stamp is for it, for copies of the project without history."""
    used = {
        stamp.source
        for code in {each.code for each in sections}
        for stamps in read_stamps(root, code)[0].values()
        for stamp in stamps.sections.values()
    }
    now = {digest(each.source_text): each.source_text for each in sections if each.source_text}
    keep(root, {name: text for name, text in now.items() if name in used}, used)


def _with_moved(sections: Sequence[Section], chosen: Sequence[Section]) -> list[Section]:
    """The chosen sections, and those that move with them: all of a page that was renamed."""
    moved = {(each.code, each.name) for each in chosen if each.was and not _same_file(each)}
    return [each for each in sections if each in chosen or ((each.code, each.name) in moved and each.was)]


def _same_file(section: Section) -> bool:
    return section.was.partition("#")[0] == stamps_file(section.code, section.name).as_posix()


def _stamp(section: Section, said: Said) -> Stamp | Problem | None:
    """The stamp that a section is to have; none where neither language has it any more."""
    if section.left_over:
        return None
    if section.state == "orphan":
        return _refused(section, "has no original", "Delete it here, or write it in the source too.")
    if not section.text:
        return _refused(section, "is not there yet", "Write it first.")
    assert section.original
    if (
        section.state == "untracked"
        and section.text == section.source_text
        and not (said.reason or section.text.isascii())
    ):
        return _refused(
            section,
            "says what the source says, in the source's own words",
            "Translate it, or say why it is the same: --acknowledge 'REASON'",
        )
    # Whoever stamps a whole page takes no reason back that still holds.
    kept = section.stamp.acknowledged if section.stamp and section.state == "acknowledged" else None
    stamp = Stamp(
        source=digest(section.source_text), translation=digest(section.text), acknowledged=said.reason or kept
    )
    if said.still_old:
        if section.stamp:
            return replace(stamp, source=section.stamp.source)
        return _refused(section, "was never stamped, so that it cannot be as old as before", "Leave out --still-old.")
    if section.state == "stale" and not section.edited and not said.reason:
        return _refused(
            section,
            "has not been changed since the source has",
            "Translate what has changed, or say why nothing has to be: --acknowledge 'REASON'",
        )
    return stamp


def _refused(section: Section, what: str, remedy: str) -> Problem:
    return Problem(section.path, section.line, f'The section "{section.key}" {what}.', remedy)
