"""Chromium by Playwright."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from opening import CLIPBOARD
from playwright.sync_api import Browser, Error, Page
from window import TELEPHONE, Unreachable, as_text, wrapped

LEAVING = ("context was destroyed", "navigating", "navigation")
"""Words in the errors of a page that is being left."""


class ChromiumWindow:
    """One window in a profile of its own."""

    def __init__(self, page: Page, *, finger: bool) -> None:
        self._page = page
        self._finger = finger
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        # A question that the page asks is answered with yes.
        page.on("dialog", lambda dialog: dialog.accept())

    def open(self, address: str) -> None:
        """Go to an address."""
        self._page.goto(address)

    def reload(self) -> None:
        """Load the page anew."""
        self._page.reload()

    def back(self) -> None:
        """Go back."""
        self._page.go_back()

    def run(self, function: str, *given: Any) -> Any:
        """Run a JavaScript function in the page."""
        try:
            return json.loads(self._page.evaluate(wrapped(function), as_text(given)))
        except Error as error:
            if any(words in error.message for words in LEAVING):
                raise Unreachable(error.message) from error
            raise

    def press(self, keys: str) -> None:
        """Press a key, held with others."""
        self._page.keyboard.press(keys)

    def type(self, text: str) -> None:
        """Press a key for each character."""
        self._page.keyboard.type(text)

    def click(self, x: float, y: float) -> None:
        """Press the mouse or a finger at a place of what is in view."""
        (self._page.touchscreen.tap if self._finger else self._page.mouse.click)(x, y)

    def picture(self) -> bytes:
        """What is in view, as a PNG."""
        return self._page.screenshot()


class Chromium:
    """The Chromium that readers have, windows and all."""

    name = "chromium"

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @contextmanager
    def window(self, width: int, height: int, frame: str) -> Iterator[ChromiumWindow]:
        """Open a window whose page has that size; the frame that WebKitGTK needs is none of its business."""
        finger = width < TELEPHONE
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, has_touch=finger, permissions=[*CLIPBOARD]
        )
        try:
            yield ChromiumWindow(context.new_page(), finger=finger)
        finally:
            context.close()
