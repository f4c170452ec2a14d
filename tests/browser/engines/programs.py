"""Where the engines' programs are, and processes that end with the tests, however these end."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

KEEPER = """
exec 3<&0 0</dev/null
trap : TERM
"$@" 3<&- &
child=$!
(trap : TERM; read -r _ <&3; kill -s TERM 0; sleep 10; kill -s KILL 0) &
wait "$child"
wait "$child"
kill -s KILL 0
"""
"""Runs a program until it ends, or until the other end of its own standard input is closed: by a test that is done, or
because the tests themselves were killed. Whatever the program has started ends with it."""
ENVIRONMENT = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none"}
"""The same words and orders of dates everywhere; no looking for a service that reads screens out."""


PRINTED, COMPLAINED = "printed.txt", "complained.txt"


def find(variable: str, *names: str) -> str | None:
    """The program that an environment variable names, or else the first one that is installed.

    A variable that is empty says that there is none: ``make`` has looked for it.
    """
    named = os.environ.get(variable)
    return (named or None) if named is not None else next(filter(None, map(shutil.which, names)), None)


class Program:
    """A program that runs.

    Attributes:
        folder: its own folder: home and settings, too.
    """

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self._process = process
        self.folder = folder

    @property
    def printed(self) -> str:
        """What it has written to its standard output."""
        return (self.folder / PRINTED).read_text("utf-8", "replace")

    def runs(self) -> bool:
        """True: it still runs.

        Raises:
            RuntimeError: it has ended; with its last words.
        """
        if self._process.poll() is not None:
            complained = (self.folder / COMPLAINED).read_text("utf-8", "replace")
            raise RuntimeError(f"{self._process.args!s} has ended: {complained[-2000:]}")
        return True


@contextmanager
def running(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Program]:
    """Run a program while the context lasts, with a home of its own: a person's settings stay as they are.

    Args:
        folder: where it may write; made if it is not there.
        environment: for it, beside the usual.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
    with (folder / PRINTED).open("wb") as printed, (folder / COMPLAINED).open("wb") as complained:
        process = subprocess.Popen(
            ["sh", "-c", KEEPER, "keeper", *command],
            env={**os.environ, **ENVIRONMENT, **own, **(environment or {})},
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=printed,
            stderr=complained,
            start_new_session=True,
        )
    with process:  # which closes its standard input, and waits
        yield Program(process, folder)
