"""`rolebook serve` as its author sees it: a saved line, a fault over the page, and where he had scrolled to."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

PATIENCE = 150_000
ROLE = "roles/bar-attendant"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a copy of the handbook, without sheets and quizzes."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    config = "site_name: 手册\ntheme: {name: material}\nplugins: [{rolebook: {posters: false, quizzes: false}}]\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    return tmp_path


@pytest.fixture
def address(book: Path) -> Iterator[str]:
    """Serve it; return the address it says."""
    command = [sys.executable, "-u", "-m", "rolebook.cli", "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=book, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    yield found[0]
    process.terminate()
    process.wait()


def test_a_saved_line_and_a_fault(page: Page, address: str, book: Path) -> None:
    """The line is shown where the reader is; a fault lies over the page until it is mended."""
    file = book / "docs" / f"{ROLE}.yml"
    good = file.read_text("utf-8")
    page.goto(f"{address}{ROLE}.html")
    line = page.locator("[id='water-dispenser']")
    expect(line).to_be_visible(timeout=PATIENCE)
    page.wait_for_load_state()
    line.scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 0
    top = line.evaluate("line => line.getBoundingClientRect().top")

    file.write_text(good.replace("应及时清理", "应在五分钟内清理"), "utf-8")
    expect(line).to_contain_text("应在五分钟内清理", timeout=PATIENCE)
    page.wait_for_function(
        "top => Math.abs(document.getElementById('water-dispenser').getBoundingClientRect().top - top) < 2",
        arg=top,
        timeout=PATIENCE,
    )

    file.write_text(good.replace("\nrevision:", "\nrevision"), "utf-8")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text(f"docs/{ROLE}.yml:", timeout=PATIENCE)
    expect(panel.locator("mark")).to_have_text("revision")
    expect(line).to_contain_text("应在五分钟内清理")

    file.write_text(good.replace("应及时清理", "应立刻清理"), "utf-8")
    expect(panel).to_have_count(0, timeout=PATIENCE)
    expect(line).to_contain_text("应立刻清理", timeout=PATIENCE)
