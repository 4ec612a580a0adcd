"""The mixed exam: nothing told while it runs, answers that may be changed, a clock, and a record to print and sign."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import pdf
from tests.browser.keeping import KEPT, stored
from tests.browser.quizzing import EXAM, answer, asked, begin_exam, onward, skip_to_single

RECORD = ".rb-record"
NOON = datetime.datetime.fromisoformat("2026-12-01T12:00+08:00")
DAY = "2026-12-01"


def test_record(page: Page, base: str, site: Path) -> None:
    """It ends with score, date, paper, posts and bank revision to sign, and the focus is on it."""
    begin_exam(page, base + EXAM, count=3)
    for right in (True, False, True):
        answer(page, right=right)
        expect(page.locator(".rb-told, .rb-choice--right, .rb-choice--wrong")).to_have_count(0)
        onward(page)
    expect(page.get_by_role("heading", name="成绩单")).to_be_focused()
    revision = _revision(site)
    for told in ("67 分 · 2 / 3（作答 3 题）", "吧台岗客服员、前厅岗客服员", "A-1", revision, "本人签字", "主管签字"):
        expect(page.locator(f"{RECORD} dl")).to_contain_text(told)
    expect(page.locator(".rb-missed > li")).to_have_count(1)
    page.get_by_role("button", name="返回").click()
    expect(page.get_by_role("button", name="开始考试")).to_be_focused()


def test_nothing_is_looked_up_in_an_exam(page: Page, base: str) -> None:
    """The field is there before and after, and not while the paper is."""
    page.set_viewport_size({"width": 390, "height": 844})
    begin_exam(page, base + EXAM, count=2)
    answer(page, right=True)
    for help in ("rb-lookup", ".rb-ways"):
        expect(page.locator(help)).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("listbox")).to_have_count(0)
    for _ in range(2):
        onward(page)
    expect(page.locator(RECORD)).to_be_visible()
    expect(page.locator("rb-lookup")).to_be_visible()
    expect(page.locator(".rb-ways")).to_be_visible()


def test_the_same_number_draws_the_same(browser: Browser, base: str) -> None:
    """One paper number, one set of questions in one order, whoever sits it: each about another line."""
    papers = []
    for _ in range(2):
        learner = browser.new_context(locale="zh-CN")
        page = learner.new_page()
        begin_exam(page, base + EXAM, count=20)
        papers.append(page.locator("rb-sitting").evaluate("e => e.questions.map(q => [q.id, q.source.item])"))
        learner.close()
    assert papers[0] == papers[1]
    assert len({id for id, _ in papers[0]}) == 20
    assert len({line for _, line in papers[0]}) == 20


def test_an_answer_may_be_changed(page: Page, base: str) -> None:
    """Until one goes on: the last one counts, and which it is is told by word."""
    begin_exam(page, base + EXAM, count=10)
    skip_to_single(page)
    answer(page, right=False)
    expect(page.locator(".rb-choice[aria-pressed=true]")).to_contain_text("● 已选")
    answer(page, right=True)
    expect(page.locator(".rb-choice[aria-pressed=true]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".rb-choice[aria-pressed=true]")).to_have_count(0)
    page.get_by_role("button", name="交卷").click()
    expect(page.locator(RECORD)).to_contain_text("10 分 · 1 / 10（作答 1 题）")


def test_a_question_may_be_skipped(page: Page, base: str) -> None:
    """It counts as missed, and the record says that it was not answered."""
    begin_exam(page, base + EXAM, count=2)
    page.keyboard.press("Enter")  # not by chance
    expect(page.locator(".rb-card-number")).to_have_text("第 1 题，共 2 题")
    page.get_by_role("button", name="跳过").click()
    answer(page, right=True)
    onward(page)
    expect(page.locator(RECORD)).to_contain_text("50 分 · 1 / 2（作答 1 题）")
    expect(page.locator(".rb-missed > li")).to_contain_text("没有作答")


def test_time_runs_out(page: Page, base: str) -> None:
    """What is answered is kept and marked, an answer just chosen included; what is not counts as missed."""
    page.clock.pause_at(NOON)
    begin_exam(page, base + EXAM, count=5, minutes=3)
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("剩余 3:00")
    answered = []
    for right in (True, False):
        answered.append(asked(page)["id"])
        answer(page, right=right)
        onward(page)
    page.clock.fast_forward("01:58")
    expect(timer).to_have_text("剩余 1:02")
    expect(page.locator("rb-exam > [role=status]")).to_be_empty()
    page.clock.run_for(3000)
    expect(page.locator("rb-exam > [role=status]")).to_have_text("还剩一分钟。")
    answered.append(asked(page)["id"])
    answer(page, right=True)
    page.clock.fast_forward("01:05")
    record = page.locator(RECORD)
    expect(page.locator("rb-exam > [role=status]")).to_have_text("时间到，已交卷。")
    expect(record).to_contain_text("40 分 · 2 / 5（作答 3 题）")
    expect(page.get_by_role("heading", name="成绩单")).to_be_focused()
    expect(page.locator(".rb-missed > li")).to_have_count(1)
    assert stored(page, f"{KEPT}quiz:").keys() == set(answered)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper(page: Page, base: str, site: Path, scheme: str) -> None:
    """The printed record has name, day, score, bank revision and lines to sign, and nothing of the site around it."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.clock.pause_at(NOON)
    begin_exam(page, base + EXAM, count=2)
    for right in (True, False):
        answer(page, right=right)
        onward(page)
    page.get_by_label("姓名").fill("王小明")
    missed = page.locator(".rb-missed .rb-stem").inner_text()
    printed = page.pdf(format="A4", print_background=True)
    words = pdf.words(printed)
    for told in ("成绩单", "姓名王小明", DAY, "50分", "1/2", _revision(site), "本人签字", "主管签字", missed):
        assert pdf.squeezed(told) in words, told
    for chrome in ("今日复习", "首页", "拼音", "打印成绩单", "返回", "看原文", "从选好的岗位里抽题", "Material"):
        assert chrome not in words, chrome
    assert pdf.pages(printed) == 1
    page.emulate_media(media="print")
    colours = page.locator(f"{RECORD} dd").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e.querySelector('input') ?? e).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_begun_with_nothing_chosen(page: Page, base: str) -> None:
    """It says what to do first."""
    page.goto(base + EXAM)
    page.get_by_role("button", name="开始考试").click()
    expect(page.locator(".rb-exam-form [role=status]")).to_have_text("先选好自己的岗位。")


def _revision(site: Path) -> str:
    text = (site / "assets/rolebook/quizzes/roles/bar-attendant.js").read_text("utf-8")
    data = text.partition("]=")[2].rstrip().removesuffix(";")
    return str(json.loads(data)["revision"])
