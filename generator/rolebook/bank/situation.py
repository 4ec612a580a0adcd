"""Situation questions: a line that opens with a condition, 顾客投诉时, and what is done then.

Where several things are done, all of them are said, and what was missed is ticked off: of one alone a stranger thinks.
One thing is said and compared with the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.bank.sense import is_own
from rolebook.kinds.roles.model import Role
from rolebook.language.situations import Situation
from rolebook.model.address import Address
from rolebook.model.essence import essence
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

TOLD = 0.4
"""An act of which the condition says so much is no question: 接到续杯信息时 … 为客户续杯."""
COUNTED = 2
"""So many numbers of a line are asked for at once."""
COMMON = 3
"""A condition of fewer words stands in any line."""
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
            yield from _draft(context, placed)


def of_line(context: QuizContext, line: PlacedItem) -> Iterator[Placed]:
    """Yield the situations of a line."""
    if line.part.kind in STILL:
        return
    for found in context.grammar.situations(plain(line.item.text)):
        act = context.unnamed(found.act, line.record)
        told = context.shared(act, context.pairs(found.condition)) > TOLD
        if len(act) >= context.grammar.size["short_act"] and not told:
            yield Placed(line, found, act)


def _draft(context: QuizContext, placed: Placed) -> Iterator[Draft]:
    """Yield the question about a situation; none of a time in which several numbers hold, which are asked for."""
    line, grammar, when = placed.line, context.grammar, _lead(context, placed)
    things = [thing for thing in dict.fromkeys(grammar.things(placed.act)) if not _to_oneself(context, thing, line)]
    first = things[0] if len(things) > 1 and _is_open(context, placed, when) else ""
    numbers = context.quantities(plain(line.item.text)) if grammar.lasts(placed.situation.condition) else ()
    if not things or len(numbers) >= COUNTED:
        return
    things = things[1:] if first else things
    denied = [grammar.denies_at_once(thing) for thing in things]
    asked = "next" if first else "denied" if all(denied) else "mixed" if any(denied) else ""
    name = f"ask.situation_{asked}" if asked else "ask.situation"
    stem = context.t(name, who=line.record.title, when=when, first=first)
    several = len(things) > 1
    yield Draft(
        "situation",
        context.t("ask.points", question=stem, n=len(things)) if several else stem,
        tuple(Answer(thing, line.address) for thing in things),
        (line.address,),
        facet=placed.situation.condition,
        answering="list" if several else "recall",
        soft=not several and not first and not is_own(context, things[0]),
    )


def _to_oneself(context: QuizContext, thing: str, line: PlacedItem) -> bool:
    """Tell whether a thing hands something on to the very post it is asked of: a slip of the line's."""
    names = context.names_in(thing, line.record).finditer(thing) if isinstance(line.record, Role) else ()
    return any(context.grammar.asking.hands_on(thing[: name.start()]) for name in names)


def _is_open(context: QuizContext, placed: Placed, when: str) -> bool:
    """Tell whether a condition alone does not tell which line is meant: others of the record hold under it as well."""
    if when.lower() != _when(context, placed).lower():
        return False
    own = _words(context, when)
    if 2 * len(own & _words(context, placed.line.part.title or "")) >= len(own):  # the whole section is about it
        return True
    named = _conditions(context, placed.line.record.address) if len(own) >= COMMON else ()
    shared = any(own <= words for line, words in named if line != placed.line.address)
    return shared or context.grammar.lasts(when)


@lru_cache(maxsize=1)
def _conditions(context: QuizContext, record: Address) -> Sequence[tuple[Address, frozenset[str]]]:
    """Return the words of every condition that the lines of a record name, with its line."""
    lines = context.of(context.handbook.records[record])
    named = ((line.address, context.grammar.conditions(plain(line.item.text))) for line in lines)
    return tuple((line, _words(context, condition)) for line, conditions in named for condition in conditions)


def _words(context: QuizContext, condition: str) -> frozenset[str]:
    """Return the characters of a condition, or its words where blanks part them, that say something."""
    words = condition.lower().split() if context.grammar.spaced else condition
    return frozenset(word for word in words if not context.grammar.words.is_function(word))


def _lead(context: QuizContext, placed: Placed) -> str:
    """Return a condition as it is quoted: with what stands before it where it leans on that, or says little alone."""
    found, when = placed.situation, _when(context, placed)
    size, pieces = context.grammar.size, list(context.grammar.marks.pieces(found.lead))
    leans = len(found.lead) <= size["clause"][1] and (len(pieces) <= LEAD or len(when) < size["alone"])
    lead = found.lead.removesuffix(found.condition) + when if leans else when
    return lead[:1].lower() + lead[1:] if lead == when else lead


def _when(context: QuizContext, placed: Placed) -> str:
    """Return a condition without the post it is about: the question says 你."""
    return context.unnamed(placed.situation.condition, placed.line.record)


def _of(context: QuizContext, record: Address) -> Iterator[Placed]:
    """Yield the situations of a record; what several lines want done in one is no question."""
    found = [placed for line in context.of(context.handbook.records[record]) for placed in of_line(context, line)]
    count = Counter(essence(placed.situation.condition) for placed in found)
    yield from (placed for placed in found if count[essence(placed.situation.condition)] == 1)
