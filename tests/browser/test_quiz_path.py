"""What is new is shown in its place before it is asked, in the order of the post's path, which says what is left."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.keeping import violations
from tests.browser.quizzing import ENTRY, ROLE, answer, asked, onward, read

FIRST = ".rb-path__stop"


def test_new_lines_are_read_then_asked(page: Page, base: str) -> None:
    """Three of them, by Enter alone; each with a link to where it stands; then the same three are asked."""
    page.goto(base + ROLE)
    page.locator(f"{ENTRY} button").first.press("Enter")
    lines = []
    for _ in range(3):
        expect(page.locator(".rb-learnt")).to_be_focused()
        expect(page.locator("rb-question")).to_have_count(0)
        lines.append(page.locator(".rb-lesson__line").inner_text())
        assert page.locator(".rb-lesson__line a").get_attribute("href")
        page.keyboard.press("Enter")
    assert len(set(lines)) == 3
    for line in lines:
        answer(page, right=True)
        expect(page.locator(".rb-told__line")).to_have_text(line)
        page.locator(".rb-onward").click()
    expect(page.locator(".rb-learnt")).to_be_visible()


def test_all_of_them_are_asked_at_once(page: Page, base: str) -> None:
    """Who wants all questions wants to be asked."""
    page.goto(base + ROLE)
    page.locator(f"{ENTRY} button").last.click()
    expect(page.locator("rb-question")).to_be_visible()
    expect(page.locator(".rb-learnt")).to_have_count(0)


def test_what_was_met_is_not_shown_again(page: Page, base: str) -> None:
    """One answer, and the line is new no more; the path counts it."""
    page.goto(base + ROLE)
    expect(page.locator(FIRST).first).to_contain_text("学过 0 /")
    page.locator(f"{ENTRY} button").first.click()
    line = page.locator(".rb-lesson__line").inner_text()
    read(page)
    answer(page, right=True)
    onward(page)
    page.reload()
    expect(page.locator(FIRST).first).to_contain_text("学过 1 /")
    page.locator(f"{ENTRY} button").first.click()
    while page.locator(".rb-learnt").count():
        expect(page.locator(".rb-lesson__line")).not_to_have_text(line)
        page.locator(".rb-learnt").click()


def test_the_path(page: Page, base: str) -> None:
    """Its stops by when they are learnt, the first one where one is, the last one the exam."""
    page.goto(base + ROLE)
    stops = page.locator(FIRST)
    expect(stops.first).to_have_attribute("aria-current", "step")
    expect(stops.first).to_contain_text("第一天")
    expect(page.locator(f"{FIRST}[aria-current]")).to_have_count(1)
    assert violations(page) == []
    stops.last.get_by_role("link", name="综合测试").click()
    expect(page).to_have_url(base + "quizzes/exam.html")


def test_questions_come_in_its_order(page: Page, base: str) -> None:
    """The first stop's before the second's."""
    page.goto(base + ROLE)
    page.locator(f"{ENTRY} button").first.click()
    path = page.evaluate("Object.values(rolebookQuizzes)[0].path.map(({items}) => items)")
    read(page)
    met = [asked(page)["id"]]
    while len(met) < 3:
        answer(page, right=True)
        onward(page)
        met.append(asked(page)["id"])
    stops = [next(n for n, items in enumerate(path) if id in items) for id in met]
    assert stops == sorted(stops)
    assert stops[0] == 0
