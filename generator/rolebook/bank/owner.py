"""Owner questions: which post does this."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question
from rolebook.kinds.roles.model import Role
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.record import Record

APART = 0.24
"""A post is offered as a wrong answer where each of its lines says less than this part of the duty."""
SAYS = 40
"""A clause that says less (see QuizContext.total) might be said of anyone: 提高服务质量."""
ENOUGH = 5
"""How many wrong answers are looked for."""
SHARED = 0.6
"""Where a line of a neighbouring post says as much of the duty as this, the duty is shared and is no question."""
TITLED = 0.2
"""What so large a part of the neighbours has in its titles names none of them."""
KINDS = ("duty", "preparation", "service", "closing", "summary")


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every duty of a post that no neighbour shares."""
    for line in context.lines:
        if isinstance(line.record, Role) and line.part.kind in KINDS and (draft := _draft(context, line)):
            yield draft


def _draft(context: QuizContext, line: PlacedItem) -> Draft | None:
    clause = context.owner_clause_and_rest(line)[0]
    text = context.masked(clause, line.record)
    near = context.near(line.record)
    if (
        not clause
        or context.total(clause) < SAYS
        or gives_away(context, text, line.record)
        or any(shared(context, clause, other) for other in near)
    ):
        return None
    fit = (other for other in near if not _named(context, text, other) and apart(context, clause, other))
    lures = list(itertools.islice(fit, ENOUGH))
    if len(lures) < 2:
        return None
    which = "department" if getattr(line.record, "is_department", False) else "post"
    return Draft(
        "owner",
        context.t(f"ask.owner_{which}", line=text),
        (Answer(line.record.title, line.record.address),),
        (line.address,),
        tuple(Answer(other.title, other.address) for other in lures),
    )


def shared(context: QuizContext, clause: str, other: Record) -> bool:
    """Tell whether a line of a post says much of what a clause says; none does where all of them together do not."""
    return context.shared(clause, context.pairs_of(other)) > SHARED and context.alike(clause, other) > SHARED


def apart(context: QuizContext, clause: str, other: Record) -> bool:
    """Tell whether a post clearly does not do what a clause says: no line of it says much of the clause."""
    pairs = context.pairs_of(other)
    return bool(pairs) and (context.shared(clause, pairs) < APART or context.alike(clause, other) < APART)


def gives_away(context: QuizContext, text: str, record: Record) -> bool:
    """Tell whether a clause names its post in part, by what few of its neighbours have in their titles."""
    return not _telling(context, record.address).isdisjoint(context.pairs(text))


@lru_cache(maxsize=16)
def _telling(context: QuizContext, address: Address) -> frozenset[str]:
    """Return what of a record's title few of its neighbours have in theirs."""
    record = context.handbook.records[address]
    near = context.near(record)
    count = Counter(pair for other in near for pair in context.pairs(other.title))
    return frozenset(pair for pair in context.pairs(record.title) if count[pair] < TITLED * len(near))


def _named(context: QuizContext, text: str, other: Record) -> bool:
    return any(name in text for name in context.names(other))


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether the post called `text` does what the question asks."""
    role = context.handbook.role(text)
    asked = _asked(context, question)
    return role is None or not asked or role.address in question.quizzes or not apart(context, asked, role)


def _asked(context: QuizContext, question: Question) -> str:
    line = context.line(question.source.item)
    return context.owner_clause_and_rest(line)[0] if line else ""
