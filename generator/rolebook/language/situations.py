"""Situations: what a line wants done under a condition it names: 顾客投诉时，先道歉; If it rains, close the roof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rolebook.language.conditions import Conditions
from rolebook.language.marks import Marks, Stretch
from rolebook.language.prohibitions import Prohibitions


class Situation(NamedTuple):
    """A condition, and what is done then, in the line's own words."""

    lead: str
    """the condition, with what the line says right before it: it may lean on that"""
    condition: str
    act: str


def situations(text: str, marks: Marks, conditions: Conditions, prohibitions: Prohibitions) -> Iterator[Situation]:
    """Yield the situations of a text: of each sentence the first, with all that follows up to the next condition.

    Where the words before an act forbid it, as in 避免在客户休息时打扰, what would be left says the opposite.
    """
    sentences = list(marks.sentences(text))
    starts = [_condition(text, sentence, marks, conditions) for sentence in sentences]
    for n, (sentence, found) in enumerate(zip(sentences, starts, strict=True)):
        if not found or found.end >= sentence.end:
            continue
        last = next((k for k in range(n + 1, len(sentences)) if starts[k]), len(sentences)) - 1
        act = text[found.end : sentences[last].end].strip(marks.trimmed)
        whole = marks.balanced(act) and marks.balanced(text[sentence.start : found.end])
        if act and whole and not prohibitions.inside(text[sentence.start : found.end]):
            leans = n and found.start == sentence.start and not starts[n - 1]  # one condition leans on no other
            first = sentences[n - 1].start if leans else sentence.start
            yield Situation(text[first : found.end], text[slice(*found)], act)


def _condition(text: str, sentence: Stretch, marks: Marks, conditions: Conditions) -> Stretch | None:
    """Return where the first condition of a sentence stands, with those that follow it at once."""
    said = text[slice(*sentence)]
    pieces = [Stretch(sentence.start + start, sentence.start + end) for start, end in marks.pieces(said)]
    for n, piece in enumerate(pieces):
        following = text[slice(*pieces[n + 1])] if n + 1 < len(pieces) else ""
        told = len(text[slice(*piece)]) if conditions.told(following) else 0
        lead = conditions.lead(text[slice(*piece)]) or told
        if lead and not conditions.framed(text[slice(*piece)]):
            end = piece.start + lead
            if end == piece.end:
                end = _joined(text, pieces[n:], conditions)
            return None if marks.goes_on(text, end) else Stretch(piece.start, end)
    return None


def _joined(text: str, pieces: Sequence[Stretch], conditions: Conditions) -> int:
    """Return where the conditions end that stand at the beginning of some pieces."""
    end = pieces[0].end
    for piece in pieces[1:]:
        words = text[slice(*piece)]
        lead = conditions.lead(words)
        if lead < len(words):
            return piece.start + lead if lead else end
        end = piece.end
    return end
