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
        context.t("ask.list", who=line.record.title, line=found.lead, n=len(found.members)),
        tuple(Answer(member, line.address) for member in found.members),
        (line.address,),
        facet=found.lead,
        answering="list",
    )
