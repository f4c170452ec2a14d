"""``mkdocs serve`` as a process whose log can be waited for."""

from __future__ import annotations

import errno
import queue
import subprocess
import sys
import threading
import time
import urllib.request
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from projects import PATIENCE, Project, environment
from serving import free_port

ATTEMPTS = 3
"""How often a preview is started whose port another program has taken meanwhile."""
TAKEN = f"OSError: [Errno {errno.EADDRINUSE}]"


class Preview:
    """A running preview."""

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        """Follow the log of a process."""
        self.address = address
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._ahead: deque[str | None] = deque()
        self._reader = threading.Thread(target=self._follow, args=(process,), daemon=True)
        self._reader.start()

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._lines.put(line.decode("utf-8").rstrip("\n"))
        self._lines.put(None)

    def log_until(self, words: str) -> str:
        """The log from where it was last read up to the first line with some words.

        Raises:
            AssertionError: the process ended, or the words did not come in time.
        """
        read: list[str] = []
        deadline = time.monotonic() + PATIENCE
        while True:
            line = self._ahead.popleft() if self._ahead else self._next_line(deadline)
            assert line is not None, f"The preview never said {words!r}, but:\n" + "\n".join(read)
            read.append(line)
            if words in line:
                return "\n".join(read)

    def found_its_port_taken(self) -> bool:
        """Wait until it serves, or has ended; whether another program had its port. The log is read from there anew."""
        deadline = time.monotonic() + PATIENCE
        while True:
            line = self._next_line(deadline)
            self._ahead.append(line)
            if line is None or "Serving on" in line:
                return any(TAKEN in line for line in self._ahead if line)

    def _next_line(self, deadline: float) -> str | None:
        try:
            return self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode("utf-8")

    def join(self) -> None:
        """Wait for the end of the log."""
        self._reader.join()


@contextmanager
def previewing(project: Project, *options: str, only: str = "") -> Iterator[Preview]:
    """Serve a project while the context lasts; one language alone where it is named."""
    for attempt in range(ATTEMPTS):
        with _started(project, *options, only=only) as preview:
            if not preview.found_its_port_taken() or attempt == ATTEMPTS - 1:
                yield preview
                return


@contextmanager
def _started(project: Project, *options: str, only: str) -> Iterator[Preview]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}", *options],
        cwd=project.root,
        env=environment(PYTHONUNBUFFERED="1", ONLY=only),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with process:
        preview = Preview(process, f"http://127.0.0.1:{port}/")
        try:
            yield preview
        finally:
            process.kill()
            preview.join()
