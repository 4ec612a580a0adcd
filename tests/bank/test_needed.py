"""What is retired and not asked any more: told, so that it may be removed, and no fault."""

from __future__ import annotations

import pytest

from rolebook.bank import cloze, lint, measure
from rolebook.bank.bank import Bank, make
from rolebook.bank.context import QuizContext
from rolebook.bank.question import Draft
from rolebook.errors import Message, Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.records import record, role

ZH = Strings("zh")
LINES = ("早上7:45到岗，8:00前开空调。", "客户落座时，拉椅。", "摆好墙面悬挂的壁灯和相框。")
POST = role("desk", *LINES, title="前台")


def bank(*records: Record) -> tuple[Bank, Handbook]:
    """Return the bank of some records and their handbook."""
    handbook = Handbook(records, lambda address, path: Place(f"docs/{address}.yml", 1), language=language("zh"))
    return make(handbook, ZH), handbook


def quiz(*retires: str) -> Record:
    """Return a quiz that retires some questions."""
    return record("quizzes/own", title="自编", retires=list(retires))


def drafts(kind: str) -> list[Draft]:
    """Return what could be asked of the post and is not."""
    context = QuizContext(bank(POST)[1], ZH)
    if kind == "measure":
        return list(measure.apart(context))
    if kind == "cloze":
        return [draft for draft in cloze.drafts(context, set()) if draft.facts == (context.lines[2].address,)]
    return [Draft("situation", "", (), (line.address,), facet="客户落座时") for line in context.lines[1:2]]


@pytest.mark.parametrize(("kind", "line"), [("measure", LINES[0]), ("situation", LINES[1]), ("cloze", LINES[2])])
def test_what_is_not_asked_any_more(kind: str, line: str) -> None:
    """Its line is a list's by now, or its number one of several that are asked together."""
    (gone, *_) = drafts(kind)
    made, handbook = bank(POST, quiz(gone.id))
    assert gone.id not in {question.id for question in made.questions}
    assert made.unmatched == ()
    assert lint.lint(made, handbook, ZH) == []
    (told,) = lint.needless(made, handbook)
    assert told.message == Message("needless-retired", id=gone.id, line=line)


def test_what_is_asked_and_retired_is_not_told() -> None:
    """It would be asked, were it not retired."""
    asked = next(question for question in bank(POST)[0].questions if question.kind == "measure")
    made, _ = bank(POST, quiz(asked.id))
    assert asked.id not in {question.id for question in made.questions}
    assert (made.unmatched, made.needless) == ((), ())


def test_what_was_never_asked_is_a_fault() -> None:
    """An id that no line makes."""
    made, handbook = bank(POST, quiz("measure-0000000000"))
    assert [gone.id for gone in made.unmatched] == ["measure-0000000000"]
    assert list(lint.needless(made, handbook)) == []


def test_a_guessed_form_is_asked_where_nothing_else_is() -> None:
    """交接班本 is heard in 做好交接; written about, the section has better."""
    form = record("forms/book", title="交接班本")
    post = role("desk", "阅读并填写交接班本，下班时做好交接工作。", title="前台")
    kinds = [question.kind for question in bank(post, form)[0].questions]
    assert "form" in kinds
    written = {"id": "own", "kind": "single", "stem": "何时？", "options": ["早", "晚"], "answer": ["早"]}
    about = record("quizzes/own", title="自编", questions=[written | {"item": "roles/desk#duties"}])
    assert "form" not in [question.kind for question in bank(post, form, about)[0].questions]
