"""What is typed, said and listed, and the second form in which one picks; options stand in another order each time."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keeping import KEPT, stored
from tests.browser.quizzing import ROLE, answer, asked, onward

ASK = """questions => {
    const whole = {revision: "r", kind: "written", stem: "？", explain: "手册原文", facts: ["roles/x#y"],
                   source: {item: "roles/x#y", href: "roles/x.html#y"}};
    document.querySelector("rb-quiz").asked = questions.map(given => ({...whole, ...given}));
}"""
"""Asks questions of a test's own where a quiz's stand."""
SINGLE = {"id": "other", "answering": "single", "options": ["甲", "乙", "丙"], "key": ["甲"]}


def _ask(page: Page, base: str, *questions: dict[str, Any]) -> None:
    page.goto(base + ROLE)
    page.locator(".rb-quiz-entry button").first.wait_for()
    options = [
        {**question, "options": [{"id": text, "text": text, "from": ""} for text in question["options"]]}
        for question in questions
    ]
    page.evaluate(ASK, options)
    page.locator(".rb-card-stem").wait_for()


@pytest.mark.parametrize("typed", ["0.5", "30分钟", "半个小时"])
def test_a_number_with_its_unit(page: Page, base: str, typed: str) -> None:
    """The unit stands beside the field and is heard with it; any notation of the same time is right."""
    _ask(page, base, {"id": "n", "answering": "number", "options": ["半小时"], "key": ["半小时"], "unit": "小时"})
    field = page.get_by_label("你的答案（数字） 小时")
    expect(page.locator(".rb-typed-form__unit")).to_have_text("小时")
    field.fill(typed)
    field.press("Enter")
    expect(page.locator(".rb-told--right")).to_be_visible()


@pytest.mark.parametrize(
    "typed", [("2", "1/3", "七分满"), ("2分钟", "三分之一", "7分满"), ("两分钟", "不足1/3", "七分满")]
)
def test_several_numbers_have_a_field_each(page: Page, base: str, typed: tuple[str, ...]) -> None:
    """In their order, in any notation; one that is missing is asked for."""
    key = "2分钟；三分之一；七分满"
    _ask(page, base, {"id": "n", "answering": "number", "options": [key], "key": [key]})
    fields = [page.get_by_label(f"第 {n} 个数字") for n in (1, 2, 3)]
    fields[0].fill(typed[0])
    fields[0].press("Enter")
    expect(page.locator("rb-typed [role=alert]")).not_to_be_empty()
    for field, text in zip(fields, typed, strict=True):
        field.fill(text)
    fields[2].press("Enter")
    expect(page.locator(".rb-told--right")).to_be_visible()


def test_options_are_help_after_a_miss(page: Page, base: str) -> None:
    """A number that was missed comes back with options; it stays missed."""
    number = {"id": "n", "answering": "number", "options": ["5", "6", "7"], "key": ["6"], "unit": "人"}
    _ask(page, base, number)
    answer(page, right=False)
    expect(page.locator(".rb-told")).to_contain_text("正确答案：6")
    onward(page)
    assert asked(page)["id"] == "n"
    expect(page.locator(".rb-choice")).to_have_count(3)
    answer(page, right=True)
    expect(page.locator(".rb-told--right")).to_be_visible()
    assert stored(page, f"{KEPT}quiz:")["n"]["missed"] == 1


def test_a_text_is_typed(page: Page, base: str) -> None:
    """Its marks and its width do not count; what is wrong is shown beside what is right."""
    blank = {"id": "t", "answering": "typed", "options": ["《值班记录表》"], "key": ["《值班记录表》"]}
    _ask(page, base, blank, {**blank, "id": "u"})
    page.get_by_label("你的答案").fill("值班 记录表")
    page.keyboard.press("Enter")
    expect(page.locator(".rb-told--right")).to_be_visible()
    onward(page)
    expect(page.get_by_label("你的答案")).to_have_value("")
    page.get_by_label("你的答案").fill("交接班本")
    page.keyboard.press("Enter")
    expect(page.locator(".rb-told--wrong")).to_contain_text("正确答案：《值班记录表》")
    expect(page.locator(".rb-told--wrong")).to_contain_text("你的答案：交接班本")


def test_a_list_is_said_and_ticked_off(page: Page, base: str) -> None:
    """What was missed is ticked by key or by touch, and told at the end; all of it said is right."""
    listed = {"id": "l", "answering": "list", "options": ["姓氏", "身高", "体型"], "key": ["姓氏", "身高", "体型"]}
    _ask(page, base, listed)
    page.locator(".rb-show").press("Enter")
    expect(page.locator(".rb-recall")).to_be_focused()
    expect(page.get_by_role("button", name="一样没漏")).to_be_visible()
    page.keyboard.press("2")
    missed = page.locator(".rb-choice").nth(1)
    expect(missed).to_contain_text("漏了")
    text = missed.locator(".rb-choice__text").inner_text()
    page.get_by_role("button", name="漏了 1 样").press("Enter")
    expect(page.locator(".rb-told--wrong")).to_be_visible()
    onward(page)
    page.locator(".rb-show").click()
    page.keyboard.press("Enter")
    onward(page)
    expect(page.locator(".rb-missed")).to_contain_text(f"漏了：{text}")


def test_what_is_written_of_a_list_is_found(page: Page, base: str) -> None:
    """What was not written stands ticked already; the learner has the last word."""
    listed = {"id": "l", "answering": "list", "options": ["姓氏", "身高", "体型"], "key": ["姓氏", "身高", "体型"]}
    _ask(page, base, listed)
    page.locator("textarea").fill("体型、姓氏")
    page.locator(".rb-show").click()
    expect(page.locator(".rb-written")).to_have_text("你的答案：体型、姓氏")
    expect(page.locator(".rb-choice", has=page.locator(":checked"))).to_contain_text("身高")
    page.get_by_role("button", name="漏了 1 样").click()
    expect(page.locator(".rb-told--wrong")).to_be_visible()


def test_what_is_recalled_may_be_written(page: Page, base: str) -> None:
    """It is shown beside the line, and the learner grades himself; the next question begins empty."""
    recall = {"id": "a", "answering": "recall", "options": ["通知大堂副理"], "key": ["通知大堂副理"]}
    _ask(page, base, recall, {**recall, "id": "b"})
    page.get_by_label("你的答案").fill("通知大堂副理")
    page.get_by_role("button", name="看答案").click()
    expect(page.locator(".rb-written")).to_have_text("你的答案：通知大堂副理")
    page.get_by_role("button", name="记得").click()
    onward(page)
    expect(page.locator(".rb-written")).to_have_count(0)
    expect(page.locator("textarea")).to_have_value("")


def test_no_answer_is_learnt_by_its_place(page: Page, base: str) -> None:
    """Options stand in another order at other showings."""
    orders = set()
    for _ in range(12):
        _ask(page, base, SINGLE)
        orders.add(tuple(asked(page)["texts"]))
    assert len(orders) > 1
