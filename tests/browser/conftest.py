"""The site over loopback and from disk, and a profile and a tab to open it in."""

from __future__ import annotations

import datetime
import functools
import http.server
import os
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
WAYS = ("http", "file")
SITES = ("base", "host", "root")
"""The fixtures that give a site's address either way."""
START = datetime.datetime.fromisoformat("2026-01-01T12:00+08:00")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to the tests."""


class _Changing(_Quiet):
    def end_headers(self) -> None:
        """Have the browser ask each time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests in a browser open whole sites, all of them.

    What is tried over loopback and from disk is tried one of the two ways, drawn by its name, half of all each; with
    BOTH_WAYS set in the environment, as `make test-browsers` has it, both.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.whole)
    if not os.environ.get("BOTH_WAYS"):
        dropped = [item for item in items if _is_the_other_way(item)]
        config.hook.pytest_deselected(items=dropped)
        items[:] = [item for item in items if not _is_the_other_way(item)]


def _is_the_other_way(item: pytest.Item) -> bool:
    """Tell whether a test is one of a pair of which the other is drawn."""
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    (way,) = {params[name] for name in SITES if name in params} or {None}
    if way is None or not item.path.is_relative_to(HERE):
        return False
    ids = sorted(str(value) for name, value in params.items() if name not in SITES)
    return WAYS[zlib.crc32("|".join([item.name.partition("[")[0], *ids]).encode()) % len(WAYS)] != way


@contextmanager
def serving(folder: Path, *, changing: bool = False) -> Iterator[str]:
    """Serve a folder, whose files may be `changing`, on loopback; its address has a closing slash."""
    handler = functools.partial(_Changing if changing else _Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address on loopback, with a closing slash."""
    with serving(site) as address:
        yield address


@pytest.fixture(params=WAYS)
def base(request: pytest.FixtureRequest, served: str, site: Path) -> str:
    """The site's address, once over loopback and once from disk."""
    return served if request.param == "http" else f"{site.as_uri()}/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile on a phone in Chinese. Its clock runs from noon of a day before all days of the tests."""
    # What is kept on a device is tried in test_offline.py; here requests are looked at and held up, which none of a
    # worker's can be.
    made = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", service_workers="block")
    made.clock.install(time=START)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab of that profile; an error in a script fails the test that caused it."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))  # raising here would end the connection
    yield opened
    assert errors == []
