"""The oldest browsers, as far as a new one can tell; `make test-browsers` runs old ones."""

from __future__ import annotations

import subprocess
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.chromium import NODE
from tests.browser.looking import BAR, BOX
from tests.conftest import ROOT

PARSE = """
const {parse} = require("acorn");
for (const path of process.argv.slice(1)) {
  try { parse(require("fs").readFileSync(path, "utf8"), {ecmaVersion: 2020}); }
  catch (fault) { console.log(path, fault.message); }
}
"""


def test_every_script_is_as_old_as_the_floor(site: Path) -> None:
    """All scripts but Material's are ES2020, which the oldest browsers know whole; the index and the questions are."""
    ours = [str(path) for path in site.rglob("*.js") if "javascripts" not in path.parts]
    assert any("quizzes" in path for path in ours) and any("lookup" in path for path in ours)
    command = [str(NODE), "-e", PARSE, *ours]
    assert subprocess.run(command, cwd=ROOT / "frontend", capture_output=True, text=True, check=True).stdout == ""


def test_where_our_script_does_not_run_the_page_says_so(page: Page, base: str) -> None:
    """The note is shown where the script is missing, and not where it runs."""
    note = page.get_by_text("这个浏览器太旧")
    page.goto(base + BAR)
    expect(page.locator(BOX)).to_be_visible()
    expect(note).to_be_hidden()
    page.route("**/rolebook.js", lambda route: route.abort())
    page.reload()
    expect(note).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("link", name="全部条目")).to_be_visible()
    page.goto(f"{base}index.html")
    expect(note).to_be_visible()
    expect(page.locator(".rb-door").first).to_be_visible()
    expect(page.locator("rb-home, .rb-find").filter(visible=True)).to_have_count(0)
