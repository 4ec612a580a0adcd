"""Cloze questions: a key term of a line, in the line's own words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question, draw
from rolebook.bank.terms import Term, terms
from rolebook.language.wordlist import words_of
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

COMMON = 0.02
"""A term that stands in more than this part of all lines says nothing."""
AT_LEAST = 4
"""In so few lines a term is never common."""
PEOPLE = ("post", "department")
MOST = 3
"""Questions about one line, each about a clause of its own."""
PLENTY = 20
"""How many terms are weighed against each other as wrong answers."""
MANY = 400
"""With this many names of posts or more, clauses are not searched for them: one expression for all grows slow."""


class Place(NamedTuple):
    """A term where it stands: its line and the clause that is quoted."""

    term: Term
    line: PlacedItem
    clause: str


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every term worth asking for; those about one clause are a choice, of which one is kept."""
    places = _Places(context)
    for line in context.lines:
        own = places.of.get(line.address, ())
        clauses: set[str] = set()
        for place in sorted(own, key=lambda p: (p.term.noun_class not in PEOPLE, draw(f"{p.clause}|{p.term.text}"))):
            if (place.clause in clauses or len(clauses) < MOST) and (draft := _draft(context, place, places)):
                clauses.add(place.clause)
                yield draft


class _Places:
    """The terms of all lines, by line and by what they name."""

    def __init__(self, context: QuizContext) -> None:
        self.context = context
        self._terms: dict[tuple[str, tuple[str, ...]], tuple[Term, ...]] = {}
        self._lures: dict[tuple[str, int], tuple[Answer, ...]] = {}

    @cached_property
    def of(self) -> Mapping[Address, tuple[Place, ...]]:
        """The terms of each line, common ones left out."""
        found = {line.address: tuple(self._places(line)) for line in self.context.lines if not line.item.never}
        count = Counter(term for places in found.values() for term in {place.term.text for place in places})
        limit = max(AT_LEAST, COMMON * len(self.context.lines))
        return {
            line: tuple(place for place in places if count[place.term.text] <= limit) for line, places in found.items()
        }

    @cached_property
    def _by_class(self) -> Mapping[str, tuple[Mapping[str, int], Sequence[Place]]]:
        """The terms of each class, each where it stands first, in reading order; and where each is found among them."""
        first: dict[str, dict[str, Place]] = {}
        for places in self.of.values():
            for place in places:
                first.setdefault(place.term.noun_class, {}).setdefault(place.term.text, place)
        return {
            noun_class: ({text: n for n, text in enumerate(found)}, list(found.values()))
            for noun_class, found in first.items()
        }

    def lures(self, place: Place) -> tuple[Answer, ...]:
        """Return the terms that may stand in the place of one in its clause, the most plausible first."""
        wanted = (place.clause, place.term.start)
        if wanted not in self._lures:
            ranks, every = self._by_class[place.term.noun_class]
            near = _outward(every, ranks[place.term.text])
            fit = itertools.islice((other for other in near if _fits(self.context, place, other)), PLENTY)
            found = sorted(fit, key=lambda o: (_strange(place.term, o.term), draw(f"{place.clause}|{o.term.text}")))
            self._lures[wanted] = tuple(Answer(other.term.text, other.line.address) for other in found)
        return self._lures[wanted]

    def _places(self, line: PlacedItem) -> Iterator[Place]:
        own = self.context.names(line.record)
        for clause in self.context.owner_clause_and_rest(line)[1]:
            if (clause, own) not in self._terms:
                self._terms[clause, own] = tuple(terms(clause, list(self._named(clause, own)), self.context.grammar))
            yield from (Place(term, line, clause) for term in self._terms[clause, own])

    def _named(self, clause: str, own: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """Yield posts and forms in a clause; forms, and what the post calls itself, are no terms."""
        for start, end, _ in self.context.handbook.named_forms(clause):
            yield start, end, ""
        for match in self._people.finditer(clause):
            role = self.context.handbook.role(match[0])
            names = self.context.grammar.names
            department = names.is_department(match[0]) if role is None else role.is_department
            yield match.start(), match.end(), "" if match[0] in own else "department" if department else "post"

    @cached_property
    def _people(self) -> re.Pattern[str]:
        names = [name for name in self.context.people if len(name) > 1]
        return words_of(tuple(names) if len(names) < MANY else ())


def _outward(places: Sequence[Place], start: int) -> Iterator[Place]:
    """Yield places by their distance from one of them, of two as far from it the earlier one first."""
    yield places[start]
    for distance in range(1, len(places)):
        if distance <= start:
            yield places[start - distance]
        if start + distance < len(places):
            yield places[start + distance]


def _draft(context: QuizContext, place: Place, places: _Places) -> Draft | None:
    term, line, clause = place.term, place.line, place.clause
    before, after = clause[: term.start], clause[term.end :]
    rest = before + context.grammar.blank + after
    if len(before + after) < context.grammar.size["around_term"] or term.text in rest:
        return None
    lures = tuple(lure for lure in places.lures(place) if lure.text not in line.item.text)
    if len(lures) < 2:
        return None
    stem = context.t("ask.cloze", line=rest)
    return Draft("cloze", stem, (Answer(term.text, line.address),), (line.address,), lures, term.text, choice=clause)


def _fits(context: QuizContext, place: Place, other: Place) -> bool:
    """Tell whether a term may stand beside the key: of like size, nothing in common with it, not said in the clause."""
    term, text = place.term, other.term.text
    sizes, nouns = context.grammar.size["apart"], context.grammar.nouns
    if abs(len(text) - len(term.text)) > sizes or not context.signs(text).isdisjoint(context.signs(term.text)):
        return False
    if not nouns.agrees(place.clause[: term.start], text) or nouns.is_plural(text) != nouns.is_plural(term.text):
        return False
    return text not in place.clause and not nouns.stands_for(text, term.text)


def _strange(term: Term, other: Term) -> int:
    """Return how unlikely a term is to be taken for the key: other neighbours, another length."""
    beside = 2 * (term.before[-2:] != other.before[-2:]) + (term.before[-1:] != other.before[-1:])
    return beside + (term.after != other.after) + abs(len(term.text) - len(other.text))


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether a line has `text` in it, or a clause of the line reads as another line with `text` for the key."""
    keyed, line = question.keyed, context.line(question.source.item)
    if line is None or not keyed:
        return False
    clauses = context.clauses(line)
    if any(text in words for words in (plain(line.item.text), *clauses)):
        return True
    filled = [context.fold(clause.replace(keyed[0].text, text)) for clause in clauses if keyed[0].text in clause]
    return any(clause in context.fold(other.item.text) for clause in filled for other in context.of(line.record))
