"""Today's review: what is due comes, a miss comes back, progress travels as a file and survives two tabs at once."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.keeping import KEPT, stored, timeless, violations
from tests.browser.quizzing import REVIEW, ROLE, answer, asked, choose, onward, read, start

NOON = datetime.datetime.fromisoformat("2026-12-01T12:00+08:00")
EACH = 200
ANSWER_ALL = """async ({part, count}) => {
    const sitting = document.createElement("rb-sitting");
    sitting.questions = Array.from({length: count}, (_, n) => ({
        id: `q-${part}-${n}`, revision: "r", kind: "cloze", answering: "single", stem: "?", explain: "!", facts: [],
        options: [{id: "a", text: "right", from: ""}, {id: "b", text: "wrong", from: ""}], key: ["a"],
        source: {item: "x", href: "x"},
    }));
    document.querySelector(".md-content__inner").append(sitting);
    for (let given = 0; given < count; given++) {
        while (Number(localStorage.getItem(`given-${1 - part}`)) < given) await new Promise((next) => setTimeout(next));
        await sitting.updateComplete;
        const card = sitting.querySelector("rb-question");
        await card.updateComplete;
        [...card.querySelectorAll(".rb-choice")].find((option) => option.textContent.includes("right")).click();
        await card.updateComplete;
        card.querySelector(".rb-onward").click();
        localStorage.setItem(`given-${part}`, given + 1);
    }
    return count;
}"""
"""Neither tab is ever more than an answer ahead of the other, so they answer at once, however fast each of them is."""


def _export(page: Page) -> dict[str, object]:
    with page.expect_download() as download:
        page.get_by_role("button", name="导出进度").click()
    return dict(json.loads(Path(download.value.path()).read_text("utf-8")))


def test_a_miss_comes_back_in_the_same_sitting(page: Page, base: str) -> None:
    """After three others, and until it is right; then the sitting ends with it among what to read again."""
    page.goto(base + REVIEW)
    expect(page.locator("rb-review")).to_contain_text("先选好自己的岗位")
    choose(page, "吧台岗客服员")
    page.get_by_role("button", name="开始（10 题）").click()
    read(page)
    missed = asked(page)["id"]
    met: list[str] = []
    while page.locator(".rb-result").count() == 0:
        id = asked(page)["id"]
        answer(page, right=id != missed or met.count(missed) == 2)
        met.append(id)
        onward(page)
    assert [n for n, id in enumerate(met) if id == missed] == [0, 4, 8]
    assert len(set(met)) == 10
    expect(page.locator(".rb-score")).to_have_text("一次答对 9 / 10")
    expect(page.locator(".rb-missed > li")).to_have_count(1)
    page.get_by_role("button", name="返回").click()
    expect(page.locator(".rb-standing")).to_contain_text("在学 10")
    expect(page.get_by_role("heading", name="最不牢的条目")).to_be_visible()
    expect(page.locator(".rb-missed > li")).to_contain_text("错过 1 次")


def test_what_is_due_comes_first(page: Page, base: str) -> None:
    """The next day what was begun is due, the miss first; then what is new. Days in a row are counted.

    New questions about a line take the place of others about it that are due, but not of one that was missed.
    """
    page.clock.pause_at(NOON)
    page.goto(base + REVIEW)
    choose(page, "吧台岗客服员")
    page.get_by_role("button", name="开始（10 题）").click()
    read(page)
    begun = []
    for right in (True, False, True):
        begun.append(asked(page)["id"])
        answer(page, right=right)
        onward(page)
    page.get_by_role("button", name="结束").click()
    page.clock.set_system_time(NOON + datetime.timedelta(days=1))
    page.reload()
    expect(page.locator(".rb-streak")).to_have_text("连续 1 天")
    page.get_by_role("button", name="复习到期的").click()
    met = []
    for _ in begun:
        met.append(asked(page)["id"])
        answer(page, right=True)
        onward(page)
    assert met[0] == begun[1]
    again = [id for id in met if id in begun]
    assert met[: len(again)] == again
    page.get_by_role("button", name="结束").click()
    page.get_by_role("button", name="返回").click()
    expect(page.locator(".rb-streak")).to_have_text("连续 2 天")
    expect(page.get_by_role("button", name=re.compile(r"^(开始（\d+ 题）|复习到期的 \d+ 题)$"))).to_be_visible()


def test_a_day_has_so_many_new_questions(browser: Browser, base: str) -> None:
    """As many as the learner wants, however often he begins; the day begins at four in the morning."""
    context = browser.new_context(timezone_id="Asia/Shanghai", locale="zh-CN")
    page = context.new_page()
    page.clock.pause_at(NOON)
    page.goto(base + REVIEW)
    choose(page, "吧台岗客服员")
    expect(page.get_by_label("每天最多学几道新题")).to_have_value("10")
    page.get_by_label("每天最多学几道新题").fill("3")
    page.get_by_label("每天最多学几道新题").press("Enter")
    page.get_by_role("button", name="开始（3 题）").click()
    read(page)
    for _ in range(3):
        answer(page, right=True)
        onward(page)
    page.get_by_role("button", name="返回").click()
    expect(page.locator(".rb-quiz-entry")).to_contain_text("现在没有到期的题")
    for later, due in ((datetime.timedelta(hours=15, minutes=59), False), (datetime.timedelta(hours=16), True)):
        page.clock.set_system_time(NOON + later)
        page.reload()
        expect(page.get_by_label("每天最多学几道新题")).to_have_value("3")
        expect(page.get_by_role("button", name="复习到期的")).to_have_count(1 if due else 0)
    context.close()


def test_what_is_missed_for_days_is_to_be_read(page: Page, base: str) -> None:
    """The sixth day on which a question is missed: its line is offered at once, and stands among one's progress."""
    page.clock.pause_at(NOON)
    page.goto(base + REVIEW)
    choose(page, "吧台岗客服员")
    page.get_by_label("每天最多学几道新题").fill("1")
    page.get_by_label("每天最多学几道新题").press("Enter")
    for day in range(6):
        page.clock.set_system_time(NOON + datetime.timedelta(days=day))
        page.reload()
        page.locator(".rb-quiz-entry .md-button").click()
        read(page)
        answer(page, right=False)
        expect(page.locator(".rb-told--wrong")).to_be_visible()
        expect(page.locator(".rb-told--wrong", has_text="从头读一遍")).to_have_count(1 if day == 5 else 0)
        page.get_by_role("button", name="结束").click()
        page.get_by_role("button", name="返回").click()
        page.get_by_label("每天最多学几道新题").fill("0")
        page.get_by_label("每天最多学几道新题").press("Enter")
    expect(page.get_by_role("heading", name="一错再错的条目")).to_be_visible()
    expect(page.locator(".rb-missed > li")).to_have_count(1)
    expect(page.locator(".rb-missed > li")).to_contain_text("错过 6 次")
    page.clock.resume()  # which axe waits by
    assert violations(page) == []


def test_choosing_moves_nothing(page: Page, base: str) -> None:
    """The boxes stay under the finger while posts are ticked."""
    page.goto(base + REVIEW)
    box = page.locator(".rb-choose").get_by_label("前厅岗客服员")
    box.wait_for()
    before = box.bounding_box()
    choose(page, "吧台岗客服员")
    expect(page.get_by_role("button", name="开始（10 题）")).to_be_visible()
    expect(page.locator(".rb-standing")).to_be_visible()
    assert box.bounding_box() == before


def test_progress_travels_as_a_file(page: Page, browser: Browser, base: str, tmp_path: Path) -> None:
    """Export on one device, import on another: the same progress, posts and days."""
    page.goto(base + REVIEW)
    choose(page, "吧台岗客服员", "前厅岗客服员")
    page.get_by_role("button", name="开始（10 题）").click()
    read(page)
    for right in (True, False, True):
        answer(page, right=right)
        onward(page)
    page.get_by_role("button", name="结束").click()
    page.get_by_role("button", name="返回").click()
    exported = _export(page)
    assert len(dict(exported["memories"])) == 3  # type: ignore[call-overload]
    assert exported["posts"] == ["roles/bar-attendant", "roles/front-hall-attendant"]
    file = tmp_path / "progress.json"
    file.write_text(json.dumps(exported), "utf-8")
    other = browser.new_page()
    other.goto(base + REVIEW)
    status = other.locator("rb-review .rb-quiz-entry [role=status]")
    for wrong in ("[]", '{"format": "rolebook-progress"', json.dumps({**exported, "version": 2})):
        other.locator("input[type=file]").set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": wrong.encode()}
        )
        expect(status).to_contain_text("什么也没有改")
        assert stored(other, f"{KEPT}quiz") == {}
    other.locator("input[type=file]").set_input_files(file)
    expect(status).to_contain_text("已导入 3 题")
    expect(other.locator(".rb-standing > li")).to_have_count(2)
    assert timeless(_export(other)) == timeless(exported)
    other.close()


def test_an_older_file_takes_nothing_back(page: Page, base: str, tmp_path: Path) -> None:
    """Of two memories of one question the later one stays."""
    page.clock.pause_at(NOON)
    page.goto(base + REVIEW)
    choose(page, "吧台岗客服员")
    page.get_by_role("button", name="开始（10 题）").click()
    read(page)
    exports = []
    for day in (1, 2):
        id = asked(page)["id"]
        answer(page, right=day == 2)
        page.get_by_role("button", name="结束").click()
        page.get_by_role("button", name="返回").click()
        exports.append(_export(page))
        page.clock.set_system_time(NOON + datetime.timedelta(days=day))
        page.reload()
        if day == 1:
            page.get_by_role("button", name="复习到期的").click()
    (older, later) = (dict(export["memories"])[id] for export in exports)  # type: ignore[call-overload]
    assert older["last"] < later["last"]
    file = tmp_path / "old.json"
    file.write_text(json.dumps(exports[0]), "utf-8")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator("rb-review .rb-quiz-entry [role=status]")).to_contain_text("已导入 1 题")
    assert timeless(_export(page)) == timeless(exports[1])


def test_two_tabs(context: BrowserContext, base: str) -> None:
    """400 answers, 200 in each of two tabs that take turns, are all kept."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(base + ROLE)
        tab.wait_for_function("!!customElements.get('rb-sitting')")
    for part, tab in enumerate(tabs):
        tab.evaluate(f"given => {{ window.answering = ({ANSWER_ALL})(given) }}", {"part": part, "count": EACH})
    assert [tab.evaluate("window.answering") for tab in tabs] == [EACH, EACH]
    assert set(stored(tabs[0], f"{KEPT}quiz:")) == {f"q-{part}-{n}" for part in (0, 1) for n in range(EACH)}


def test_two_tabs_on_one_quiz(context: BrowserContext, base: str) -> None:
    """What is answered in one tab counts in the other once it looks again."""
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(base + ROLE)
        start(tab)
    answer(tabs[0], right=True)
    answer(tabs[1], right=True)
    assert asked(tabs[0])["id"] == asked(tabs[1])["id"]
    onward(tabs[1])
    answer(tabs[1], right=True)
    tabs[0].reload()
    expect(tabs[0].locator(".rb-progress")).to_contain_text("在学 2")
