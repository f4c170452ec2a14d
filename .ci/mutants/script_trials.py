"""A session of pytest that tries its tests on one site after another, as it is told: each in a fork of its own.

What takes long is done once: the tests are collected, the data is read, the site is built. A fork has a browser of its
own, and its tests share tabs as they always do; with it goes all that a mutant may have left, an endless loop as well.

Each line that comes by the socket whose number is in ``TRIALS`` is a trial, and is answered by a line. The first line
that goes out names the tests, and says of each whether it runs modules by themselves on a page that nobody touches.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn, TextIO

import pytest
from hypothesis import Phase, settings
from mutated_site import MutatedSite
from playwright.sync_api import Browser, BrowserContext

PATIENCE = 5_000
"""Milliseconds that Playwright waits for what should come. It comes at once, or a mutant keeps it from coming."""

TO_END = 30.0
"""Seconds in which a fork ends after its last test."""

settings.register_profile("trials", database=None, derandomize=True, phases=[Phase.explicit, Phase.generate])

REACHED = "__reached"
OF_INSTRUMENTED = f"""(() => {{
  const told = new Set();
  globalThis.stryMutAct_9fa48 = () => false;
  globalThis.stryCov_9fa48 = (...numbers) => {{
    if (told.has(numbers[0])) return;
    told.add(numbers[0]);
    globalThis.{REACHED}(numbers.map(Number));
  }};
}})()"""
"""What instrumented modules call: each place is told once in a page."""


def pytest_configure(config: pytest.Config) -> None:
    """Take over the running of tests."""
    settings.load_profile("trials")
    config.pluginmanager.register(Trials(socket.socket(fileno=int(os.environ["TRIALS"]))))


class Trials:
    """The sites to come, and what becomes of the tests on each."""

    def __init__(self, other: socket.socket) -> None:
        self._lines = other.makefile("rw", encoding="utf-8")
        self._items: dict[str, pytest.Item] = {}
        self._fork: TextIO | None = None
        self._failed = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try what is asked for until nothing more is."""
        # Only now do the folders of the tests stand in the path.
        from mergeguide.loading import load
        from projects import ROOT, Project
        from workers import once

        load(ROOT)
        own = Path(session.config.option.basetemp).parent
        # Where the fixture for the built site looks for it.
        built = own / "built"
        built.mkdir()
        once(built, lambda: Project(ROOT).build("--strict", "--site-dir", built / "site"))
        site = MutatedSite(ROOT, built / "site", own / "project")
        temporary = own / "temporary"
        temporary.mkdir()
        self._items = {item.nodeid: item for item in session.items}
        self._say(
            {"tests": {name: "untouched" in getattr(item, "fixturenames", ()) for name, item in self._items.items()}}
        )
        for line in self._lines:
            trial = json.loads(line)
            site.put(trial["modules"])
            self._say(self._tried(trial, temporary))
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember that a test has failed, and say of the fork's test how it went."""
        if report.failed:
            self._failed = True
            self._tell({"failed": report.nodeid, "said": report.longreprtext[-2_000:]})

    def _say(self, message: object) -> None:
        self._lines.write(json.dumps(message) + "\n")
        self._lines.flush()

    def _tell(self, message: object) -> None:
        assert self._fork
        self._fork.write(json.dumps(message) + "\n")
        self._fork.flush()

    def _tried(self, trial: dict[str, Any], temporary: Path) -> dict[str, Any]:
        """Run a trial in a fork, which is ended where a test takes too long."""
        # What browsers still write when they are ended may keep the folder of the last trial from going.
        temporary = Path(tempfile.mkdtemp(dir=temporary))
        reading, writing = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(reading)
            os.setsid()
            with os.fdopen(writing, "w", encoding="utf-8") as self._fork:
                self._run(trial, temporary)
        os.close(writing)
        result: dict[str, Any] = {"passed": {}, "reached": []}
        with os.fdopen(reading, "rb", buffering=0) as told:
            for message in _messages(told.fileno(), trial["limits"]):
                if passed := message.pop("passed", None):
                    result["passed"] |= passed
                result["reached"] += message.pop("reached", [])
                result |= message
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        shutil.rmtree(temporary, ignore_errors=True)
        return result

    def _run(self, trial: dict[str, Any], temporary: Path) -> NoReturn:
        """In the fork: one test after another until one fails."""
        os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
        _prepare_contexts(self._tell if trial["counts"] else None)
        items = [self._items[name] for name in trial["tests"]]
        try:
            for item, following in zip(items, [*items[1:], items[-1]], strict=True):
                begun = time.monotonic()
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self._failed:
                    break
                self._tell({"passed": {item.nodeid: time.monotonic() - begun}})
            self._tell({"ended": True})
        finally:
            sys.stdout.flush()
            os._exit(0)


def _messages(told: int, limits: Sequence[float]) -> Iterator[dict[str, Any]]:
    """What a fork tells, until it ends or tells nothing for longer than its test may take."""
    waiting, buffer = iter(limits), b""
    end = time.monotonic() + next(waiting)
    while True:
        ready, _, _ = select.select([told], [], [], max(0, end - time.monotonic()))
        if not ready:
            yield {"hung": True}
            return
        read = os.read(told, 1 << 16)
        if not read:
            return
        *lines, buffer = (buffer + read).split(b"\n")
        for line in lines:
            message = json.loads(line)
            if "passed" in message:
                end = time.monotonic() + next(waiting, TO_END)
            yield message
            if "ended" in message:
                return


def _prepare_contexts(tell: Any) -> None:
    """Let no context wait for long; with ``tell``, let its pages say what they reach."""
    new_context = Browser.new_context

    def prepared(self: Browser, **options: Any) -> BrowserContext:
        context = new_context(self, **options)
        context.set_default_timeout(PATIENCE)
        if tell:
            context.expose_binding(REACHED, lambda _, numbers: tell({"reached": numbers}))
            context.add_init_script(OF_INSTRUMENTED)
        return context

    Browser.new_context = prepared  # type: ignore[method-assign]
