"""A sheet for someone who has not read the handbook shows no key, and what he did is judged as it should be."""

from __future__ import annotations

import pytest

from rolebook.bank import blind
from rolebook.bank.bank import Bank, make
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record

CHINESE = language("zh")


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """The bank of the real handbook."""
    return make(handbook, Strings("zh"))


def test_a_seed_draws_the_same(bank: Bank) -> None:
    """Another seed draws others."""
    assert blind.drawn(bank, 20, "甲") == blind.drawn(bank, 20, "甲")
    assert blind.drawn(bank, 20, "甲") != blind.drawn(bank, 20, "乙")


def test_what_is_typed_or_said_shows_no_key(bank: Bank) -> None:
    """Neither the options nor the key stand on a sheet of questions in their first form."""
    asked = blind.drawn(bank, 1000, "甲", first=True)
    assert len(asked) > 50
    for question in asked:
        (stem, *rest) = blind.sheet([question])
        assert stem == f"1. {question.stem}"
        assert not any(question.keyed[0].text in line for line in rest)


def test_a_sheet_does_not_tell_its_own_answers(bank: Bank) -> None:
    """No two questions rest on one line, and every line that is asked about has its turn."""
    asked = blind.drawn(bank, 1000, "甲")
    facts = [fact for question in asked for fact in question.facts]
    assert len(facts) == len(set(facts))
    assert all(set(facts) & set(question.facts) for question in bank.questions)


def test_a_letter_is_judged(bank: Bank) -> None:
    """The letter of the key is right, another wrong, none wrong too."""
    question = next(question for question in bank.questions if question.is_picked)
    letters = [blind.LETTERS[n] for n, option in enumerate(question.options) if option.id in question.key]
    wrong = next(letter for letter in "ABC" if letter not in letters)
    given = [letters[0], letters[0].lower(), wrong, ""]
    done = blind.scored([question] * 4, given, CHINESE)
    assert [answer.right for answer in done] == [True, True, False, False]
    assert done[0].chance == pytest.approx(1 / len(question.options))


def test_an_order_is_judged() -> None:
    """By its letters, with marks between them or not."""
    steps = [{"title": title, "items": [f"{title}一下。"]} for title in ("听", "记", "判断", "答复")]
    made = make(Handbook([record("procedures/p", steps=steps)]), Strings("zh"))
    question = next(question for question in made.questions if question.answering == "order")
    place = {option.id: blind.LETTERS[n] for n, option in enumerate(question.options)}
    right = [place[id] for id in question.key]
    done = blind.scored([question] * 3, [" ".join(right), "".join(right), "".join(right[::-1])], CHINESE)
    assert [answer.right for answer in done] == [True, True, False]


@pytest.mark.parametrize(("given", "right"), [("2", True), ("两天", True), ("二", True), ("3", False), ("随便", False)])
def test_a_number_is_judged(bank: Bank, given: str, right: bool) -> None:
    """In any notation, with its unit or without."""
    whole = next(q for q in bank.questions if q.answering == "number" and q.keyed[0].text == "两天")
    [question] = blind.drawn(Bank((whole,)), 1, "甲", first=True)
    assert [answer.right for answer in blind.scored([question], [given], CHINESE)] == [right]


def test_what_was_said_is_for_a_reader(bank: Bank) -> None:
    """Unless it is the key, or he has marked it; one thing of a list is not all of it."""
    drawn = blind.drawn(bank, 1000, "甲", first=True)
    for answering, right in (("recall", True), ("list", None)):
        question = next(q for q in drawn if q.answering == answering)
        given = [question.keyed[0].text, "随便", "+随便", "-随便"]
        assert [answer.right for answer in blind.scored([question] * 4, given, CHINESE)] == [right, None, True, False]
