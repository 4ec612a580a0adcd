"""Runs through a checklist: past midnight, in shifts with hours, when they are over, and by a clock that is wrong."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import handbooks
from tests.browser.keeping import violations

DAILY = "sign_off: {by: day}\n"
TIMED = "sign_off: {shifts: [早班 08:00–16:00, 晚班 16:00–24:00]}\n"
TEXTS = ("打开大堂的灯", "检查旋转门", "鞠躬30度问好")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of a list signed by day and of one with shifts, from disk."""
    made = {}
    for name, sign in (("day", DAILY), ("shifts", TIMED)):
        edit = handbooks.replaced(("when: 每天早上\n", f"when: 每天早上\n{sign}"))
        site = handbooks.built(tmp_path_factory.mktemp(name), edit, site_id=name)
        made[name] = f"{site.as_uri()}/checklists/opening.html"
    return made


def at(page: Page, time: str) -> None:
    """Set the clock, and have the page look at it."""
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(f"{time}+08:00"))
    if page.url != "about:blank":
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def box(page: Page, n: int) -> Locator:
    """Return a line's checkbox."""
    return page.locator(".rb-line", has_text=TEXTS[n]).get_by_role("checkbox")


def left(page: Page, text: str) -> None:
    """Check what the bar says is left."""
    expect(page.locator(".rb-left")).to_have_text(text)


def button(page: Page, name: str) -> Locator:
    """Return a button of the bar."""
    return page.locator(".rb-tick-bar").get_by_role("button", name=name, exact=True)


def opened(page: Page) -> Locator:
    """Open what is seldom wanted, and return the bar."""
    if not page.locator(".rb-more[open]").count():
        page.locator(".rb-more summary").click()
    return page.locator(".rb-tick-bar")


def exported(page: Page, where: Locator) -> tuple[str, str]:
    """Export from there, and return the file's name and its text."""
    with page.expect_download() as download:
        where.get_by_role("button", name="导出").click()
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8-sig")


def test_a_run_outlives_midnight_while_it_is_worked_on(page: Page, sites: dict[str, str]) -> None:
    """Two lines at ten to twelve, the third after midnight: nothing is left. In the morning it begins afresh."""
    at(page, "2026-12-02T23:50")
    page.goto(sites["day"])
    box(page, 0).check()
    box(page, 1).check()
    at(page, "2026-12-03T00:01")
    left(page, "还剩 1 条")
    box(page, 2).check()
    left(page, "全部做完")
    page.reload()
    left(page, "全部做完")
    at(page, "2026-12-03T07:00")
    left(page, "还剩 3 条")


def test_a_finished_run_is_there_until_the_next_is_finished(page: Page, sites: dict[str, str]) -> None:
    """It can be read, exported and copied the next day, with the words its lines had."""
    at(page, "2026-12-03T07:05")
    page.goto(sites["day"])
    for n in range(3):
        box(page, n).check()
    button(page, "完成本班").click()
    expect(page.locator(".rb-past")).to_have_count(0)
    at(page, "2026-12-04T08:00")
    past = page.locator(".rb-past")
    expect(past.locator("summary")).to_contain_text(re.compile("上一班 2026/12/3 07:05 完成，3 / 3"))
    left(page, "还剩 3 条")
    box(page, 1).check()
    past.locator("summary").click()
    expect(past.locator("li")).to_have_count(3)
    name, text = exported(page, past)
    assert name == "开门-202612030705.csv"
    assert "大堂,打开大堂的灯,是,2026-12-03 07:05," in text.splitlines()
    box(page, 0).check()
    box(page, 2).check()
    button(page, "完成本班").click()
    button(page, "撤销").click()
    expect(past.locator("summary")).to_contain_text("2026/12/3 07:05")
    button(page, "完成本班").click()
    button(page, "开始下一班").click()
    expect(past).to_have_count(1)
    expect(past.locator("summary")).to_contain_text("2026/12/4 08:00")


def test_a_run_that_nobody_finished_is_not_lost(page: Page, sites: dict[str, str]) -> None:
    """Beside the one finished last, before and after the next one begins."""
    at(page, "2026-12-03T07:05")
    page.goto(sites["day"])
    for n in range(3):
        box(page, n).check()
    button(page, "完成本班").click()
    at(page, "2026-12-04T07:30")
    box(page, 0).check()
    at(page, "2026-12-05T08:00")
    for _ in range(2):
        summaries = page.locator(".rb-past summary")
        expect(summaries.filter(has_text="2026/12/4 07:30 开始的一班没有做完，1 / 3")).to_have_count(1)
        expect(summaries.filter(has_text="上一班 2026/12/3 07:05 完成")).to_have_count(1)
        box(page, 2).check()
        page.reload()
        left(page, "还剩 2 条")


def test_a_run_belongs_to_a_shift(page: Page, sites: dict[str, str]) -> None:
    """The one it is, until its hours are over and nobody works on it; who comes next begins his own."""
    at(page, "2026-12-03T08:10")
    page.goto(sites["shifts"])
    shift = page.get_by_label("班次")
    expect(shift).to_have_value("早班")
    expect(shift.locator("option")).to_have_text(["早班 08:00–16:00", "晚班 16:00–24:00"])
    box(page, 0).check()
    expect(button(page, "开始下一班")).to_have_count(0)
    at(page, "2026-12-03T15:59")
    left(page, "还剩 2 条")
    box(page, 1).check()
    at(page, "2026-12-03T16:05")
    left(page, "还剩 1 条")
    button(page, "开始下一班").click()
    left(page, "还剩 3 条")
    expect(shift).to_have_value("晚班")
    expect(page.locator(".rb-past summary")).to_contain_text("早班")
    box(page, 0).check()
    name, text = exported(page, opened(page))
    assert (name, text.splitlines()[2]) == ("开门-202612031605.csv", "班次,晚班")
    at(page, "2026-12-04T17:00")
    expect(shift).to_have_value("晚班")
    left(page, "还剩 3 条")


def test_a_clock_that_was_wrong_loses_nothing(page: Page, sites: dict[str, str]) -> None:
    """Ticked in 2030 by a wrong clock: told and exportable once it is right; ticked now, it is there after a leap."""
    at(page, "2026-12-03T07:00")
    page.goto(sites["day"])
    box(page, 0).check()
    at(page, "2030-01-01T00:00")
    expect(page.locator(".rb-past summary")).to_contain_text("2026/12/3 07:00")
    at(page, "2026-12-03T07:30")
    left(page, "还剩 2 条")
    at(page, "2030-01-01T00:00")
    box(page, 0).check()
    box(page, 1).check()
    at(page, "2026-12-03T08:00")
    left(page, "还剩 3 条")
    box(page, 2).check()
    expect(page.locator(".rb-past summary")).to_contain_text("没有做完，2 / 3")


@pytest.fixture
def new_york(browser: Browser) -> Iterator[Page]:
    """A tab where the clock is put back on 2026-11-01 at 02:00."""
    context = browser.new_context(
        timezone_id="America/New_York", locale="zh-CN", viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat("2026-10-30T12:00-04:00"))
    yield page
    context.close()


def test_the_day_the_clock_is_put_back(new_york: Page, sites: dict[str, str]) -> None:
    """A daily list runs all of its 25 hours, and is written in the time on the wall."""
    page = new_york
    page.clock.pause_at(datetime.datetime.fromisoformat("2026-11-01T00:30-04:00"))
    page.goto(sites["day"])
    box(page, 0).check()
    page.clock.pause_at(datetime.datetime.fromisoformat("2026-11-01T23:45-05:00"))
    page.reload()
    left(page, "还剩 2 条")
    name, _ = exported(page, opened(page))
    assert name == "开门-202611010030.csv"
    page.clock.pause_at(datetime.datetime.fromisoformat("2026-11-02T00:01-05:00"))
    page.reload()
    left(page, "还剩 3 条")


def test_copied_where_a_download_does_nothing(page: Page, sites: dict[str, str]) -> None:
    """As a message in the clipboard; where the browser forbids that too, as selected text."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(sites["day"])
    box(page, 0).check()
    opened(page).get_by_role("button", name="复制", exact=True).click()
    expect(page.locator(".rb-tick-bar .rb-copied")).to_have_text("已复制")
    said = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert said[0].startswith("开门 · 第 1 版")
    assert said[1].endswith("完成 1 / 3")
    assert said[2] == "没做："
    assert len(said) == 5
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false; }"
    )
    opened(page).get_by_role("button", name="复制", exact=True).click()
    text = page.locator(".rb-tick-bar textarea")
    assert text.input_value().splitlines() == said
    assert text.evaluate("e => e.selectionEnd - e.selectionStart") == len("\n".join(said))
    page.clock.resume()
    assert violations(page) == []
