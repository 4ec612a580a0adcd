"""What the judgement of a bank says of the form of a question, of options beside each other, and of guessing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rolebook.bank import lint
from rolebook.bank.bank import Bank, make
from rolebook.bank.question import Answer, Question
from rolebook.errors import Message
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook

ZH, CHINESE = Strings("zh"), language("zh")


@pytest.fixture(scope="module")
def sound(handbook: Handbook) -> Question:
    """A question to pick from that nothing is wrong with."""
    found = (q for q in make(handbook, ZH).questions if q.answering == "single" and len(q.lures) > 2)
    return next(found)


def told(handbook: Handbook, question: Question) -> list[Message]:
    """Return what is told of a question by itself."""
    found = lint.lint(Bank((question,)), handbook, ZH, "book.json")
    return [one.message for one in found if dict(one.message.values).get("question") == question.id]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"stem": "\u3000"}, "stem-empty"),
        ({"explain": " "}, "explanation-missing"),
    ],
)
def test_what_a_question_lacks(handbook: Handbook, sound: Question, changes: Any, code: str) -> None:
    """Blanks are nothing; it is told by the question's id, at the line it was made from."""
    assert told(handbook, sound) == []
    broken = replace(sound, **changes)
    assert Message(code, question=sound.id) in told(handbook, broken)
    (problem,) = (one for one in lint.lint(Bank((broken,)), handbook, ZH) if one.message.code == code)
    assert (problem.file, problem.line, problem.column) == (sound.source.file, sound.source.line, 1)
    nowhere = replace(broken, source=replace(sound.source, line=0))
    (problem,) = (one for one in lint.lint(Bank((nowhere,)), handbook, ZH) if one.message.code == code)
    assert (problem.line, problem.column) == (0, 0)


def test_where_a_question_comes_from(handbook: Handbook, sound: Question) -> None:
    """A file and a line's address, both."""
    for source in (replace(sound.source, file=""), replace(sound.source, item=None)):
        found = told(handbook, replace(sound, source=source))
        assert Message("source-missing", question=sound.id) in found


def test_two_options_alike(handbook: Handbook, sound: Question) -> None:
    """But for blanks at their ends; each that is offered twice is named once."""
    lure = sound.lures[0].text
    double = replace(sound, options=(*sound.options, Answer(f" {lure} "), Answer(f"{lure}  ")))
    assert [one for one in told(handbook, double) if one.code == "option-offered-twice"] == [
        Message("option-offered-twice", question=sound.id, option=lure)
    ]


def test_the_key_is_among_the_options(handbook: Handbook, sound: Question) -> None:
    """All of it, and there is one."""
    missing = Message("key-not-among-options", question=sound.id)
    for key in ((), ("nowhere",), (*sound.key, "nowhere")):
        assert missing in told(handbook, replace(sound, key=key))
    assert missing not in told(handbook, sound)


def test_how_many_keys_and_options_there_are(handbook: Handbook, sound: Question) -> None:
    """One of two at least; both are counted."""
    (key,) = sound.keyed
    one, two = sound.lures[:2]
    for options, keys, said in (
        ((key,), (key.id,), (1, 1)),
        ((key, one), (key.id, one.id), (2, 2)),
        ((key, one, two), (key.id, one.id), (2, 3)),
    ):
        found = told(handbook, replace(sound, options=options, key=keys))
        message = Message("keys-and-options", question=sound.id, keys=said[0], options=said[1])
        assert message in found
    assert "keys-and-options" not in {m.code for m in told(handbook, replace(sound, options=(key, one)))}


@pytest.mark.parametrize(
    ("texts", "counted", "odd"),
    [
        (["5分钟", "10分钟", "15米"], True, "15米"),
        (["5分钟", "半小时", "15分钟"], True, "半小时"),
        (["8:30", "9点", "10分钟"], True, "10分钟"),
        (["5分钟", "10分钟", "十五分钟以后再去找值班经理"], True, ""),
        (["5分钟", "10分钟", "15米"], False, ""),
        (["《登记表》", "《交接本》", "值班表"], False, "值班表"),
        (["登记表", "《交接本》", "《值班表》"], True, "登记表"),
        (["甲", "乙"], False, ""),
        (["《甲》", "乙"], False, "乙"),
        (["甲", "《乙》"], False, "甲"),
    ],
)
def test_an_option_that_is_unlike_the_others(texts: list[str], counted: bool, odd: str) -> None:
    """In its unit where numbers are asked for and all are numbers, else in being the name of a document."""
    assert lint.unlike(texts, counted, CHINESE) == odd


def test_the_odds_of_a_strategy_are_told() -> None:
    """All that they are."""
    odds = lint.Odds("measure", "first", 9, 2.5, 6, 10)
    assert odds.message == Message(
        "guessable", kind="measure", strategy="first", hits=9, expected=2.5, bound=6, questions=10
    )


def test_a_bank_that_is_guessed_is_told_as_a_whole(handbook: Handbook) -> None:
    """By the name of its file; every strategy over the bank and over each kind is counted with its chance."""
    bank = make(handbook, ZH)
    first = Bank(tuple(replace(q, options=(*q.keyed, *q.lures)) if q.is_picked else q for q in bank.questions))
    found = [one for one in lint.lint(first, handbook, ZH, "own.json") if one.message.code == "guessable"]
    assert found and {(one.file, one.line, one.column) for one in found} == {("own.json", 0, 0)}
    picked = [q for q in bank.questions if q.is_picked and len(q.keyed) == 1]
    (odds,) = (one for one in lint.strategies(first, CHINESE) if (one.kind, one.strategy) == ("all", "first"))
    assert (odds.hits, odds.questions) == (len(picked), len(picked))
    assert odds.expected == pytest.approx(sum(1 / len(q.options) for q in picked))
    assert odds.expected < odds.bound < odds.hits
    kinds = {one.kind for one in lint.strategies(bank, CHINESE)}
    assert kinds == {"all", *(q.kind for q in picked)}
