"""What a reader of the screen says on the main ways: all of it, each thing once and in order, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from rolebook.language.strings import Strings
from tests.browser.conftest import START
from tests.browser.hearing import heard, listening
from tests.browser.looking import BOX, OPTION
from tests.browser.quizzing import ENTRY, EXAM, answer, arrange, asked
from tests.conftest import ROOT, mkdocs_build

ROLE = {"zh": "roles/bar-attendant.html", "en": "roles/lifeguard.html"}
QUIZ = {"zh": "quizzes/reception.html", "en": "quizzes/first-week.html"}
"""Both ask for one answer, several, a number and an order."""
CHECKLIST = {"zh": "checklists/bar-before-shift.html", "en": "checklists/opening.html"}
Asked = dict[str, Any]


@pytest.fixture(scope="module", params=["zh", "en"])
def say(request: pytest.FixtureRequest) -> Strings:
    """The words of the language that is listened to."""
    return Strings(request.param)


@pytest.fixture(scope="module")
def home(say: Strings, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site in that language, from disk: the real handbook, or the English example."""
    if say.language == "zh":
        return f"{request.getfixturevalue('site').as_uri()}/"
    target: Path = tmp_path_factory.mktemp("english") / "site"
    assert mkdocs_build(ROOT / "examples" / "pool-en", target).returncode == 0
    return f"{target.as_uri()}/"


@pytest.fixture
def page(browser: Browser, say: Strings) -> Iterator[Page]:
    """A tab that is listened to; no one may copy to the clipboard by script, as in most browsers from disk."""
    context = browser.new_context(locale={"zh": "zh-CN"}.get(say.language, "en-GB"))
    context.clock.install(time=START)
    opened = listening(context.new_page())
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert errors == []
    context.close()


def test_lookup(page: Page, home: str, say: Strings) -> None:
    """Opened, it says what it is and how much is offered; then what is found, what is chosen, and every copy."""
    page.goto(home + ROLE[say.language])
    line = page.locator(".rb-line__text").nth(3).evaluate("e => e.innerText.trim().slice(0, 20)")
    page.locator(BOX).wait_for()
    page.keyboard.press("/")
    first = heard(page, 2)
    offered = say("lookup.offered", n=page.locator(OPTION).count())
    assert first == [f"[combobox] {say('lookup.label')}", offered]
    page.locator(BOX).fill(line)
    found = heard(page, 2)
    chosen = page.locator(f"{OPTION}[aria-selected=true]").inner_text()
    count = page.locator(".rb-lookup__group").first.locator("[role=option]").count()
    assert found == [say("lookup.found", n=count), f"[option] {chosen}"]
    for _ in range(2):
        page.keyboard.press("Control+Enter")
        assert heard(page, 1) == [say("lookup.copied", text=chosen)]
    page.keyboard.press("Escape")
    assert heard(page, 1) == [offered]
    page.keyboard.press("ArrowDown")
    assert heard(page, 1) == [f"[option] {page.locator(OPTION).first.inner_text()}"]


def test_a_quiz(page: Page, home: str, say: Strings) -> None:
    """A question says its text, an answer its verdict once, a digit what it ticks, an item that is moved its place."""
    page.goto(home + QUIZ[say.language])
    page.locator(f"{ENTRY} button").last.click()
    page.locator(".rb-card-stem").wait_for()
    _lessons(page, say)
    heard(page, 2)
    ways = {"single": _single, "several": _several, "number": _number, "order": _order}
    while ways:
        question = asked(page)
        way = ways.pop(question["answering"], None)
        if way:
            way(page, say, question)
        else:
            answer(page, right=True)
            heard(page, 2)
        page.keyboard.press("Enter")
        _lessons(page, say)
        stem = page.locator(".rb-card-stem").inner_text()
        assert heard(page, 1) == [f"[heading] {' '.join(stem.split())}"]
    number = page.locator(".rb-card-number").inner_text()
    assert page.locator("rb-sitting").aria_snapshot().count(number) == 1


def _lessons(page: Page, say: Strings) -> None:
    """A line that is new comes with its button, which is described by it."""
    while (button := page.locator(".rb-learnt")).count():
        heard(page, 1)
        expect(button).to_be_focused()
        line = " ".join(page.locator(".rb-lesson__line").inner_text().split())
        expect(button).to_have_accessible_description(f"{say('quiz.lesson')} {line}")
        page.keyboard.press("Enter")


def _single(page: Page, say: Strings, question: Asked) -> None:
    [key] = question["key"]
    ids, texts = question["ids"], question["texts"]
    page.keyboard.press(str(1 + next(n for n, id in enumerate(ids) if id != key)))
    right = say("quiz.key_is", text=texts[ids.index(key)])
    assert heard(page, 2) == [_button(say, "next"), f"{say('quiz.wrong')}{say('text.semicolon')}{right}"]


def _several(page: Page, say: Strings, question: Asked) -> None:
    chosen = question["texts"][0]
    for word in ("chosen_now", "cleared_now"):
        page.keyboard.press("1")
        assert heard(page, 1) == [say(f"quiz.{word}", text=chosen)]
    for key in question["key"]:
        place = question["ids"].index(key)
        page.keyboard.press(str(place + 1))
        assert heard(page, 1) == [say("quiz.chosen_now", text=question["texts"][place])]
    page.keyboard.press("Enter")
    assert heard(page, 2) == [_button(say, "next"), say("quiz.right")]


def _number(page: Page, say: Strings, question: Asked) -> None:
    page.locator("input[name=typed]").focus()
    page.keyboard.type("x")
    assert heard(page, 1) == [f"[textbox] {say('quiz.your_number')}"]
    for _ in range(2):
        page.keyboard.press("Enter")
        assert heard(page, 1) == [say("quiz.no_number")]
    page.locator("input[name=typed]").fill(question["texts"][0])
    page.keyboard.press("Enter")
    assert heard(page, 2) == [_button(say, "next"), say("quiz.right")]


def _order(page: Page, say: Strings, question: Asked) -> None:
    texts = question["texts"]

    def up(place: int) -> str:
        told = say("quiz.moved", text=texts[1], n=place, total=len(texts))
        return f"[button] {say('quiz.up')}{say('text.colon')}{told}"

    page.locator("[data-way=up]").nth(1).focus()
    assert heard(page, 1) == [up(2)]
    page.keyboard.press("ArrowUp")
    assert heard(page, 1) == [up(1)]
    arrange(page, question["key"])
    heard(page, 1)
    page.locator(".rb-check").press("Enter")
    assert heard(page, 3) == [_button(say, "check"), _button(say, "next"), say("quiz.right")]


def _button(say: Strings, word: str) -> str:
    return f"[button] {say(f'quiz.{word}')}"


def test_an_exam(page: Page, home: str, say: Strings) -> None:
    """It says what to do first however often it is begun, the last minute, and that the time is up."""
    page.goto(home + EXAM)
    begin = page.locator(".rb-exam-form .rb-button")
    begin.focus()
    assert heard(page, 1) == [_button(say, "begin")]
    for _ in range(2):
        page.keyboard.press("Enter")
        assert heard(page, 1) == [say("quiz.none_chosen")]
    for n in range(3):
        page.locator(".rb-choose__post input").nth(n).check()
    page.locator("input[name=minutes]").fill("2")
    begin.click()
    page.locator(".rb-card-stem").wait_for()
    while asked(page)["answering"] != "single":
        page.locator(".rb-onward").click()
    heard(page, 1)
    for n in (1, 2):
        page.keyboard.press(str(n))
        assert heard(page, 1) == [say("quiz.chosen_now", text=asked(page)["texts"][n - 1])]
    page.clock.fast_forward("01:01")
    assert heard(page, 1) == [say("quiz.last_minute")]
    page.clock.fast_forward("01:01")
    assert heard(page, 2) == [f"[heading] {say('quiz.record')}", say("quiz.time_up")]


def test_a_checklist(page: Page, home: str, say: Strings) -> None:
    """It says what is left after each tick, that a reason is missing each time it is, and how it was finished."""
    page.goto(home + CHECKLIST[say.language])
    boxes = page.locator(".rb-tick")
    lines = boxes.count()
    boxes.first.focus()
    name = boxes.first.get_attribute("aria-label")
    assert heard(page, 1) == [f"[checkbox] {name}"]
    for left in (lines - 1, lines, lines - 1):
        page.keyboard.press("Space")
        assert heard(page, 1) == [say("tick.left", n=left)]
    page.locator(".rb-tick-bar .rb-main").press("Enter")
    asks = f"[textbox] {say('tick.reason', n=lines - 1)}"
    assert heard(page, 2) == [f"[button] {say('tick.finish')}", asks]
    for _ in range(2):
        page.keyboard.press("Enter")
        assert heard(page, 1) == [say("tick.reason_needed")]
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    undo, finished = heard(page, 2)
    assert undo == f"[button] {say('tick.undo')}"
    assert finished == page.locator(".rb-left").inner_text().replace("\n", "")
    page.keyboard.press("Enter")
    assert heard(page, 1)[-1] == say("tick.left", n=lines - 1)
