"""The page a printed sheet's code leads to: current, superseded since when and by what, or out of date itself."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keeping import violations

PATH = "checklists/bar-before-shift.html"


@pytest.mark.parametrize(
    ("search", "text"),
    [("?rev=1", "您手里的第 1 版是现行版。"), ("?rev=7", "您手里的是第 7 版，比本页新：本页还没有更新。")],
)
def test_a_scanned_sheet_learns_whether_it_is_current(page: Page, base: str, search: str, text: str) -> None:
    """On every kind of page that has a sheet."""
    for path in (PATH, "roles/bar-attendant.html", "scripts/return-visit-call.html", "forms/guest-register.html"):
        page.goto(base + path + search)
        expect(page.locator(".rb-verdict")).to_have_text(text)
    page.goto(base + PATH)
    expect(page.locator(".rb-verdict")).to_have_count(0)


def test_a_superseded_sheet_learns_since_when_and_what_changed(page: Page, base: str) -> None:
    """And is offered the new one; what an author wrote stays text."""
    page.goto(base + PATH + "?rev=1")
    revisions = [
        {"number": 3, "effective": "2026-03-01", "changes": "<img src=x onerror=alert(1)>"},
        {"number": 2, "effective": "2026-02-01", "changes": ""},
    ]
    page.locator("rb-revision").evaluate(
        "(note, known) => { note.dataset.revisions = known; note.requestUpdate() }", json.dumps(revisions)
    )
    verdict = page.locator(".rb-verdict")
    expect(verdict).to_contain_text("您手里的第 1 版已于 2026-02-01 被取代，请换贴新版。")
    expect(verdict.locator("dd")).to_have_text(["没有写明", "<img src=x onerror=alert(1)>"])
    assert verdict.get_by_role("link").get_attribute("href") == "../posters/checklists/bar-before-shift.pdf"
    assert violations(page) == []
