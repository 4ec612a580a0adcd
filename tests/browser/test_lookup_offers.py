"""What lookup offers before anything is typed, and by kind and post."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import BAR, BOX, HOME, HOT, OPTION, look_up, status

TITLE = ".rb-lookup__title"


def test_nothing_typed_offers_what_was_opened_and_this_page(page: Page, base: str) -> None:
    """Remembered from page to page."""
    page.goto(base + BAR)
    look_up(page, "rywd")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meeting-attendant.html#hot-drinks")
    page.goto(base + BAR)
    page.keyboard.press("/")
    expect(page.locator(OPTION).first).to_have_attribute("data-item", "roles/meeting-attendant#hot-drinks")
    expect(page.locator(TITLE)).to_have_text(["你常看的、刚看过的", "本页"])
    assert (page.locator(OPTION).nth(1).get_attribute("data-item") or "").startswith("roles/bar-attendant#")


def test_filters_by_kind_and_by_post(page: Page, served: str) -> None:
    """By a button, and typed before the words; a post no one has is said to be none."""
    page.goto(served + HOME)
    look_up(page, "岗:吧台 鞠躬")
    expect(page.locator(OPTION)).to_have_count(1)
    expect(page.locator(OPTION)).to_have_attribute("data-item", "roles/bar-attendant#greet")
    look_up(page, "回访")
    page.get_by_role("button", name="话术").click()
    items = page.locator(OPTION).evaluate_all("all => all.map(one => one.dataset.item)")
    assert items and all(item.startswith("scripts/") for item in items)
    page.get_by_role("button", name="全部", exact=True).click()
    look_up(page, "岗:宇航员 鞠躬")
    expect(status(page)).to_have_text("没有岗位叫“宇航员”；找到 3 条")


def test_nothing_typed_on_a_page_without_lines_offers_what_is_asked_for_often(page: Page, served: str) -> None:
    """The lines their authors pinned; never an empty list."""
    page.goto(served + HOME)
    page.keyboard.press("/")
    expect(page.locator(TITLE)).to_have_text(["大家常查的"])
    expect(page.locator(OPTION).filter(has_text=HOT)).to_have_count(1)
    page.locator(OPTION).filter(has_text=HOT).click()
    page.wait_for_url("**/meeting-attendant.html#hot-drinks")
    page.goto(served + HOME)
    page.keyboard.press("/")
    expect(page.locator(TITLE)).to_have_text(["你常看的、刚看过的", "大家常查的"])
    expect(page.locator(OPTION).filter(has_text=HOT)).to_have_count(1)  # once, though it is pinned too


def test_a_kind_chosen_before_typing_lists_its_pages(page: Page, served: str) -> None:
    """By title; a button takes no focus from the field, so that the arrows go on working."""
    page.goto(served + BAR)
    page.keyboard.press("/")
    page.get_by_role("button", name="流程", exact=True).click()
    expect(status(page)).to_have_text("找到 3 条")
    expect(page.locator(BOX)).to_be_focused()
    items = page.locator(OPTION).evaluate_all("all => all.map(one => one.dataset.item)")
    assert len(items) == 3 and all(item.startswith("procedures/") and "#" not in item for item in items)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{items[0]}.html")


def test_the_keyboard_reaches_the_kinds_and_comes_back(page: Page, served: str) -> None:
    """Tab leads to the buttons, Escape back to the field, and the panel stays open."""
    page.goto(served + BAR)
    look_up(page, "鞠躬")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.innerText") != "话术":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="话术", exact=True)).to_be_focused()
    expect(status(page)).to_have_text("“话术”里没有；找到 3 条")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("鞠躬")
    expect(page.locator(OPTION)).to_have_count(3)


def test_a_kind_without_it_says_so_and_shows_the_others(page: Page, served: str) -> None:
    """Rather than claim that there is none; the choice ends when lookup is closed."""
    page.goto(served + BAR)
    look_up(page, "鞠躬")
    page.get_by_role("button", name="表单", exact=True).click()
    expect(status(page)).to_have_text("“表单”里没有；找到 3 条")
    expect(page.locator(OPTION)).to_have_count(3)
    look_up(page, "齉龘")
    expect(status(page)).to_have_text(
        "没有符合“齉龘”的条目，也没有相近的。试过原文、拼音、首字母、错字和同义词。换个说法，或少打几个字。"
    )
    for _ in range(2):
        page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("button", name="全部", exact=True)).to_have_attribute("aria-pressed", "true")


def test_what_was_looked_up_in_vain_is_handed_out_for_the_table_of_synonyms(page: Page, served: str) -> None:
    """Kept on the device when the field is left and nothing fitted; what is read in the list was found."""
    page.goto(served + HOME)
    export = page.locator(".rb-lookup__missed")
    for typed in ("齉龘", "宇宙飞船", "齉龘", "热饮"):
        look_up(page, typed)
        page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(export).to_have_text("导出没找到的词（2）")
    box = export.bounding_box()
    assert box and box["height"] >= 44
    with page.expect_download() as saved:
        export.click()
    lines = saved.value.path().read_text("utf-8").splitlines()
    assert saved.value.suggested_filename == "synonyms-missed.yml"
    assert lines[0].startswith("# 查了却没有找到")
    assert lines[1:] == ["#- 齉龘 →  # 查了 2 次", "#- 宇宙飞船 →  # 查了 1 次"]


@pytest.mark.parametrize("typed", ["热饮", "灯饰"])
def test_on_a_phone_where_a_line_stands_is_below_it(page: Page, served: str, typed: str) -> None:
    """With a number above the line and without one."""
    page.goto(served + HOME)
    line = look_up(page, typed).first.bounding_box()
    about = page.locator(".rb-hit__about").first.bounding_box()
    assert line and about
    assert about["y"] >= line["y"] + line["height"]
