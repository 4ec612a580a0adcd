"""Steps in their order: all at once where they can be kept apart, else each that comes next."""

from __future__ import annotations

import pytest

from rolebook.bank import order
from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record


def orders(count: int) -> list[Question]:
    """Return the questions about the order of a procedure with so many steps."""
    steps = [{"title": name, "items": [f"{name}好了。"]} for name in "甲乙丙丁戊己庚辛"[:count]]
    handbook = Handbook([record("procedures/x", title="流程", steps=steps)], language=language("zh"))
    return [question for question in make(handbook, Strings("zh")).questions if question.kind == "order"]


@pytest.mark.parametrize("count", [3, order.MOST])
def test_all_steps_are_put_in_order(count: int) -> None:
    """And nothing more: that tells each that comes next."""
    (question,) = orders(count)
    assert question.answering == "order"
    assert [option.text for option in question.keyed] == list("甲乙丙丁戊己庚辛"[:count])


def test_a_long_procedure_is_asked_step_by_step() -> None:
    """By the names of the steps."""
    found = orders(order.MOST + 1)
    assert {question.answering for question in found} <= {"single", "recall"}
    assert {question.stem: question.keyed[0].text for question in found} == {
        "“流程”的第一步是什么？": "甲",
        **{
            f"“流程”做完“{one}”，下一步做什么？": other
            for one, other in zip("甲乙丙丁戊己庚", "乙丙丁戊己庚辛", strict=True)
        },
    }
