"""A host whose site is exchanged, goes away, and answers late: what a phone meets."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Host:
    """Serves a folder, which may be another one later, on loopback."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lacks: set[str] = set()
        """paths that it has not, whatever stands there"""
        self.late: set[str] = set()
        """paths that it does not answer for before it ends"""
        self.broken: set[str] = set()
        """paths for which it has nothing but a fault of its own"""
        self.asked: list[str] = []
        self.ended = threading.Event()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, host=self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        """Go away: nobody listens at the address any more."""
        if not self.ended.is_set():
            self.ended.set()
            self._server.shutdown()
            self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, host: Host) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))  # type: ignore[arg-type]  # handed on

    def do_GET(self) -> None:
        """Answer, or do not."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        self.host.asked.append(path)
        if path in self.host.late:
            self.host.ended.wait()
        elif path in self.host.lacks:
            self.send_error(404)
        elif path in self.host.broken:
            self.send_error(503)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Have the browser ask each time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to the tests."""


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """Serve a folder for the while."""
    host = Host(folder)
    try:
        yield host
    finally:
        host.end()
