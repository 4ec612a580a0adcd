"""List questions: what a line counts up, 客户姓氏，身高，体型…: all of it said, then what was missed ticked off."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.language.listings import Listing
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

LEAST, MOST = 4, 9
"""Fewer are no list, and no one says more by heart."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every list a line announces."""
    for line in context.lines:
        if line.part.kind not in ("qualification", "node"):
            yield from (
                _draft(context, line, found)
                for found in context.grammar.listings(plain(line.item.text))
                if LEAST <= len(found.members) <= MOST
            )


def _draft(context: QuizContext, line: PlacedItem, found: Listing) -> Draft:
    return Draft(
        "list",
        context.t("ask.list", who=line.record.title, line=_lead(context, found.lead), n=len(found.members)),
        tuple(Answer(member, line.address) for member in found.members),
        (line.address,),
        facet=found.lead,
        answering="list",
    )


def _lead(context: QuizContext, lead: str) -> str:
    """Return what of a lead announces the list: its last piece, with the condition before it or what it leans on."""
    grammar, start, end = context.grammar, len(lead), len(lead)
    for piece in reversed(list(grammar.marks.pieces(lead))):
        words = lead[slice(*piece)]
        if end - start >= grammar.size["piece"] and grammar.conditions(words) != [words]:
            break
        start = piece.start
    return lead[start:]
