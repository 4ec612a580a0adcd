"""The page for what is not found: in the handbook's language and with its look, at any depth, under any path."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.handbooks import built


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host as those of static pages are: what is not found gets the handbook's own page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with it."""
        page = (Path(self.directory) / "under" / "book" / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to the tests."""


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An address that leads nowhere, below a site that does not know where it stands."""
    folder = tmp_path_factory.mktemp("lost")
    (folder / "host" / "under").mkdir(parents=True)
    built(folder / "written").rename(folder / "host" / "under" / "book")
    handler = functools.partial(_Host, directory=str(folder / "host"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/under/book/roles/deep/nothing.html"
    server.shutdown()


def test_it_finds_its_site(lost: str, page: Page) -> None:
    """Its look, its lookup and its links are those of any page."""
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text) if "Security Policy" in message.text else None)
    page.goto(lost)
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
    assert page.title() == "没有这一页 - 手册"
    header = page.locator("header.md-header")
    assert header.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(15, 82, 87)"
    page.get_by_role("combobox").fill("鞠躬")
    expect(page.get_by_role("option").first).to_contain_text("鞠躬30度")
    page.goto(lost)
    page.get_by_role("link", name="回首页").click()
    expect(page).to_have_url(lost.replace("roles/deep/nothing.html", "index.html"))
    assert broken == []


def test_it_can_be_read_without_scripts(lost: str, browser: Browser) -> None:
    """Plain, and nothing of what cannot work then is shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lost)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("header.md-header")).to_be_hidden()
    context.close()
