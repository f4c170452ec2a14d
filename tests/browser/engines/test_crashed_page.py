"""A page of WebKitGTK that crashes is told at once, in its own test, and is not taken for one that is being left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from webdriver import Refused
from webkit import Session, WebKit, WebKitWindow


class CrashedDriver:
    """Says what WebKitWebDriver says once the page's process has ended: all errors alike, and no page any more."""

    def __init__(self, error: str) -> None:
        self._error = error

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Answer a command."""
        if path.endswith("/window/handles") and self._error != "invalid session id":
            return []
        raise Refused(self._error, "")


class RunningDriver:
    """A browser with one page after the other, each of the size that was asked for."""

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Answer a command."""
        command = path.split("/", 3)[-1]
        answers = {"window/handles": ["page-1"], "window/new": {"handle": "page-2"}, "execute/sync": [800, 600]}
        return [True, "1"] if command == "execute/async" else answers.get(command)


@pytest.fixture(params=["unknown error", "no such window", "invalid session id"])
def crashed(request: pytest.FixtureRequest) -> Session:
    """A browser whose page has crashed; while a command is answered, after that, and after its whole end."""
    return Session(CrashedDriver(request.param), "1")  # type: ignore[arg-type]


def test_crash_is_no_page_that_is_being_left(crashed: Session) -> None:
    """Neither a key nor a look at the page waits for what is never coming."""
    window = WebKitWindow(crashed, None)
    for use in (lambda: window.press("Tab"), lambda: window.run("() => 1")):
        with pytest.raises(RuntimeError, match="crashed"):
            use()


def test_next_window_is_of_a_new_browser(crashed: Session) -> None:
    """A crash costs one test."""
    sessions: Iterator[Session] = iter([crashed, Session(RunningDriver(), "2")])  # type: ignore[arg-type]
    with WebKit(lambda: next(sessions)).window(800, 600, "") as window:
        assert window.run("() => 1") == 1
