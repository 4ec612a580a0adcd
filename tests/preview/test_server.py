"""What browsers are told: pages with what listens, changes as they come, and nothing to pages from elsewhere."""

from __future__ import annotations

import http.client
import json
import socket
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from rolebook.language import language
from rolebook.preview import server
from rolebook.preview.fault import Fault
from rolebook.preview.server import State, serve

FAULT = Fault("docs/a.yml:1:1", "wrong", "write it right", "", "x", "")


@pytest.fixture
def state(tmp_path: Path) -> State:
    """Return the state of a site of one page."""
    folder = tmp_path / "site"
    (folder / "roles").mkdir(parents=True)
    (folder / "roles" / "岗位.html").write_text("<html><body>甲</body></html>", "utf-8")
    (folder / "404.html").write_text("<body>lost</body>", "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    return State(folder, language("zh").say)


@pytest.fixture
def port(state: State) -> Iterator[int]:
    """Return the port it is served at."""
    running = serve(state, 0)
    yield running.server_port
    running.shutdown()
    running.server_close()


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    """Return status and text of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def told(port: int, known: str = "") -> Any:
    """Return what the page is told."""
    return json.loads(get(port, f"/_preview/state?page={quote('/roles/岗位.html')}&known={known}")[1])


def test_a_page_comes_with_what_listens(port: int) -> None:
    """At its end, from this server; other files come as they are."""
    status, html = get(port, quote("/roles/岗位.html"))
    assert status == 200
    edition = told(port)["edition"]
    assert html == f"<html><body>甲{server._TAGS.format(edition)}</body></html>"
    for path in ("/_preview/overlay.js", "/_preview/overlay.css"):
        assert path in html
        assert get(port, path)[0] == 200


def test_what_is_not_found_listens_too(port: int) -> None:
    """It may be there after the next build."""
    status, html = get(port, "/roles/none.html")
    assert status == 404
    assert "lost" in html
    assert "overlay.js" in html


def test_before_the_first_build(state: State, port: int) -> None:
    """The reader is told that it is being made."""
    for path in sorted(state.folder.rglob("*.html")):
        path.unlink()
    assert state.say("preview-first").text in get(port, "/")[1]


@pytest.mark.parametrize(
    "path", ["/../secret.html", "/%2e%2e/secret.html", "/_preview/server.py", "/_preview/../secret.html"]
)
def test_nothing_beside_the_site_is_shown(port: int, path: str) -> None:
    """Neither what stands above it nor the preview's own program."""
    status, html = get(port, path)
    assert status == 404
    assert "secret" not in html


def test_a_page_from_elsewhere_is_told_nothing(port: int) -> None:
    """A name that leads here is no reason to show a handbook to whoever owns the name."""
    assert get(port, quote("/roles/岗位.html"), host="example.org")[0] == 421
    assert get(port, quote("/roles/岗位.html"), host=f"localhost:{port}")[0] == 200


def test_a_change_is_told_when_it_comes(state: State, port: int) -> None:
    """Who knows the page already waits for another edition of it."""
    first = told(port)
    assert first["faults"] == []
    found: list[Any] = []
    waiting = threading.Thread(target=lambda: found.append(told(port, first["known"])))
    waiting.start()
    (state.folder / "404.html").write_text("<body>other</body>", "utf-8")
    state.change()
    waiting.join(0.3)
    assert found == [], "another page changed"
    (state.folder / "roles" / "岗位.html").write_text("<body>乙</body>", "utf-8")
    state.change()
    waiting.join(20)
    assert found[0]["edition"] != first["edition"]


def test_faults_are_told_and_taken_back(state: State, port: int) -> None:
    """The page's edition stays the same meanwhile."""
    first = told(port)
    state.change([FAULT])
    second = told(port, first["known"])
    assert second["faults"] == [FAULT._asdict()]
    assert second["title"] == state.say("preview-faults", n=1).text
    state.change()
    third = told(port, second["known"])
    assert third == first
    assert second["edition"] == first["edition"]


def test_who_asks_in_vain_is_answered_all_the_same(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a connection would be held for ever."""
    monkeypatch.setattr(server, "PATIENCE", 0.05)
    first = told(port)
    assert told(port, first["known"]) == first


def test_a_browser_that_went_away_is_no_fault(state: State, port: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever writes is not told of it: his terminal is for his lines."""
    with socket.create_connection(("127.0.0.1", port)) as gone:
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closed without a word
        known = told(port)["known"]
        asked = f"/_preview/state?page={quote('/roles/岗位.html')}&known={known}"
        gone.sendall(f"GET {asked} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        time.sleep(0.2)
    for n in range(3):
        state.change([FAULT] * n)
        told(port)
    assert capfd.readouterr() == ("", "")
