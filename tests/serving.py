"""A plain web server for a built site, at the top of its host or below a sub-path."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

ServeFolder = Callable[..., str]
"""The fixture ``serve_folder``: takes a folder and ``below``, gives the address."""


REPORTS = "/policy-reports"
"""Where browsers send what a page's policy forbade."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


class _Handler(SimpleHTTPRequestHandler):
    """Files below one path; the nearest 404 page for what is not there, as hosts of static sites do."""

    def __init__(
        self,
        *arguments: object,
        below: str,
        beside: Mapping[str, str],
        reports: list[str] | None,
        **options: object,
    ) -> None:
        self.below = below
        self.beside = beside
        self.reports = reports
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a page that lies beside the folder, or with a file of the folder."""
        page = self.beside.get(urlsplit(self.path).path)
        # A browser that leaves a page hangs up in the middle of a file.
        with suppress(ConnectionError):
            if page is None:
                super().do_GET()
            else:
                self._send_page(HTTPStatus.OK, page.encode())

    def do_POST(self) -> None:
        """Keep what a browser reports."""
        said = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.reports is None or self.path != REPORTS:
            super().send_error(HTTPStatus.METHOD_NOT_ALLOWED)
            return
        self.reports.append(said)
        self.send_response(HTTPStatus.NO_CONTENT)
        super().end_headers()

    def end_headers(self) -> None:
        """Send a page's own policy as a header too: only from there is a browser told where to report."""
        policy = POLICY.search(self._html()) if self.reports is not None else None
        if policy:
            self.send_header("Content-Security-Policy", f"{policy[1]}; report-uri {REPORTS}")
        super().end_headers()

    def _html(self) -> str:
        path = urlsplit(self.path).path
        if path in self.beside:
            return self.beside[path]
        file = Path(self.translate_path(path))
        page = file / "index.html" if file.is_dir() else file
        return page.read_text(encoding="utf-8") if page.suffix == ".html" and page.is_file() else ""

    def translate_path(self, path: str) -> str:
        """The file of an address; none there is for an address outside of the sub-path."""
        if not path.startswith(self.below):
            return str(Path(self.directory, ".outside"))
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own 404 page."""
        page = self._not_found() if code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().send_error(code, message, explain)
            return
        self._send_page(code, page.read_bytes())

    def _send_page(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _not_found(self) -> Path | None:
        path = urlsplit(self.path).path
        if not path.startswith(self.below):
            return None
        site = Path(self.directory)
        folder = (site / path.removeprefix(self.below)).resolve()
        candidates = [folder, *folder.parents]
        return next((each / "404.html" for each in candidates if (each / "404.html").is_file()), None)

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


def free_port() -> int:
    """A port that nobody listens on at the moment; another program may be faster than who asks."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def serving(
    folder: Path, below: str = "/", beside: Mapping[str, str] | None = None, reports: list[str] | None = None
) -> Iterator[str]:
    """Serve a folder while the context lasts.

    Args:
        below: the path under which the folder lies on the host, with a slash at both ends.
        beside: pages of the same host that are no part of the folder: path → HTML.
        reports: gets what browsers say that a page's policy forbade, as JSON.

    Yields:
        The address of the folder, which ends with a slash.
    """
    assert below.startswith("/")
    assert below.endswith("/")
    handler = partial(_Handler, directory=str(folder), below=below, beside=beside or {}, reports=reports)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()
