"""The path: a record's questions by its parts, each by when it is learnt."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.bank.path import PACE, stops
from rolebook.bank.question import Question, Source
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.records import faults, role

T = Strings("en")


def post(*counts: int, **values: Any) -> Record:
    """Return a post whose sections, called A, B, C, have so many lines."""
    sections = [
        {"title": "ABC"[n], "id": f"part-{n}", "items": [f"Line {k} of part {n}." for k in range(count)]}
        for n, count in enumerate(counts)
    ]
    return role("porter", title="Porter", sections=sections, **values)


def about(fact: Address) -> Question:
    """Return a question about a line."""
    return Question(
        id=str(fact),
        revision="",
        answer="",
        kind="line",
        answering="recall",
        stem="",
        options=(),
        key=(),
        explain="",
        source=Source(fact, "", 1),
        facts=(fact,),
        quizzes=(),
    )


def way(*records: Record) -> list[tuple[str, str]]:
    """Return the stops of the first record through the lines of all, each by title and stage."""
    handbook = Handbook(records, language=language("en"))
    questions = [about(address) for address in handbook.lines]
    found = stops(handbook, records[0], questions, T)
    assert sorted(q.id for stop in found for q in stop.questions) == sorted(q.id for q in questions)
    return [(stop.title, stop.by) for stop in found]


def test_in_the_order_of_the_record() -> None:
    """At so many new questions a day: what is through on the first day, in the first week, and the rest."""
    assert way(post(PACE, 5 * PACE - PACE, 1)) == [("A", "first_day"), ("B", "first_week"), ("C", "first_month")]
    assert way(post(PACE + 1, 1)) == [("A", "first_week"), ("B", "first_week")]


def test_in_the_order_of_the_author() -> None:
    """Sections by title or id; what he does not name comes last, in the first month; a stage may stay empty."""
    assert way(post(1, 2, 1, path={"first_day": ["C"], "first_week": ["part-0"]})) == [
        ("C", "first_day"),
        ("A", "first_week"),
        ("B", "first_month"),
    ]
    assert way(post(1, 2, 1, path={"first_month": ["B"]})) == [
        ("B", "first_month"),
        ("A", "first_month"),
        ("C", "first_month"),
    ]


def test_what_is_asked_about_another_record_comes_last() -> None:
    """A question of the post's quiz whose line stands elsewhere."""
    guard = role("guard", "Open the door.", title="Guard")
    assert way(post(1), guard) == [("A", "first_day"), (T("quiz.path_other"), "first_day")]


def test_a_question_about_a_section() -> None:
    """Belongs to that section."""
    record = post(1, 1)
    handbook = Handbook([record], language=language("en"))
    asked = [about(record.address._replace(item="part-1"))]
    assert [stop.title for stop in stops(handbook, record, asked, T)] == ["B"]


@pytest.mark.parametrize(
    ("path", "code", "place"),
    [
        ({"first_day": ["A"], "first_week": ["D"]}, "path-without-section", ("path", "first_week", 0)),
        ({"first_day": ["A"], "first_month": ["B", "A"]}, "path-section-twice", ("path", "first_month", 1)),
        ({"first_day": ["A", "part-0"]}, "path-section-twice", ("path", "first_day", 1)),
    ],
)
def test_sections_that_are_not_there_or_named_twice(path: dict[str, list[str]], code: str, place: Any) -> None:
    """Told at the name."""
    found = faults(post(1, 1, path=path))
    assert [(fault.message.code, fault.path) for fault in found] == [(code, place)]
