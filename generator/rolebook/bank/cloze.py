"""Blanks: a term of a line, typed. Few of them, and of lines that nothing else asks about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, draw
from rolebook.bank.situation import STILL
from rolebook.bank.terms import Term, terms
from rolebook.language.wordlist import words_of
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem

AT_LEAST = 2
"""A term that stands in more lines than so many says nothing, or is given away by them."""
MANY = 400
"""With this many names of posts or more, clauses are not searched for them: one expression for all grows slow."""


class Place(NamedTuple):
    """A term where it stands: its line and the clause that is quoted."""

    term: Term
    line: PlacedItem
    clause: str


def drafts(context: QuizContext, asked: Set[Address]) -> Iterator[Draft]:
    """Yield a question for every term worth asking for of the lines that none of `asked` is.

    Those about one clause are a choice, of which one is kept.
    """
    for line in context.lines:
        wanted = line.address not in asked and line.part.kind not in STILL and not line.item.never
        if wanted and context.is_rare(line.item.text, AT_LEAST):
            places = _places(context, line)
            yield from filter(None, (_draft(context, place) for place in sorted(places, key=_order)))


def _order(place: Place) -> float:
    return draw(f"{place.clause}|{place.term.text}")


def _places(context: QuizContext, line: PlacedItem) -> Iterator[Place]:
    least = context.grammar.size["rarity"]
    for clause in context.clauses(line):
        if not context.is_rare(clause, AT_LEAST) or context.telling(clause) < least:
            continue
        for term in terms(clause, list(_named(context, clause)), context.grammar):
            if context.grammar.nouns.is_concrete(term.noun_class) and context.is_rare(term.text, AT_LEAST):
                yield Place(term, line, clause)


def _named(context: QuizContext, clause: str) -> Iterator[tuple[int, int, str]]:
    """Yield the posts and forms of a clause, which other kinds of questions ask for."""
    yield from ((start, end, "") for start, end, _ in context.handbook.named_forms(clause))
    yield from ((*match.span(), "") for match in _people(context).finditer(clause))


@lru_cache(maxsize=1)
def _people(context: QuizContext) -> re.Pattern[str]:
    names = tuple(sorted(name for name in context.people if len(name) > 1))
    return words_of(names if len(names) < MANY else ())


def _draft(context: QuizContext, place: Place) -> Draft | None:
    term, line, clause = place
    before, after = clause[: term.start], clause[term.end :]
    rest = before + context.grammar.blank + after
    if len(before + after) < context.grammar.size["around_term"] or term.text in rest:
        return None
    stem = context.t("ask.cloze", line=rest)
    return Draft(
        "cloze", stem, (Answer(term.text, line.address),), (line.address,), (), term.text, "typed", choice=clause
    )
