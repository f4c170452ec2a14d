"""WebKitGTK by its own driver, on a screen that nobody sees: it has no way to run without one."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import input_actions
from programs import running
from webdriver import Driver, Refused
from window import Unreachable, as_text, wait_until, wrapped

from serving import free_port

NARROWEST = 447
"""Below this width the window stops getting smaller; a page that is narrower stands in a frame."""
SCREEN = "1600x1200x24"
ATTEMPTS = 3
PATIENCE_AT_START = 20
"""Seconds for the browser to start, which takes one or two."""
LEAVING = ("no such frame", "no such window", "javascript error", "stale element reference", "unknown error")
"""Errors of a page that is being left."""
DRAWING = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
"""Pages are drawn without OpenGL: on a busy machine Mesa's renderer was seen to crash, and the page with it."""


class Session:
    """A browser as its driver knows it."""

    def __init__(self, driver: Driver, name: str) -> None:
        self._driver = driver
        self._name = name

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Send a command; the value that it answers.

        Raises:
            Refused: the driver answered with an error.
            RuntimeError: the page's process has ended. The driver says "unknown error" then, as it does of a page that
                is being left, but this one is never coming.
        """
        try:
            return self._driver.ask(method, f"/session/{self._name}/{path}", body)
        except Refused as refused:
            if not self.runs():
                raise RuntimeError(f"WebKit's page has crashed ({refused})") from refused
            raise

    def runs(self) -> bool:
        """Whether it still has a page."""
        try:
            return bool(self._driver.ask("GET", f"/session/{self._name}/window/handles"))
        except Refused:
            return False


class WebKitWindow:
    """One window with a profile of its own; where the page is narrow, it stands in a frame in the upper left corner."""

    def __init__(self, session: Session, frame: str | None) -> None:
        self._ask = session.ask
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


class WebKit:
    """One browser; each window is a new one of it, and what the last one stored is erased.

    A page that crashes costs its own test, and the next one has a new browser.
    """

    name = "webkit"

    def __init__(self, begin: Callable[[], Session]) -> None:
        self._begin = begin
        self._session = begin()

    @contextmanager
    def window(self, width: int, height: int, frame: str) -> Iterator[WebKitWindow]:
        """Open a window whose page has that size, and close the one before; the last one stays, or the browser ends.

        Args:
            frame: the address of a page with nothing but a frame of the width that its query says.
        """
        if not self._session.runs():
            self._session = self._begin()
        ask = self._session.ask
        opened = ask("POST", "window/new", {"type": "window"})["handle"]
        ask("DELETE", "window")
        ask("POST", "window", {"handle": opened})
        window = WebKitWindow(self._session, f"{frame}?{width}" if width < NARROWEST else None)
        window.size(max(width, NARROWEST), height)
        yield window
        wait_until(lambda: window.run("() => { localStorage.clear(); return true }"), "what was stored is erased")


@contextmanager
def webkit(path: str, xvfb: str, folder: Path) -> Iterator[WebKit]:
    """Start a screen that nobody sees, and the driver and its browser on it."""
    screen = [xvfb, "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with ExitStack() as programs:
        shown = programs.enter_context(running(screen, folder / "screen"))
        wait_until(lambda: shown.runs() and shown.printed.endswith("\n"), "Xvfb has a screen")
        display = f":{shown.printed.strip()}"
        attempts = itertools.count(1)

        def begin() -> Session:
            # The ports of driver and browser are free when they are chosen; another program can be faster all the same.
            for attempt in itertools.islice(attempts, ATTEMPTS):
                with ExitStack() as tried:
                    if begun := _begin(tried, path, folder / f"driver-{attempt}", display):
                        programs.enter_context(tried.pop_all())
                        return begun
            raise RuntimeError(f"WebKitWebDriver starts no browser, {ATTEMPTS} times: {folder} has its words")

        yield WebKit(begin)


def _begin(programs: ExitStack, path: str, folder: Path, display: str) -> Session | None:
    port = free_port()
    command = [path, f"--port={port}", "--host=127.0.0.1"]
    program = programs.enter_context(running(command, folder, {"DISPLAY": display, **DRAWING}))
    driver = Driver(port)

    def listens() -> bool:
        program.runs()
        try:
            return bool(driver.ask("GET", "/status")["ready"])
        except OSError:
            return False

    # A question that the page asks is answered with yes.
    wanted = {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}
    try:
        wait_until(listens, "WebKitWebDriver listens")
        name = driver.ask("POST", "/session", {"capabilities": wanted}, patience=PATIENCE_AT_START)["sessionId"]
    except (OSError, RuntimeError, Refused):
        return None
    return Session(driver, name)
