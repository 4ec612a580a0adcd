"""Lookup where pages are swapped in without loading, and on pages written by hand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import serving
from tests.browser.looking import BAR, BOX, HOME, HOT, OPTION, look_up
from tests.conftest import ROOT, mkdocs_build

CONFIG = """
site_name: 岗位手册
site_url: {address}
theme: {{name: material, features: [navigation.instant]}}
plugins: [{{rolebook: {{posters: false, quizzes: false}}}}]
"""
GUIDE = """
# 新员工指南

先读岗位职责。

## 考勤机怎么用

刷脸前请摘下口罩。

## 领工牌

| 去哪里 | 找谁 |
|---|---|
| 行政部 | 李姐 |
"""
HEADING = "考勤机怎么用"


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The handbook with a page written by hand and Material's instant navigation, over loopback."""
    project = tmp_path_factory.mktemp("instant")
    shutil.copytree(ROOT / "docs", project / "docs")
    (project / "docs" / "guide.md").write_text(GUIDE, "utf-8")
    with serving(project / "site") as address:
        (project / "mkdocs.yml").write_text(CONFIG.format(address=address), "utf-8")
        done = mkdocs_build(project, project / "site")
        assert done.returncode == 0, done.stderr
        yield address


def follow(page: Page, path: str) -> None:
    """Click a link of the page itself; the document stays, only what is in it changes."""
    page.locator(f"article a[href$='{path}']").first.click()
    page.wait_for_url(f"**/{path}")
    expect(page.locator(f"article [data-item^='{path.removesuffix('.html')}#']").first).to_be_visible()


SWAPPING = """() => {
  let swaps = false;
  const see = (event) => {
    swaps = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", see, { once: true });
  document.querySelector("article a[href$='%s']").click();
  return swaps;
}"""
"""Clicks a link without ever loading a page; tells whether Material, which first needs the sitemap, swapped it in."""


@pytest.fixture
def swapped(page: Page, instant: str) -> Iterator[Page]:
    """A tab that came from home to the bar attendant's page without loading it; it loads none to the end."""
    page.goto(instant + HOME)
    page.evaluate("window.first = true")
    page.wait_for_function(SWAPPING % BAR)
    page.wait_for_url(f"**/{BAR}")
    yield page
    assert page.evaluate("window.first")


def test_a_line_is_found_opened_and_highlighted_on_a_page_swapped_in(swapped: Page) -> None:
    """A slash calls, Enter opens; and again from there, on the page that is open already."""
    for typed, path, anchor, text in [
        ("rywd", "roles/meeting-attendant", "hot-drinks", HOT),
        ("奉茶递水顺序", "roles/meeting-attendant", "serving-order", "女士优先"),
        ("早上0828", "roles/front-hall-attendant", "arrive", "必须到岗"),
    ]:
        swapped.keyboard.press("/")
        expect(swapped.locator(BOX)).to_be_focused()
        swapped.keyboard.type(typed)
        expect(swapped.locator(OPTION).first).to_have_attribute("data-item", f"{path}#{anchor}")
        swapped.keyboard.press("Enter")
        swapped.wait_for_url(f"**/{path}.html#{anchor}")
        expect(swapped.locator(".rb-found")).to_have_attribute("id", anchor)
        expect(swapped.locator(".rb-found")).to_contain_text(text)
        expect(swapped.locator(".rb-found")).to_be_in_viewport()
        expect(swapped.locator(".rb-found")).to_be_focused()


def test_nothing_typed_offers_the_lines_of_the_page_swapped_in(swapped: Page) -> None:
    """And those of the page before, once that is back."""
    swapped.keyboard.press("/")
    expect(swapped.locator(OPTION).first).to_have_attribute("data-item", re.compile("^roles/bar-attendant#"))
    swapped.keyboard.press("Escape")
    follow(swapped, "roles/patrol-attendant.html")
    swapped.keyboard.press("/")
    expect(swapped.locator(OPTION).first).to_have_attribute("data-item", re.compile("^roles/patrol-attendant#"))
    swapped.keyboard.press("Escape")
    swapped.go_back()
    swapped.wait_for_url(f"**/{BAR}")
    swapped.keyboard.press("/")
    expect(swapped.locator(OPTION).first).to_have_attribute("data-item", re.compile("^roles/bar-attendant#"))


def test_a_list_swapped_in_is_ticked(page: Page, instant: str) -> None:
    """Its script comes with it."""
    page.goto(instant + HOME)
    page.evaluate("window.first = true")
    page.wait_for_function(SWAPPING % "checklists/index.html")
    page.wait_for_url("**/checklists/index.html")
    page.locator("article a[href$='bar-before-shift.html']").first.click()
    page.locator("rb-checklist .rb-tick").first.check()
    expect(page.locator(".rb-left")).to_have_text("还剩 12 条")
    assert page.evaluate("window.first")


def test_swapping_pages_adds_no_second_lookup(swapped: Page) -> None:
    """One list, each line in it once, and one step an arrow."""
    for path in ("roles/patrol-attendant.html", BAR, "roles/patrol-attendant.html"):
        follow(swapped, path)
    swapped.keyboard.press("/")
    swapped.keyboard.type("鞠躬")
    expect(swapped.locator(OPTION)).to_have_count(3)
    assert swapped.locator("[role=listbox], rb-lookup, [role=combobox]").count() == 3
    swapped.keyboard.press("ArrowDown")
    expect(swapped.locator(OPTION).nth(1)).to_have_attribute("aria-selected", "true")


def test_swapping_pages_adds_no_listeners(swapped: Page) -> None:
    """Neither for keys nor for clicks: the element stands in the header, which stays."""
    session = swapped.context.new_cdp_session(swapped)

    def listeners() -> int:
        document = session.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
        found = session.send("DOMDebugger.getEventListeners", {"objectId": document})["listeners"]
        return sum(listener["type"] in ("keydown", "click") for listener in found)

    before = listeners()
    assert before >= 2
    for path in ("roles/patrol-attendant.html", BAR, "roles/patrol-attendant.html"):
        follow(swapped, path)
    assert listeners() == before


def test_a_page_written_by_hand_is_found_by_its_heading(page: Page, instant: str) -> None:
    """Its lines say which heading they stand under, and open there."""
    page.goto(instant + HOME)
    line = look_up(page, "摘下口罩").first
    expect(line).to_have_text("刷脸前请摘下口罩。")
    assert line.get_attribute("aria-description") == f"网页 › 新员工指南 › {HEADING}"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: unquote(url) == f"{instant}guide.html#{HEADING}")
    expect(page.locator(".rb-found")).to_have_text(re.compile(HEADING))
    page.keyboard.press("/")
    expect(look_up(page, "xinyuangongzhinan").first).to_have_attribute("data-item", "guide")
    page.get_by_role("button", name="网页", exact=True).click()
    assert look_up(page, "李姐").evaluate_all("all => all.map(one => one.dataset.item)") == ["guide#领工牌"]


def test_without_scripts_pages_written_by_hand_are_among_all_lines(browser: Browser, instant: str) -> None:
    """At the end, under their headings, each line linked."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{instant}lines.html")
    page.get_by_role("link", name="行政部 李姐").click()
    assert unquote(page.url) == f"{instant}guide.html#领工牌"
    context.close()
