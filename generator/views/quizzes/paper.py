"""An exam on paper: forms that ask the same questions in another order, and the key of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.strings import Strings
from generator.views.quizzes.bank import Bank
from generator.views.quizzes.question import Answer, Question, digest

LETTERS = "ABCDEFGHI"
WAYS = ("single", "several", "order", "match", "number")
"""What can be answered on paper: all but what a learner judges himself."""


def drawn(bank: Bank, seed: str, count: int, records: Sequence[str] = ()) -> list[Question]:
    """Return up to `count` questions drawn by seed, of these records only where any are given."""
    wanted = set(records)
    fit = [q for q in bank.questions if q.answering in WAYS and (not wanted or wanted & set(q.quizzes))]
    return sorted(fit, key=lambda question: digest(f"{seed}|{question.id}", 16))[:count]


def document(bank: Bank, questions: Sequence[Question], seed: str, form: str, t: Strings) -> dict[str, Any]:
    """Return form A or B and its key as data for `typeset.pdf`: the questions and their options in the form's order."""
    asked = sorted(questions, key=lambda question: digest(f"{seed}|{form}|{question.id}", 16))
    found = [_question(question, _options(question, seed, form), t) for question in asked]
    foot = f"{t('quiz.paper')} {seed} · {t('quiz.exam_form', form=form)} · {t('quiz.revision')} {bank.revision}"
    blanks = [t(f"quiz.{name}") for name in ("name", "date", "points", "signature")]
    sheet = {"template": "exam", "foot": foot, "questions": found}
    title = f"{t('quiz.exam')} · {t('quiz.exam_form', form=form)}"
    key = f"{t('quiz.exam')} · {t('quiz.exam_key', form=form)}"
    return {
        "title": f"{title} · {seed}",
        "author": "",
        "sheets": [
            {**sheet, "heading": title, "blanks": blanks, "key": False},
            {**sheet, "heading": key, "blanks": [], "key": True},
        ],
    }


def _options(question: Question, seed: str, form: str) -> list[Answer]:
    """Return the options in the order of a form; what is to be arranged never stands in its right order."""
    mixed = sorted(question.options, key=lambda option: digest(f"{seed}|{form}|{question.id}|{option.id}", 16))
    if question.answering in ("order", "match") and tuple(option.id for option in mixed) == question.key:
        mixed = [*mixed[1:], mixed[0]]
    return mixed


def _question(question: Question, options: list[Answer], t: Strings) -> dict[str, Any]:
    letters = {option.id: LETTERS[n] for n, option in enumerate(options)}
    number = question.answering == "number"
    key = [letters[id] for id in question.key]
    if question.answering == "several":
        key.sort()
    answer = question.keyed[0].text if number else (" → " if question.answering == "order" else " ").join(key)
    return {
        "stem": question.stem,
        "options": [] if number else [option.text for option in options],
        "lefts": list(question.lefts),
        "room": "line" if number or question.answering == "order" else "" if question.lefts else "letter",
        "answer": answer,
        "line": question.explain,
    }
