"""WebDriver BiDi over a web socket: commands with their answers, and what the browser tells of its own accord."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect
from window import PATIENCE

Told = dict[str, Any]
"""What came with an event, or with an answer."""


class Refused(Exception):  # noqa: N818  # the protocol's own word for an error that it sends
    """The browser answered with an error.

    Attributes:
        error: its kind, as the protocol names it.
    """

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error


class Bidi:
    """A connection to one browser.

    Attributes:
        hear: called with each event's name and content.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.hear: Callable[[str, Told], None] = lambda event, told: None

    def ask(self, method: str, **parameters: Any) -> Told:
        """Send a command and wait for its answer; events that come before it are heard.

        Raises:
            Refused: the browser answered with an error.
        """
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message.get("type") == "event":
                self.hear(message["method"], message["params"])
            elif message.get("id") == self._number:
                if message["type"] == "error":
                    raise Refused(message["error"], message["message"])
                return dict(message["result"])


@contextmanager
def connected(address: str) -> Iterator[Bidi]:
    """Be connected to a browser while the context lasts."""
    with connect(address, open_timeout=PATIENCE, ping_interval=None, max_size=None, proxy=None) as socket:
        yield Bidi(socket)
