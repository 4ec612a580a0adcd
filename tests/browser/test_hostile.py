"""Whatever authors write is text: no page of a hostile handbook runs, asks or loads anything, over HTTP or from disk.

And no page at all, of any kind, breaks its own policy: nothing is lost to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect

from rolebook import starter
from tests.browser import hostile
from tests.browser.conftest import WAYS, serving
from tests.conftest import mkdocs_build

LISTEN = """
addEventListener("securitypolicyviolation", (e) => console.error(`broken: ${e.violatedDirective} ${e.blockedURI}`));
"""
CLICKS = 6
"""How many of a page's buttons are clicked."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site. Most of a record's texts hold all attacks; without them nothing would be tested."""
    site, counted = hostile.made(tmp_path_factory.mktemp("hostile") / "book")
    assert sum(counted.values()) > 150, counted
    assert all(counted.values()), counted
    return site


@pytest.fixture(params=WAYS)
def root(request: pytest.FixtureRequest, attacked: Path) -> Iterator[str]:
    """The hostile site's address, over loopback and from disk."""
    if request.param == "file":
        yield f"{attacked.as_uri()}/"
    else:
        with serving(attacked.parent) as address:
            yield f"{address}book/"


class Watched:
    """A tab, and all that happens in it that must not."""

    def __init__(self, page: Page, root: str) -> None:
        self.page, self.root = page, root
        self.seen: list[str] = []
        page.add_init_script(LISTEN)
        page.on("dialog", self._dialog)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.seen.append(f"error {error}"))
        page.on("popup", lambda popup: self.seen.append(f"popup {popup.url}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def open(self, name: str) -> None:
        """Open a page and let it do what it does at rest."""
        self.page.goto(self.root + quote(name), wait_until="load")
        assert not self.page.evaluate("'hit' in window"), name

    def _dialog(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(message.text)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # which is that the tab went on
            self.seen.append(f"failed {request.url}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:")):
            self.seen.append(f"request {request.url}")


@pytest.fixture
def watched(browser: Browser, root: str) -> Iterator[Watched]:
    """A tab on the hostile site."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield Watched(context.new_page(), root)
    context.close()


def names(site: Path) -> list[str]:
    """Return every page of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_no_page_runs_what_authors_wrote(watched: Watched, attacked: Path) -> None:
    """Neither when it is opened, nor when one clicks its buttons, looks lines up, or is led on."""
    every = names(attacked)
    assert {name.split("/")[0] for name in every} >= {"404.html", "lines.html", "own.html", "sub", "quizzes", "zh-Hant"}
    assert any("onerror" in name for name in every)
    for name in every:
        if name == "404.html" and watched.root.startswith("file:"):
            continue  # servers show it
        watched.open(name)
        if not name.startswith("zh-Hant/"):
            for button in watched.page.locator("main button:visible").all()[:CLICKS]:
                if button.is_visible() and button.is_enabled():
                    button.click(timeout=5_000, force=True)
        assert not watched.page.evaluate("'hit' in window"), name
        assert watched.seen == [], name


@pytest.mark.parametrize("typed", ["onerror", "顾客", "hit"])
def test_lookup_runs_nothing(watched: Watched, attacked: Path, typed: str) -> None:
    """It shows the lines that hold attacks, and what was typed."""
    watched.open("index.html")
    watched.page.get_by_role("combobox").first.fill(typed)
    expect(watched.page.get_by_role("option").first).to_be_visible()
    watched.page.get_by_role("combobox").first.fill(f"<img src=x onerror={hostile.RUN}>")
    watched.page.wait_for_timeout(300)
    assert not watched.page.evaluate("'hit' in window")
    assert watched.seen == []


def test_what_does_come_in_does_not_run(browser: Browser, tmp_path: Path) -> None:
    """The policy holds by itself: a plugin writes attacks into every page, as a hole of ours would let them in."""
    site = hole(tmp_path)
    context = browser.new_context()
    watched = Watched(context.new_page(), f"{site.as_uri()}/")
    for name in ("index.html", "roles/receptionist.html", "own.html", "404.html"):
        watched.open(name)
        watched.page.locator("#planted").click()
        assert not watched.page.evaluate("'hit' in window"), name
        assert not [seen for seen in watched.seen if seen.startswith(("dialog", "popup", "error"))], name
    broken = {seen.split()[1] for seen in watched.seen if seen.startswith("broken: ")}
    assert broken == {"script-src-elem", "script-src-attr", "img-src", "style-src-attr", "frame-src", "base-uri"}
    context.close()


def hole(folder: Path) -> Path:
    """Build a handbook with such a plugin; return its site."""
    starter.init(folder / "book", "某公司", "zh")
    planted = (
        f"<script>{hostile.RUN}</script><img src=x onerror='{hostile.RUN}'>"
        f"<a id=planted href='javascript:{hostile.RUN}' style='position:fixed;inset:0'>x</a>"
        "<img src='https://evil.example/x.png'><base href='https://evil.example/'>"
        "<iframe src='https://evil.example/'></iframe>"
    )
    hook = f"PLANTED = {planted!r}\n"
    for event in ("page", "template"):
        hook += f"def on_post_{event}(output, **_):\n    return output.replace('<main', PLANTED + '<main')\n"
    (folder / "book" / "hook.py").write_text(hook, "utf-8")
    (folder / "book" / "docs" / "own.md").write_text("x\n", "utf-8")
    config = folder / "book" / "mkdocs.yml"
    text = re.sub("- rolebook:", "- rolebook:\n      posters: false", config.read_text("utf-8"))
    config.write_text(f"{text}\nhooks: [hook.py]\n", "utf-8")
    done = mkdocs_build(folder / "book", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"
