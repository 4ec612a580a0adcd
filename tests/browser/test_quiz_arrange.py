"""Ordering and matching: by arrow keys, by mouse and by finger, each move announced; what was right is told by word."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from tests.browser.quizzing import arrange, asked, reach

WAYS = pytest.mark.parametrize("answering", ["order", "match"])
ROW = ".rb-reorder__row"


def _texts(page: Page) -> list[str]:
    return page.locator(f"{ROW} .rb-reorder__text").all_inner_texts()


def _announced(page: Page, answering: str, text: str, place: int, *, dragged: bool = False) -> None:
    """It is said once where an item stands now: its place, and for a match whom it stands beside.

    The button that keeps the focus says it; after dragging, where no focus moves, the live region does.
    """
    rows = page.locator(ROW)
    told = f"第 {place}，共 {rows.count()}"
    if answering == "match":
        left = rows.nth(place - 1).locator(".rb-reorder__left").inner_text()
        told = f"{text}，现在和“{left}”配对，{told}"
    else:
        told = f"{text}，现在{told}"
    region = page.locator("rb-reorder [role=status]")
    if dragged:
        expect(region).to_have_text(told)
    else:
        expect(page.locator(":focus")).to_have_accessible_name(re.compile(f"移：{re.escape(told)}$"))
        expect(region).to_be_empty()


@WAYS
def test_by_keyboard(page: Page, base: str, answering: str) -> None:
    """An item moved by the arrow keys keeps the focus, the move is announced, and the ends are ends."""
    reach(page, base, answering)
    before = _texts(page)
    page.locator(".rb-card-stem").focus()
    for _ in range(3):  # the first item's two buttons, then the second's first
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    assert _texts(page) == [before[1], before[0], *before[2:]]
    expect(page.locator(ROW).first.locator("[data-way=up]")).to_be_focused()
    _announced(page, answering, before[1], 1)
    page.keyboard.press("ArrowUp")
    assert _texts(page) == [before[1], before[0], *before[2:]]
    page.keyboard.press("ArrowDown")
    _announced(page, answering, before[1], 2)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # its button "down"
    _announced(page, answering, before[1], 3)
    assert _texts(page) == [before[0], before[2], before[1], *before[3:]]


@WAYS
def test_the_right_order_by_keyboard(page: Page, base: str, answering: str) -> None:
    """Brought into its order and checked, it is right, and every row says so in words."""
    question = reach(page, base, answering)
    assert question["ids"] != question["key"]
    arrange(page, question["key"])
    page.locator(".rb-check").press("Enter")
    expect(page.locator(".rb-told--right")).to_be_visible()
    assert page.locator(f"{ROW} .rb-choice__mark").all_inner_texts() == ["✓ 对"] * len(question["key"])


@WAYS
def test_by_mouse(page: Page, base: str, answering: str) -> None:
    """An item dragged down past the others ends up last; the rows that stand wrong say so."""
    question = reach(page, base, answering)
    rows = page.locator(ROW)
    text = rows.first.locator(".rb-reorder__text").inner_text()
    start, end = (row.locator(".rb-reorder__text").bounding_box() for row in (rows.first, rows.last))
    assert start and end
    page.mouse.move(start["x"] + 5, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, end["y"] + end["height"], steps=12)
    expect(page.locator(".rb-reorder__item--held .rb-reorder__text")).to_have_text(text)
    page.mouse.up()
    expect(page.locator(".rb-reorder__item--held")).to_have_count(0)
    expect(rows.last.locator(".rb-reorder__text")).to_have_text(text)
    _announced(page, answering, text, rows.count(), dragged=True)
    given = rows.evaluate_all("rows => rows.map(row => row.dataset.id)")
    page.locator(".rb-check").click()
    marks = ["✓ 对" if id == key else "✕ 不对" for id, key in zip(given, question["key"], strict=True)]
    assert page.locator(f"{ROW} .rb-choice__mark").all_inner_texts() == marks
    assert rows.evaluate_all("rows => rows.map(row => row.dataset.id)") == given
    expect(page.locator("rb-reorder button")).to_have_count(0)


@WAYS
def test_by_finger(browser: Browser, served: str, answering: str) -> None:
    """A finger on the grip drags the item; anywhere else on it, the page scrolls and nothing moves."""
    context = browser.new_context(
        viewport={"width": 390, "height": 480}, locale="zh-CN", has_touch=True, is_mobile=True
    )
    page = context.new_page()
    reach(page, served, answering)
    page.locator("rb-reorder").evaluate("e => e.scrollIntoView({block: 'center'})")
    finger = context.new_cdp_session(page)
    before, scrolled = _texts(page), page.evaluate("scrollY")
    grips = [page.locator(".rb-reorder__grip").nth(n).bounding_box() for n in range(2)]
    assert grips[0] and grips[1]
    _swipe(finger, page.locator(".rb-reorder__grip").nth(1), grips[0]["y"] - grips[1]["y"] - 12)
    expect(page.locator(".rb-reorder__text").first).to_have_text(before[1])
    _announced(page, answering, before[1], 1, dragged=True)
    assert page.evaluate("scrollY") == scrolled
    moved = _texts(page)
    _swipe(finger, page.locator(".rb-reorder__text").nth(1), -80)
    page.wait_for_function("before => scrollY > before + 20", arg=scrolled)
    assert _texts(page) == moved
    context.close()


def _swipe(finger: CDPSession, start: Locator, by: float) -> None:
    """Put a finger on the middle of an element and move it up or down by so many pixels."""
    start.hover(trial=True)  # once it stands still and nothing lies over it
    box = start.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for n in range(11):
        kind = "touchMove" if n else "touchStart"
        point = {"x": x, "y": y + by * n / 10}
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_digits_do_nothing_here(page: Page, base: str) -> None:
    """What chooses an option elsewhere neither moves nor answers."""
    reach(page, base, "order")
    before = asked(page)["ids"]
    page.keyboard.press("2")
    assert page.locator(ROW).evaluate_all("rows => rows.map(row => row.dataset.id)") == before
    expect(page.locator(".rb-told")).to_have_count(0)
