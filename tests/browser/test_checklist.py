"""Ticking a checklist on screen: by tap and key, per shift, in two tabs, without storage, without scripts.

Over 250 lines because all of it drives one element through one fixture.
"""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.keeping import KEPT, stored, violations

PATH = "checklists/bar-before-shift.html"
LINES = 13
BLOCKED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked', 'SecurityError') }})"
)
MORNING = datetime.datetime.fromisoformat("2026-03-04T08:00+08:00")


@pytest.fixture
def checklist(page: Page, base: str) -> Page:
    """The page of a checklist, at eight in the morning."""
    page.clock.pause_at(MORNING)
    page.goto(base + PATH)
    expect(boxes(page)).to_have_count(LINES)
    return page


def boxes(page: Page) -> Locator:
    """Return the checkboxes."""
    return page.locator("rb-checklist .rb-tick")


def button(page: Page, name: str) -> Locator:
    """Return a button of the bar."""
    return page.locator(".rb-tick-bar").get_by_role("button", name=name, exact=True)


def more(page: Page, name: str) -> Locator:
    """Open what is seldom wanted, and return a button there."""
    if not page.locator(".rb-more[open]").count():
        page.locator(".rb-more summary").click()
    return button(page, name)


def told(page: Page) -> Locator:
    """Return what the bar says is left."""
    return page.locator(".rb-left")


def test_a_line_is_ticked_by_tapping_anywhere_on_it(checklist: Page) -> None:
    """And unticked the same way; what is left is counted."""
    expect(told(checklist)).to_have_text("还剩 13 条")
    line = checklist.locator("rb-checklist li.rb-line").nth(2)
    line.locator(".rb-line__text").click(position={"x": 5, "y": 5})
    expect(boxes(checklist).nth(2)).to_be_checked()
    expect(told(checklist)).to_have_text("还剩 12 条")
    line.locator(".rb-line__text").click(position={"x": 5, "y": 5})
    expect(boxes(checklist).nth(2)).not_to_be_checked()


def test_the_bar_of_what_is_left_is_shown_whole(checklist: Page) -> None:
    """Nothing of it is cut off, and it stands inside the window."""
    bar = checklist.locator(".rb-tick-bar")
    shown, whole = bar.evaluate("e => [e.clientHeight, e.scrollHeight]")
    assert whole <= shown
    box = bar.bounding_box()
    assert box and box["height"] >= 40 and box["y"] + box["height"] <= 844


def test_a_link_in_a_line_is_no_tick(checklist: Page) -> None:
    """It goes to the form it names."""
    checklist.locator("rb-checklist .rb-form").first.click()
    expect(checklist).to_have_url(re.compile("/forms/visual-standard.html$"))


def test_by_keyboard_alone(checklist: Page) -> None:
    """Space ticks, the arrows go from line to line, next leads to what is left."""
    boxes(checklist).first.focus()
    for _ in range(3):
        checklist.keyboard.press("Space")
        checklist.keyboard.press("ArrowDown")
    expect(told(checklist)).to_have_text("还剩 10 条")
    expect(boxes(checklist).nth(3)).to_be_focused()
    checklist.keyboard.press("ArrowUp")
    expect(boxes(checklist).nth(2)).to_be_focused()
    button(checklist, "下一条").press("Enter")
    expect(boxes(checklist).nth(3)).to_be_focused()


def test_who_and_when_stand_at_each_tick(checklist: Page) -> None:
    """The name once one was given; the time always."""
    boxes(checklist).nth(0).check()
    expect(checklist.locator(".rb-stamp").nth(0)).to_have_text("08:00")
    checklist.get_by_label("您的姓名").fill("王芳")
    checklist.get_by_label("您的姓名").press("Tab")
    checklist.clock.set_fixed_time(MORNING + datetime.timedelta(minutes=28))
    boxes(checklist).nth(1).check()
    expect(checklist.locator(".rb-stamp").nth(1)).to_have_text("08:28 王芳")


def test_ticks_are_kept_one_key_a_line(checklist: Page) -> None:
    """They are there after a reload."""
    for n in (0, 4):
        boxes(checklist).nth(n).check()
    checklist.reload()
    expect(told(checklist)).to_have_text("还剩 11 条")
    expect(boxes(checklist).nth(4)).to_be_checked()
    assert len(stored(checklist, f"{KEPT}tick:")) == 2


def test_the_next_shift_starts_afresh(checklist: Page) -> None:
    """Twelve hours later nothing is ticked, while the page is open or after it was closed."""
    boxes(checklist).nth(0).check()
    checklist.clock.set_fixed_time(MORNING + datetime.timedelta(hours=11))
    checklist.reload()
    expect(boxes(checklist).nth(0)).to_be_checked()
    checklist.clock.set_fixed_time(MORNING + datetime.timedelta(hours=12, minutes=1))
    checklist.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(boxes(checklist).nth(0)).not_to_be_checked()
    boxes(checklist).nth(1).check()
    expect(told(checklist)).to_have_text("还剩 12 条")


def test_two_tabs_keep_each_others_ticks(checklist: Page, context: BrowserContext) -> None:
    """And show them at once."""
    other = context.new_page()
    other.goto(checklist.url)
    boxes(checklist).nth(0).check()
    expect(boxes(other).nth(0)).to_be_checked()
    boxes(other).nth(1).check()
    boxes(checklist).nth(2).check()
    for page in (checklist, other):
        expect(told(page)).to_have_text("还剩 10 条")


def test_two_tabs_do_not_keep_each_other_busy(checklist: Page, context: BrowserContext) -> None:
    """What one writes makes the other draw, and draw only: a write of its own would go back and forth for ever."""
    tabs = [checklist, context.new_page()]
    tabs[1].goto(checklist.url)
    for tab in tabs:
        tab.evaluate("window.heard = []; addEventListener('storage', event => { window.heard.push(event.key) })")
    boxes(checklist).nth(0).check()
    expect(boxes(tabs[1]).nth(0)).to_be_checked()
    for turn in range(5):  # what is heard of this was written after all that answered the turn before
        tabs[turn % 2].evaluate("turn => localStorage.setItem(turn, '')", f"turn {turn}")
        tabs[1 - turn % 2].wait_for_function("turn => window.heard.includes(turn)", arg=f"turn {turn}")
    for tab in tabs:
        heard = tab.evaluate("window.heard.filter(key => key.startsWith('rolebook:'))")
        assert len(heard) <= 3, heard


def test_finishing_needs_all_lines_or_a_reason(checklist: Page) -> None:
    """An empty reason is refused; a finished shift is not ticked any more; undo opens it again."""
    expect(button(checklist, "完成本班")).to_be_disabled()
    boxes(checklist).nth(0).check()
    button(checklist, "完成本班").click()
    button(checklist, "写明原因并完成").click()
    expect(checklist.locator(".rb-refused")).to_have_text("写明原因才能完成。")
    checklist.get_by_label("还有 12 条没做，为什么？").fill("停电")
    button(checklist, "写明原因并完成").click()
    expect(told(checklist)).to_contain_text("没做 12 条，原因：停电")
    expect(boxes(checklist).nth(5)).to_be_disabled()
    button(checklist, "撤销").click()
    expect(told(checklist)).to_have_text("还剩 12 条")
    expect(boxes(checklist).nth(5)).to_be_enabled()


def test_finishing_when_all_is_done_and_beginning_again(checklist: Page) -> None:
    """Nothing is asked; the next shift has no ticks."""
    for n in range(LINES):
        boxes(checklist).nth(n).check()
    expect(told(checklist)).to_have_text("全部做完")
    button(checklist, "完成本班").click()
    expect(told(checklist)).to_contain_text("完成")
    button(checklist, "开始下一班").click()
    expect(told(checklist)).to_have_text("还剩 13 条")


@pytest.mark.parametrize("width", [320, 360, 390])
def test_the_bar_stays_as_high_as_it_is(checklist: Page, width: int) -> None:
    """However many digits what is left has: a thumb that goes for a button hits it."""
    checklist.set_viewport_size({"width": width, "height": 844})
    bar = checklist.locator(".rb-tick-bar")
    boxes(checklist).first.check()
    before = bar.bounding_box()
    for box in boxes(checklist).all()[1:8]:
        box.check()
    expect(told(checklist)).to_have_text("还剩 5 条")
    after = bar.bounding_box()
    assert before and after and before["height"] == after["height"]


def test_what_is_seldom_wanted_opens_on_the_screen_and_closes_by_touching_elsewhere(checklist: Page) -> None:
    """On a phone as well when all is done, where its button is the first of the bar."""
    checklist.set_viewport_size({"width": 390, "height": 844})
    for box in boxes(checklist).all():
        box.check()
    button(checklist, "完成本班").click()
    more(checklist, "复制")
    shown = checklist.locator(".rb-more__menu").bounding_box()
    assert shown
    assert 0 <= shown["x"] <= shown["x"] + shown["width"] <= 390
    checklist.locator("h1").click()
    expect(checklist.locator(".rb-more[open]")).to_have_count(0)


def test_undo_goes_back_step_by_step(checklist: Page) -> None:
    """Ticks and unticks, the last first."""
    boxes(checklist).nth(0).check()
    boxes(checklist).nth(1).check()
    boxes(checklist).nth(0).uncheck()
    button(checklist, "撤销").click()
    expect(boxes(checklist).nth(0)).to_be_checked()
    button(checklist, "撤销").click()
    expect(boxes(checklist).nth(1)).not_to_be_checked()
    button(checklist, "撤销").click()
    expect(told(checklist)).to_have_text("还剩 13 条")
    expect(button(checklist, "撤销")).to_be_disabled()


def test_the_shift_as_a_file(checklist: Page, tmp_path: Path) -> None:
    """With title, revision, reason, and each line's tick."""
    boxes(checklist).nth(0).check()
    button(checklist, "完成本班").click()
    checklist.get_by_label("还有 12 条没做，为什么？").fill("停电")
    button(checklist, "写明原因并完成").click()
    with checklist.expect_download() as download:
        more(checklist, "导出").click()
    assert download.value.suggested_filename == "吧台班前-202603040800.csv"
    download.value.save_as(tmp_path / "x.csv")
    rows = (tmp_path / "x.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == "检查表,吧台班前"
    assert "未做完的原因,停电" in rows
    assert rows[9].startswith("仪容仪表,着装干净无皱褶。")
    assert rows[9].endswith(",是,2026-03-04 08:00,")
    assert sum(",否,," in row for row in rows) == 12


def test_what_is_left_is_always_visible(checklist: Page) -> None:
    """Wherever in the list one is, on a phone too."""
    for n in (0, 6, 12):
        boxes(checklist).nth(n).scroll_into_view_if_needed()
        expect(told(checklist)).to_be_in_viewport()
        expect(boxes(checklist).nth(n)).to_be_in_viewport()


def test_with_storage_blocked(context: BrowserContext, base: str) -> None:
    """It says that ticks will be gone, and ticks all the same; only Material's own scripts complain."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
    page.add_init_script(BLOCKED)
    page.goto(base + PATH)
    expect(page.locator(".rb-unkept")).to_contain_text("关掉页面，打过的勾就没了")
    boxes(page).nth(0).check()
    expect(told(page)).to_have_text("还剩 12 条")
    boxes(page).nth(1).check()
    button(page, "撤销").click()
    expect(told(page)).to_have_text("还剩 12 条")
    assert [error for error in errors if "rolebook" in error] == []


def test_offline(checklist: Page, context: BrowserContext) -> None:
    """Once open, it needs no network."""
    context.set_offline(True)
    boxes(checklist).nth(0).check()
    expect(told(checklist)).to_have_text("还剩 12 条")


def test_what_storage_holds_may_be_anything(page: Page, base: str) -> None:
    """Values of another version, or of a person, are as if they were not there."""
    item = json.dumps(f"{KEPT}tick:checklists/bar-before-shift#appearance")
    shift = json.dumps(f"{KEPT}shift:checklists/bar-before-shift")
    page.add_init_script(f"localStorage.setItem({item}, '{{\"shift\":1}}'); localStorage.setItem({shift}, 'x{{');")
    page.goto(base + PATH)
    expect(told(page)).to_have_text("还剩 13 条")
    boxes(page).nth(0).check()
    expect(told(page)).to_have_text("还剩 12 条")


def test_without_javascript_it_is_a_list_with_boxes(browser: Browser, base: str) -> None:
    """Every line and a box for each, and the way to the sheet."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + PATH)
    expect(page.locator("rb-checklist li.rb-line")).to_have_count(LINES)
    expect(page.locator("rb-checklist .rb-box")).to_have_count(LINES)
    expect(page.locator("rb-checklist .rb-box").first).to_be_visible()
    expect(page.get_by_role("link", name="打印 PDF")).to_be_visible()
    context.close()


def test_no_barrier_in_any_state(checklist: Page) -> None:
    """axe finds nothing before, while, asked for a reason, and after; light and dark."""
    checklist.clock.resume()  # axe waits by timers
    for scheme in ("light", "dark"):
        checklist.emulate_media(color_scheme=scheme)
        assert violations(checklist) == []
    boxes(checklist).nth(0).check()
    button(checklist, "完成本班").click()
    button(checklist, "写明原因并完成").click()
    assert violations(checklist) == []
    checklist.get_by_label("还有 12 条没做，为什么？").fill("停电")
    button(checklist, "写明原因并完成").click()
    assert violations(checklist) == []


def test_printed_with_its_ticks(checklist: Page) -> None:
    """Start on screen, finish on paper: ticks in black ink, no buttons."""
    boxes(checklist).nth(0).check()
    checklist.emulate_media(media="print")
    mark = "box => getComputedStyle(box, '::before')"
    assert boxes(checklist).nth(0).evaluate(f"{mark}.content") == '"✓"'
    assert boxes(checklist).nth(0).evaluate(f"{mark}.color") == "rgb(0, 0, 0)"
    assert boxes(checklist).nth(0).evaluate("box => getComputedStyle(box).backgroundColor") == "rgba(0, 0, 0, 0)"
    expect(button(checklist, "导出")).to_be_hidden()
    expect(told(checklist)).to_be_visible()


def test_the_sheet_can_be_printed_from_the_page(checklist: Page, site: Path) -> None:
    """The link leads to the PDF."""
    link = checklist.get_by_role("link", name="打印 PDF")
    assert link.get_attribute("href") == "../posters/checklists/bar-before-shift.pdf"
    assert (site / "posters/checklists/bar-before-shift.pdf").read_bytes().startswith(b"%PDF")
