"""The way through a record's questions: by its parts, each with the stage by which it is learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rolebook.bank.question import Question
from rolebook.kinds import kind_of
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.path import STAGES, Stage
from rolebook.model.record import Record

PACE = 10
"""New questions a day, unless the learner sets another pace."""
WEEK = 5
"""Working days."""


@dataclass(frozen=True)
class Stop:
    """Some questions that are learnt together, what they are about, and by when at the usual pace."""

    title: str
    by: Stage
    questions: tuple[Question, ...]


def stops(handbook: Handbook, record: Record, questions: Sequence[Question], t: Strings) -> tuple[Stop, ...]:
    """Return the stops on the way through the `questions` about a record, in the order they are learnt.

    One a part, in the author's order where the record has one, else in the order of the record; what is asked about
    other records comes last.
    """
    stages = record.stages()
    titles = {part.anchor: kind_of(record).title(part, t) or record.title for part in record.parts()}
    order = [*stages, *(anchor for anchor in titles if anchor not in stages)]
    groups: dict[str, list[Question]] = {anchor: [] for anchor in (*order, "")}
    for question in questions:
        groups[_part(handbook, record, question)].append(question)
    filled = {anchor: tuple(group) for anchor, group in groups.items() if group}
    seen = accumulate(len(group) for group in filled.values())
    late: Stage | None = STAGES[-1] if stages else None
    return tuple(
        Stop(titles.get(anchor, t("quiz.path_other")), stages.get(anchor, late or _stage(count)), group)
        for (anchor, group), count in zip(filled.items(), seen, strict=True)
    )


def _part(handbook: Handbook, record: Record, question: Question) -> str:
    """Return the anchor of the part of a record that a question is first about; "" for another record's."""
    own: list[Address] = [fact for fact in question.facts if fact.page == record.address]
    for fact in own:
        if line := handbook.lines.get(fact):
            return line.part.anchor
        if fact in handbook.parts:
            return fact.item
    return ""


def _stage(count: int) -> Stage:
    return "first_day" if count <= PACE else "first_week" if count <= PACE * WEEK else "first_month"
