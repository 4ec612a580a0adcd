"""What a page is for stands in its first screen, on a phone and on a wide screen, for every record there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

FIRST = {
    "roles": ".rb-columns__main .rb-lines > .rb-line",
    "procedures": ".rb-steps .rb-line",
    "standards": ".rb-lines > .rb-line",
    "scripts": ".rb-says > .rb-line",
    "checklists": ".rb-tick",
}
"""By kind, what it is for: the first duty, step, rule, spoken line and box."""
SCREENS = {"phone": (390, 844), "wide": (1280, 800)}
SEEN = """first => {
  const box = document.querySelector(first)?.getBoundingClientRect();
  const bars = [...document.querySelectorAll(".rb-tick-bar, .rb-ways")].filter((bar) => bar.offsetHeight);
  const bar = Math.min(innerHeight, ...bars.map((bar) => bar.getBoundingClientRect().top));
  return box && {first: Math.round(box.top), end: Math.round(bar)};
}"""
ROW = 32
"""Pixels that a line of words takes."""


@pytest.mark.parametrize("kind", FIRST)
@pytest.mark.parametrize("screen", SCREENS)
def test_what_is_first_is_seen_first(page: Page, served: str, site: Path, kind: str, screen: str) -> None:
    """Of every record that has any of it; nothing fixed to the screen lies over it."""
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    below: dict[str, dict[str, int]] = {}
    seen = 0
    for file in sorted((site / kind).glob("*.html")):
        page.goto(f"{served}{kind}/{file.name}")
        page.wait_for_load_state()
        found = page.evaluate(SEEN, FIRST[kind])
        seen += found is not None
        if found and found["first"] + ROW > found["end"]:
            below[file.name] = found
    assert below == {}
    assert seen


@pytest.mark.parametrize("screen", SCREENS)
def test_the_first_question_is_seen_at_once(page: Page, served: str, screen: str) -> None:
    """One tap after the page of a quiz, with the way to answer it or to go on."""
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    for name in ("bar-attendant", "meeting-attendant", "front-hall-attendant"):
        page.goto(f"{served}quizzes/roles/{name}.html")
        page.locator("rb-quiz .md-button--primary").click()
        button = page.locator("rb-sitting .rb-button").first
        button.wait_for()
        box = button.bounding_box()
        assert box and box["y"] + box["height"] <= height


def test_a_line_that_is_folded_away_is_unfolded_for_who_comes_for_it(page: Page, served: str) -> None:
    """As lookup sends there, and a link on the page itself."""
    page.goto(f"{served}scripts/return-visit-call.html")
    assert not page.locator("#full-record").is_visible()
    page.goto(f"{served}scripts/return-visit-call.html#full-record")
    page.locator("#full-record").wait_for()
    page.goto(f"{served}scripts/return-visit-call.html")
    page.evaluate("location.hash = 'full-record'")
    page.locator("#full-record").wait_for()
