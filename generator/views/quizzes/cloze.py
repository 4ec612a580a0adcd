"""Cloze questions: a key term of a line, in the line's own words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.address import Address
from generator.model.handbook import Line
from generator.views.quizzes.question import Answer, Draft, Question, draw
from generator.views.quizzes.sorts import stands_for
from generator.views.quizzes.survey import BLANK, Survey
from generator.views.quizzes.terms import Term, terms

COMMON = 0.02
"""A term that stands in more than this part of all lines says nothing."""
AT_LEAST = 4
"""In so few lines a term is never common."""
PEOPLE = ("post", "department")
LEAST = 6
"""Characters around the blank: fewer say nothing of what belongs in it."""
MOST = 3
"""Questions about one line, each about a clause of its own."""
PLENTY = 20
"""So many terms are weighed against each other as wrong answers."""
SIZES = 2
"""A wrong answer is longer or shorter than the term by no more than so many characters."""
MANY = 400
"""Of so many posts and more, names are looked for in what a post itself names only."""


class Place(NamedTuple):
    """A term where it stands: its line and the clause that is quoted."""

    term: Term
    line: Line
    clause: str


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every term worth asking for; those about one clause are a choice, of which one is kept."""
    places = _Places(survey)
    for line in survey.lines:
        own = places.of.get(line.address, ())
        clauses: set[str] = set()
        for place in sorted(own, key=lambda p: (p.term.sort not in PEOPLE, draw(f"{p.clause}|{p.term.text}"))):
            if (place.clause in clauses or len(clauses) < MOST) and (draft := _draft(survey, place, places)):
                clauses.add(place.clause)
                yield draft


class _Places:
    """The terms of all lines, by line and by sort."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self._terms: dict[tuple[str, tuple[str, ...]], tuple[Term, ...]] = {}
        self._lures: dict[tuple[str, int], tuple[Answer, ...]] = {}

    @cached_property
    def of(self) -> Mapping[Address, tuple[Place, ...]]:
        """The terms of each line, common ones left out."""
        found = {line.address: tuple(self._places(line)) for line in self.survey.lines if not line.item.never}
        count = Counter(term for places in found.values() for term in {place.term.text for place in places})
        limit = max(AT_LEAST, COMMON * len(self.survey.lines))
        return {
            line: tuple(place for place in places if count[place.term.text] <= limit) for line, places in found.items()
        }

    @cached_property
    def _by_sort(self) -> Mapping[str, tuple[Mapping[str, int], Sequence[Place]]]:
        """The terms of each sort, each where it stands first, in reading order; and where each is found among them."""
        first: dict[str, dict[str, Place]] = {}
        for places in self.of.values():
            for place in places:
                first.setdefault(place.term.sort, {}).setdefault(place.term.text, place)
        return {
            sort: ({text: n for n, text in enumerate(found)}, list(found.values())) for sort, found in first.items()
        }

    def lures(self, place: Place) -> tuple[Answer, ...]:
        """Return the terms that may stand in the place of one in its clause, the most plausible first."""
        wanted = (place.clause, place.term.start)
        if wanted not in self._lures:
            ranks, every = self._by_sort[place.term.sort]
            near = sorted(every, key=lambda other: abs(ranks[other.term.text] - ranks[place.term.text]))
            fit = itertools.islice((other for other in near if _fits(self.survey, place, other)), PLENTY)
            found = sorted(fit, key=lambda o: (_strange(place.term, o.term), draw(f"{place.clause}|{o.term.text}")))
            self._lures[wanted] = tuple(Answer(other.term.text, str(other.line.address)) for other in found)
        return self._lures[wanted]

    def _places(self, line: Line) -> Iterator[Place]:
        own = self.survey.names(line.record)
        for clause in self.survey.dealt(line)[1]:
            if (clause, own) not in self._terms:
                self._terms[clause, own] = tuple(terms(clause, list(self._named(clause, own))))
            yield from (Place(term, line, clause) for term in self._terms[clause, own])

    def _named(self, clause: str, own: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """Yield posts and forms in a clause; forms, and what the post calls itself, are no terms."""
        for start, end, _ in self.survey.handbook.named_forms(clause):
            yield start, end, ""
        for match in self._people.finditer(clause):
            role = self.survey.handbook.role(match[0])
            department = match[0].endswith("部") if role is None else role.is_department
            yield match.start(), match.end(), "" if match[0] in own else "department" if department else "post"

    @cached_property
    def _people(self) -> re.Pattern[str]:
        names = [name for name in self.survey.people if len(name) > 1]
        names = names if len(names) < MANY else []
        return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)")


def _draft(survey: Survey, place: Place, places: _Places) -> Draft | None:
    term, line, clause = place.term, place.line, place.clause
    rest = clause[: term.start] + BLANK + clause[term.end :]
    if len(rest) - len(BLANK) < LEAST or term.text in rest:
        return None
    lures = tuple(lure for lure in places.lures(place) if lure.text not in line.item.text)
    if len(lures) < 2:
        return None
    stem = survey.t("ask.cloze", line=rest)
    return Draft(
        "cloze", stem, (Answer(term.text, str(line.address)),), (line.address,), lures, term.text, choice=clause
    )


def _fits(survey: Survey, place: Place, other: Place) -> bool:
    """Tell whether a term may stand beside the key: of like size, nothing in common with it, not said in the clause."""
    term, text = place.term, other.term.text
    if abs(len(text) - len(term.text)) > SIZES or not set(text).isdisjoint(term.text):
        return False
    return text not in place.clause and not stands_for(text, term.text) and survey.fold(text) != survey.fold(term.text)


def _strange(term: Term, other: Term) -> int:
    """Return how unlikely a term is to be taken for the key: other neighbours, another length."""
    beside = 2 * (term.before[-2:] != other.before[-2:]) + (term.before[-1:] != other.before[-1:])
    return beside + (term.after != other.after) + abs(len(term.text) - len(other.text))


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether the line itself has `text` in it, or another line reads as the stem with `text` in its blank."""
    keyed, line = question.keyed, survey.line(question.source.item)
    if line is None or not keyed:
        return False
    filled = survey.fold(question.stem.partition("\n")[2].replace(BLANK, text))
    said = any(filled in survey.fold(other.item.text) for other in survey.of(line.record))
    return text == keyed[0].text or text in line.item.text or said
