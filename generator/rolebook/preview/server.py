"""Serves a site that changes, on this computer alone, and tells its pages when they did."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
from collections.abc import Sequence
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from rolebook.errors import Say
from rolebook.preview.fault import Fault

HOST = "127.0.0.1"
OWN = "/_preview/"
"""What stands below it belongs to no site."""
HERE = Path(__file__).parent
PATIENCE = 20.0
"""Seconds until a page that asks is told that nothing changed."""
_TAGS = f'<link rel="stylesheet" href="{OWN}overlay.css"><script src="{OWN}overlay.js" data-edition="{{}}"></script>'
_FIRST = "<!doctype html><meta charset=utf-8><title>Rolebook</title><body><p>{}</p></body>"


def _edition(page: bytes) -> str:
    """Return what tells one content of a page from others."""
    return hashlib.sha256(page).hexdigest()[:16]


class State:
    """What there is to tell: the faults of what was saved last. Threads wait for it to change."""

    def __init__(self, folder: Path, say: Say) -> None:
        self.folder, self.say = folder, say
        self._faults: tuple[Fault, ...] = ()
        self._changed = threading.Condition()

    def change(self, faults: Sequence[Fault] = ()) -> None:
        """Tell that pages, or the faults, have changed."""
        with self._changed:
            self._faults = tuple(faults)
            self._changed.notify_all()

    def told(self, page: str, known: str) -> bytes:
        """Return what the page at a path is to show, as soon as that is not what it knows."""
        with self._changed:
            self._changed.wait_for(lambda: self._of(page)["known"] != known, PATIENCE)
            return json.dumps(self._of(page)).encode()

    def _of(self, page: str) -> dict[str, Any]:
        faults = [fault._asdict() for fault in self._faults]
        title = self.say("preview-faults", n=len(faults)).text
        edition = _edition(file.read_bytes() if (file := self._file(page)) else b"")
        return {"known": f"{edition}-{hash(self._faults)}", "edition": edition, "faults": faults, "title": title}

    def _file(self, page: str) -> Path | None:
        path = self.folder / unquote(urlsplit(page).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() and path.resolve().is_relative_to(self.folder.resolve()) else None


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, pages with what listens for changes, and what is told of these."""

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self.state = state
        super().__init__(*arguments, directory=str(state.folder), **options)

    def do_GET(self) -> None:
        """Answer a browser of this computer; a page elsewhere that found the way here is told nothing."""
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in (HOST, "localhost"):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        asked = urlsplit(self.path)
        if asked.path == f"{OWN}state":
            query = {key: values[0] for key, values in parse_qs(asked.query).items()}
            self._send(self.state.told(query.get("page", "/"), query.get("known", "")), "application/json")
        elif asked.path.startswith(OWN):
            name = asked.path.removeprefix(OWN)
            kind = {"overlay.js": "text/javascript", "overlay.css": "text/css"}.get(name)
            if kind:
                self._send((HERE / name).read_bytes(), kind)
            else:
                self.send_error(HTTPStatus.NOT_FOUND)
        elif asked.path.endswith(("/", ".html")):
            path = Path(self.translate_path(self.path))
            self._page(path / "index.html" if asked.path.endswith("/") else path)
        else:
            super().do_GET()

    def _page(self, file: Path) -> None:
        there = file.is_file()
        lost = self.state.folder / "404.html"
        first = _FIRST.format(escape(self.state.say("preview-first").text)).encode()
        html = file.read_bytes() if there else lost.read_bytes() if lost.is_file() else first
        head, end, tail = html.rpartition(b"</body>")
        tags = _TAGS.format(_edition(html if there else b"")).encode()
        self._send(head + tags + end + tail, "text/html", HTTPStatus.OK if there else HTTPStatus.NOT_FOUND)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Let nothing be kept: the next load must show what was saved."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing of requests: who writes wants to read of his lines."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away meanwhile, as each does that is shown another page."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(state: State, port: int) -> ThreadingHTTPServer:
    """Begin to serve; ends with the process, or by `shutdown`. Raises OSError where the port is taken."""
    server = _Server((HOST, port), partial(_Handler, state=state))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
