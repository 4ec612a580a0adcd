"""Home knows its reader: his post, today's questions one tap away, his lists, his department before the others."""

from __future__ import annotations

import datetime
import re
import time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.keeping import KEPT, stored, violations
from tests.browser.quizzing import REVIEW, ROLE, answer, asked, onward, read, start

HOME = "index.html"
POST = "roles/bar-attendant"
NOON = datetime.datetime.fromisoformat("2026-12-01T12:00+08:00")


def pick(page: Page, title: str = "吧台岗客服员") -> None:
    """Say which post one has."""
    page.get_by_role("button", name=title, exact=True).click()
    expect(page.get_by_role("heading", name=title)).to_be_focused()


def learn(page: Page) -> int:
    """Answer all of the day's questions, which have begun; return how many."""
    read(page)
    count = 0
    while not page.locator(".rb-result").count():
        answer(page, right=True)
        onward(page)
        count += 1
    return count


def test_on_the_first_day_one_tap_says_the_post_and_one_begins(page: Page, base: str) -> None:
    """A new hire's way: he is asked for his post, then the day's questions begin, and home says what he has done."""
    page.goto(base + HOME)
    expect(page.get_by_role("heading", name="你在哪个岗位？")).to_be_visible()
    assert violations(page) == []
    pick(page)
    assert stored(page, f"{KEPT}quiz-post:") == {POST: True}
    expect(page.locator(".rb-ring")).to_contain_text("0/")
    page.get_by_role("link", name="今天 10 题 · 约 3 分钟").click()
    page.locator("rb-sitting .rb-card-stem").wait_for()
    assert "#" not in page.url, "who loads the page again has not come from home"
    assert learn(page) >= 10
    page.goto(base + HOME)
    expect(page.locator("rb-home")).to_contain_text("连续 1 天")
    expect(page.locator(".rb-mine")).to_contain_text(re.compile(r"今天学完了，明天 \d+ 题"))
    assert violations(page) == []


def test_a_day_later_and_ten_days_later(page: Page, base: str) -> None:
    """What is due and what is new is one tap away on each day; who stayed away has no days in a row."""
    page.clock.set_fixed_time(NOON)
    page.goto(base + HOME)
    pick(page)
    page.locator(".rb-mine__today").click()
    learn(page)
    for days, row in ((1, "连续 1 天"), (10, None)):
        page.clock.set_fixed_time(NOON + datetime.timedelta(days=days))
        page.goto(base + HOME)
        if row:
            expect(page.locator(".rb-mine")).to_contain_text(row)
        else:
            expect(page.locator(".rb-mine__today")).to_be_visible()
            expect(page.locator(".rb-mine")).not_to_contain_text("连续")
        page.locator(".rb-mine__today").click()
        page.locator("rb-sitting .rb-card-stem").wait_for()
        page.go_back()


def test_a_leader_ticks_with_one_tap_and_prints_with_one(page: Page, base: str) -> None:
    """The lists of his post stand on home, with what is done of them."""
    page.goto(base + HOME)
    expect(page.locator(".rb-todo")).to_be_hidden()
    pick(page)
    row = page.locator("[data-list='checklists/bar-before-shift']")
    expect(row).to_contain_text("0 / 13")
    assert page.locator(".rb-todo li:visible").count() == 1, "those of other posts are not his"
    expect(row.get_by_role("link", name="打印")).to_have_attribute("href", "posters/checklists/bar-before-shift.pdf")
    page.get_by_role("button", name="换岗位").click()
    expect(page.locator(".rb-badge[aria-pressed=true]")).to_contain_text("吧台岗客服员")
    page.get_by_role("button", name="不换了").click()
    link = page.locator(".rb-mine h2 a")
    assert str(link.get_attribute("href")).endswith("roles/bar-attendant.html")
    row.get_by_role("link", name="开始勾").click()
    page.get_by_role("checkbox").first.check()
    page.goto(base + HOME)
    expect(row).to_contain_text("1 / 13")
    expect(row.get_by_role("link", name="接着勾")).to_be_visible()


def test_an_agent_looks_up_from_home(page: Page, base: str) -> None:
    """One tap opens lookup; the numbers looked up most often stand there and lead to their lines."""
    page.goto(base + HOME)
    page.locator(".rb-find a").click()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".rb-tile", has_text="70℃").click()
    page.wait_for_url("**/roles/meeting-attendant.html#hot-drinks")


def test_ones_own_department_comes_first(page: Page, base: str) -> None:
    """And the post can be changed."""
    page.goto(base + HOME)
    pick(page, "客服部主管")
    expect(page.locator(".rb-group h3").first).to_have_text("客户服务部")
    page.get_by_role("button", name="换岗位").click()
    pick(page)
    expect(page.locator(".rb-group h3").first).to_have_text("客服部（营销中心）")
    assert stored(page, f"{KEPT}quiz-post:") == {POST: True}


def test_who_finishes_a_posts_quiz_has_that_post(page: Page, base: str) -> None:
    """He need not say so again; but one who said which he has keeps it."""
    page.goto(base + ROLE)
    start(page)
    answer(page, right=True)
    page.get_by_role("button", name="结束").click()
    page.locator(".rb-result").wait_for()
    assert stored(page, f"{KEPT}quiz-post:") == {POST: True}
    page.goto(f"{base}quizzes/roles/front-hall-attendant.html")
    start(page)
    answer(page, right=True)
    page.get_by_role("button", name="结束").click()
    page.locator(".rb-result").wait_for()
    assert stored(page, f"{KEPT}quiz-post:") == {POST: True}


def test_without_scripts_there_are_doors_and_posts(browser: Browser, served: str) -> None:
    """What needs a script is not there; nothing is empty."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + HOME)
    assert page.locator(".rb-door").count() == 3
    expect(page.locator(".rb-door").first).to_be_visible()
    expect(page.locator(".rb-todo")).to_be_hidden()
    expect(page.locator("rb-home")).to_be_hidden()
    assert page.locator(".rb-group a:visible").count() == 13
    context.close()


def late(route: Route) -> None:
    """Have a file come well after the page that asks for it."""
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_jumps_and_nothing_scrolls_sideways(browser: Browser, served: str, width: int) -> None:
    """Also with a post, and where the script comes well after the page."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, locale="zh-CN", service_workers="block"
    )  # a kept script is never late
    page = context.new_page()
    page.goto(served + HOME)
    pick(page)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.route("**/rolebook.js", late)
    page.goto(served + HOME)
    page.locator(".rb-mine__today").wait_for()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate("window.shift") <= 0.05
    context.close()


def test_what_was_missed_is_practised_again_at_once(page: Page, base: str) -> None:
    """From the result, and then the result says so; what was right is not asked again."""
    page.goto(base + ROLE)
    start(page)
    missed = asked(page)["id"]
    answer(page, right=False)
    onward(page)
    answer(page, right=True)
    page.get_by_role("button", name="结束").click()
    page.get_by_role("button", name="再练错的 1 题").click()
    assert asked(page)["id"] == missed
    answer(page, right=True)
    onward(page)
    expect(page.locator(".rb-score")).to_have_text("一次答对 1 / 1")
    expect(page.get_by_role("button", name="再练")).to_have_count(0)
    page.goto(base + REVIEW)
    page.get_by_role("button", name="再练错的 1 题").click()
    assert asked(page)["id"] == missed
