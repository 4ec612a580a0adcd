"""Situation questions: a line that opens with a condition, 顾客投诉时, and what is done then.

First said and compared with the line; once it is known, picked among what is done in other situations, so that every
option is good practice somewhere and only the handbook tells which belongs here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question
from rolebook.language.situations import Situation
from rolebook.model.address import Address
from rolebook.model.essence import essence
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

NEAR = 6
"""In so many other records of its kind wrong answers are looked for."""
LENGTHS = 0.6
"""Options differ in length by no more than this part of the key, or so many characters:"""
CHARACTERS = 8
ALIKE = 0.4
"""An act, or a condition, that says so much of another may be right there as well."""
TOLD = 0.4
"""An act of which the condition says so much is no question: 接到续杯信息时 … 为客户续杯."""
LURES = 8
"""How many wrong answers are chosen from."""
LEAD = 2
"""So many clauses may be quoted, the condition counted: what stands further before it has nothing to do with it."""
STILL = ("qualification", "summary", "node", "question")
"""Parts whose lines tell no one what to do."""


class Placed(NamedTuple):
    """A situation where it stands; what is done then without the post that does it."""

    line: PlacedItem
    situation: Situation
    act: str


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every situation a line names."""
    for record in context.handbook.records:
        for placed in _of(context, record):
            yield _draft(context, placed)


def of_line(context: QuizContext, line: PlacedItem) -> Iterator[Placed]:
    """Yield the situations of a line."""
    if line.part.kind in STILL:
        return
    for found in context.grammar.situations(plain(line.item.text)):
        act = context.unnamed(found.act, line.record)
        told = context.shared(act, context.pairs(found.condition)) > TOLD
        if len(act) >= context.grammar.size["short_act"] and not told:
            yield Placed(line, found, act)


def _draft(context: QuizContext, placed: Placed) -> Draft:
    line, found = placed.line, placed.situation
    longest, marks = context.grammar.size["clause"][1], context.grammar.marks
    leans = len(found.lead) <= longest and len(list(marks.pieces(found.lead))) <= LEAD
    when = _when(context, placed)
    lead = found.lead.removesuffix(found.condition) + when if leans else when
    if lead == when:
        lead = lead[:1].lower() + lead[1:]
    return Draft(
        "situation",
        context.t("ask.situation", who=line.record.title, when=lead),
        (Answer(placed.act, line.address),),
        (line.address,),
        tuple(_lures(context, placed)),
        found.condition,
        answering="recall",
    )


def _when(context: QuizContext, placed: Placed) -> str:
    """Return a condition without the post it is about: the question says 你."""
    return context.unnamed(placed.situation.condition, placed.line.record)


def _lures(context: QuizContext, placed: Placed) -> list[Answer]:
    """Return what is done in other situations, that first which has most to do with this one.

    What has less to do with it than what is right tempts no one.
    """
    asked = context.pairs(placed.situation.lead)
    least = context.weight(asked & context.pairs(placed.act))
    fit: dict[str, tuple[float, Answer]] = {}
    records = (placed.line.record, *context.near(placed.line.record)[:NEAR])
    for other in (other for record in records for other in _of(context, record.address)):
        nearness = context.weight(asked & context.pairs(other.act)) if other.line is not placed.line else 0
        if nearness and nearness >= least and _fits(context, placed, other):
            fit.setdefault(other.act, (-nearness, Answer(other.act, other.line.address)))
    return [answer for _, answer in sorted(fit.values(), key=lambda found: (found[0], found[1].text))][:LURES]


@lru_cache(maxsize=32)
def _of(context: QuizContext, record: Address) -> tuple[Placed, ...]:
    """Return the situations of a record; what several lines want done in one is no question."""
    found = [placed for line in context.of(context.handbook.records[record]) for placed in of_line(context, line)]
    count = Counter(essence(placed.situation.condition) for placed in found)
    return tuple(placed for placed in found if count[essence(placed.situation.condition)] == 1)


def _fits(context: QuizContext, placed: Placed, other: Placed) -> bool:
    """Tell whether what is done elsewhere may stand beside what is done here, and is wrong here."""
    mine, its = placed.act, other.act
    if abs(len(mine) - len(its)) > max(CHARACTERS, LENGTHS * len(mine)):
        return False
    return not (_alike(context, mine, its) or _alike(context, placed.situation.condition, other.situation.condition))


def _alike(context: QuizContext, one: str, other: str) -> bool:
    return max(context.shared(one, context.pairs(other)), context.shared(other, context.pairs(one))) > ALIKE


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether a line of the record says to do so in the situation the question is about."""
    line = context.line(question.source.item)
    if line is None:
        return False
    asked = question.stem.lower()
    own = [p for p in of_line(context, line) if _when(context, p).lower() in asked]
    return any(
        placed.act == text and (placed is mine or _alike(context, placed.situation.condition, mine.situation.condition))
        for mine in own
        for placed in (mine, *_of(context, line.record.address))
    )
