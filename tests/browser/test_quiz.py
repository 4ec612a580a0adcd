"""A new hire quizzes himself: by touch, by keyboard, with two tabs, with storage blocked, without JavaScript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

ROLE = "quizzes/roles/bar-attendant.html"
PROCEDURE = "quizzes/procedures/complaint-handling.html"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked') }})"
ANSWER_ALL = """async (part, count) => {
    const sitting = document.createElement("rb-sitting");
    sitting.questions = Array.from({length: count}, (_, n) => ({
        id: `q-${part}-${n}`, revision: "r", kind: "cloze", answering: "single", stem: "?", explain: "!", facts: [],
        options: [{id: "a", text: "a", from: ""}, {id: "b", text: "b", from: ""}], key: ["a"],
        source: {item: "x", href: "x"},
    }));
    document.querySelector(".md-content__inner").append(sitting);
    let given = 0;
    for (; given < count; given++) {
        await sitting.updateComplete;
        const card = sitting.querySelector("rb-question");
        await card.updateComplete;
        card.querySelector(".rb-choice").click();
        await card.updateComplete;
        card.querySelector(".rb-onward").click();
        await new Promise((next) => setTimeout(next));
    }
    return given;
}"""
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


def _answer(page: Page, *, right: bool) -> None:
    """Answer the question that is shown; wrong where it can be."""
    question = page.locator("rb-question").evaluate(
        "e => ({answering: e.question.answering, key: e.question.key, ids: e.question.options.map(o => o.id)})"
    )
    if question["answering"] == "single":
        wanted = [n for n, id in enumerate(question["ids"]) if (id in question["key"]) == right]
        page.keyboard.press(str(wanted[0] + 1))
    elif question["answering"] == "recall":
        page.locator("rb-question button").first.click()
        page.locator(".rb-knew").click() if right else page.locator(".rb-actions button").nth(1).click()
    elif question["answering"] == "several":
        for n, id in enumerate(question["ids"]):
            if (id in question["key"]) == right:
                page.keyboard.press(str(n + 1))
        page.locator(".rb-check").click()
    elif question["answering"] == "number":
        page.locator("input[name=number]").fill("999")
        page.keyboard.press("Enter")
    else:
        page.locator(".rb-check").click()


def test_a_sitting_by_keyboard(page: Page, base: str) -> None:
    """Digits answer, Enter goes on; the verdict names the line and links to it."""
    page.goto(base + ROLE)
    page.locator("rb-quiz button").first.click()
    for _ in range(3):
        _answer(page, right=True)
        expect(page.locator(".rb-told")).to_be_visible()
        expect(page.locator(".rb-onward")).to_be_focused()
        page.keyboard.press("Enter")
    page.locator("rb-sitting .rb-plain").click()
    expect(page.locator(".rb-score")).to_contain_text("/ 3")


def test_a_miss_comes_back_and_is_kept(page: Page, base: str) -> None:
    """A wrong answer shows the right one, comes back in the sitting, and is remembered."""
    page.goto(base + ROLE)
    page.locator("rb-quiz button").first.click()
    stem = page.locator(".rb-card-stem").inner_text()
    _answer(page, right=False)
    expect(page.locator(".rb-told--wrong")).to_be_visible()
    for _ in range(3):
        page.locator(".rb-onward").click()
        assert page.locator(".rb-card-stem").inner_text() != stem
        _answer(page, right=True)
    page.locator(".rb-onward").click()
    expect(page.locator(".rb-card-stem")).to_have_text(stem, use_inner_text=True)
    page.reload()
    expect(page.locator(".rb-progress")).to_contain_text("在学 4")


def test_the_line_of_an_answer_exists(page: Page, base: str) -> None:
    """The link after an answer leads to the line itself."""
    page.goto(base + ROLE)
    page.locator("rb-quiz button").first.click()
    _answer(page, right=True)
    href = page.locator(".rb-told__line a").evaluate("a => a.href")
    page.goto(href)
    expect(page.locator(":target")).to_have_count(1)


def test_ordering_by_keys_and_buttons(page: Page, base: str) -> None:
    """An item is moved by arrow keys, keeps the focus, and the move is announced."""
    page.goto(base + PROCEDURE)
    page.locator("rb-quiz button").last.click()
    while page.locator("rb-reorder").count() == 0:
        _answer(page, right=True)
        page.locator(".rb-onward").click()
    second = page.locator(".rb-reorder__row").nth(1)
    text = second.locator(".rb-reorder__text").inner_text()
    second.locator("[data-way=up]").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".rb-reorder__row").first.locator(".rb-reorder__text")).to_have_text(text)
    expect(page.locator(".rb-reorder__row").first.locator("[data-way=up]")).to_be_focused()
    expect(page.locator("rb-reorder [role=status]")).to_contain_text(f"{text}，现在第 1")


def test_ordering_by_drag(page: Page, base: str) -> None:
    """An item dragged down past the others ends up last."""
    page.goto(base + PROCEDURE)
    page.locator("rb-quiz button").last.click()
    while page.locator("rb-reorder").count() == 0:
        _answer(page, right=True)
        page.locator(".rb-onward").click()
    rows = page.locator(".rb-reorder__row")
    text = rows.first.locator(".rb-reorder__text").inner_text()
    start, end = rows.first.bounding_box(), rows.last.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 60, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 60, end["y"] + end["height"] - 4, steps=12)
    page.mouse.up()
    expect(rows.last.locator(".rb-reorder__text")).to_have_text(text)


def test_two_tabs(context: BrowserContext, base: str) -> None:
    """400 answers, 200 in each of two tabs at once, are all kept."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(base + ROLE)
    for part, tab in enumerate(tabs):
        tab.evaluate(f"window.answering = ({ANSWER_ALL})({part}, 200); 0")
    for tab in tabs:
        assert tab.evaluate("window.answering") == 200
    page = tabs[0]
    page.goto(base + "quizzes/review.html")
    with page.expect_download() as download:
        page.locator(".rb-files button").click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert len(saved["memories"]) == 400


def test_progress_travels_as_a_file(page: Page, browser: Browser, base: str, tmp_path: Path) -> None:
    """Export on one device, import on another: the same progress; another file changes nothing."""
    page.goto(base + ROLE)
    page.locator("rb-quiz button").first.click()
    _answer(page, right=True)
    page.goto(base + "quizzes/review.html")
    page.locator("rb-review .rb-choose__post input").nth(1).check()
    with page.expect_download() as download:
        page.locator(".rb-files button").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    other = browser.new_page()
    other.goto(base + "quizzes/review.html")
    other.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b"[]"}
    )
    expect(other.locator("rb-review [role=status]").first).to_contain_text("什么也没有改")
    other.locator("input[type=file]").set_input_files(file)
    expect(other.locator("rb-review [role=status]").first).to_contain_text("已导入 1 题")
    expect(other.locator(".rb-standing")).to_contain_text("在学 1")
    other.close()


def test_storage_blocked(context: BrowserContext, base: str) -> None:
    """The quiz works and says that nothing is kept."""
    context.add_init_script(BLOCKED)
    page = context.new_page()
    page.goto(base + ROLE)
    expect(page.locator("[role=note]")).to_contain_text("不让本页保存进度")
    page.locator("rb-quiz button").first.click()
    _answer(page, right=True)
    expect(page.locator(".rb-told--right")).to_be_visible()


def test_broken_storage(context: BrowserContext, base: str) -> None:
    """What cannot be read back is as good as absent."""
    context.add_init_script("try { localStorage.setItem('rolebook:quiz:measure-1', '{oops') } catch {}")
    page = context.new_page()
    page.goto(base + ROLE)
    expect(page.locator(".rb-progress")).to_contain_text("在学 0")


def test_without_javascript(browser: Browser, base: str) -> None:
    """Questions can be read, and each answer opened."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + ROLE)
    expect(page.locator("noscript, .rb-empty").first).to_be_attached()
    answer = page.locator(".rb-question details").first
    expect(answer.locator("strong")).not_to_be_visible()
    answer.locator("summary").click()
    expect(answer.locator("strong")).to_be_visible()
    context.close()


def test_exam_record(page: Page, base: str) -> None:
    """An exam tells nothing while it runs and ends with score, date, paper and bank revision to sign."""
    page.goto(base + "quizzes/exam.html")
    page.locator("rb-exam .rb-choose__post input").nth(1).check()
    page.locator("input[name=count]").fill("3")
    page.locator("input[name=seed]").fill("A-1")
    page.locator(".rb-exam-form button").click()
    for _ in range(3):
        _answer(page, right=True)
        expect(page.locator(".rb-told")).to_have_count(0)
        page.locator(".rb-onward").click()
    record = page.locator(".rb-record")
    expect(record).to_contain_text("A-1")
    expect(record).to_contain_text("/ 3")
    expect(record).to_contain_text("题库版本")
    expect(record).to_contain_text("主管签字")


@pytest.mark.parametrize("path", [ROLE, PROCEDURE, "quizzes/review.html", "quizzes/exam.html"])
def test_accessible(page: Page, served: str, path: str) -> None:
    """No violation axe can find, before, during and after an answer."""
    page.goto(served + path)
    page.locator("rb-quiz button, rb-review input, rb-exam input").first.wait_for()
    states = [0]
    if path in (ROLE, PROCEDURE):
        states = [0, 1, 2]
    for state in states:
        if state == 1:
            page.locator("rb-quiz button").last.click()
        if state == 2:
            _answer(page, right=False)
        page.add_script_tag(path=str(AXE))
        found = page.evaluate(
            "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.target.join(' '))]))"
        )
        assert found == [], (path, state)
