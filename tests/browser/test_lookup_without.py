"""Lookup where something is missing: the end of the index, storage, scripts, room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.keeping import KEPT
from tests.browser.looking import BAR, BOX, HOT, OPTION, look_up, status


def cut(site: Path, share: float) -> bytes:
    """Return the beginning of the index."""
    whole = (site / "assets" / "rolebook" / "lookup.js").read_bytes()
    return whole[: int(len(whole) * share)]


@pytest.mark.parametrize("share", [0, 0.3, 0.9, 0.999])
def test_an_index_cut_short_is_said_and_the_page_works(
    context: BrowserContext, served: str, site: Path, share: float
) -> None:
    """With a way on."""
    page = context.new_page()  # the script that does not parse is an error of the page

    def answer(route: Route) -> None:
        route.fulfill(body=cut(site, share), content_type="text/javascript")

    page.route("**/lookup.js", answer)
    page.goto(served + BAR)
    page.keyboard.press("/")
    expect(status(page)).to_have_text(re.compile("索引没有读全"))
    page.get_by_role("search").get_by_role("link", name="全部条目").click()
    page.wait_for_url("**/lines.html")


def test_blocked_storage_is_no_obstacle(context: BrowserContext, base: str) -> None:
    """Nothing is remembered, everything is found; the only errors are those of Material's own scripts."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page.goto(base + BAR)
    look_up(page, "rywd")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meeting-attendant.html#hot-drinks")
    assert [error for error in errors if "rolebook" in error] == []


def test_spoiled_storage_is_no_obstacle(page: Page, served: str) -> None:
    """One key that holds nonsense does not hide the others."""
    page.goto(served + BAR)
    keys = {"opened:roles/bar-attendant#greet": "{", "opened:x": '{"times":"a"}'}
    keys["opened:roles/bar-attendant#lights"] = '{"times":2,"last":1}'
    put = f"keys => Object.entries(keys).forEach(([k, v]) => localStorage.setItem('{KEPT}' + k, v))"
    page.evaluate(put, keys)
    page.reload()
    page.keyboard.press("/")
    expect(page.locator(OPTION).first).to_have_attribute("data-item", "roles/bar-attendant#lights")


def test_without_scripts_a_link_leads_to_all_lines(browser: Browser, base: str) -> None:
    """A plain page, grouped, every line linked."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + BAR)
    page.get_by_role("link", name="全部条目").first.click()
    assert page.url.endswith("lines.html")
    page.get_by_role("link", name=re.compile(HOT)).click()
    assert page.url.endswith("roles/meeting-attendant.html#hot-drinks")
    context.close()


def test_on_a_phone_it_fills_the_screen_with_the_field_at_the_thumb(page: Page, served: str) -> None:
    """And gives it back."""
    page.goto(served + BAR)
    page.locator(BOX).click()
    look_up(page, "鞠躬")
    panel, box = page.locator(".rb-lookup").bounding_box(), page.locator(BOX).bounding_box()
    assert panel and box
    assert (panel["x"], panel["y"], panel["width"], panel["height"]) == (0, 0, 390, 844)
    assert box["y"] > 700
    page.get_by_role("button", name="关闭").click()
    expect(page.locator("[role=listbox]")).to_be_hidden()
