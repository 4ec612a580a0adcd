"""Several numbers of one line are asked for at once: a usual one is guessed alone, all of them by nobody."""

from __future__ import annotations

from collections.abc import Sequence

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.language.quantity import Quantity
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

LEAST, MOST = 2, 5
"""So many numbers are kept apart in one question."""


def together(context: QuizContext, line: PlacedItem, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Return the questions about the numbers of a line, those that are typed made one where that asks for all of them.

    It shows the line with a blank for each, and its options are what stands in the blanks.
    """
    text = plain(line.item.text)
    typed = [draft for draft in drafts if draft.answering == "number"]
    asked = [quantity for quantity in context.numbers[line.address] if context.is_number(text, quantity)]
    words = list(dict.fromkeys(text[slice(*place(text, quantity)[:2])] for quantity in asked))
    if not LEAST <= len(typed) == len(asked) == len(words) <= MOST:
        return drafts
    quoted = line.record.spoken(_blanked(context, text, asked))
    stem = context.t("ask.measure_all", who=line.record.title, line=quoted, n=len(words))
    key = tuple(Answer(word, line.address) for word in words)
    whole = Draft("measure", stem, key, (line.address,), facet="all", answering="list")
    return [whole, *(draft for draft in drafts if draft not in typed)]


def _blanked(context: QuizContext, text: str, asked: Sequence[Quantity]) -> str:
    """Return the sentences of a text that hold some numbers, each number left out and its unit left standing."""
    sentences = [context.grammar.sentence_around(text, quantity.start) for quantity in asked]
    start, last, found = sentences[0].start, sentences[-1].end, ""
    for quantity in asked:
        first, end, _ = place(text, quantity)
        found, start = found + text[start:first] + context.grammar.blank, end
    return (found + text[start:last]).rstrip(context.grammar.marks.trimmed)


def place(text: str, quantity: Quantity) -> tuple[int, int, str]:
    """Return where a number stands that a question leaves out, and the unit that is left standing behind it."""
    start, end, unit = quantity.digits[0][0], quantity.digits[-1][1], quantity.unit.text
    behind = text[end : quantity.spans[-1][1]].strip()
    if behind == unit and not any(c.isspace() for c in text[start:end][-1:]):
        return start, end, unit
    before = text[quantity.spans[0][0] : start].strip()
    if not behind and before == unit:  # $150
        return start, end, ""
    return quantity.spans[0][0], quantity.spans[-1][1], ""
