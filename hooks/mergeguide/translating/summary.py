"""``python -m mergeguide translations summary``: what a change does to the translations, as Markdown.

Life cycle: somebody edits in the browser and sends it; the check prints this; what is left to do for a section that was
edited is a file to paste, so that nobody has to install anything to finish.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from mergeguide.data import Outline
from mergeguide.translating.before import sections_at
from mergeguide.translating.offered import Offered, offered, patch_of
from mergeguide.translating.shown import COMMAND, compared
from mergeguide.translations import SETTLED, History, Section, Translations, with_changes

MOST = 60
"""How many sections are listed: a new language would fill the page otherwise."""


@dataclass(frozen=True)
class Change:
    """A section that a change has to do with: how it was, if it was there, and how it is; and what to see of it."""

    was: Section | None
    now: Section
    difference: str = ""

    @property
    def edited(self) -> bool:
        """Whether its translation has other words now, or only its stamp is left."""
        return self.now.left_over or bool(self.now.was) or (self.was.text if self.was else "") != self.now.text

    @property
    def states(self) -> str:
        """How far it was, and how far it is."""
        return f"{self.was.state if self.was else 'not there'} → {self.now.state}"


def summary(root: Path, guide: Outline, found: Translations, options: argparse.Namespace) -> int:
    """Print it: 0 where nothing is left to do, 1 where something is, 2 where there is nothing to hold it against."""
    try:
        before = sections_at(root, options.since)
    except LookupError:
        print(f'There is no commit "{options.since}" here.\n  git fetch --unshallow gets them all.', file=sys.stderr)
        return 2
    history = History(root, guide.source_language)
    try:
        changes = changes_between(before or (), with_changes(history, found.sections))
        changes = [
            replace(each, difference="\n".join(compared(guide, history, each.now)))
            if each.now.state == "stale"
            else each
            for each in changes
        ]
    finally:
        history.close()
    work = [each for each in changes if each.now.state not in SETTLED]
    chosen = [each.now for each in work if each.edited]
    files = offered(root, guide.source_language, found.sections, chosen) if chosen else ()
    place = f"{options.repository.rstrip('/')}/{{}}/{quote(options.branch)}" if options.repository else ""
    text = "\n".join(as_markdown(guide, changes, files, place)) + "\n"
    print(text, end="")
    if options.folder:
        _write(options.folder, text, files)
    return 1 if work else 0


def changes_between(before: Sequence[Section], now: Sequence[Section]) -> list[Change]:
    """The sections whose state, words or original are others than before, in the order of now."""
    known = {(each.code, each.name, each.key): each for each in before}
    pairs = [Change(known.get((each.code, each.name, each.key)), each) for each in now]
    return [each for each in pairs if _seen(each.was) != _seen(each.now)]


def _seen(section: Section | None) -> object:
    return section and (section.state, section.text, section.source_text)


def as_markdown(guide: Outline, changes: Sequence[Change], files: Sequence[Offered], place: str) -> Iterator[str]:
    """A table, what the source has changed, folded, and what to commit.

    Args:
        files: the files of stamps that finish the change.
        place: see ``Offered.address``; ``""`` where nothing can be linked to.
    """
    yield "## Translations\n"
    if not changes:
        yield "This change has nothing to do with a translation."
        return
    yield "| Page | Section | Language | Before → after | Size | Kept by |\n| --- | --- | --- | --- | --- | --- |"
    for each in changes[:MOST]:
        now, language = each.now, guide.languages[each.now.code]
        page = f"[`{now.file}`]({place.format('edit')}/{quote(now.file)})" if place else f"`{now.file}`"
        size = now.size + ", could harm a reader if it were old" * now.could_harm
        cells = (page, f"`{now.key}`", f"{language.name} ({now.code})", each.states, size, ", ".join(language.owners))
        yield "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
    if len(changes) > MOST:
        yield f"\n… and {len(changes) - MOST} more: `{COMMAND} status`"
    for each in changes[:MOST]:
        if each.difference:
            yield from _folded(f"<code>{each.now.address}</code>: what the source has changed", "text", each.difference)
    if files:
        yield from _to_commit(files, place)


def _to_commit(files: Sequence[Offered], place: str) -> Iterator[str]:
    yield (
        "\n### To finish in the browser\n\n"
        "If the sections that were edited say what the source says now, commit what is below to the same branch. "
        "Nothing has to be installed."
    )
    for each in files:
        name = f"[`{each.path}`]({each.address(place)})" if place else f"`{each.path}`"
        if each.after is None:
            yield f"\nDelete {name}."
        else:
            yield f"\n{'Begin' if each.before is None else 'Open'} {name} and let this be its whole text:"
            yield from _folded("Text to paste", "yaml", each.after)
    yield "\nOr, with git, apply this patch:"
    yield from _folded("Patch", "diff", patch_of(files))
    yield f"\nIf a section is as old as before, its editor says so: `{COMMAND} sync PATH#SECTION --still-old`"


def _folded(title: str, kind: str, text: str) -> Iterator[str]:
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall(r"`+", text))])
    ended = text.rstrip("\n")
    yield f"\n<details><summary>{title}</summary>\n\n{fence}{kind}\n{ended}\n{fence}\n\n</details>"


def _write(folder: Path, text: str, files: Sequence[Offered]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "summary.md").write_text(text, encoding="utf-8", newline="\n")
    if files:
        (folder / "stamps.patch").write_text(patch_of(files), encoding="utf-8", newline="\n")
    for each in files:
        if each.after is not None:
            (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / each.path).write_text(each.after, encoding="utf-8", newline="\n")
