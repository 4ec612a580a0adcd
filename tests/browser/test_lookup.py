"""Lookup in a browser: by keyboard, with an input method, and for a screen reader."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping import violations
from tests.browser.looking import BAR, BOX, HOME, HOT, OPTION, look_up, status
from tests.conftest import ROOT

COMPOSE = """(box, [type, data]) => {
  if (data !== null) { box.value = data; }
  if (type === 'input') box.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
  else if (type === 'keydown') for (const said of [{isComposing: true}, {keyCode: 229}])
    box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ...said, bubbles: true, cancelable: true}));
  else box.dispatchEvent(new CompositionEvent(type, {data, bubbles: true}));
}"""
LEFT = "new Promise((done) => setTimeout(() => setTimeout(() => done(window.left))))"
"""How often the page was asked to leave for another, once all that is under way has had its turn."""


@pytest.mark.parametrize("path", [HOME, BAR, "lines.html", "scripts/return-visit-call.html", "forms/index.html"])
@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_calls_it_on_every_page(page: Page, base: str, path: str, key: str) -> None:
    """Over http and from disk; typed at once, the line is there and Enter opens it, highlighted."""
    page.goto(base + path)
    page.keyboard.press(key)
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("rywd")
    first = page.locator(OPTION).first
    expect(first).to_contain_text(HOT)
    expect(first).to_have_attribute("data-item", "roles/meeting-attendant#hot-drinks")
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/meeting-attendant.html#hot-drinks")
    expect(page.locator("[id='hot-drinks']")).to_be_in_viewport()
    assert page.evaluate("document.querySelector('.rb-line:target, .rb-found').id") == "hot-drinks"


def test_a_slash_that_is_written_stays_a_slash(page: Page, served: str) -> None:
    """Lookup itself is such a place."""
    page.goto(served + HOME)
    page.locator(BOX).focus()
    page.keyboard.type("a/b")
    expect(page.locator(BOX)).to_have_value("a/b")


def test_an_option_s_text_is_the_line_alone(page: Page, served: str) -> None:
    """Its number and place are beside it, and described to screen readers."""
    page.goto(served + HOME)
    option = look_up(page, "70度").first
    assert (option.text_content() or "").startswith(HOT) and "会议接待客服员" not in (option.text_content() or "")
    assert "70℃" in (option.get_attribute("aria-description") or "")
    expect(page.locator(".rb-hit__number").first).to_have_text("70℃")
    expect(option.locator("mark")).to_have_text("70℃")


def test_arrows_move_and_the_screen_reader_is_told(page: Page, served: str) -> None:
    """One option is selected, and the field points at it; the ends hold."""
    page.goto(served + HOME)
    options = look_up(page, "鞠躬")
    expect(status(page)).to_have_text("找到 3 条")
    for position in (1, 2, 2):
        page.keyboard.press("ArrowDown")
        expect(options.nth(position)).to_have_attribute("aria-selected", "true")
        assert page.locator(BOX).get_attribute("aria-activedescendant") == options.nth(position).get_attribute("id")
    assert options.evaluate_all("all => all.filter(one => one.ariaSelected === 'true').length") == 1
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")


def test_escape_clears_and_then_closes(page: Page, served: str) -> None:
    """One press for each."""
    page.goto(served + HOME)
    look_up(page, "鞠躬")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_value("")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")


def test_control_enter_copies_the_line(browser: Browser, served: str) -> None:
    """As it is shown, and says so; the page stays."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + HOME)
    look_up(page, "开场 建议")
    text = look_up(page, "对我们的服务有什么建议").first.text_content()
    page.keyboard.press("Control+Enter")
    expect(status(page)).to_have_text(f"已复制：{text}")
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert page.url.endswith(HOME)
    context.close()


def test_results_appear_while_composing_and_its_enter_opens_nothing(page: Page, served: str) -> None:
    """The Latin letters an input method shows already say enough; its keys are not ours."""
    page.goto(served + HOME)
    page.evaluate("window.left = 0; navigation.addEventListener('navigate', () => { window.left += 1 })")
    box = page.locator(BOX)
    box.focus()
    for step in (("compositionstart", ""), ("compositionupdate", "re'yin"), ("input", "re'yin")):
        box.evaluate(COMPOSE, list(step))
    expect(page.locator(OPTION).first).to_contain_text(HOT)
    box.evaluate(COMPOSE, ["keydown", None])
    assert page.evaluate(LEFT) == 0
    box.evaluate(
        "(box) => { box.value = '热饮'; box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));"
        " box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true})); }"
    )
    assert page.evaluate(LEFT) == 0
    expect(page.locator(OPTION).first).to_contain_text(HOT)
    page.keyboard.press("Enter")
    page.wait_for_url("**/meeting-attendant.html#hot-drinks")


def test_a_hit_that_is_not_literal_says_why(page: Page, served: str) -> None:
    """In a word, to see and to hear; one that says what was typed says nothing."""
    page.goto(served + HOME)
    why = page.locator(".rb-hit__why")
    for typed, said in (("rywd", "拼音"), ("弯腰", "同义"), ("鞠公", "近似")):
        option = look_up(page, typed).first
        expect(why.first).to_have_text(said)
        assert said in (option.get_attribute("aria-description") or "").split(" · ")
    look_up(page, "热饮温度")
    expect(why).to_have_count(0)


def test_where_nothing_fits_all_lines_are_a_click_away(page: Page, served: str) -> None:
    """And only there; a query without sense brings nothing that merely sounds like it."""
    page.goto(served + HOME)
    link = page.locator(".rb-lookup__broken a")
    look_up(page, "热饮")
    expect(link).to_have_count(0)
    look_up(page, "asdfgh")
    expect(page.locator(OPTION)).to_have_count(0)
    expect(link).to_have_text("全部条目")
    link.click()
    page.wait_for_url("**/lines.html")


def test_that_nothing_fits_is_heard_once_while_one_types(page: Page, served: str) -> None:
    """It is a long sentence; it is seen with what is typed now."""
    page.goto(served + HOME)
    look_up(page, "齉")
    expect(status(page)).to_have_text(re.compile("没有符合“齉”"))
    page.keyboard.type("龘")
    expect(page.locator(".rb-lookup__status")).to_have_text(re.compile("没有符合“齉龘”"))
    expect(status(page)).to_have_text(re.compile("没有符合“齉”"))


def test_no_result_says_what_was_tried_and_offers_the_nearest(page: Page, served: str) -> None:
    """Never an empty list without a word."""
    page.goto(served + HOME)
    look_up(page, "宇宙飞船的空调温度")
    expect(status(page)).to_have_text(re.compile("没有符合“宇宙飞船的空调温度”.*最接近"))
    expect(page.locator(OPTION).first).to_contain_text("空调温度")
    look_up(page, "齉龘")
    expect(status(page)).to_have_text(re.compile("没有符合“齉龘”.*换个说法"))
    expect(page.locator(OPTION)).to_have_count(0)


def test_more_results_come_on_demand(page: Page, served: str) -> None:
    """By the button, and by the arrow beyond the last; the count is of all."""
    page.goto(served + HOME)
    options = look_up(page, "客户")
    expect(options).to_have_count(20)
    total = int(re.findall(r"\d+", status(page).inner_text())[0])
    assert total > 40
    page.locator(".rb-lookup__more").click()
    expect(options).to_have_count(40)
    page.locator(BOX).focus()
    for _ in range(40):
        page.keyboard.press("ArrowDown")
    expect(options).to_have_count(min(60, total))


def test_other_words_show_their_results_from_the_first(page: Page, served: str) -> None:
    """However far down the last ones were read."""
    page.goto(served + HOME)
    options = look_up(page, "客户")
    for _ in range(19):
        page.keyboard.press("ArrowDown")
    expect(options.nth(0)).not_to_be_in_viewport()
    look_up(page, "客服")
    expect(options.nth(0)).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("typed", ["", "鞠躬", "不争论", "齉龘", "宇宙飞船的空调温度"])
def test_no_barrier_while_it_is_open(browser: Browser, served: str, scheme: str, width: int, typed: str) -> None:
    """Axe finds nothing, whatever it shows."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served + BAR)
    page.locator(BOX).focus()
    expect(page.locator("rb-lookup [role=listbox] [role=option]").first).to_be_attached()
    if typed:
        look_up(page, typed)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize(
    "query",
    json.loads((ROOT / "bench" / "lookup" / "queries.json").read_text("utf-8"))[::7],
    ids=lambda query: query["q"],
)
def test_queries_as_people_type_them(page: Page, served: str, query: dict[str, object]) -> None:
    """The first five hold the line that is meant."""
    page.goto(served + HOME)
    options = look_up(page, str(query["q"]))
    texts = options.all_text_contents()[:5]
    expected = query["expect"]
    assert isinstance(expected, list)
    assert any(text in line for line in texts for text in expected), texts


def test_a_number_is_shown_large_where_its_clause_was_looked_up(page: Page, served: str) -> None:
    """热饮70℃，冷饮加冰: whoever looks for 冷饮 would read a wrong temperature first."""
    page.goto(served + HOME)
    line = page.locator(".rb-hit", has_text="热饮温度控制在70℃")
    look_up(page, "热饮")
    expect(line.locator(".rb-hit__number")).to_have_text("70℃")
    look_up(page, "冷饮")
    expect(line).to_have_count(1)
    expect(line.locator(".rb-hit__number")).to_have_count(0)
