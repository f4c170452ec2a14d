"""What a journey asks of an engine: the same for all three, so that a journey is written once.

Input is what the engine takes for a reader's own: keys and clicks go in where the system's would, not as events that
a script makes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

PATIENCE = 60
"""Seconds after which something will not happen any more; on a busy machine things take their time."""
BETWEEN_LOOKS = 0.02
TELEPHONE = 600
"""Below this width a screen is a telephone's, and is touched where the engine can be touched."""

RUN = "async (text) => JSON.stringify((await (FUNCTION)(...JSON.parse(text))) ?? null)"


class Unreachable(Exception):  # noqa: N818  # no error: a state that passes
    """The page is being left: there is nothing yet in which a script could run."""


class Window(Protocol):
    """One window with a profile of its own; it is closed with its engine's context manager.

    Attributes:
        said: what was written to the console, or thrown; empty for an engine that cannot tell.
    """

    said: list[str]

    def open(self, address: str) -> None:
        """Go to an address."""

    def reload(self) -> None:
        """Load the page anew, as the reader's own button does; may return before it is there."""

    def back(self) -> None:
        """Go back, as the reader's own button does; may return before the page is there."""

    def run(self, function: str, *given: Any) -> Any:
        """Run a JavaScript function in the page; what goes in and comes out crosses as JSON.

        Raises:
            Unreachable: the page is being left.
        """

    def press(self, keys: str) -> None:
        """Press a key, held with others: ``Tab``, ``Shift+Tab``, ``Control+v``, ``a``."""

    def type(self, text: str) -> None:
        """Press a key for each character."""

    def click(self, x: float, y: float) -> None:
        """Press the mouse, or a finger where the screen is a telephone's, at a place of what is in view."""

    def picture(self) -> bytes:
        """What is in view, as a PNG."""


class Engine(Protocol):
    """A browser that runs, or that starts quickly for each window."""

    name: str

    def window(self, width: int, height: int, frame: str) -> AbstractContextManager[Window]:
        """Open a window whose page has that size, in a profile of its own.

        Args:
            frame: the address of a page with nothing but a frame of the width that its query says, for an engine whose
                windows do not get as narrow as that.
        """


def wrapped(function: str) -> str:
    """A JavaScript function that takes and gives one text of JSON."""
    return RUN.replace("FUNCTION", function)


def as_text(given: tuple[Any, ...]) -> str:
    """The arguments of a wrapped function."""
    return json.dumps(given)


def wait_until(holds: Callable[[], Any], what: str) -> None:
    """Wait until something holds; a page that is being left meanwhile does not matter.

    Raises:
        TimeoutError: it never did; says ``what`` it was.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if holds():
                return
        except Unreachable:
            pass
        time.sleep(BETWEEN_LOOKS)
    raise TimeoutError(f"waited {PATIENCE} s in vain: {what}")
