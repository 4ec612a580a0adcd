"""The numbers of one line are asked for at once: one that is usual is guessed, two are not."""

from __future__ import annotations

import pytest

from rolebook.bank import lint
from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.errors import Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import role


def asked(code: str, *lines: object) -> list[Question]:
    """Return the questions about the numbers of a post's lines, with which nothing is wrong."""
    post = role("desk", *lines, title="Desk")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/desk.yml", 1), language=language(code))
    bank = make(handbook, Strings(code))
    assert lint.lint(bank, handbook, Strings(code)) == []
    return [question for question in bank.questions if question.kind == "measure"]


@pytest.mark.parametrize(
    ("code", "line", "quoted", "numbers"),
    [
        ("zh", "早上7:45到岗，8:00前开空调。", "早上＿＿＿＿到岗，＿＿＿＿前开空调", ["7:45", "8:00"]),
        ("zh", "会员日九五折，保健品八折。", "会员日＿＿＿＿，保健品＿＿＿＿", ["九五折", "八折"]),
        ("en", "Refund up to $50; keep $1,500.", "Refund up to $______; keep $______", ["50", "1,500"]),
        ("en", "Knock twice, wait 10 seconds.", "Knock ______, wait ______ seconds", ["twice", "10"]),
    ],
)
def test_all_numbers_of_a_line(code: str, line: str, quoted: str, numbers: list[str]) -> None:
    """In one question, said in the order of the blanks."""
    (question,) = asked(code, line)
    assert question.stem.partition("\n")[2] == f"“{quoted}”"
    assert [option.text for option in question.options] == numbers
    assert question.answering == "list"


def test_a_line_that_says_one_number_twice() -> None:
    """Each is asked for in its own question: a list shows nothing twice."""
    assert [question.answering for question in asked("zh", "先等5分钟，再等5分钟。")] == ["number", "number"]


def test_what_is_measured_in_words_stays_by_itself() -> None:
    """Numbers are asked for beside it."""
    measures = [{"of": "清洗的次数", "value": "每日"}, {"of": "水温", "value": "40", "unit": "℃"}]
    made = asked("zh", {"text": "每日用40℃的水洗3分钟。", "measures": measures})
    assert sorted((q.answering, q.stem.partition("：")[2]) for q in made) == [
        ("list", "横线处的 2 个数字各是多少？\n“每日用＿＿＿＿℃的水洗＿＿＿＿分钟”"),
        ("recall", "清洗，多久一次？"),
    ]


@pytest.mark.parametrize(
    ("code", "of", "stem"),
    [
        ("zh", "巡查的次数", "Desk：巡查，多久一次？"),
        ("zh", "更新资料的频率", "Desk：更新资料，多久一次？"),
        ("zh", "巡查的路线", "Desk：巡查的路线是什么？"),
        ("en", "frequency of rounds", "Desk: rounds: how often?"),
    ],
)
def test_what_is_counted_is_asked_as_people_ask(code: str, of: str, stem: str) -> None:
    """多久一次, and not 次数是什么."""
    word = "每日" if code == "zh" else "every shift"
    (question,) = asked(code, {"text": f"Rounds {word}.", "measures": [{"of": of, "value": word}]})
    assert question.stem == stem
