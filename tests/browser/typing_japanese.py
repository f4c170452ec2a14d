"""Typing through the browser's own input-method interface, as Japanese input does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import CDPSession, Page


@contextmanager
def input_method(page: Page) -> Iterator[InputMethod]:
    """Have an input method at work on a page; the page is left without it."""
    session = page.context.new_cdp_session(page)
    try:
        yield InputMethod(session)
    finally:
        session.detach()


class InputMethod:
    """An input method: text under composition is shown in the field, underlined, before it is settled."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session

    def compose(self, text: str) -> None:
        """Show some text that is still being converted."""
        end = len(text.encode("utf-16-le")) // 2
        self._session.send("Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end})

    def settle(self, text: str) -> None:
        """Settle on a conversion: the composition ends with that text."""
        self._session.send("Input.insertText", {"text": text})

    def press_enter(self) -> None:
        """The Enter that settles a conversion: browsers report it as a key of the input method (229)."""
        for kind in ("rawKeyDown", "keyUp"):
            self._session.send(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229},
            )
