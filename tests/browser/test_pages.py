"""Every page type in a real browser: no other host, no barrier, fits a phone, reads without JavaScript."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import violations
from tests.conftest import mkdocs_build

TYPES = {
    "home": "index.html",
    "role": "roles/meeting-attendant.html",
    "department": "roles/customer-service-department.html",
    "procedure": "procedures/complaint-handling.html",
    "script": "scripts/return-visit-call.html",
    "standard": "standards/complaint-standards.html",
    "checklist": "checklists/bar-before-shift.html",
    "form": "forms/guest-register.html",
    "index": "roles/index.html",
    "chart": "roles/all/chart.html",
    "lines": "lines.html",
    "missing": "404.html",
}
"""One page of each type."""

each_type = pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)


def test_no_page_asks_another_host(page: Page, base: str) -> None:
    """Nothing is loaded but from the site itself, over http and from disk, and nothing fails to load."""
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "requestfailed",  # what is under way when the next page is opened is broken off
        lambda request: failed.append(request.url) if request.failure != "net::ERR_ABORTED" else None,
    )
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for path in TYPES.values():
        if path == "404.html" and base.startswith("file:"):
            continue  # a server shows it, with addresses from its root
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((base, "data:", "blob:"))] == []
    assert failed == []


@each_type
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_no_barrier(browser: Browser, served: str, path: str, scheme: str) -> None:
    """Axe finds nothing to object to, on a phone and on a screen, light and dark."""
    context = browser.new_context(locale="zh-CN", color_scheme="dark" if scheme == "slate" else "light")
    page = context.new_page()
    page.goto(served + path)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    found = []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        found += [(width, one) for one in violations(page)]
    context.close()
    assert found == []


@each_type
def test_a_page_fits_a_phone(page: Page, served: str, path: str) -> None:
    """Nothing makes it scroll sideways at 390 pixels."""
    page.goto(served + path)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        ("index.html", "首页"),
        ("roles/index.html", "岗位"),
        ("roles/meeting-attendant.html", "岗位"),
        ("checklists/patrol.html", "检查表"),
        ("quizzes/roles/bar-attendant.html", "测验"),
        ("quizzes/review.html", "今日复习"),
    ],
)
def test_the_tab_says_where_one_is(browser: Browser, served: str, path: str, tab: str) -> None:
    """Also on pages that the navigation does not list; one tab alone."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(served + path)
    expect(page.locator(".md-tabs__item--active")).to_have_text(tab)
    page.close()


LONGEST_LINE = """() => {
  const range = document.createRange();
  let most = 0;
  for (const block of document.querySelectorAll("article p, article .rb-line__text, article li")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const rows = new Map();
    while (walker.nextNode()) {
      const text = walker.currentNode.data;
      for (let at = 0; at < text.length; at += 1) {
        if (!/[\\u4e00-\\u9fff，。、；：？！（）《》“”]/.test(text[at])) continue;
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        const row = Math.round(box.bottom);
        rows.set(row, (rows.get(row) ?? 0) + 1);
      }
    }
    most = Math.max(most, ...rows.values());
  }
  return most;
}"""


@pytest.mark.parametrize("path", ["roles/meeting-attendant.html", "procedures/complaint-handling.html"])
def test_lines_are_short_enough_to_read(browser: Browser, served: str, path: str) -> None:
    """At most 40 Chinese characters, however wide the screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served + path)
    longest = page.evaluate(LONGEST_LINE)
    page.close()
    assert 20 < longest <= 40


@each_type
def test_a_page_reads_without_javascript(browser: Browser, site: Path, path: str) -> None:
    """Everything that is on the page can be seen."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((site / path).as_uri())
    expect(page.locator("article h1").first).to_be_attached()
    for folded in page.locator("article .rb-fold > summary").all():
        folded.click()
    lines = page.locator("article .rb-line")
    assert all(lines.nth(n).is_visible() for n in range(min(lines.count(), 5)))
    assert len(page.locator("article").inner_text()) > (3 if path == "404.html" else 60)
    context.close()


def test_the_filter_narrows_an_index(page: Page, base: str) -> None:
    """By title or alias; it says how many are left, and when none is."""
    page.goto(f"{base}roles/index.html")
    entries = page.locator("[data-entry]")
    total = entries.count()
    page.get_by_role("searchbox", name="筛选标题").fill("吧台")
    expect(page.locator("[data-entry]:visible")).to_have_count(1)
    expect(page.locator("rb-filter output")).to_have_text("1 项符合")
    page.get_by_role("searchbox", name="筛选标题").fill("没有这个")
    expect(page.locator("[data-entry]:visible")).to_have_count(0)
    expect(page.locator("rb-filter output")).to_have_text("没有标题含“没有这个”")
    page.get_by_role("searchbox", name="筛选标题").fill("")
    expect(page.locator("[data-entry]:visible")).to_have_count(total)


@pytest.mark.parametrize("path", ["index.html", "roles/index.html", "roles/meeting-attendant.html"])
def test_the_keyboard_shows_where_it_is(browser: Browser, served: str, path: str) -> None:
    """Every stop of the Tab key has an outline, a ring or another colour than at rest."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page.goto(served + path)
    # Material hides the switch of colours and shows the focus on the label behind it.
    look = """(element) => [element, element.nextElementSibling].map((part) => {
      const s = part && getComputedStyle(part);
      return s && [s.outlineStyle !== "none" && s.outlineWidth !== "0px" && s.outlineColor, s.boxShadow,
                   s.backgroundColor, s.color, s.borderColor, s.textDecorationLine];
    })"""
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement").as_element()
        if focused is None or focused.evaluate("e => e === document.body"):
            break
        with_focus = focused.evaluate(look)
        at_rest = focused.evaluate(f"(e) => {{ e.blur(); const made = ({look})(e); e.focus(); return made; }}")
        if with_focus == at_rest:
            unseen.append(focused.evaluate("e => e.outerHTML.slice(0, 90)"))
    page.close()
    assert unseen == []


@pytest.mark.parametrize("path", ["roles/meeting-attendant.html", "checklists/bar-before-shift.html"])
def test_paper_has_no_chrome(page: Page, served: str, path: str) -> None:
    """Header, tabs, navigation and the site's footer stay on the screen."""
    page.goto(served + path)
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer"):
        assert [part for part in page.locator(chrome).all() if part.is_visible()] == [], chrome
    assert page.locator("article h1").is_visible()


def test_an_english_handbook_has_no_chinese_word_of_ours(browser: Browser, tmp_path: Path) -> None:
    """With `language: en` the interface is English throughout; only what the author wrote is Chinese."""
    shutil.copytree(Path(__file__).parents[1] / "cases" / "english", tmp_path / "docs")
    config = "site_name: Example\ntheme:\n  name: material\nplugins:\n  - rolebook:\n      language: en\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    done = mkdocs_build(tmp_path, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
    built = sorted((tmp_path / "site").rglob("*.html"))
    assert len(built) > 12
    for path in built:
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
        texts = page.evaluate("""() => [document.documentElement.innerText, document.title,
          ...[...document.querySelectorAll("[aria-label],[title],[placeholder]")].flatMap(
            (e) => ["aria-label", "title", "placeholder"].map((name) => e.getAttribute(name) ?? ""))].join("\\n")""")
        assert re.findall(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", texts) == [], path
    page.close()
