"""A web server as hosts of static sites are: what is text goes over the line compressed."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md")


@lru_cache(256)
def compressed(file: Path) -> bytes:
    """A file as it goes over the line."""
    return gzip.compress(file.read_bytes(), 6)


class _Handler(SimpleHTTPRequestHandler):
    """Files, those of text compressed, which browsers may keep."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BinaryIO | None:
        """Send the headers, and give what is to follow."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return None
        content = compressed(file) if file.suffix in _TEXT else file.read_bytes()
        self.send_response(200)
        self.send_header(
            "Content-Type", self.guess_type(str(file)) + ("; charset=utf-8" if file.suffix in _TEXT else "")
        )
        if file.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000" if "assets" in file.parts else "max-age=600")
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


@contextmanager
def serving_compressed(folder: Path) -> Iterator[str]:
    """Serve a folder while the context lasts; the address ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
