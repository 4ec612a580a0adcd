"""An exam on paper: forms that ask the same questions in another order, and the key of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
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


BLANKS = ("number", "typed")
"""What is written into a blank, which takes longest to mark: at most a quarter of a paper."""
WHOLE = 100


def drawn(bank: Bank, seed: str, count: int, records: Sequence[Address] = ()) -> list[Question]:
    """Return up to `count` questions drawn by seed, of these records only where any are given; of one line one."""
    wanted = set(records)
    fit = [q for q in bank.questions if q.answering in ON_PAPER and (not wanted or wanted & set(q.quizzes))]
    mixed = sorted(fit, key=lambda question: _rank(seed, question))
    met: set[Address | str] = set()
    marked = list(islice(_one_a_line((q for q in mixed if q.answering not in BLANKS), met), count))
    room = min(count // 4, len(marked) // 3)
    blanks = list(islice(_one_a_line((q for q in mixed if q.answering in BLANKS), met), room))
    return sorted([*blanks, *marked[: count - len(blanks)]], key=lambda question: _rank(seed, question))


def _rank(seed: str, question: Question) -> str:
    return digest(f"{seed}|{question.id}", 16)


def _one_a_line(questions: Iterable[Question], met: set[Address | str]) -> Iterator[Question]:
    """Yield the questions about a line that was not `met`; one that is about none is met by itself."""
    for question in questions:
        line = question.source.item or question.id
        if line not in met:
            met.add(line)
            yield question


@dataclass(frozen=True)
class Look:
    """What an exam on paper has beside its questions."""

    company: str = ""
    """above the heading"""
    size: str = "a4"
    """what it is printed on"""
    pass_mark: int = 80
    """percent from which it is passed"""


def documents(
    bank: Bank, questions: Sequence[Question], seed: str, form: str, t: Strings, look: Look | None = None
) -> tuple[Document, Document]:
    """Return a form and its key, each as data for `typeset.pdf`: questions and options in the form's own order."""
    look = look or Look()
    asked = sorted(questions, key=lambda question: digest(f"{seed}|{form}|{question.id}", 16))
    found = [_question(question, _options(question, seed, form)) for question in asked]
    foot = f"{t('quiz.paper')} {seed} · {t('quiz.exam_form', form=form)} · {t('quiz.revision')} {bank.revision}"
    blanks = [t(f"quiz.{name}") for name in ("name", "date", "points", "signature")]
    room = language(t.language).grammar.page["room"]
    made: list[Document] = []
    for name, wanted in (("exam_form", blanks), ("exam_key", list[str]())):
        heading = f"{t('quiz.exam')} · {t(f'quiz.{name}', form=form)}"
        sheet: dict[str, Any] = {
            "template": "templates/typst/exam.typ",
            "company": look.company,
            "points": _points(t, len(found), look.pass_mark),
            "foot": foot,
            "paper": look.size,
            "questions": found,
            "room": room,
        }
        sheet |= {"heading": heading, "blanks": wanted, "key": name == "exam_key"}
        made.append({"title": f"{heading} · {seed}", "author": "", "sheets": [sheet]})
    return made[0], made[1]


def _points(t: Strings, count: int, pass_mark: int) -> str:
    """Say what each question is worth, in whole points, so that all come near a hundred; and how many pass."""
    each = max(1, WHOLE // max(1, count))
    total = each * count
    return t("quiz.paper_points", n=count, each=each, total=total, least=-(-pass_mark * total // WHOLE))


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
