"""The main ways, in the oldest browsers that all is promised for, in some between, and in those of other makers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsers.conftest import BROWSERS
from tests.browsers.driving import Browser

pytestmark = pytest.mark.parametrize(
    "driven", [name for name in BROWSERS if name != "chromium-79"], indirect=True, scope="module"
)
BOX = "header input[role=combobox]"
HOT = "热饮温度控制在70℃"
FIRST = f"((document.querySelector('[role=listbox] [role=option]') || {{}}).innerText || '').indexOf('{HOT}') === 0"
BEGIN = ".rb-quiz-entry .rb-actions button:last-of-type"


@pytest.fixture(autouse=True)
def nothing_is_thrown(driven: Browser) -> Any:
    """Let a test fail where a script fails on the way."""
    yield
    found, driven.errors = driven.errors, []
    assert found == []
    assert driven.run("return [window.rolebookRuns, document.querySelector('.rb-floor').offsetHeight]") == [True, 0]


def test_home_leads_to_all_jobs(driven: Browser, base: str) -> None:
    """The home page stands with its doors, and nothing is said of an old browser."""
    driven.open(f"{base}index.html")
    assert driven.count(".rb-door") == 3
    assert driven.count(BOX) == 1


def test_a_line_is_found_and_opened(driven: Browser, base: str) -> None:
    """Typing finds the line, Enter opens it; entered anew, the field offers what was opened."""
    driven.open(f"{base}index.html")
    driven.count(BOX)
    driven.click(BOX)
    driven.type(BOX, "热饮 70度")
    driven.until(FIRST)
    driven.type(BOX, "\n")
    driven.until("/roles.meeting-attendant.html#hot-drinks$/.test(location.href)")
    assert HOT in driven.text("#hot-drinks")
    driven.open(f"{base}index.html")
    driven.count(BOX)
    driven.click(BOX)
    driven.until(FIRST)


def test_pinyin_finds_a_line(driven: Browser, base: str) -> None:
    """What is made for sounds when the field is entered runs too."""
    driven.open(f"{base}roles/meeting-attendant.html")
    driven.count(BOX)
    driven.type(BOX, "reyinwendu")
    driven.until(FIRST)


def test_questions_are_answered_and_kept(driven: Browser, base: str) -> None:
    """Every question of a quiz can be answered; each leaves a memory."""
    driven.open(f"{base}quizzes/first-week.html")
    driven.count(BEGIN)
    driven.click(BEGIN)
    _read(driven)
    ways = set()
    while not driven.run("return !!document.querySelector('.rb-result')"):
        question = _asked(driven)
        ways.add(question["answering"])
        _answer(driven, question)
        assert driven.text(".rb-told__verdict").startswith("✓")
        driven.click(".rb-onward")
        _read(driven)
    assert ways == {"single", "several", "match", "recall"}
    assert driven.run("return Object.keys(localStorage).filter(key => /:quiz:/.test(key)).length") >= 10


def test_ticks_are_kept(driven: Browser, base: str) -> None:
    """A tick is counted, and is there when the page is loaded again."""
    page = f"{base}checklists/bar-before-shift.html"
    driven.open(page)
    lines = driven.count(".rb-tick")
    assert str(lines) in driven.text(".rb-left")
    driven.click(".rb-tick")
    driven.until(f"/{lines - 1}/.test(document.querySelector('.rb-left').innerText)")
    driven.open(f"{base}index.html")
    driven.open(page)
    assert driven.count(".rb-tick:checked") == 1
    driven.click(".rb-tick")
    driven.until("!document.querySelectorAll('.rb-tick:checked').length")


def _read(driven: Browser) -> None:
    """Read the new lines that are shown before the next question, if there are any."""
    while driven.until("document.querySelector('.rb-learnt, rb-question, .rb-result') !== null") and driven.run(
        "return document.querySelector('.rb-learnt') !== null"
    ):
        driven.click(".rb-learnt")


def _asked(driven: Browser) -> Any:
    driven.until("document.querySelectorAll('.rb-card-stem').length > document.querySelectorAll('.rb-told').length")
    return driven.run(
        "const {id, answering, key, options} = document.querySelector('rb-question').question;"
        "return {id, answering, key, ids: options.map(option => option.id), text: options[0] && options[0].text}"
    )


def _answer(driven: Browser, question: Any) -> None:
    places = [question["ids"].index(id) + 1 for id in question["key"] if id in question["ids"]]
    match question["answering"]:
        case "single":
            driven.click(f".rb-choices > li:nth-child({places[0]}) button")
        case "several":
            for place in places:
                driven.click(f".rb-choices > li:nth-child({place}) input")
            driven.click(".rb-check")
        case "number":
            driven.type("input[name=typed]", f"{question['text']}\n")
        case "recall":
            driven.click(".rb-show")
            driven.count(".rb-knew")
            driven.click(".rb-knew")
        case _:
            for place, id in enumerate(question["key"]):
                row = f".rb-reorder__row[data-id='{id}']"
                rows = driven.run(
                    "return [...document.querySelectorAll('.rb-reorder__row')].map(row => row.dataset.id)"
                )
                for _ in range(rows.index(id) - place):
                    driven.click(f"{row} [data-way=up]")
            driven.click(".rb-check")
