"""An exam on paper: forms that ask the same questions in another order, and the key of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rolebook.bank.bank import Bank
from rolebook.bank.question import Answer, Question, digest
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.sheet import Document

LETTERS = "ABCDEFGHI"
ON_PAPER = ("single", "several", "order", "match", "number", "typed")
"""What can be answered on paper: all but what a learner judges himself."""


def drawn(bank: Bank, seed: str, count: int, records: Sequence[Address] = ()) -> list[Question]:
    """Return up to `count` questions drawn by seed, of these records only where any are given."""
    wanted = set(records)
    fit = [q for q in bank.questions if q.answering in ON_PAPER and (not wanted or wanted & set(q.quizzes))]
    return sorted(fit, key=lambda question: digest(f"{seed}|{question.id}", 16))[:count]


def documents(
    bank: Bank, questions: Sequence[Question], seed: str, form: str, t: Strings, company: str = "", size: str = "a4"
) -> tuple[Document, Document]:
    """Return a form and its key, each as data for `typeset.pdf`: questions and options in the form's own order.

    `company` stands in the foot of each page, `size` is what it is printed on.
    """
    asked = sorted(questions, key=lambda question: digest(f"{seed}|{form}|{question.id}", 16))
    found = [_question(question, _options(question, seed, form)) for question in asked]
    foot = f"{t('quiz.paper')} {seed} · {t('quiz.exam_form', form=form)} · {t('quiz.revision')} {bank.revision}"
    foot = f"{company} · {foot}" if company else foot
    blanks = [t(f"quiz.{name}") for name in ("name", "date", "points", "signature")]
    room = language(t.language).grammar.page["room"]
    made: list[Document] = []
    for name, wanted in (("exam_form", blanks), ("exam_key", list[str]())):
        heading = f"{t('quiz.exam')} · {t(f'quiz.{name}', form=form)}"
        sheet: dict[str, Any] = {
            "template": "templates/typst/exam.typ",
            "foot": foot,
            "paper": size,
            "questions": found,
            "room": room,
        }
        sheet |= {"heading": heading, "blanks": wanted, "key": name == "exam_key"}
        made.append({"title": f"{heading} · {seed}", "author": "", "sheets": [sheet]})
    return made[0], made[1]


def _options(question: Question, seed: str, form: str) -> list[Answer]:
    """Return the options in the order of a form; what is to be arranged never stands in its right order."""
    mixed = sorted(question.options, key=lambda option: digest(f"{seed}|{form}|{question.id}|{option.id}", 16))
    if question.answering in ("order", "match") and tuple(option.id for option in mixed) == question.key:
        mixed = [*mixed[1:], mixed[0]]
    return mixed


def _question(question: Question, options: list[Answer]) -> dict[str, Any]:
    letters = {option.id: LETTERS[n] for n, option in enumerate(options)}
    blank = question.answering in ("number", "typed")
    key = [letters[id] for id in question.key]
    if question.answering == "several":
        key.sort()
    answer = question.keyed[0].text if blank else (" → " if question.answering == "order" else " ").join(key)
    return {
        "stem": question.stem,
        "options": [] if blank else [option.text for option in options],
        "lefts": list(question.lefts),
        "room": "line" if blank or question.answering == "order" else "" if question.lefts else "letter",
        "answer": answer,
        "line": question.explain,
    }
