"""WebKitGTK by its own driver, on a screen that nobody sees: it has no way to run without one."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import input_actions
from programs import running
from webdriver import Driver, Refused
from window import Unreachable, as_text, wait_until, wrapped

NARROWEST = 447
"""Below this width the window stops getting smaller; a page that is narrower stands in a frame."""
SCREEN = "1600x1200x24"
ATTEMPTS = 3
PATIENCE_AT_START = 20
"""Seconds for the browser to start, which takes one or two."""
LEAVING = ("no such frame", "no such window", "javascript error", "stale element reference", "unknown error")
"""Errors of a page that is being left."""


class WebKitWindow:
    """One window with a profile of its own; where the page is narrow, it stands in a frame in the upper left corner."""

    def __init__(self, driver: Driver, session: str, frame: str | None) -> None:
        self._driver = driver
        self._session = session
        self._framed = frame is not None
        self.said: list[str] = []
        if frame is not None:
            self._ask("POST", "url", {"url": frame})
            self._enter()

    def open(self, address: str) -> None:
        """Go to an address."""
        if not self._framed:
            self._ask("POST", "url", {"url": address})
            return
        self._leave()
        self._script(
            "const [address, done] = arguments; const [frame] = document.getElementsByTagName('iframe');"
            "frame.addEventListener('load', () => done(), { once: true }); frame.contentWindow.location = address;",
            address,
            wait=True,
        )
        self._enter()

    def reload(self) -> None:
        """Load the page anew: in a frame by itself, since the frame's own page stays."""
        if self._framed:
            self._script("location.reload()")
        else:
            self._ask("POST", "refresh", {})

    def back(self) -> None:
        """Go back: in a frame by itself, since the driver waits in vain for the frame's own page to change."""
        if self._framed:
            self._script("history.back()")
        else:
            self._ask("POST", "back", {})

    def run(self, function: str, *given: Any) -> Any:
        """Run a JavaScript function in the page."""
        script = (
            "const [text, done] = arguments;"
            f"({wrapped(function)})(text).then((said) => done([true, said]), (error) => done([false, String(error)]));"
        )
        try:
            if self._framed:
                self._enter()
            well, answer = self._script(script, as_text(given), wait=True)
        except Refused as refused:
            if refused.error in LEAVING:
                raise Unreachable(str(refused)) from refused
            raise
        if not well:
            raise RuntimeError(answer)
        return json.loads(answer)

    def press(self, keys: str) -> None:
        """Press a key, held with others."""
        self._act(input_actions.pressed(keys))

    def type(self, text: str) -> None:
        """Press a key for each character."""
        self._act(input_actions.typed(text))

    def click(self, x: float, y: float) -> None:
        """Press the mouse at a place of what is in view."""
        self._act(input_actions.clicked(x, y, finger=False))

    def picture(self) -> bytes:
        """What is in view, as a PNG."""
        return base64.b64decode(self._ask("GET", "screenshot"))

    def size(self, width: int, height: int) -> None:
        """Make the window's page that large."""
        self._leave()
        rest = [0, 0]

        def fits() -> bool:
            inner = self._script("return [innerWidth, innerHeight]")
            if inner == [width, height]:
                return True
            outer = self._ask("GET", "window/rect")
            rest[:] = [outer["width"] - inner[0], outer["height"] - inner[1]]
            self._ask("POST", "window/rect", {"width": width + rest[0], "height": height + rest[1]})
            return False

        wait_until(fits, f"the window's page is {width} by {height}")

    def _enter(self) -> None:
        self._leave()
        self._ask("POST", "frame", {"id": 0})

    def _leave(self) -> None:
        self._ask("POST", "frame", {"id": None})

    def _script(self, script: str, *given: Any, wait: bool = False) -> Any:
        return self._ask("POST", f"execute/{'async' if wait else 'sync'}", {"script": script, "args": list(given)})

    def _act(self, actions: input_actions.Actions) -> None:
        self._ask("POST", "actions", {"actions": actions})

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._driver.ask(method, f"/session/{self._session}/{path}", body)


class WebKit:
    """One browser; each window is a new one of it, and what the last one stored is erased."""

    name = "webkit"

    def __init__(self, driver: Driver, session: str) -> None:
        self._driver = driver
        self._session = session

    @contextmanager
    def window(self, width: int, height: int, frame: str) -> Iterator[WebKitWindow]:
        """Open a window whose page has that size, and close the one before; the last one stays, or the browser ends.

        Args:
            frame: the address of a page with nothing but a frame of the width that its query says.
        """
        opened = self._ask("POST", "window/new", {"type": "window"})["handle"]
        self._ask("DELETE", "window")
        self._ask("POST", "window", {"handle": opened})
        window = WebKitWindow(self._driver, self._session, f"{frame}?{width}" if width < NARROWEST else None)
        window.size(max(width, NARROWEST), height)
        yield window
        wait_until(lambda: window.run("() => { localStorage.clear(); return true }"), "what was stored is erased")

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._driver.ask(method, f"/session/{self._session}/{path}", body)


@contextmanager
def webkit(path: str, xvfb: str, folder: Path) -> Iterator[WebKit]:
    """Start a screen that nobody sees, and the driver and its browser on it."""
    screen = [xvfb, "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with ExitStack() as programs:
        shown = programs.enter_context(running(screen, folder / "screen"))
        wait_until(lambda: shown.check() or shown.printed.endswith("\n"), "Xvfb has a screen")
        # The ports of driver and browser are free when they are chosen; another program can be faster all the same.
        for attempt in range(1, ATTEMPTS + 1):
            with ExitStack() as tried:
                begun = _begin(tried, path, folder / f"driver-{attempt}", f":{shown.printed.strip()}")
                if begun:
                    programs.enter_context(tried.pop_all())
                    break
        else:
            raise RuntimeError(f"WebKitWebDriver starts no browser, {ATTEMPTS} times: {folder} has its words")
        yield begun


def _begin(programs: ExitStack, path: str, folder: Path, display: str) -> WebKit | None:
    port = _free_port()
    command = [path, f"--port={port}", "--host=127.0.0.1"]
    program = programs.enter_context(running(command, folder, {"DISPLAY": display}))
    driver = Driver(port)

    def listens() -> bool:
        program.check()
        try:
            return bool(driver.ask("GET", "/status")["ready"])
        except OSError:
            return False

    # A question that the page asks is answered with yes.
    wanted = {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}
    try:
        wait_until(listens, "WebKitWebDriver listens")
        session = driver.ask("POST", "/session", {"capabilities": wanted}, patience=PATIENCE_AT_START)["sessionId"]
    except (OSError, RuntimeError, Refused):
        return None
    return WebKit(driver, session)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
