"""Written questions: each has what its kind needs."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.base import Fault
from generator.model.quiz import Question
from tests.records import faults, record

BASE = {"id": "q", "stem": "甲？", "explain": "丙"}


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"kind": "single", "answer": ["甲"]}, "a question of kind single needs 'options'"),
        ({"kind": "single", "options": ["甲", "乙"], "answer": ["丙"]}, "the answer '丙' is not among the options"),
        (
            {"kind": "single", "options": ["甲", "乙"], "answer": ["甲", "乙"]},
            "a question of kind single has exactly one answer; for more use kind: several",
        ),
        ({"kind": "several", "options": ["甲", "甲"], "answer": ["甲"]}, "the option '甲' stands twice"),
        ({"kind": "order"}, "a question of kind order needs 'options'"),
        ({"kind": "match"}, "a question of kind match needs 'pairs'"),
        ({"kind": "recall"}, "a question of kind recall needs 'answer'"),
    ],
)
def test_a_question_has_what_its_kind_needs(question: dict[str, Any], message: str) -> None:
    """Each fault in words an author can act on."""
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(BASE | question)
    assert [error["msg"] for error in caught.value.errors()] == [f"Value error, {message}"]


def test_two_questions_of_one_id() -> None:
    """Answers are kept by question."""
    question = {"id": "q", "kind": "recall", "stem": "甲？", "answer": ["乙"], "explain": "丙"}
    found = faults(record("quizzes/z", questions=[question, question | {"stem": "丁？"}]))
    assert Fault("quizzes/z", ("questions", 1, "id"), "two questions are called 'q'", "give each its own id") in found
