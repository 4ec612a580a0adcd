"""Written questions: each has what its kind needs."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from rolebook.errors import Message
from rolebook.kinds.quizzes.model import Question
from rolebook.model.base import Fault
from tests.records import faults, record

BASE = {"id": "q", "stem": "甲？", "explain": "丙"}


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"kind": "single", "answer": ["甲"]}, Message("question-incomplete", kind="single", key="options")),
        (
            {"kind": "single", "options": ["甲", "乙"], "answer": ["丙"]},
            Message("answer-not-among-options", answer="丙"),
        ),
        (
            {"kind": "single", "options": ["甲", "乙"], "answer": ["甲", "乙"]},
            Message("single-with-several-answers", kind="single"),
        ),
        ({"kind": "several", "options": ["甲", "甲"], "answer": ["甲"]}, Message("option-twice", option="甲")),
        ({"kind": "order"}, Message("question-incomplete", kind="order", key="options")),
        ({"kind": "match"}, Message("question-incomplete", kind="match", key="pairs")),
        ({"kind": "recall"}, Message("question-incomplete", kind="recall", key="answer")),
    ],
)
def test_a_question_has_what_its_kind_needs(question: dict[str, Any], message: Message) -> None:
    """Each fault by its code, with its facts."""
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(BASE | question)
    assert [Message(error["type"], **error.get("ctx", {})) for error in caught.value.errors()] == [message]


def test_two_questions_of_one_id() -> None:
    """Answers are kept by question."""
    question = {"id": "q", "kind": "recall", "stem": "甲？", "answer": ["乙"], "explain": "丙"}
    found = faults(record("quizzes/z", questions=[question, question | {"stem": "丁？"}]))
    assert Fault("quizzes/z", ("questions", 1, "id"), Message("question-id-twice", id="q")) in found
