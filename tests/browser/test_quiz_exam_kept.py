"""What is kept of an exam: the one that runs, with its time, over a reload; its record; how many there were before."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.browser.keeping import KEPT, stored
from tests.browser.quizzing import (
    BLOCKED,
    EXAM,
    answer,
    asked,
    asked_in_exam,
    begin_exam,
    choose,
    onward,
    skip_to_single,
)

RECORD = ".rb-record"
NOON = datetime.datetime.fromisoformat("2026-12-01T12:00+08:00")


def chosen(page: Page) -> Any:
    """Return what is answered now, as it is shown."""
    return page.locator("rb-question").evaluate(
        """e => [
          e.querySelector("input[name=typed]")?.value,
          [...e.querySelectorAll("[aria-pressed=true], :checked")].map(one => one.closest("label, button").innerText),
          [...e.querySelectorAll(".rb-reorder__row")].map(row => row.dataset.id),
        ]"""
    )


def test_it_goes_on_after_a_reload_with_the_same_deadline(page: Page, base: str) -> None:
    """The same questions, options in the same order, what was answered, what was chosen last, and the time."""
    page.clock.pause_at(NOON)
    begin_exam(page, base + EXAM, count=6, minutes=10)
    questions = asked_in_exam(page)
    answer(page, right=True)
    onward(page)
    page.get_by_role("button", name="跳过").click()
    page.clock.fast_forward("04:00")
    while asked(page)["answering"] not in ("single", "several"):
        answer(page, right=False)
        onward(page)
    answer(page, right=True)
    before = asked(page), chosen(page), page.locator(".rb-card-number").inner_text()
    page.reload()
    page.locator(".rb-card-stem").wait_for()
    expect(page.locator("rb-exam > [role=status]")).to_have_text("接着上次没交的卷子做，交卷时间不变。")
    assert (asked(page), chosen(page), page.locator(".rb-card-number").inner_text()) == before
    assert asked_in_exam(page) == questions
    expect(page.get_by_role("timer")).to_have_text("剩余 6:00")
    expect(page.locator(".rb-card-stem")).to_be_focused()
    page.clock.run_for(2000)
    expect(page.get_by_role("timer")).to_have_text("剩余 5:58")
    page.get_by_role("button", name="交卷").click()
    done = int(before[2].split(" ")[1])
    expect(page.locator(RECORD)).to_contain_text(f"2 / 6（作答 {done - 1} 题）")
    expect(page.locator(RECORD)).to_contain_text("4 分 2 秒")
    page.reload()
    expect(page.get_by_role("button", name="开始考试")).to_be_visible()


@pytest.mark.parametrize("answering", ["number", "order", "several"])
def test_what_was_typed_or_arranged_last_is_there_again(page: Page, base: str, answering: str) -> None:
    """And it is what is marked."""
    page.goto(base + EXAM)
    choose(page, "接待现场")
    page.get_by_role("button", name="开始考试").dblclick()  # fewer than twenty, which is said first
    page.locator(".rb-card-stem").wait_for()
    total = len(asked_in_exam(page))
    while asked(page)["answering"] != answering:
        page.get_by_role("button", name="跳过").click()
    answer(page, right=True)
    before = chosen(page)
    page.reload()
    page.locator(".rb-card-stem").wait_for()
    assert chosen(page) == before
    page.get_by_role("button", name="交卷").click()
    expect(page.locator(RECORD)).to_contain_text(f"1 / {total}（作答 1 题）")


def test_time_runs_out_while_the_page_is_closed(page: Page, base: str) -> None:
    """It is handed in when the page is opened, and what was answered in time counts."""
    page.clock.pause_at(NOON)
    begin_exam(page, base + EXAM, count=4, minutes=10)
    answer(page, right=True)
    onward(page)
    answer(page, right=True)
    page.goto("about:blank")
    page.clock.fast_forward("30:00")
    page.goto(base + EXAM)
    expect(page.locator(RECORD)).to_contain_text("50 分 · 2 / 4（作答 2 题）")
    expect(page.locator(RECORD)).to_contain_text("10 分 0 秒")
    expect(page.locator("rb-exam > [role=status]")).to_have_text("时间到，已交卷。")


def test_it_warns_before_it_is_left(page: Page, base: str) -> None:
    """While it runs, and not once it is handed in."""
    begin_exam(page, base + EXAM, count=2)
    answer(page, right=True)
    asked_first: list[str] = []

    def answer_it(dialog: Dialog) -> None:
        asked_first.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer_it)
    page.reload()
    page.locator(".rb-card-stem").wait_for()
    assert asked_first == ["beforeunload"]
    page.get_by_role("button", name="交卷").click()
    page.locator(RECORD).wait_for()
    page.reload()
    page.locator(".rb-exam-form").wait_for()
    assert asked_first == ["beforeunload"]


def test_a_paper_whose_questions_changed_is_void(page: Page, base: str) -> None:
    """It says so, and does not count as an attempt."""
    begin_exam(page, base + EXAM, count=2)
    page.evaluate(
        """key => {
          const paper = JSON.parse(localStorage.getItem(key));
          paper.asked[0][1] = "other";
          localStorage.setItem(key, JSON.stringify(paper));
        }""",
        f"{KEPT}exam:running",
    )
    page.reload()
    expect(page.locator(".rb-exam-form [role=status]")).to_contain_text("题库更新了，没交的那份卷子作废")
    assert stored(page, f"{KEPT}exam") == {}


def test_another_attempt_has_another_paper(page: Page, base: str) -> None:
    """Under the same number too; the record says which it is, and both records are there afterwards."""
    papers = []
    for attempt in (1, 2):
        begin_exam(page, base + EXAM, count=5)
        papers.append(sorted(asked_in_exam(page)))
        page.get_by_role("button", name="交卷").click()
        expect(page.locator(f"{RECORD} dl")).to_contain_text(f"第 {attempt} 次")
    expect(page.locator(f"{RECORD} dl")).to_contain_text("A-1/2")
    assert papers[0] != papers[1]
    page.get_by_role("button", name="返回").click()
    records = page.locator(".rb-exams button")
    expect(records).to_have_count(2)
    records.last.click()
    expect(page.get_by_role("heading", name="成绩单")).to_be_focused()
    expect(page.locator(f"{RECORD} dl")).to_contain_text("第 1 次")
    expect(page.locator(".rb-missed > li")).to_have_count(5)


def test_fewer_questions_than_asked_for(page: Page, base: str) -> None:
    """It says so before it begins, and begins with what there is."""
    page.goto(base + EXAM)
    choose(page, "吧台岗客服员")
    facts = page.locator(".rb-exam-form__facts")
    expect(facts).to_contain_text("80 分及格")
    expect(facts).to_contain_text("最多能出")
    most = int(facts.inner_text().partition("最多能出 ")[2].partition(" ")[0])
    assert 0 < most < 150
    page.locator("input[name=count]").fill("150")
    page.get_by_role("button", name="开始考试").click()
    expect(page.locator(".rb-exam-form [role=status]")).to_contain_text(f"只能出 {most} 题，比要的 150 题少")
    expect(page.locator("rb-sitting")).to_have_count(0)
    page.get_by_role("button", name="开始考试").click()
    expect(page.locator(".rb-card-number")).to_have_text(f"第 1 题，共 {most} 题")


def test_one_answered_of_twenty_is_not_all_right(page: Page, base: str) -> None:
    """What was not come to is told, and the exam is not passed."""
    begin_exam(page, base + EXAM, count=20)
    skip_to_single(page)
    skipped = int(page.locator(".rb-card-number").inner_text().split(" ")[1]) - 1
    answer(page, right=True)
    page.get_by_role("button", name="交卷").click()
    record = page.locator(RECORD)
    expect(record).to_contain_text("5 分 · 1 / 20（作答 1 题）")
    expect(record).to_contain_text(f"还有 {19 - skipped} 题没有答到")
    expect(record).to_contain_text("没有通过")
    expect(record).not_to_contain_text("全部答对")


def test_all_right_is_passed(page: Page, base: str) -> None:
    """Every question answered, some of them without options, as the record says; it is kept with its code."""
    begin_exam(page, base + EXAM, count=6)
    free = 0
    for _ in range(6):
        free += asked(page)["answering"] not in ("single", "several")
        answer(page, right=True)
        onward(page)
    record = page.locator(RECORD)
    expect(record).to_contain_text("全部答对。")
    expect(record.get_by_text("通过", exact=False).first).to_have_text("✓ 通过")
    assert free > 0
    for told in ("及格线80 分", f"不看选项答对{free} 题", "第几次第 1 次", "校验码"):
        expect(record.locator("dl")).to_contain_text(told)
    expect(record).to_contain_text("不是签名")
    (kept,) = stored(page, f"{KEPT}exam-done:").values()
    assert (kept["right"], kept["open"], kept["total"], kept["missed"]) == (6, free, 6, [])


def test_where_nothing_can_be_kept(context: BrowserContext, base: str) -> None:
    """An exam can be taken and its record printed all the same."""
    page = context.new_page()
    page.add_init_script(BLOCKED)
    begin_exam(page, base + EXAM, count=1)
    answer(page, right=True)
    onward(page)
    expect(page.locator(RECORD)).to_contain_text("1 / 1（作答 1 题）")
