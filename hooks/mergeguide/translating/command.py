"""``python -m mergeguide translations``: what is to be translated, what has changed, that it was done.

Life cycle: the source changes, ``status`` names the sections that have not followed, ``diff`` shows what has changed
beside the translation, a person translates, ``sync`` writes the stamps.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from mergeguide.data import Outline
from mergeguide.day import today
from mergeguide.kept_data import kept_outline
from mergeguide.pages import (
    DOCS,
    MARKDOWN,
    PageText,
    Published,
    page_of,
    pages_of,
    read_configuration,
)
from mergeguide.problems import Problem, listing, nearest
from mergeguide.translating.owners import owners
from mergeguide.translating.shown import COMMAND, as_text, compared
from mergeguide.translations import (
    SETTLED,
    SIZES,
    History,
    Said,
    Section,
    Translations,
    judged,
    judged_pages,
    keep_sources,
    status_data,
    sync,
    with_changes,
)

FRESH, WORK_TO_DO, COULD_NOT_RUN = 0, 1, 2


@dataclass(frozen=True)
class _Task:
    """What a command is asked for, and all that it knows."""

    root: Path
    guide: Outline
    history: History
    found: Translations
    chosen: Sequence[Section]
    options: argparse.Namespace


def translations(root: Path, options: argparse.Namespace) -> int:
    """Run one of the commands."""
    guide = _outline(root)
    if isinstance(guide, tuple):
        return _refused(guide)
    configuration = read_configuration(root)
    if isinstance(configuration, Problem):
        return _refused([configuration])
    if options.action == "parity":
        from mergeguide.translating.parity import parity

        return parity(root, configuration.published, options)
    if options.action in ("add-language", "new"):
        from mergeguide.translating.beginning import add_language, new

        return (new if options.action == "new" else add_language)(root, guide, options)
    if options.action == "owners":
        return owners(root, guide, options)
    found = _of_the_named(root, guide, configuration.published, options)
    if found is None:
        pages = pages_of(root, guide.languages, configuration.published)
        found = judged(root, guide, [page for page in pages if isinstance(page, PageText)], cached=True)
    if found.problems:
        return _refused(found.problems)
    if options.action == "summary":
        from mergeguide.translating.summary import summary

        return summary(root, guide, found, options)
    with closing(History(root, guide.source_language)) as history:
        if options.action != "sync":
            found = replace(found, sections=with_changes(history, found.sections))
        chosen = _chosen(root, guide, found, options)
        if isinstance(chosen, str):
            print(chosen, file=sys.stderr)
            return COULD_NOT_RUN
        return _ACTIONS[options.action](_Task(root, guide, history, found, chosen, options))


def _outline(root: Path) -> Outline | tuple[Problem, ...]:
    """The languages, or every problem in the data that names them."""
    outline = kept_outline(root)
    if outline:
        return outline
    # Data that is known to be right needs no models, which take longer to import than ``diff`` to find what changed.
    from mergeguide.cached_loading import load_cached

    return load_cached(root)


def _refused(problems: Sequence[Problem]) -> int:
    print(listing(problems), file=sys.stderr)
    return COULD_NOT_RUN


def _of_the_named(root: Path, guide: Outline, published: Published, options: argparse.Namespace) -> Translations | None:
    """What ``diff`` needs that names sections of pages: those pages alone; None where it may need more."""
    if options.action != "diff" or not options.places:
        return None
    names: set[str] = set()
    for place in options.places:
        path, _, key = place.partition("#")
        docs, code, name = (*_from_root(root, path).split("/", 2), "", "")[:3]
        if not key or docs != DOCS.as_posix() or not name.endswith(MARKDOWN) or code not in guide.languages:
            return None
        names.add(name)
    there = [
        (code, name) for name in sorted(names) for code in guide.languages if published.holds(root, f"{code}/{name}")
    ]
    pages = [page_of(root, code, root / DOCS / code / name) for code, name in there]
    found = judged_pages(root, guide, [page for page in pages if isinstance(page, PageText)])
    known = {(each.file, each.key) for each in found.sections} if found else set()
    known |= {(each.original[0], each.key) for each in found.sections if each.original} if found else set()
    asked = (place.partition("#") for place in options.places)
    # Where one is not found, the answer names the nearest of all there are.
    return found if all((_from_root(root, path), key) in known for path, _, key in asked) else None


def _chosen(root: Path, guide: Outline, found: Translations, options: argparse.Namespace) -> Sequence[Section] | str:
    """The sections that a command is about, or why there are none."""
    code = options.language
    if code and (code not in guide.languages or code == guide.source_language):
        known = [each for each in guide.languages if each != guide.source_language]
        return f'There is no translation "{code}". {nearest(code, known)}Known: {", ".join(known)}.'
    left_out = [each for each, words in guide.languages.items() if _is_release(options) and words.draft]
    sections = [each for each in found.sections if code in (None, each.code) and each.code not in left_out]
    if not options.places:
        return [each for each in sections if _is_wanted(each, options)]
    chosen: list[Section] = []
    for place in options.places:
        path, _, key = place.partition("#")
        path = _from_root(root, path)
        named = [each for each in sections if _is_at(each, path) and key in ("", each.key)]
        if not named:
            addresses = [each.address for each in sections]
            return f'There is no section "{path}{"#" * bool(key)}{key}". {nearest(f"{path}#{key}", addresses)}'
        # Whoever names a whole file or folder speaks for what is in it, not for what is yet to be written.
        there = named if key or options.action != "sync" else [each for each in named if each.state != "missing"]
        chosen += [each for each in there if each not in chosen and _is_wanted(each, options)]
    return chosen


def _from_root(root: Path, given: str) -> str:
    """A path as it was typed, in whatever folder, as one from the project's root."""
    typed = Path(os.path.normpath(Path.cwd() / given))
    return typed.relative_to(root.resolve()).as_posix() if typed.is_relative_to(root.resolve()) else given


def _is_at(section: Section, path: str) -> bool:
    places = [section.file, *(section.original or ())[:1]]
    return any(f"{place}/".startswith(f"{path.rstrip('/')}/") for place in places)


def _is_wanted(section: Section, options: argparse.Namespace) -> bool:
    if options.action == "sync":
        return True
    return (
        options.state in (None, section.state)
        and (options.size is None or SIZES.index(section.size) <= SIZES.index(options.size))
        and (options.severity is None or section.could_harm)
        and (not _is_release(options) or (section.could_harm and section.waits))
    )


def _is_release(options: argparse.Namespace) -> bool:
    return options.action == "status" and bool(options.release)


def _status(task: _Task) -> int:
    work = [each for each in task.chosen if each.waits]
    options = task.options
    data = json.dumps(status_data(task.guide, task.chosen), ensure_ascii=False, indent=2) if options.json else ""
    text = "Nothing that could harm a reader is old." if options.release and not work else ""
    print(data or text or "\n".join(as_text(task.guide, task.chosen, today())))
    return WORK_TO_DO if work else FRESH


def _diff(task: _Task) -> int:
    work = [each for each in task.chosen if each.state not in SETTLED]
    parts = [
        "\n".join(compared(task.guide, task.history, each, begun=_is_begun(task.root, task.guide, each)))
        for each in work
    ]
    print("\n\n".join(parts) or "Every section follows the source.")
    return WORK_TO_DO if any(each.waits for each in work) else FRESH


def _is_begun(root: Path, guide: Outline, section: Section) -> bool:
    if section.name:
        return (root / section.file).is_file()
    return (section.key.partition(".")[0],) in guide.documents[f"languages/{section.code}"].lines


def _sync(task: _Task) -> int:
    options, sections = task.options, task.found.sections
    if not options.places and not options.all:
        print(f"Name what you have read: {COMMAND} sync PATH[#SECTION], or --all.", file=sys.stderr)
        return COULD_NOT_RUN
    said = Said(options.acknowledge, options.still_old)
    refused = sync(task.root, task.guide.source_language, sections, task.chosen, said)
    if options.keep:
        keep_sources(task.root, sections)
    if refused:
        print(listing(refused), file=sys.stderr)
    print(f"Stamped: {len(task.chosen) - len(refused)}.")
    return WORK_TO_DO if refused else FRESH


_ACTIONS = {"status": _status, "diff": _diff, "sync": _sync}
