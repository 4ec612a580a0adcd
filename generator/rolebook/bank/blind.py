"""Proof against sense: questions without keys for someone who has not read the handbook, and how he did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from rolebook.bank.bank import Bank
from rolebook.bank.question import Question, digest
from rolebook.language import Language
from rolebook.model.address import Address

LETTERS = "ABCDEFGHI"
OPEN = ("number", "typed", "recall", "list")
"""What is first answered without options."""
_PARTS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Answered:
    """A question of a sheet, what was answered, and whether that is right; None where a reader has to judge it."""

    question: Question
    given: str
    right: bool | None

    @property
    def chance(self) -> float:
        """How likely it is right by chance."""
        return 1 / len(self.question.options) if self.question.is_picked else 0.0


def drawn(bank: Bank, count: int, seed: str, first: bool = False) -> list[Question]:
    """Return up to `count` questions drawn by seed, in the order of the sheet, one a line: others of it would tell it.

    Each is to be picked if it can be; in their first form (`first`) only those are asked that are typed or said.
    """
    fit = [_first(question) for question in bank.questions if question.answering in OPEN] if first else bank.questions
    ranked = sorted(fit, key=lambda question: digest(f"{seed}|{question.id}", 16))
    taken = set[Address]()
    found: list[Question] = []
    for question in ranked:
        if taken.isdisjoint(question.facts):
            found.append(question)
            taken.update(question.facts)
    return found[:count]


def _first(question: Question) -> Question:
    return replace(question, options=question.keyed)


def sheet(questions: Sequence[Question]) -> Iterator[str]:
    """Yield the lines of a sheet: number, stem and what there is to choose from, but no key."""
    for n, question in enumerate(questions, 1):
        yield f"{n}. {question.stem}"
        if question.lefts:
            yield from (f"   {place}: {left}" for place, left in enumerate(question.lefts, 1))
        if question.unit and not question.is_picked:
            yield f"   ______ {question.unit}"
        if len(question.options) > 1 and question.answering != "list":
            yield from (f"   {LETTERS[k]}  {option.text}" for k, option in enumerate(question.options))
        yield ""


def scored(questions: Sequence[Question], answers: Sequence[str], language: Language) -> list[Answered]:
    """Return each question with its answer; where there are fewer answers than questions, the rest are wrong."""
    given = [*(answer.strip() for answer in answers), *[""] * len(questions)]
    return [
        Answered(question, text, _right(question, text, language))
        for question, text in zip(questions, given, strict=False)
    ]


def _right(question: Question, given: str, language: Language) -> bool | None:
    """Judge an answer; a text that was to be said is for another reader, unless he has marked it with + or -."""
    if not given:
        return False
    if len(question.options) > 1 and question.answering != "list":
        letters = [LETTERS[k] for k, option in enumerate(question.options)]
        by_id = {option.id: letter for option, letter in zip(question.options, letters, strict=True)}
        key = [by_id[id] for id in question.key]
        said = [c for c in _PARTS.sub("", given).upper() if c in letters]
        return said == key if question.answering in ("order", "match") else sorted(said) == sorted(key)
    if given[0] in "+-":
        return given[0] == "+"
    if question.answering == "list":
        return None
    key_text = question.keyed[0].text
    if language.fold(given) == language.fold(key_text):
        return True
    return _number(given, language) == _number(key_text, language) if question.answering == "number" else None


def _number(text: str, language: Language) -> tuple[object, ...]:
    """Return the numbers of a text; units are left out, as one stands beside the field."""
    amounts = language.numbers.amounts(text)
    if amounts:
        return tuple(value for amount in amounts for value in amount.values)
    found = re.findall(r"-?\d+(?:\.\d+)?", text, re.ASCII)
    return tuple(map(Fraction, found)) or (text,)
