"""What a section of the source said when a translation was held against it: from git by digest, or from a kept copy.

``diff`` shows it, ``changes`` measures by it, and ``editors`` finds with it who edited a section that was stale, which
can make a build fail. A stamp names no commit, so any history will do in which the words can be found: a rebased one,
one with the page under its former name.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from mergeguide.data import Document, composed, parse, read_text
from mergeguide.pages import DOCS
from mergeguide.translations.stamps import FOLDER, WORDS, path_of
from mergeguide.translations.states import Section
from mergeguide.translations.units import Unit, digest, page_units, word_units

_KEPT = "kept"

_MAIN = "main"
"""The branch that is published; see ``.github/workflows/publish.yml``."""

_NOTHING = re.compile("0+")


@dataclass(frozen=True)
class OldText:
    """What the source said.

    Attributes:
        text: the section as it was.
        changed: the day on which it was changed; ``""`` where that is not committed, or no history tells.
    """

    text: str
    changed: str = ""


@dataclass(frozen=True)
class Version:
    """A file as a commit has left it.

    Attributes:
        path: the path that it had.
        content: the name of its content.
        day, commit: when that was, and the commit's name.
        before: the path that it had before.
        first: whether the commit has none before it, at least in this copy of the project.
    """

    path: str
    content: str
    day: str
    commit: str
    before: str
    first: bool


class Past:
    """What this copy of the project has of a language's past: nothing where there is no git."""

    def __init__(self, root: Path, code: str) -> None:
        """Look below a project's root."""
        self._root, self._code = root, code
        self._reader: subprocess.Popen[bytes] | None = None
        self._contents: dict[str, str] = {}

    def close(self) -> None:
        """End the process that reads from git, if there is one."""
        if self._reader:
            self._reader.communicate()
            self._reader = None

    def versions(self, path: str) -> Iterator[Version]:
        """The versions of a file, the newest first, under whatever name it had."""
        for version in self.every_version:
            if version.path == path:
                if not _NOTHING.fullmatch(version.content):
                    yield version
                path = version.before

    @cached_property
    def every_version(self) -> tuple[Version, ...]:
        """The versions of all files of the language, the newest first, those of a merged branch one after the other."""
        places = [(DOCS / self._code).as_posix(), path_of(self._code, WORDS)]
        form = ("--topo-order", "--format=%x00%cs %H %P", "--raw", "--no-abbrev", "-M", "--relative")
        log = self._git("log", *form, "--", *places)
        return tuple(_parsed(log or ""))

    def has_landed(self, commit: str) -> bool:
        """Whether a commit is part of what everybody begins from: of main as it was last fetched.

        Where there is no other copy, main is this one's, and whoever is on it is still at work there.
        """
        return any(self._git("merge-base", "--is-ancestor", commit, main) is not None for main in self._mains)

    @cached_property
    def _mains(self) -> tuple[str, ...]:
        fetched = (self._git("for-each-ref", "--format=%(refname)", f"refs/remotes/*/{_MAIN}") or "").split()
        own = f"refs/heads/{_MAIN}"
        here = (self._git("symbolic-ref", "-q", "HEAD") or "").strip()
        return tuple(fetched) or (() if here == own else (own,))

    def _git(self, *arguments: str) -> str | None:
        """What git prints; None where it fails, or there is none."""
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", *arguments], cwd=self._root, capture_output=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode("utf-8", "replace")

    def content(self, name: str) -> str:
        """What git keeps under a name; ``""`` where a shallow or partial copy lacks it."""
        if name not in self._contents:
            self._contents[name] = self._read(name)
        return self._contents[name]

    def _read(self, name: str) -> str:
        if self._reader is None:
            self._reader = subprocess.Popen(
                ["git", "cat-file", "--batch"], cwd=self._root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        to_git, from_git = _pipes(self._reader)
        to_git.write(f"{name}\n".encode())
        to_git.flush()
        head = from_git.readline().split()
        if len(head) != 3 or not head[2].isdigit():
            return ""
        return composed(from_git.read(int(head[2]) + 1)[:-1].decode("utf-8", "replace").replace("\r\n", "\n"))


class History:
    """The source language's past, as far as this copy of the project has it."""

    def __init__(self, root: Path, source: str) -> None:
        """Look below a project's root."""
        self._root, self._source, self._past = root, source, Past(root, source)

    def close(self) -> None:
        """End what reads from git."""
        self._past.close()

    def old_text(self, section: Section) -> OldText | None:
        """What the original of a stale section said when it was stamped; None where that is not to be had."""
        assert section.stamp
        wanted, key = section.stamp.source, section.was.rpartition("#")[2] or section.key
        changed = ""
        for version in self._past.versions(path_of(self._source, section.name)):
            unit = unit_in(self._past.content(version.content), section.name, key)
            if unit and digest(unit.text) == wanted:
                return OldText(unit.text, changed)
            changed = version.day
        kept = read_text(self._root / kept_file(wanted), "")
        return OldText(kept.rstrip("\n")) if isinstance(kept, str) and digest(kept.rstrip("\n")) == wanted else None


def newest_commit(root: Path) -> str:
    """The commit that a project's folder is at; ``""`` where there is no history."""
    return (Past(root, "")._git("rev-parse", "HEAD") or "").strip()


def _pipes(reader: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert reader.stdin
    assert reader.stdout
    return reader.stdin, reader.stdout


def _parsed(log: str) -> Iterator[Version]:
    for commit in log.split("\0")[1:]:
        head, *lines = commit.splitlines()
        day, name, *parents = head.split()
        for line in lines:
            if line.startswith(":"):
                raw, *paths = line.split("\t")
                yield Version(paths[-1], raw.split()[3], day, name, paths[0], not parents)


def unit_in(text: str, name: str, key: str) -> Unit | None:
    """A section of a file that is no longer as it was."""
    if name != WORDS:
        return next((unit for unit in page_units(text) if unit.key == key), None)
    # A language file is long, and only one of its entries is wanted.
    top, _, below = key.partition(".")
    found = re.search(rf"^{_written(top)}:.*\n(?:(?:[ #].*)?\n)*", text, re.MULTILINE)
    entry = re.search(rf"^  {_written(below)}:.*\n(?:(?:   .*)?\n)*", found[0], re.MULTILINE) if found else None
    if not entry:
        return None
    document = parse(f"{top}:\n{entry[0]}", "")
    return word_units(document)[0] if isinstance(document, Document) else None


def _written(key: str) -> str:
    """A pattern for a key as YAML may have it: plain or in quotes."""
    return rf"""(["']?){re.escape(key)}\1"""


def kept_file(name: str) -> Path:
    """Where the text of a digest is kept for those who have no history, from the project's root."""
    return FOLDER / _KEPT / f"{name}.md"


def keep(root: Path, texts: Mapping[str, str], used: Collection[str]) -> None:
    """Keep texts by their digests, with those that were kept before and are still used."""
    (root / FOLDER / _KEPT).mkdir(parents=True, exist_ok=True)
    for file in (root / FOLDER / _KEPT).glob("*.md"):
        if file.stem not in used:
            file.unlink()
    for name, text in texts.items():
        (root / kept_file(name)).write_text(f"{text}\n", encoding="utf-8", newline="\n")
