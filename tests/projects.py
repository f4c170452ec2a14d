"""The project as tests use it: where it is, a copy that may be spoiled, and the commands that are run on it.

Every build is a process of its own: static-i18n patches MkDocs and leaves the patches behind when a build fails. It is
a fork of one in which nothing was built, so that what it imports is there already.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forked import COMMANDS, Forks, read_at_the_start
from mergeguide.cache import FOLDER

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("mkdocs.yml", "docs", "hooks", "overrides")
"""What a site is built from."""
PATIENCE = 300
"""Seconds after which a command has hung; a build takes two on an idle machine, and a hundred on a very busy one."""
_LEDGER = [(ROOT / f"docs/_data/{name}.yml").read_text(encoding="utf-8") for name in ("sources", "claims")]
TODAY = max("2026-11-22", *re.findall(r"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b", "\n".join(_LEDGER)))
"""The day that tests take for today, else the evidence would grow old under them: never before its newest."""
_OURS = ("SITE_URL", "REPO_URL", "ONLY", "PYTHONPATH")
OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""What git sets for its hooks: with it, git in any folder works on the repository that the hook is of."""
_SETTINGS = (
    "user.name=Hanako Example",
    "user.email=hanako@example.com",
    "commit.gpgsign=false",
    "core.autocrlf=false",
    "core.hooksPath=/dev/null",
)


def environment(**changes: str) -> dict[str, str]:
    """The environment of a command: the project's own variables have their defaults, or what the test sets."""
    inherited = {name: value for name, value in os.environ.items() if name not in (*_OURS, *OF_A_HOOK)}
    return inherited | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "MERGE_GUIDE_TODAY": TODAY} | changes


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and all that it printed."""

    status: int
    output: str

    @property
    def warnings(self) -> list[str]:
        """The lines that MkDocs logged as warnings or worse."""
        return re.findall(r"^(?:WARNING|ERROR|CRITICAL) .*", self.output, re.MULTILINE)

    @property
    def places(self) -> list[str]:
        """Every ``path:line: message`` that was printed, in order."""
        return re.findall(r"^[\w./-]+:\d+: .*", self.output, re.MULTILINE)


@cache
def _forks() -> Forks:
    return Forks(environment())


def run(*arguments: str | Path, cwd: Path, **changes: str) -> Outcome:
    """Run Python with some arguments: a command of the project in a fork, where that is the same."""
    option, *words = map(str, arguments)
    wanted = environment(**changes)
    if option == "-m" and words[0] in COMMANDS and sys.platform == "linux":
        forks = _forks()
        if read_at_the_start(wanted) == forks.begun_in:
            status, printed = forks.run(words, cwd, wanted, PATIENCE)
            return Outcome(status, printed.decode("utf-8"))
    done = subprocess.run(
        [sys.executable, option, *words],
        cwd=cwd,
        env=wanted,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"))


@dataclass(frozen=True)
class Project:
    """A project's folder: the real one, or a copy."""

    root: Path

    def text(self, name: str) -> str:
        """A file's text, line ends as they are."""
        return (self.root / name).read_bytes().decode("utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file, in one step where it is there: a preview that looks meanwhile sees one change, not two."""
        file, unseen = self.root / name, self.root / ".unfinished"
        if not file.is_file():
            file.write_bytes(text.encode("utf-8"))
            return
        unseen.write_bytes(text.encode("utf-8"))
        shutil.copymode(file, unseen)
        unseen.replace(file.resolve())

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the one place where a file has some text."""
        text = self.text(name)
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times; the test wants it once"
        self.write(name, text.replace(old, new))

    def line(self, name: str, words: str) -> int:
        """The number of the first line that holds some words."""
        return next(number for number, line in enumerate(self.text(name).splitlines(), 1) if words in line)

    def build(self, *options: str | Path, **changes: str) -> Outcome:
        """Build the site, into ``site/`` if no option says otherwise."""
        return run("-m", "mkdocs", "build", *options, cwd=self.root, **changes)

    def check(self, *arguments: str | Path, **changes: str) -> Outcome:
        """Run ``python -m mergeguide check`` of this project on this project."""
        own = {"PYTHONPATH": str(self.root / "hooks")} | changes
        return run("-m", "mergeguide", "check", *arguments, cwd=self.root, **own)

    def sync_translations(self) -> None:
        """Record that every translation says what its source says, however far the real ones are."""
        arguments = ("translations", "sync", "--all", "--acknowledge", "As it was read.")
        outcome = run("-m", "mergeguide", *arguments, cwd=self.root, PYTHONPATH=str(self.root / "hooks"))
        assert outcome.status == 0, outcome.output


CopyProject = Callable[..., Project]
"""The fixture ``project_copy``: takes the edits, gives the copy."""


def copy_project(
    into: Path, edits: Mapping[str, tuple[str, str]] | None = None, *, with_cache: bool = False
) -> Project:
    """Copy what a site is built from, and replace in each named file a text that stands there once.

    Args:
        with_cache: copy also what builds of the real project have kept, so that the copy's take half as long: they
            are the same with it and without it, which ``test_builds_with_a_cache`` holds.
    """
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, into / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            into.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, into / part)
    if with_cache:
        _copy_cache(into / FOLDER)
    project = Project(into)
    for name, (old, new) in (edits or {}).items():
        project.edit(name, old, new)
    return project


def _copy_cache(into: Path) -> None:
    into.mkdir(parents=True, mode=0o700)
    for entry in (ROOT / FOLDER).glob("*"):
        with suppress(FileNotFoundError):  # What another process is about to write there goes under another name.
            shutil.copyfile(entry, into / entry.name)


def git(root: Path, *arguments: str | Path) -> str:
    """Run git in a folder as nobody in particular, whatever the person at this machine has set; what it prints."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = ["git", *settings, *map(str, arguments)]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def commit(root: Path) -> None:
    """Put a project under git and commit its pages and data."""
    for arguments in (("init", "-q", "-b", "main"), ("add", "docs"), ("commit", "-qm", "begin")):
        git(root, *arguments)
