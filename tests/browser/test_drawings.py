"""Drawings in a browser: they lead where they say, by pointer and key, bar nobody, and fit what they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import serving
from tests.browser.keeping import violations
from tests.conftest import ROOT, mkdocs_build

CALL = "scripts/return-visit-call.html"
ENGLISH = "scripts/lesson-booking-call.html"
LARGE = "scripts/cake-order-call.html"
"""A call of more nodes than a phone shows as a drawing."""
POST, CHART = "roles/bar-attendant.html", "roles/all/chart.html"
WIDE: ViewportSize = {"width": 1280, "height": 800}
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".rb-drawing text")]
  .filter((text) => text.getClientRects().length)
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
OUTSIDE = """() => [...document.querySelectorAll(".rb-drawing text:not(.rb-mark)")].filter((text) => {
  const inner = text.getBoundingClientRect(), frame = text.parentElement.querySelector("rect")?.getBoundingClientRect();
  return frame && inner.width && (inner.left < frame.left || inner.right > frame.right || inner.top < frame.top - 1
    || inner.bottom > frame.bottom + 1);
}).map((text) => text.textContent)"""


def example(name: str, folder: Path) -> Path:
    """Build an example into a folder and return its site."""
    done = mkdocs_build(ROOT / "examples" / name, folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an example with a large call."""
    with serving(example("bakery-zh", tmp_path_factory.mktemp("bakery"))) as address:
        yield address


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an example in English."""
    with serving(example("pool-en", tmp_path_factory.mktemp("pool"))) as address:
        yield address


def seen(page: Page) -> list[str]:
    """Return the words of the drawings that run out of their boxes."""
    found: list[str] = page.evaluate(OUTSIDE)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [CALL, LARGE, ENGLISH, POST, "roles/cashier.html", "roles/lifeguard.html", CHART])
def test_a_drawing_bars_nobody(browser: Browser, served: str, bakery: str, pool: str, path: str, scheme: str) -> None:
    """On a phone and a wide screen, unfolded; its words are large enough and stand in their boxes."""
    context = browser.new_context(locale="zh-CN", color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    base = served if path in (CALL, POST) else pool if path in (ENGLISH, "roles/lifeguard.html") else bakery
    page.goto(base + path)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate("document.querySelectorAll('article details').forEach((fold) => { fold.open = true; })")
        assert violations(page) == [], width
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert path == CHART or page.evaluate(SMALLEST) >= 12
        assert seen(page) == []
    context.close()


def test_a_node_leads_to_its_line(browser: Browser, served: str) -> None:
    """Beside the text, where it stays while one reads; a click shows the node and leaves the map in sight."""
    page = browser.new_page(viewport=WIDE, locale="zh-CN")
    page.goto(served + CALL)
    chart = page.locator(".rb-drawing")
    expect(chart).to_be_visible()
    column, text = chart.bounding_box(), page.locator(".rb-node").first.bounding_box()
    assert column
    assert text
    assert column["x"] >= text["x"] + text["width"]
    page.locator(".rb-map__node", has_text="结束（不").or_(page.locator("[href='#ending-dissatisfied']")).first.click()
    expect(page).to_have_url(re.compile("#ending-dissatisfied$"))
    expect(page.locator("#ending-dissatisfied")).to_be_in_viewport()
    expect(chart).to_be_in_viewport()
    page.close()


def test_a_map_is_walked_by_keys(browser: Browser, served: str) -> None:
    """Tab goes from node to node in their order, Enter leads there; each is heard with where its answers lead."""
    page = browser.new_page(viewport=WIDE, locale="zh-CN")
    page.goto(served + CALL)
    page.locator(".rb-map__node").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".rb-map__node").nth(1)).to_be_focused()
    heard = page.get_by_role("link", name="交流；满意 → 满意；不满意/一般 → 不满意/一般")
    expect(heard).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#question$"))
    page.close()


def test_a_phone_has_the_map_behind_a_fold(page: Page, served: str) -> None:
    """Closed at first; tapped, it is whole on the screen's width, and its nodes lead on."""
    page.goto(served + CALL)
    expect(page.locator(".rb-drawing")).to_be_hidden()
    page.locator(".rb-route > summary").click()
    box = page.locator(".rb-drawing").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator(".rb-map__node").nth(2).click()
    expect(page.locator("#advice")).to_be_in_viewport()


def test_a_large_call_is_a_list_on_a_phone(page: Page, bakery: str) -> None:
    """Indented, each node once as a link to its place; the drawing has the wide screen."""
    page.goto(bakery + LARGE)
    page.locator(".rb-route > summary").click()
    expect(page.locator(".rb-drawing")).to_be_hidden()
    listed = page.locator(".rb-route__list")
    expect(listed).to_be_visible()
    assert listed.locator("a", has_text=re.compile("^取消$")).count() == 1
    listed.locator("a", has_text=re.compile("^取消$")).click()
    expect(page.locator("#cancel")).to_be_in_viewport()
    page.set_viewport_size(WIDE)
    expect(page.locator(".rb-drawing")).to_be_visible()
    expect(listed).to_be_hidden()


def test_without_scripts_the_map_is_one_click_away(browser: Browser, site: Path) -> None:
    """On a wide screen too."""
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto((site / CALL).as_uri())
    page.locator(".rb-route > summary").click()
    expect(page.locator(".rb-drawing")).to_be_visible()
    context.close()


def test_who_stands_around_a_post_leads_to_them(page: Page, served: str) -> None:
    """Each who has a page; heard with what joins the two."""
    page.goto(served + POST)
    page.get_by_role("link", name="相关联系岗位、由谁替岗：营销中心巡检岗客服员").click()
    expect(page.locator("h1")).to_have_text("营销中心巡检岗客服员")


def test_the_day_leads_to_its_sections_and_lists(page: Page, served: str) -> None:
    """All stops of it are seen on a phone, in their order."""
    page.goto(served + "roles/meeting-attendant.html")
    stops = page.locator(".rb-day > li")
    assert stops.locator(".rb-day__when").all_inner_texts() == ["班前", "在岗", "收尾"]
    boxes = [stop.bounding_box() for stop in stops.all()]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts)
    assert lefts[-1] < 390
    stops.nth(2).locator("a").first.click()
    expect(page.locator("h2", has_text="会议后的整理工作")).to_be_in_viewport()
    stops.nth(0).locator("a", has_text="会议前").last.click()
    expect(page.locator("h1")).to_have_text("会议前")


ABOVE = """(name) => {
  const box = (link) => link.closest(".rb-post").getBoundingClientRect();
  const link = document.querySelector(`.rb-chart a[href$="${name}.html"]`);
  const chief = link.closest("ul").closest("li").querySelector(".rb-post");
  const one = box(link), other = chief.getBoundingClientRect();
  return {lower: one.top >= other.bottom, indented: one.left > other.left, apart: one.right <= innerWidth};
}"""


def test_the_chart_is_indented_on_a_phone_and_from_above_on_a_wide_screen(page: Page, bakery: str) -> None:
    """Who reports to somebody stands below him; nothing runs off."""
    page.goto(bakery + CHART)
    for name in ("cashier", "sales-assistant"):
        assert page.evaluate(ABOVE, name) == {"lower": True, "indented": True, "apart": True}
    page.set_viewport_size(WIDE)
    tops = [
        page.locator(f".rb-chart a[href$='{name}.html']").first.bounding_box()
        for name in ("cashier", "sales-assistant")
    ]
    assert tops[0]
    assert tops[1]
    assert tops[0]["y"] == tops[1]["y"]
    page.locator(".rb-chart a[href$='cashier.html']").first.click()
    expect(page.locator("h1")).to_have_text("收银员")


def test_the_map_shows_where_one_is(browser: Browser, bakery: str) -> None:
    """As one reads on, one node after the other is marked, one at a time, and is in sight on a map of any height."""
    page = browser.new_page(viewport=WIDE, locale="zh-CN")
    page.goto(bakery + LARGE)
    marked = page.locator(".rb-map__node[aria-current]")
    for name in ("size", "allergy", "confirmed", "change"):
        page.evaluate("name => document.getElementById(name).scrollIntoView()", name)
        node = page.locator(f"//*[@*[name()='xlink:href']='#{name}']")
        expect(node).to_have_attribute("aria-current", "location")
        expect(marked).to_have_count(1)
        expect(marked).to_be_in_viewport()
    page.close()


@pytest.mark.parametrize("start", ["index.html", "roles/index.html"])
def test_the_chart_is_one_tap_away(page: Page, served: str, start: str) -> None:
    """From home and from the posts, on a phone and on a wide screen."""
    page.goto(served + start)
    sizes: list[ViewportSize] = [{"width": 390, "height": 844}, WIDE]
    for size in sizes:
        page.set_viewport_size(size)
        expect(page.locator("article").get_by_role("link", name="组织结构")).to_be_visible()
    page.locator("article").get_by_role("link", name="组织结构").click()
    expect(page.locator("h1")).to_have_text("组织结构")


def test_a_map_is_printed(page: Page, bakery: str) -> None:
    """From any screen, unfolded, without the list beside it."""
    page.goto(bakery + LARGE)
    expect(page.locator(".rb-drawing")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".rb-drawing")).to_be_visible()
    expect(page.locator(".rb-route__list")).to_be_hidden()
