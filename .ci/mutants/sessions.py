"""Sessions of pytest that wait for trials (``script_trials.py``), each a process of its own with a site of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
OWN = Path(__file__).resolve().parent


class Session:
    """One that has collected its tests and built its site."""

    def __init__(self, root: Path, folder: Path, tests: Sequence[str]) -> None:
        """Start it.

        Args:
            folder: for all that it writes; what lies there goes.
            tests: files of tests.
        """
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        ours, theirs = socket.socketpair()
        self._log = folder / "log"
        with theirs, self._log.open("w") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "pytest", "-p", "script_trials", "-p", "no:cacheprovider"),
                    *("-m", "not whole", "--basetemp", str(folder / "own"), *tests),
                ],
                cwd=root,
                # As one of several processes of a run it finds the site that is built once for them.
                env={
                    **os.environ,
                    "PYTEST_XDIST_WORKER": "gw0",
                    "PYTHONPATH": f"{OWN}:{root / 'hooks'}",
                    "TRIALS": str(theirs.fileno()),
                },
                pass_fds=[theirs.fileno()],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._lines = ours.makefile("rw", encoding="utf-8")
        self.tests: Mapping[str, bool] = self._answer()["tests"]

    def tried(
        self, modules: Mapping[str, str], tests: Sequence[str], limits: Sequence[float], *, counts: bool = False
    ) -> dict[str, Any]:
        """What became of some tests on a site with other modules, until one failed or took longer than its limit.

        Args:
            counts: the modules are instrumented ones, and what they reach is to be told.
        """
        trial = {"modules": modules, "tests": tests, "limits": limits, "counts": counts}
        self._lines.write(json.dumps(trial) + "\n")
        self._lines.flush()
        return self._answer()

    def end(self) -> None:
        """No trial is left."""
        self._lines.close()
        self._process.wait()

    def _answer(self) -> dict[str, Any]:
        line = self._lines.readline()
        if not line:
            self._process.wait()
            raise SystemExit(f"mutants: pytest ended; its last words:\n{self._log.read_text(encoding='utf-8')[-3000:]}")
        answer: dict[str, Any] = json.loads(line)
        return answer


class Sessions:
    """Several, of which each does what comes next."""

    def __init__(self, number: int, root: Path, folder: Path, tests: Sequence[str]) -> None:
        """Start them, with a folder for each."""
        self._pool = ThreadPoolExecutor(number)
        self._all = list(self._pool.map(lambda index: Session(root, folder / str(index), tests), range(number)))
        self._free = SimpleQueue[Session]()
        for session in self._all:
            self._free.put(session)

    @property
    def tests(self) -> Mapping[str, bool]:
        """The names of all tests, and whether each runs modules by themselves."""
        return self._all[0].tests

    def each(self, work: Callable[[Session, T], R], things: Sequence[T]) -> list[R]:
        """What comes of some work on each of several things, in their order."""

        def with_one(thing: T) -> R:
            session = self._free.get()
            try:
                return work(session, thing)
            finally:
                self._free.put(session)

        return list(self._pool.map(with_one, things))

    def end(self) -> None:
        """No trial is left."""
        for session in self._all:
            session.end()
        self._pool.shutdown()
