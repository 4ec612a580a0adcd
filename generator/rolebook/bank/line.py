"""Line questions: how a line goes on, where nothing else asks about it and the end says what no one guesses.

Said, and compared with the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from rolebook.bank.context import QuizContext
from rolebook.bank.handoff import everyone
from rolebook.bank.question import Answer, Draft
from rolebook.bank.sense import is_own
from rolebook.bank.situation import STILL, TOLD
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

COMMON = 0.75
"""A line that says so much less, as a whole, is not looked at."""


def drafts(context: QuizContext, asked: Set[Address]) -> Iterator[Draft]:
    """Yield a question for every line that none of `asked` is, where it can be cut in two that say something."""
    for line in context.lines:
        if line.address not in asked and line.part.kind not in STILL:
            yield from _draft(context, line)


def _draft(context: QuizContext, line: PlacedItem) -> Iterator[Draft]:
    text = plain(line.item.text).rstrip(context.grammar.marks.trimmed)
    rarity = context.grammar.size["rarity"]
    if context.telling(line.item.text) < COMMON * rarity:
        return
    names = [(start, end) for start, end, _ in context.handbook.named_records(text)]
    at = context.grammar.halves(text, [*names, *(match.span() for match in everyone(context).finditer(text))])
    if not at or "{" in text:
        return
    head, rest = text[:at].rstrip(), text[at:].strip(context.grammar.marks.trimmed)
    own = is_own(context, rest)
    told = context.shared(rest, context.pairs(head)) > TOLD
    if told or context.telling(rest) < rarity or not (own or len(context.grammar.things(rest)) > 1):
        return
    gap = " " if context.grammar.spaced else ""
    stem = context.t("ask.line", who=line.record.title, line=head + gap + context.grammar.blank)
    yield Draft("line", stem, (Answer(rest, line.address),), (line.address,), answering="recall", soft=not own)
