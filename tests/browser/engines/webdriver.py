"""The classic WebDriver protocol over HTTP, as much of it as the journeys need."""

from __future__ import annotations

import http.client
import json
from typing import Any

from window import PATIENCE


class Refused(Exception):  # noqa: N818  # the protocol's own word for an error that it sends
    """The driver answered with an error.

    Attributes:
        error: its kind, as the protocol names it.
    """

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error


class Driver:
    """A driver that listens on a port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None, *, patience: float = PATIENCE) -> Any:
        """Send a command; the value that it answers.

        Args:
            patience: seconds after which no answer will come.

        Raises:
            Refused: the driver answered with an error.
            OSError: it does not listen.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=patience)
        try:
            sent = None if body is None else json.dumps(body).encode()
            connection.request(method, path, sent, {"Content-Type": "application/json; charset=utf-8"})
            value = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Refused(value["error"], value.get("message", ""))
        return value
