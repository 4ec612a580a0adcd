"""Written questions: each has what its kind needs."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from rolebook.errors import Message
from rolebook.kinds.quizzes.model import Question
from rolebook.language import language
from rolebook.model.base import Fault
from rolebook.model.checks import check
from rolebook.model.handbook import Handbook
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
def test_each_fault_of_a_question_is_told_by_its_code(question: dict[str, Any], message: Message) -> None:
    """With its facts."""
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(BASE | question)
    assert [Message(error["type"], **error.get("ctx", {})) for error in caught.value.errors()] == [message]


def test_two_questions_of_one_id() -> None:
    """Answers are kept by question."""
    question = {"id": "q", "kind": "recall", "stem": "甲？", "answer": ["乙"], "explain": "丙"}
    found = faults(record("quizzes/z", questions=[question, question | {"stem": "丁？"}]))
    assert Fault("quizzes/z", ("questions", 1, "id"), Message("question-id-twice", id="q")) in found


def question(kind: str, **values: Any) -> dict[str, Any]:
    """Return a written question."""
    return {"id": "q", "kind": kind, "stem": "甲？", **values}


SOUND: list[dict[str, Any]] = [
    question("single", options=["甲", "乙"], answer="甲"),
    question("several", options=["甲", "乙"], answer=["甲", "乙"]),
    question("true_false", answer="对"),
    question("number", answer="30", tolerance="2"),
    question("order", options=["甲", "乙"]),
    question("match", pairs={"甲": "乙"}),
    question("recall", answer="甲"),
]
EXTRA: dict[str, Any] = {"options": ["甲", "乙"], "answer": "甲", "pairs": {"甲": "乙"}, "tolerance": "1"}


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: str(sound["kind"]))
def test_a_question_has_what_its_kind_needs_and_nothing_else(sound: dict[str, Any]) -> None:
    """Each key that is missing, and each that is of no use, is told by its name."""
    Question.model_validate(sound)
    for key in EXTRA:
        if key == "tolerance" and sound["kind"] == "number":
            continue  # which it may have
        without = {name: value for name, value in sound.items() if name != key}
        changed = without if key in sound else sound | {key: EXTRA[key]}
        with pytest.raises(ValidationError) as caught:
            Question.model_validate(changed)
        code = "question-incomplete" if key in sound else "question-key-of-no-use"
        assert [(one["type"], one["ctx"]) for one in caught.value.errors()] == [
            (code, {"kind": sound["kind"], "key": key})
        ]


@pytest.mark.parametrize("kind", ["true_false", "number", "recall"])
def test_a_question_with_one_answer_has_no_two(kind: str) -> None:
    """Told by its kind."""
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(question(kind, answer=["1", "2"]))
    assert [(one["type"], one["ctx"]) for one in caught.value.errors()] == [
        ("single-with-several-answers", {"kind": kind})
    ]


@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [
        ("true_false", "对", ""),
        ("true_false", "错", ""),
        ("true_false", "也许", "answer-neither-true-nor-false"),
        ("number", "30", ""),
        ("number", "30分钟", ""),
        ("number", "08:30", ""),
        ("number", "许多", "answer-no-number"),
        ("number", "30到40分钟，50米", "answer-no-number"),
        ("recall", "也许", ""),
    ],
)
def test_an_answer_is_of_its_kind(kind: str, answer: str, code: str) -> None:
    """In the words of the handbook's language, told at the answer; so is the second question's."""
    quiz = record(
        "quizzes/own", questions=[question("recall", answer="丁") | {"id": "first"}, question(kind, answer=answer)]
    )
    expected = [Fault("quizzes/own", ("questions", 1, "answer", 0), Message(code, answer=answer))] if code else []
    assert [*check(Handbook([quiz], language=language("zh")))] == expected
