"""A new hire quizzes himself on a post: by touch, by keyboard, with storage blocked, without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.keeping import KEPT
from tests.browser.quizzing import (
    BLOCKED,
    ENTRY,
    FIRST_WEEK,
    RECEPTION,
    ROLE,
    answer,
    asked,
    begin,
    onward,
    reach,
    start,
)


def test_a_sitting_by_keyboard(page: Page, base: str) -> None:
    """Digits answer, Enter goes on; the verdict is shown and spoken."""
    page.goto(base + ROLE)
    page.locator(f"{ENTRY} button").last.press("Enter")
    for _ in range(3):
        expect(page.locator(".rb-card-stem")).to_be_focused()
        answer(page, right=True)
        expect(page.locator(".rb-told")).to_be_visible()
        expect(page.locator("rb-question [role=status]").last).to_have_text("答对了")
        expect(page.locator(".rb-onward")).to_be_focused()
        page.keyboard.press("Enter")
    page.get_by_role("button", name="结束").press("Enter")
    expect(page.get_by_role("heading", name="结果")).to_be_focused()
    expect(page.locator(".rb-score")).to_have_text("一次答对 3 / 3")
    page.get_by_role("button", name="返回").press("Enter")
    expect(page.locator(f"{ENTRY} button").first).to_be_focused()


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("quiz", [FIRST_WEEK, RECEPTION])
def test_every_kind_of_question(page: Page, base: str, quiz: str, right: bool) -> None:
    """Each is taken, judged and scored; one that was missed stays missed though it is right the second time."""
    begin(page, base + quiz)
    total = int(str(page.locator("rb-sitting progress").get_attribute("max")))
    met: list[str] = []
    while page.locator(".rb-result").count() == 0:
        question = asked(page)
        good = right or question["id"] in met
        answer(page, right=good)
        expect(page.locator(".rb-told--right" if good else ".rb-told--wrong")).to_be_visible()
        expect(page.locator(".rb-told__line")).to_contain_text(re.compile(r"\S+.*看原文"))
        met.append(question["id"])
        onward(page)
    assert len(set(met)) == total
    assert len(met) == (total if right else 2 * total)
    expect(page.locator(".rb-score")).to_have_text(f"一次答对 {total if right else 0} / {total}")
    expect(page.locator(".rb-missed > li")).to_have_count(0 if right else total)


def test_a_miss_comes_back_and_is_kept(page: Page, base: str) -> None:
    """A wrong answer comes back after three others in the same sitting, and is remembered."""
    page.goto(base + ROLE)
    start(page)
    first = asked(page)["id"]
    answer(page, right=False)
    expect(page.locator(".rb-told__back")).to_be_visible()
    for _ in range(3):
        onward(page)
        assert asked(page)["id"] != first
        answer(page, right=True)
    onward(page)
    assert asked(page)["id"] == first
    page.reload()
    expect(page.locator(".rb-progress")).to_contain_text("在学 4")


def test_the_next_question_is_in_sight(page: Page, served: str) -> None:
    """However far the verdict was scrolled, the next question stands below the header."""
    page.set_viewport_size({"width": 390, "height": 400})
    begin(page, served + RECEPTION)
    for _ in range(3):
        answer(page, right=False)
        page.mouse.wheel(0, 4000)
        page.wait_for_function("scrollY > 100")
        onward(page)
        expect(page.locator(".rb-card-stem")).to_be_focused()
        stem = page.locator(".rb-card-stem").bounding_box()
        header = page.locator(".md-header").bounding_box()
        assert stem and header
        assert header["y"] + header["height"] <= stem["y"] < 400


def test_the_line_of_an_answer_exists(page: Page, base: str) -> None:
    """The link after an answer leads to the line itself, beside the sitting."""
    page.goto(base + ROLE)
    start(page)
    answer(page, right=True)
    with page.context.expect_page() as opened:
        page.locator(".rb-told__line a").click()
    expect(opened.value.locator(":target")).to_have_count(1)
    expect(page.locator(".rb-told")).to_be_visible()


def test_a_number_that_is_none(page: Page, base: str) -> None:
    """What states no number is not taken for an answer; what is asked for is said."""
    reach(page, base, "number")
    page.locator("input[name=typed]").fill("不知道")
    page.keyboard.press("Enter")
    expect(page.locator("rb-typed [role=alert]")).to_have_text("请输入数字，例如 3。")
    expect(page.locator(".rb-told")).to_have_count(0)
    page.locator("input[name=typed]").fill("１")
    expect(page.locator("rb-typed [role=alert]")).to_be_empty()
    page.keyboard.press("Enter")
    expect(page.locator(".rb-told")).to_be_visible()


def test_from_memory_nothing_is_suggested(page: Page, base: str) -> None:
    """Once the answer is shown, Enter does not say that it was known."""
    reach(page, base, "recall")
    page.locator(".rb-show").press("Enter")
    expect(page.locator(".rb-recall")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".rb-told")).to_have_count(0)
    page.keyboard.press("2")
    expect(page.locator(".rb-told--wrong")).to_be_visible()


def test_nothing_answered_has_no_result(page: Page, base: str) -> None:
    """To stop at once leads back to where one began."""
    begin(page, base + ROLE)
    page.get_by_role("button", name="结束").click()
    expect(page.locator(ENTRY)).to_be_visible()
    expect(page.locator(f"{ENTRY} button").first).to_be_focused()


def test_storage_blocked(context: BrowserContext, base: str) -> None:
    """The quiz works through to its result and says that nothing is kept; after a reload nothing is."""
    context.add_init_script(BLOCKED)
    page = context.new_page()
    for path in (ROLE, "quizzes/review.html", "quizzes/exam.html"):
        page.goto(base + path)
        expect(page.locator("[role=note]")).to_contain_text("不让本页保存进度")
    begin(page, base + RECEPTION)
    total = page.locator("rb-sitting progress").get_attribute("max")
    while page.locator(".rb-result").count() == 0:
        answer(page, right=True)
        onward(page)
    page.get_by_role("button", name="返回").click()
    expect(page.locator(".rb-progress")).to_contain_text(f"在学 {total}")
    page.reload()
    expect(page.locator(".rb-progress")).to_contain_text("在学 0")


def test_broken_storage(page: Page, base: str) -> None:
    """What cannot be read back is as good as absent, and is written anew."""
    page.goto(base + ROLE)
    start(page)
    id = asked(page)["id"]
    page.evaluate("key => localStorage.setItem(key, '{oops')", f"{KEPT}quiz:{id}")
    page.reload()
    expect(page.locator(".rb-progress")).to_contain_text("在学 0")
    start(page)
    answer(page, right=True)
    page.reload()
    expect(page.locator(".rb-progress")).to_contain_text("在学 1")


@pytest.mark.parametrize("quiz", [ROLE, FIRST_WEEK])
def test_without_javascript(browser: Browser, base: str, quiz: str) -> None:
    """Every question can be read, and each answer opened; the pages that list quizzes lead there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + quiz)
    expect(page.locator(".rb-empty").first).to_contain_text("关闭了 JavaScript")
    answers = page.locator(".rb-question details")
    assert answers.count() == page.locator(".rb-question").count() > 10
    text = answers.first.locator("p").first
    expect(text).not_to_be_visible()
    answers.first.locator("summary").click()
    expect(text).to_be_visible()
    page.goto(base + "quizzes/review.html")
    expect(page.locator(".rb-empty")).to_contain_text("点开下面任何一份")
    page.get_by_role("link", name="吧台岗客服员").click()
    expect(page.locator(".rb-question").first).to_be_visible()
    context.close()
