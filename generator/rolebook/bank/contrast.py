"""Contrast questions: where two posts or two conditions are measured alike and differ, which number is whose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.model.address import Address
from rolebook.model.essence import essence
from rolebook.model.handbook import PlacedItem
from rolebook.model.measure import Measure

LEAST, MOST = 2, 4
"""So many are told apart in one question."""


class Told(NamedTuple):
    """A measure, where it stands, and its number in words."""

    line: PlacedItem
    measure: Measure
    label: str


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every measure that a post has under several conditions, or that several posts have."""
    by_name: dict[tuple[str, str], list[Told]] = {}
    for line in context.lines:
        for measure, label in zip(line.item.measures, context.labels[line.address], strict=True):
            by_name.setdefault((essence(measure.of), measure.unit), []).append(Told(line, measure, label))
    for told in by_name.values():
        if len(told) > 1:
            yield from _contrasts(context, told)


def _contrasts(context: QuizContext, told: list[Told]) -> Iterator[Draft]:
    """Yield what differs by condition within a post, and what differs between posts."""
    own: dict[Address, list[Told]] = {}
    for each in told:
        own.setdefault(each.line.record.address, []).append(each)
    for found in own.values():
        yield from _draft(context, [(each.measure.when, each) for each in found], found[0].line.record.title)
    alone = [found[0] for found in own.values() if len(found) == 1]
    yield from _draft(context, [(each.line.record.title, each) for each in alone], "")


def _draft(context: QuizContext, pairs: list[tuple[str, Told]], who: str) -> Iterator[Draft]:
    lefts = tuple(left for left, _ in pairs)
    labels = [each.label for _, each in pairs]
    if not (LEAST <= len(pairs) <= MOST and all(lefts)) or min(len(set(lefts)), len(set(labels))) < len(pairs):
        return
    of = pairs[0][1].measure.of
    stem = context.t("ask.contrast", who=who, of=of) if who else context.t("ask.contrast_posts", of=of)
    yield Draft(
        "contrast",
        stem,
        tuple(Answer(each.label, each.line.address) for _, each in pairs),
        tuple(dict.fromkeys(each.line.address for _, each in pairs)),
        facet=of,
        answering="match",
        lefts=lefts,
    )
