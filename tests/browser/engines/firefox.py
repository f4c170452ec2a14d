"""Firefox by WebDriver BiDi on its own port: what drives others, geckodriver, is in no distribution."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import input_actions
from bidi import Bidi, Refused, Told, connected
from programs import Program, running
from window import TELEPHONE, Unreachable, as_text, wait_until, wrapped

PREFERENCES = {
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "general.smoothScroll": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
    # Pages that are left are kept whole, as for readers.
    "browser.sessionhistory.max_total_viewers": 4,
}
LEAVING = ("no such frame", "no such window", "unknown error", "no such node")
"""Errors of a page that is being left."""
ABORTED = "NS_BINDING_ABORTED"
"""What Firefox itself writes, with no place in a script, where a page is left while its requests are under way."""


class FirefoxWindow:
    """One tab in a profile of its own."""

    def __init__(self, bidi: Bidi, context: str, *, finger: bool) -> None:
        self._bidi = bidi
        self.context = context
        self._finger = finger
        self.said: list[str] = []

    def open(self, address: str) -> None:
        """Go to an address."""
        self._bidi.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def reload(self) -> None:
        """Load the page anew."""
        self._bidi.ask("browsingContext.reload", context=self.context, wait="complete")

    def back(self) -> None:
        """Go back."""
        self._bidi.ask("browsingContext.traverseHistory", context=self.context, delta=-1)

    def run(self, function: str, *given: Any) -> Any:
        """Run a JavaScript function in the page."""
        try:
            answer = self._bidi.ask(
                "script.callFunction",
                functionDeclaration=wrapped(function),
                arguments=[{"type": "string", "value": as_text(given)}],
                target={"context": self.context},
                awaitPromise=True,
            )
        except Refused as refused:
            if refused.error in LEAVING:
                raise Unreachable(str(refused)) from refused
            raise
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def press(self, keys: str) -> None:
        """Press a key, held with others."""
        self._act(input_actions.pressed(keys))

    def type(self, text: str) -> None:
        """Press a key for each character."""
        self._act(input_actions.typed(text))

    def click(self, x: float, y: float) -> None:
        """Press the mouse or a finger at a place of what is in view."""
        self._act(input_actions.clicked(x, y, finger=self._finger))

    def picture(self) -> bytes:
        """What is in view, as a PNG."""
        return base64.b64decode(self._bidi.ask("browsingContext.captureScreenshot", context=self.context)["data"])

    def _act(self, actions: input_actions.Actions) -> None:
        self._bidi.ask("input.performActions", context=self.context, actions=actions)


class Firefox:
    """A Firefox that runs."""

    name = "firefox"

    def __init__(self, bidi: Bidi) -> None:
        self._windows: list[FirefoxWindow] = []
        self._bidi = bidi
        bidi.hear = self._hear
        # A question that the page asks is answered with yes.
        bidi.ask("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "accept"}}})
        bidi.ask("session.subscribe", events=["log.entryAdded"])

    def _hear(self, event: str, told: Told) -> None:
        context = told.get("source", {}).get("context")
        for window in self._windows:
            own = told.get("type") == "javascript" and told.get("text") == ABORTED and "stackTrace" not in told
            if event == "log.entryAdded" and window.context == context and not own:
                window.said.append(str(told["text"]))

    @contextmanager
    def window(self, width: int, height: int, frame: str) -> Iterator[FirefoxWindow]:
        """Open a window whose page has that size; the frame that WebKitGTK needs is none of its business."""
        profile = self._bidi.ask("browser.createUserContext")["userContext"]
        context = self._bidi.ask("browsingContext.create", type="tab", userContext=profile)["context"]
        self._bidi.ask("browsingContext.setViewport", context=context, viewport={"width": width, "height": height})
        window = FirefoxWindow(self._bidi, context, finger=width < TELEPHONE)
        self._windows.append(window)
        try:
            yield window
        finally:
            self._windows.remove(window)
            self._bidi.ask("browser.removeUserContext", userContext=profile)


@contextmanager
def firefox(path: str, folder: Path) -> Iterator[Firefox]:
    """Start Firefox, with nothing on a screen and a new profile in ``folder``."""
    profile = folder / "profile"
    profile.mkdir(parents=True)
    # Its sandbox keeps the processes that draw pages from fonts elsewhere: they would draw a box for each character.
    fonts = {"security.sandbox.content.read_path_whitelist": f"{Path(os.environ['FONTCONFIG_FILE']).parent}/"}
    preferences = {**PREFERENCES, **fonts}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with running(command, folder) as program, connected(_address(program, profile)) as bidi:
        yield Firefox(bidi)


def _address(program: Program, profile: Path) -> str:
    """Where it listens: it chose a free port and wrote it down."""
    file = profile / "WebDriverBiDiServer.json"
    wait_until(lambda: program.runs() and file.is_file() and file.stat().st_size > 0, "Firefox listens")
    told = json.loads(file.read_text(encoding="utf-8"))
    return f"ws://{told['ws_host']}:{told['ws_port']}/session"
