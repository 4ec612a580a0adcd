"""Several people on one device: each chosen by name, each with progress, posts and ticks of his own."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.keeping import violations
from tests.browser.quizzing import BLOCKED, EXAM, REVIEW, ROLE, answer, choose, read

CHECKLIST = "checklists/bar-before-shift.html"
PAGES = [CHECKLIST, ROLE, REVIEW, EXAM]


def chooser(page: Page) -> Locator:
    """Return the box that says who uses the device, opened."""
    box = page.locator(".rb-profile")
    box.wait_for()
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box


def who(page: Page, name: str) -> None:
    """Check whose the page is."""
    expect(page.locator(".rb-profile summary strong")).to_have_text(name)


def create(page: Page, name: str) -> None:
    """Make a profile."""
    box = chooser(page)
    box.get_by_label("换一个人用，叫什么").fill(name)
    box.get_by_role("button", name="新增", exact=True).click()
    who(page, name)


def switch(page: Page, name: str) -> None:
    """Choose another profile."""
    chooser(page).get_by_role("button", name=f"换成{name}", exact=True).click()
    who(page, name)


def test_nothing_of_one_is_anothers(page: Page, base: str) -> None:
    """Ticks, the name to sign with, posts, progress, and what was opened by lookup."""
    page.goto(base + CHECKLIST)
    create(page, "王芳")
    page.locator(".rb-tick").first.check()
    expect(page.locator(".rb-stamp").first).to_contain_text("王芳")
    page.goto(base + REVIEW)
    choose(page, "吧台岗客服员")
    page.get_by_role("button", name="开始（10 题）").click()
    read(page)
    answer(page, right=True)
    page.get_by_role("button", name="结束").click()
    page.get_by_role("button", name="返回").click()
    create(page, "李明")
    expect(page.locator("rb-review")).to_contain_text("先选好自己的岗位")
    page.goto(base + ROLE)
    who(page, "李明")
    expect(page.locator(".rb-progress")).to_contain_text("在学 0")
    page.goto(base + CHECKLIST)
    expect(page.locator(".rb-left")).to_have_text("还剩 13 条")
    expect(page.get_by_label("您的姓名")).to_have_count(0)  # who has a name is not asked for it again
    page.locator(".rb-tick").nth(1).check()
    expect(page.locator(".rb-stamp").nth(1)).to_contain_text("李明")
    switch(page, "王芳")
    expect(page.locator(".rb-left")).to_have_text("还剩 12 条")
    expect(page.locator(".rb-tick").first).to_be_checked()
    page.goto(base + REVIEW)
    expect(page.locator(".rb-standing")).to_contain_text("在学 1")
    kept = page.evaluate("Object.keys(localStorage)")
    owners = {key.split(":")[3] for key in kept if ":tick:" in key}
    assert len(owners) == 2


def test_what_was_there_first_stays_with_whoever_had_it(page: Page, base: str) -> None:
    """Who never gave a name is still there beside the first who did."""
    page.goto(base + CHECKLIST)
    page.locator(".rb-tick").first.check()
    create(page, "王芳")
    expect(page.locator(".rb-left")).to_have_text("还剩 13 条")
    switch(page, "还没有名字的人")
    expect(page.locator(".rb-left")).to_have_text("还剩 12 条")


def test_whoever_gives_his_name_keeps_what_he_did(page: Page, base: str) -> None:
    """Asked for a name at a list half done, he is not sent to an empty one."""
    page.goto(base + "checklists/bar-before-shift.html")
    box = page.locator("rb-checklist .rb-tick").first
    box.check()
    chooser(page).get_by_label("您叫什么").fill("王芳")
    chooser(page).get_by_role("button", name="记下", exact=True).click()
    who(page, "王芳")
    page.reload()
    who(page, "王芳")
    expect(box).to_be_checked()


def test_renamed(page: Page, base: str) -> None:
    """To a name nobody else has."""
    page.goto(base + CHECKLIST)
    create(page, "王芳")
    page.locator(".rb-tick").first.check()
    create(page, "李明")
    box = chooser(page)
    box.get_by_label("“李明”改叫什么").fill(" 王芳 ")
    box.get_by_role("button", name="改名").click()
    expect(box.get_by_role("alert").filter(has_text="已经有人")).to_be_visible()
    box.get_by_label("“李明”改叫什么").fill("李敏")
    box.get_by_role("button", name="改名").click()
    who(page, "李敏")
    page.reload()
    who(page, "李敏")
    switch(page, "王芳")
    expect(page.locator(".rb-left")).to_have_text("还剩 12 条")


def test_removed_once_that_is_confirmed(page: Page, base: str) -> None:
    """Everything of hers goes, nothing of another's."""
    page.goto(base + CHECKLIST)
    page.locator(".rb-tick").first.check()
    create(page, "王芳")
    page.locator(".rb-tick").nth(1).check()
    box = chooser(page)
    box.get_by_role("button", name="删除“王芳”").click()
    expect(box).to_contain_text("删了找不回来")
    box.get_by_role("button", name="返回").click()
    expect(page.locator(".rb-left")).to_have_text("还剩 12 条")
    box.get_by_role("button", name="删除“王芳”").click()
    box.get_by_role("button", name="确定删除").click()
    who(page, "还没有名字的人")
    expect(page.locator(".rb-tick").first).to_be_checked()
    assert "王芳" not in page.evaluate("JSON.stringify(localStorage)")


def test_tabs_follow_who_was_chosen(page: Page, context: BrowserContext, base: str) -> None:
    """One person at a time uses a device: no tab goes on keeping things for the one before."""
    page.goto(base + CHECKLIST)
    create(page, "王芳")
    other = context.new_page()
    other.goto(base + CHECKLIST)
    create(other, "李明")
    who(page, "李明")
    page.locator(".rb-tick").first.check()
    expect(other.locator(".rb-tick").first).to_be_checked()
    switch(other, "王芳")
    who(page, "王芳")
    expect(page.locator(".rb-left")).to_have_text("还剩 13 条")


@pytest.mark.parametrize("path", PAGES)
def test_by_keyboard_and_without_barrier(page: Page, served: str, path: str) -> None:
    """axe finds nothing in it, closed, open, refused and asked for certainty, light and dark."""
    page.goto(served + path)
    box = page.locator(".rb-profile")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    box.locator("summary").press("Enter")
    box.get_by_label("换一个人用，叫什么").press("Enter")
    expect(box.get_by_role("alert").filter(has_text="名字是空的")).to_be_visible()
    box.get_by_role("button", name="删除").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box.get_by_label("换一个人用，叫什么").fill("王芳")
    box.get_by_label("换一个人用，叫什么").press("Enter")
    who(page, "王芳")


def test_what_cannot_be_read_is_told_and_can_be_taken_away(page: Page, base: str) -> None:
    """It is set aside, exported as it is, and deleted when nobody wants it."""
    page.goto(base + ROLE)
    page.evaluate("localStorage.setItem('rolebook:2:job-handbook:0:quiz:measure-1', '{oops')")
    page.reload()
    note = page.locator(".rb-kept-note")
    expect(note).to_contain_text("有 1 处保存过的内容读不出来")
    with page.expect_download() as download:
        note.get_by_role("button", name="导出读不出来的内容").click()
    assert list(json.loads(download.value.path().read_text("utf-8")).values()) == ["{oops"]
    page.reload()
    note.get_by_role("button", name="不要了").click()
    expect(note).to_have_count(0)
    assert "oops" not in page.evaluate("JSON.stringify(localStorage)")


def test_silent_where_nothing_can_be_kept(context: BrowserContext, base: str) -> None:
    """The page says that itself."""
    page = context.new_page()
    page.add_init_script(BLOCKED)
    page.goto(base + REVIEW)
    expect(page.locator("rb-review")).to_contain_text("不让本页保存进度")
    expect(page.locator(".rb-profile")).to_have_count(0)
