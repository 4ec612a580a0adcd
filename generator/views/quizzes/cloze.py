"""Cloze questions: a key term of a line, in the line's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from generator.model.handbook import Line
from generator.views.quizzes.question import Answer, Draft, Question, draw
from generator.views.quizzes.survey import BLANK, Survey
from generator.views.quizzes.terms import Term, terms

COMMON = 0.02
"""A term that stands in more than this part of all lines says nothing."""
AT_LEAST = 4
"""In so few lines a term is never common."""
SORTS = ("post", "department", "noun")
LEAST = 6
"""Characters around the blank: fewer say nothing of what belongs in it."""
MOST = 3
"""Questions about one line, each about a clause of its own."""
PLENTY = 12
"""So many terms are weighed against each other as wrong answers, those of the record itself first."""
MANY = 400
"""Of so many posts and more, names are looked for in what a post itself names only."""


class Place(NamedTuple):
    """A term where it stands: its line and the clause that is quoted."""

    term: Term
    line: Line
    clause: str


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every line with a term worth asking for, a second one where a line has clauses enough."""
    places = _Places(survey)
    made: dict[str, list[Draft]] = {}
    for line in survey.lines:
        known = made.get(line.item.text)
        if known is None:
            known = made[line.item.text] = list(_asked(survey, places, line))
        # A line that stands word for word in several posts is asked once, of all of them.
        yield from (replace(draft, facts=(line.address,)) for draft in known)


def _asked(survey: Survey, places: _Places, line: Line) -> Iterator[Draft]:
    """Yield the questions about one line, those about people first."""
    own = places.of.get(str(line.address), ())
    rank = sorted(own, key=lambda p: (SORTS.index(p.term.sort), draw(f"{line.address}|{p.term.text}")))
    asked: set[str] = set()
    for place in rank:
        if place.clause not in asked and len(asked) < MOST and (draft := _draft(survey, place, places)):
            asked.add(place.clause)
            yield draft


class _Places:
    """The terms of all lines, by line and by record."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    @cached_property
    def of(self) -> Mapping[str, tuple[Place, ...]]:
        """The terms of each line, common ones left out."""
        found = {
            str(line.address): tuple(
                Place(term, line, clause)
                for clause in self.survey.dealt(line)[1]
                for term in terms(clause, self._named(clause, line))
            )
            for line in self.survey.lines
            if not line.item.never
        }
        count = Counter(term for places in found.values() for term in {place.term.text for place in places})
        limit = max(AT_LEAST, COMMON * len(self.survey.lines))
        return {
            line: tuple(place for place in places if count[place.term.text] <= limit) for line, places in found.items()
        }

    @cached_property
    def by_record(self) -> Mapping[str, list[Place]]:
        """The terms of each record."""
        found: dict[str, list[Place]] = {}
        for places in self.of.values():
            for place in places:
                found.setdefault(str(place.line.record.address), []).append(place)
        return found

    @cached_property
    def _people(self) -> re.Pattern[str]:
        names = [name for name in self.survey.people if len(name) > 1]
        names = names if len(names) < MANY else []
        return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)")

    def _named(self, clause: str, line: Line) -> list[tuple[int, int, str]]:
        """Return posts and forms in a clause; forms, and what the post calls itself, are no terms."""
        own = self.survey.names(line.record)
        found = [(start, end, "") for start, end, _ in self.survey.handbook.named_forms(clause)]
        for match in self._people.finditer(clause):
            role = self.survey.handbook.role(match[0])
            department = match[0].endswith("部") if role is None else role.is_department
            sort = "department" if department else "post"
            found.append((match.start(), match.end(), "" if match[0] in own or len(match[0]) < 2 else sort))
        return found


def _draft(survey: Survey, place: Place, places: _Places) -> Draft | None:
    term, line, clause = place.term, place.line, place.clause
    rest = clause[: term.start] + BLANK + clause[term.end :]
    if len(rest) - len(BLANK) < LEAST or term.text in rest:
        return None
    lures: dict[str, tuple[int, Answer]] = {}
    for near, record in enumerate((line.record, *survey.near(line.record))):
        if len(lures) >= PLENTY:
            break
        for other in places.by_record.get(str(record.address), ()):
            if len(lures) < PLENTY and other.term.text not in lures and _fits(survey, place, other):
                answer = Answer(other.term.text, str(other.line.address))
                lures[other.term.text] = (_strange(term, other.term, near), answer)
    if len(lures) < 2:
        return None
    ranked = sorted(lures.values(), key=lambda lure: (lure[0], draw(f"{line.address}|{lure[1].text}")))
    stem = survey.t("ask.cloze", line=rest)
    key = (Answer(term.text, str(line.address)),)
    return Draft("cloze", stem, key, (line.address,), tuple(answer for _, answer in ranked), term.text)


def _fits(survey: Survey, place: Place, other: Place) -> bool:
    """Tell whether a term may stand beside the key: the same sort and size, and nothing in common with the line."""
    term, text = other.term, other.term.text
    if term.sort != place.term.sort or set(text) & set(place.term.text):
        return False
    if term.sort == "noun" and abs(len(text) - len(place.term.text)) > 1:
        return False
    return text not in place.line.item.text


def _strange(term: Term, other: Term, near: int) -> int:
    """Return how unlikely a term is to be taken for the key: other neighbours, another ending, another record."""
    beside = 2 * (term.before[-2:] != other.before[-2:]) + (term.before[-1:] != other.before[-1:])
    return beside + (term.after != other.after) + 2 * (near > 0) + (near > 3) + (len(term.text) != len(other.text))


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether the line itself has `text` in it, or another line reads as the stem with `text` in its blank."""
    keyed, line = question.keyed, survey.line(question.source.item)
    if line is None or not keyed:
        return False
    filled = survey.fold(question.stem.partition("\n")[2].replace(BLANK, text))
    said = any(filled in survey.fold(other.item.text) for other in survey.of(line.record))
    return text == keyed[0].text or text in line.item.text or said
