"""The ways through the handbook at the bottom of a phone's screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.quizzing import ROLE, start

WAYS = ("首页", "学", "查", "勾")
NARROW = 320


def test_four_ways_are_at_hand(page: Page, base: str) -> None:
    """On any page, large enough for a thumb, and each leads where it says; the page one is on is marked."""
    page.set_viewport_size({"width": NARROW, "height": 600})
    page.goto(f"{base}roles/meeting-attendant.html")
    ways = page.locator(".rb-ways a")
    assert tuple(ways.all_inner_texts()) == WAYS
    for way in ways.all():
        box = way.bounding_box()
        assert box and min(box["width"], box["height"]) >= 44
    ways.nth(1).click()
    page.wait_for_url("**/quizzes/review.html")
    expect(page.locator(".rb-ways [aria-current=page]")).to_have_text("学")
    page.locator(".rb-ways a").nth(3).click()
    page.wait_for_url("**/checklists/index.html")
    page.locator(".rb-ways a").nth(2).click()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".rb-ways a").nth(0).click()
    page.wait_for_url("**/index.html")


def test_the_end_of_a_page_stays_above_them(page: Page, served: str) -> None:
    """And so does what has the focus."""
    page.goto(f"{served}roles/meeting-attendant.html")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    bar = page.locator(".rb-ways").bounding_box()
    last = page.locator(".rb-control").bounding_box()
    assert bar and last and last["y"] + last["height"] <= bar["y"]
    page.evaluate("scrollTo(0, 0)")
    link = page.locator(".rb-columns__main a").last
    link.focus()
    box = link.bounding_box()
    assert box and box["y"] + box["height"] <= bar["y"]


@pytest.mark.parametrize("path", ["checklists/patrol.html", ROLE])
def test_they_are_not_in_the_way(page: Page, served: str, path: str) -> None:
    """Of the bar of a list that is ticked, or of a question."""
    page.goto(served + path)
    if path == ROLE:
        expect(page.locator(".rb-ways")).to_be_visible()
        start(page)
    expect(page.locator(".rb-ways")).to_be_hidden()


def test_a_wide_screen_has_its_tabs(page: Page, served: str) -> None:
    """And paper has neither."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{served}index.html")
    expect(page.locator(".rb-ways")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(media="print")
    expect(page.locator(".rb-ways")).to_be_hidden()


@pytest.mark.parametrize("anchor", ["projector", "service"])
def test_what_one_jumps_to_is_below_what_stays(page: Page, served: str, anchor: str) -> None:
    """A line and a section, below the header and the row of contents."""
    page.goto(f"{served}roles/meeting-attendant.html")
    page.locator(f".md-content a[href$='#{anchor}']:visible").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    top = "document.querySelector(':target').getBoundingClientRect().top"
    page.wait_for_function(f"{top} < 200")
    assert page.evaluate(top) >= page.locator(".rb-glance").evaluate("e => e.getBoundingClientRect().bottom")
