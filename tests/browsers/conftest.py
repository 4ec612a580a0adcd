"""Every browser there is to drive, with a profile of its own a file of tests, and the site to open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import base, served
from tests.browsers import install
from tests.browsers.driving import Browser
from tests.browsers.old_chromium import Chromium
from tests.browsers.webdriver import Firefox, WebKit

__all__ = ["base", "served"]

Start = Callable[[Path], Browser]


def _chromium(version: int) -> Start:
    return lambda profile: Chromium(install.chromium(version), profile)


def _debians(find: Callable[[], Path | None], kind: Callable[[Path, Path], Browser]) -> Start:
    def start(profile: Path) -> Browser:
        path = find()
        assert path, "not installed: python -m tests.browsers.install"
        return kind(path, profile)

    return start


BROWSERS: dict[str, Start] = {
    **{f"chromium-{version}": _chromium(version) for version in install.CHROMIUMS},
    "firefox-esr": _debians(install.firefox, Firefox),
    "webkitgtk": _debians(install.webkit, WebKit),
}


@pytest.fixture(scope="module")
def driven(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser that the module or the test names (indirect)."""
    started = BROWSERS[request.param](tmp_path_factory.mktemp(request.param))
    yield started
    started.close()
