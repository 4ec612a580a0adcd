"""One exam at a time, in all tabs: none takes the place of another that runs, and it is handed in once."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.keeping import KEPT, stored
from tests.browser.quizzing import EXAM, answer, asked_in_exam, begin_exam, choose, onward

RECORD = ".rb-record"


def test_one_runs_at_a_time_in_all_tabs(page: Page, context: BrowserContext, base: str) -> None:
    """Whoever begins in a second tab goes on with the paper of the first, and its answers."""
    other = context.new_page()
    other.goto(base + EXAM)
    other.locator(".rb-exam-form").wait_for()
    begin_exam(page, base + EXAM, count=3)
    answer(page, right=True)
    onward(page)
    other.get_by_role("button", name="开始考试").click()
    expect(other.locator(".rb-card-number")).to_have_text("第 2 题，共 3 题")
    assert asked_in_exam(other) == asked_in_exam(page)
    other.get_by_role("button", name="交卷").click()
    expect(other.locator(RECORD)).to_contain_text("1 / 3（作答 1 题）")


def test_one_that_cannot_be_read_is_not_replaced(page: Page, served: str) -> None:
    """It says so however often one begins another, and goes on once it can be read."""
    begin_exam(page, served + EXAM, count=3)
    questions = asked_in_exam(page)
    answer(page, right=True)
    onward(page)
    kept = stored(page, f"{KEPT}exam")
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/quizzes/roles/bar-attendant.js", lambda route: route.abort())
    page.reload()
    note = page.locator(".rb-exam-form [role=status]")
    expect(note).to_contain_text("题目没有读到")
    choose(page, "接待现场")
    page.locator(".rb-choose").get_by_label("吧台岗客服员", exact=True).uncheck()
    page.get_by_role("button", name="开始考试").click()
    expect(note).to_contain_text("题目没有读到")
    expect(page.locator("rb-sitting")).to_have_count(0)
    assert stored(page, f"{KEPT}exam") == kept
    page.unroute_all()
    page.reload()
    page.locator(".rb-card-stem").wait_for()
    assert asked_in_exam(page) == questions


def test_two_tabs_hand_in_once(page: Page, context: BrowserContext, base: str) -> None:
    """The first counts, in both."""
    begin_exam(page, base + EXAM, count=2)
    other = context.new_page()
    other.goto(base + EXAM)
    other.locator(".rb-card-stem").wait_for()
    answer(page, right=True)
    page.get_by_role("button", name="交卷").click()
    expect(page.locator(RECORD)).to_contain_text("50 分 · 1 / 2（作答 1 题）")
    other.get_by_role("button", name="交卷").click()
    expect(other.locator(RECORD)).to_contain_text("50 分 · 1 / 2（作答 1 题）")
    assert len(stored(page, f"{KEPT}exam-done:")) == 1
