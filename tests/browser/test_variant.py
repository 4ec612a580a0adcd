"""The same handbook in two scripts, in a browser: one progress, one set of ticks, and a way from line to line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import serving
from tests.browser.keeping import violations
from tests.browser.quizzing import answer, begin

ROLE = "roles/%E5%89%8D%E5%8F%B0.html"


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, two_scripts: Path) -> Iterator[str]:
    """The address of the first site, once over loopback and once from disk."""
    if request.param == "file":
        yield f"{two_scripts.as_uri()}/"
    else:
        with serving(two_scripts) as address:
            yield address


def switch(page: Page, label: str) -> None:
    """Go to the page in the other script."""
    page.locator("header").get_by_role("link", name=label, exact=True).click()


def test_the_switch_leads_to_the_same_line(page: Page, start: str) -> None:
    """There and back, with what the code on a sheet asked; the line stands out as it did."""
    page.goto(f"{start}{ROLE}?rev=1#stand")
    switch(page, "繁體")
    expect(page).to_have_url(f"{start}zh-Hant/{ROLE}?rev=1#stand")
    expect(page.locator(":target")).to_contain_text("客人離總檯還有三步時起身")
    expect(page.locator(".rb-verdict")).to_contain_text("已於")
    switch(page, "简体")
    expect(page).to_have_url(f"{start}{ROLE}?rev=1#stand")
    expect(page.locator(":target")).to_contain_text("客人离总台还有三步时起身")


def test_by_keyboard(page: Page, start: str) -> None:
    """The switch is a link like any other, and learns the line when it gets the focus."""
    page.goto(f"{start}{ROLE}")
    page.evaluate("location.hash = '#greet'")
    link = page.locator("header rb-variant a")
    link.focus()
    assert unquote(str(link.get_attribute("href"))).endswith("zh-Hant/roles/前台.html#greet")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{start}zh-Hant/{ROLE}#greet")


def test_without_scripts(browser: Browser, start: str) -> None:
    """It leads to the same page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{start}{ROLE}")
    switch(page, "繁體")
    expect(page).to_have_url(f"{start}zh-Hant/{ROLE}")
    expect(page.locator("h1")).to_have_text("前臺接待")
    context.close()


def test_a_tick_is_a_tick_in_both(page: Page, start: str) -> None:
    """And so is the shift it belongs to."""
    page.goto(f"{start}checklists/opening.html")
    page.locator("rb-checklist .rb-tick").first.check()
    expect(page.locator(".rb-left")).to_have_text("还剩 2 条")
    switch(page, "繁體")
    expect(page.locator("rb-checklist .rb-tick").first).to_be_checked()
    expect(page.locator(".rb-left")).to_have_text("還剩 2 條")


def test_what_was_learnt_is_learnt_in_both(page: Page, start: str) -> None:
    """A question answered in the one is known in the other."""
    begin(page, f"{start}zh-Hant/quizzes/first-day.html")
    answer(page, right=True)
    page.goto(f"{start}quizzes/first-day.html")
    expect(page.locator(".rb-progress")).to_contain_text("在学 1")
    switch(page, "繁體")
    expect(page.locator(".rb-progress")).to_contain_text("在學 1")


def test_lookup_finds_by_either_script(page: Page, start: str) -> None:
    """And by sound, in either site, and leads to the line in the site one is in."""
    for folder, line in (("", "后面的柜子"), ("zh-Hant/", "後面的櫃子")):
        for typed in ("柜子", "櫃子", "guizi"):
            page.goto(f"{start}{folder}index.html")
            page.locator("header input[role=combobox]").fill(typed)
            option = page.locator("[role=listbox] [role=option]").first
            expect(option).to_contain_text(line)
            item = str(option.get_attribute("data-item"))
            option.click()
            expect(page.locator(":target")).to_contain_text(line)
            assert unquote(page.url) == unquote(f"{start}{folder}") + item.replace("#", ".html#")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(browser: Browser, two_scripts: Path, scheme: str) -> None:
    """Axe finds nothing to object to, on a phone and on a screen, and the page fits both."""
    with serving(two_scripts) as start:
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]  # one of two
        page = context.new_page()
        for folder in ("", "zh-Hant/"):
            page.goto(f"{start}{folder}{ROLE}")
            for width in (390, 1280):
                page.set_viewport_size({"width": width, "height": 844})
                assert violations(page) == []
                assert page.evaluate("document.scrollingElement.scrollWidth") <= width
                box = page.locator("header rb-variant a").bounding_box()
                assert box is not None
                assert min(box["width"], box["height"]) >= 44
        context.close()
