"""What of all that might be asked is needed: nothing that may be guessed about a line that is asked about otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import chain

from rolebook.bank import cloze, line, measure
from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.model.address import Address
from rolebook.model.inline import plain

NUMBERS = ("measure", "contrast")
"""Kinds that ask what a line counts or measures, and nothing else of it."""


def asked(drafts: Iterable[Draft]) -> set[Address]:
    """Return the lines that some drafts are about."""
    return {fact for draft in drafts for fact in draft.facts}


def written(context: QuizContext, drafts: Iterable[Draft]) -> set[Address]:
    """Return the lines of the sections that questions written by hand are about, or about a line of."""
    about = {draft.facts[0] for draft in drafts if draft.kind == "written"}
    parts = [(line.address, line.address._replace(item=line.part.anchor)) for line in context.lines]
    about |= {part for line, part in parts if line in about}
    return {line for line, part in parts if part in about}


def covered(context: QuizContext, kept: Iterable[Draft]) -> set[Address]:
    """Return the lines of which something else than a number is asked, or whose section is written about."""
    kept = list(kept)
    return asked(draft for draft in kept if draft.kind not in NUMBERS) | written(context, kept)


def needed(context: QuizContext, kept: Iterable[Draft], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts, of those that may be guessed only what is about a line that is not covered; lists cover theirs."""
    done = covered(context, kept)
    for draft in sorted(drafts, key=lambda draft: draft.answering != "list"):
        if is_needed(context, draft, done):
            done.update(draft.facts if draft.answering == "list" else ())
            yield draft


def is_needed(context: QuizContext, draft: Draft, done: set[Address]) -> bool:
    """Tell whether a draft is about a line that is not among those `done`, or cannot be guessed."""
    return not draft.soft or any(fact not in done for fact in draft.facts if fact in context.handbook.lines)


def spare(context: QuizContext) -> Iterator[Draft]:
    """Yield what is asked of a line only where nothing else is, and numbers one by one that are asked together."""
    yield from chain(line.drafts(context, set()), cloze.drafts(context, set()), measure.apart(context))


def recalls(context: QuizContext, asked: Set[Address]) -> Iterator[Draft]:
    """Yield a question to answer from memory for every record that nothing else asks about.

    Its lines are too few, or too much like another's, to choose between.
    """
    for record in context.handbook.records.values():
        lines = context.of(record) if record.address not in asked else []
        if lines:
            stem = context.t("ask.recall", title=record.title, section=lines[0].part.title or record.title)
            key = Answer(plain(lines[0].item.text), lines[0].address)
            yield Draft("line", stem, (key,), (lines[0].address,), (), "recall", "recall", quizzes=(record.address,))
