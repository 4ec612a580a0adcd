"""What many tests share: the real handbook, its site built once, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from rolebook.load import load
from rolebook.model.handbook import Handbook
from tests.browser import chromium

ROOT = Path(__file__).parents[1]

# The same examples in every run, however long one takes; `make fuzz` looks further.
settings.register_profile("tests", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", settings.get_profile("tests"), derandomize=False, max_examples=2000)
settings.load_profile("tests")
expect.set_options(timeout=30_000)  # what comes to a page comes sooner on an idle machine, later on a busy one


def mkdocs_build(folder: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the project in `folder` into `site` in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    return subprocess.run(
        command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real handbook."""
    return load(ROOT / "docs")


@pytest.fixture(scope="session")
def two_scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook, some of it in Traditional characters, built once in both scripts."""
    folder = tmp_path_factory.mktemp("two") / "book"
    shutil.copytree(ROOT / "tests" / "cases" / "variant", folder)
    done = mkdocs_build(folder, folder / "site")
    assert done.returncode == 0, done.stderr + done.stdout
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real site, built once."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs_build(ROOT, target)
    assert done.returncode == 0, done.stderr + done.stdout
    yield target


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium; a machine without one fails here, and does not skip."""
    started = chromium.launch(playwright, tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()
