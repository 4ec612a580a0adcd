"""What makes a question that was learnt due again, and what makes it another one.

Both are digests. Learners' devices keep them and compare them with those of today.
"""

from __future__ import annotations

from functools import lru_cache

from rolebook.bank.context import QuizContext
from rolebook.bank.handoff import everyone
from rolebook.bank.question import Answer, Draft, digest
from rolebook.model.essence import essence
from rolebook.model.item import Item


def revision(context: QuizContext, draft: Draft) -> str:
    """Return a digest of what is asked and of what the lines it rests on say.

    Neither other wrong answers nor other punctuation, which may cut a clause otherwise, make what was learnt due; nor
    does another title of a post.
    """
    lines = [context.handbook.lines.get(fact) for fact in draft.facts]
    stated = [_said(context, text) for line in lines if line for text in _stated(line.item)]
    asked = [draft.kind, draft.facet, draft.explain, *(answer.text for answer in draft.key), *draft.lefts]
    asked += [str(context.handbook.first(fact)) for fact, line in zip(draft.facts, lines, strict=True) if line is None]
    said = [_said(context, text) for text in asked]
    beside = [text for text in said if not any(text in words for words in stated)]
    return digest("|".join([*beside, *stated]), 8)


def answer(context: QuizContext, draft: Draft) -> str:
    """Return a digest of what is right: with another one a question is learnt anew, however its line is worded.

    A record is right whatever its title, and a line whatever its words, but for the numbers in it. A text that is
    typed, and one of the author's own, is its words.
    """
    right = [_right(context, draft, answer) for answer in draft.key]
    arranged = draft.answering in ("order", "match")
    lefts = [_said(context, left) for left in draft.lefts]
    return digest("|".join([*(right if arranged else sorted(right)), *lefts]), 6)


def _right(context: QuizContext, draft: Draft, answer: Answer) -> str:
    text, origin = answer.text, answer.origin
    if draft.kind == "measure" or draft.answering in ("number", "typed") or origin is None:
        return _amounts(context, text) if draft.answering != "typed" else _said(context, text)
    numbers = [str(values) for _, values in _numbers(context, text)] if origin.item else []
    return " ".join([str(context.handbook.first(origin)), *numbers])


def _amounts(context: QuizContext, text: str) -> str:
    """Return what a text says, each number in it in one notation: 半小时 and 30分钟 are the same."""
    said = text
    for (start, end), values in reversed(_numbers(context, text)):
        said = f"{said[:start]} {values} {said[end:]}"
    return _said(context, said)


def _numbers(context: QuizContext, text: str) -> list[tuple[tuple[int, int], str]]:
    """Return where each number of a text stands, and what it comes to."""
    found = context.handbook.language.numbers.amounts(text)
    return [
        (
            (amount.start, amount.end),
            " ".join(
                [*(v if isinstance(v, str) else str(v * amount.unit.worth) for v in amount.values), amount.unit.base]
            ),
        )
        for amount in found
    ]


def _stated(item: Item) -> list[str]:
    """Return the words of a line and what it measures."""
    return [item.text, *(text for m in item.measures for text in (m.of, m.when, *m.bounds, *m.bounds.values(), m.unit))]


@lru_cache(maxsize=16384)  # a line is asked about by several questions
def _said(context: QuizContext, text: str) -> str:
    """Return what a text says, posts by what devices know them as."""

    def known(name: str) -> str:
        post = context.handbook.role(name)
        return str(context.handbook.first(post.address)) if post else name

    return essence(everyone(context).sub(lambda match: known(match[0]), text))
