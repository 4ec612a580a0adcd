"""Every state of a quiz for every eye and hand: axe, forced colours, reduced motion, narrow screens, thumbs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import violations
from tests.browser.quizzing import (
    EXAM,
    FIRST_WEEK,
    KINDS,
    REVIEW,
    ROLE,
    answer,
    asked,
    begin,
    begin_exam,
    choose,
    onward,
    reach,
    skip_to_single,
)

THUMB = 44
"""CSS pixels a target of a finger measures at least, WCAG 2.5.5."""
STYLED = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
"""Gives a page another style; its policy lets in no element that would."""
FLAT = "* { line-height: 1 !important }"
"""What a font with low lines does to a page."""
# What every page of the handbook has, its way up and its document control, is no part of the quiz.
SMALL = """thumb => [...document.querySelectorAll(
    '.md-content :is(button, a, summary, input, label, .rb-reorder__grip)')]
  .filter(e => e.checkVisibility() && !e.closest('.rb-sr, .rb-control, .rb-kind:not(.rb-kind--quiz)'))
  .map(e => e.matches('input[type=checkbox]') ? e.closest('label') : e)
  .map(e => [e, [...e.getClientRects()].reduce((a, b) => a.height > b.height ? a : b)])
  .filter(([e, box]) => box.height < thumb - 0.5 || box.width < thumb - 0.5)
  .map(([e, box]) => `${e.tagName}.${e.className} ${e.textContent.trim()}: ${box.width} × ${box.height}`)"""
SIGNS = """options => options.map(e => {
    const style = getComputedStyle(e), mark = e.querySelector('.rb-choice__mark');
    const told = mark && getComputedStyle(mark).color !== style.backgroundColor;
    return {said: mark?.innerText ?? '', drawn: `${style.borderStyle} ${style.borderColor}`,
            ticked: e.querySelector('input')?.checked ?? null,
            seen: !mark || (mark.checkVisibility() && told)};
})"""
MOVING = """() => [...document.querySelectorAll('.md-content__inner *')].filter(e => {
    const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(e);
    const fades = transitionDuration.split(', ').some(time => parseFloat(time) > 0);
    return fades || animationName !== 'none' || scrollBehavior === 'smooth';
}).length + document.getAnimations().length"""


def states(page: Page, base: str) -> Iterator[str]:
    """Bring every state of the quiz pages onto the page, and yield what it is called."""
    page.goto(base + ROLE)
    page.locator("rb-quiz button").first.wait_for()
    yield "entry"
    for quiz, right in itertools.product(dict.fromkeys(KINDS.values()), (True, False)):
        begin(page, base + quiz)
        wanted = {kind for kind, there in KINDS.items() if there == quiz}
        while True:
            kind = asked(page)["answering"]
            if right and kind in wanted:
                yield f"{kind} before an answer"
            answer(page, right=right or kind not in wanted)
            if kind in wanted:
                yield f"{kind} after a {'right' if right else 'wrong'} one"
            wanted.discard(kind)
            if not wanted:
                break
            onward(page)
        page.get_by_role("button", name="结束").click()
        yield f"result of {'right' if right else 'wrong'} answers"
    page.goto(base + REVIEW)
    page.locator("rb-review input").first.wait_for(state="attached")
    yield "review, nothing chosen"
    choose(page, "吧台岗客服员", "投诉处理标准")
    page.locator(".rb-standing").wait_for()
    yield "review"
    page.goto(base + EXAM)
    page.locator(".rb-exam-form").wait_for()
    yield "exam to be set up"
    begin_exam(page, base + EXAM, count=2, minutes=1)
    yield "exam running"
    answer(page, right=False)
    yield "exam, answered"
    onward(page)
    onward(page)
    page.locator(".rb-record").wait_for()
    yield "record"
    page.goto(base + FIRST_WEEK)
    page.locator("rb-quiz button").first.wait_for()
    yield "written quiz"


@pytest.mark.parametrize("width", [390, 1280])
def test_accessible(browser: Browser, served: str, width: int) -> None:
    """No violation axe can find, in any state; nothing but colours is another in the dark."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    page = context.new_page()
    found = {}
    for state in states(page, served):
        for scheme, shown in (("light", "default"), ("dark", "slate")):
            page.evaluate("n => document.getElementById(`__palette_${n}`).click()", ["light", "dark"].index(scheme))
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
            wrong = violations(page, *(["color-contrast", "link-in-text-block"] if scheme == "dark" else []))
            if wrong:
                found[state, scheme] = wrong
        page.evaluate("document.getElementById('__palette_0').click()")
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [320, 390])
def test_for_thumbs(browser: Browser, served: str, width: int) -> None:
    """On a phone nothing runs off the side, and whatever is touched is large enough to be hit, in any font."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, locale="zh-CN", has_touch=True, is_mobile=True
    )
    page = context.new_page()
    found = {}
    for state in states(page, served):
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        small = page.evaluate(SMALL, THUMB)
        page.evaluate(STYLED, FLAT)
        small += page.evaluate(SMALL, THUMB)
        page.evaluate(STYLED, "")
        keys = page.locator(".rb-by-key:visible, .rb-choice__key:visible").count()
        if wide or small or keys:
            found[state] = (wide, small, keys)
    context.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(browser: Browser, base: str, scheme: str) -> None:
    """With the system's colours only, chosen, right, wrong and forgotten options each say and show which they are."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale="zh-CN",
        forced_colors="active",
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    reach(page, base, "single")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    options = page.locator(".rb-choice")
    question = asked(page)
    answer(page, right=False)
    looks = options.evaluate_all(SIGNS)
    by_said = {look["said"]: look["drawn"] for look in looks}
    assert set(by_said) == ({"✓ 正确答案", "✕ 你选的", ""} if len(question["ids"]) > 2 else {"✓ 正确答案", "✕ 你选的"})
    assert len(set(by_said.values())) == len(by_said)
    assert all(look["seen"] for look in looks)
    question = reach(page, base, "several")
    one, other = (
        question["ids"].index(question["key"][0]),
        [id in question["key"] for id in question["ids"]].index(False),
    )
    for n in (one, other):
        page.keyboard.press(str(n + 1))
    assert [look["ticked"] for look in options.evaluate_all(SIGNS)] == [
        n in (one, other) for n in range(len(question["ids"]))
    ]
    page.keyboard.press("Enter")
    looks = options.evaluate_all(SIGNS)
    said = {(True, True): "✓ 选对了", (True, False): "＋ 漏选了", (False, True): "✕ 不该选", (False, False): ""}
    assert [look["said"] for look in looks] == [
        said[id in question["key"], look["ticked"]] for id, look in zip(question["ids"], looks, strict=True)
    ]
    assert {"✓ 选对了", "＋ 漏选了", "✕ 不该选"} <= {look["said"] for look in looks}
    assert all(look["seen"] for look in looks)
    begin_exam(page, base + EXAM, count=10)
    skip_to_single(page)
    answer(page, right=True)
    assert sorted(look["said"] for look in options.evaluate_all(SIGNS))[-1] == "● 已选"
    assert page.locator(".rb-choice__mark").count() == 1
    context.close()


def test_reduced_motion(browser: Browser, base: str) -> None:
    """Who asks for less motion gets none; the same count finds some where it was not asked for."""
    counts = {}
    for motion in ("no-preference", "reduce"):
        context = browser.new_context(
            viewport={"width": 390, "height": 844},
            locale="zh-CN",
            reduced_motion="reduce" if motion == "reduce" else "no-preference",
        )
        page = context.new_page()
        begin(page, base + FIRST_WEEK)
        counts[motion] = page.evaluate(MOVING)
        answer(page, right=False)
        counts[motion] += page.evaluate(MOVING)
        onward(page)
        expect(page.locator(".rb-card-stem")).to_be_focused()
        counts[motion] += page.evaluate(MOVING)
        context.close()
    assert counts["reduce"] == 0
    assert counts["no-preference"] > 0
