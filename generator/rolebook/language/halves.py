"""Where a line can be cut so that its beginning asks for its end: 清点特殊管理药品｜账物不符不得开门营业."""

from __future__ import annotations

from collections.abc import Sequence

from rolebook.language.marks import Marks
from rolebook.language.wordlist import Section

MIDDLE = 0.6
"""The end begins as near as can be to this part of the line."""
LEAST = 0.25
"""Neither half is less than this part of the line."""


def cut(text: str, marks: Marks, joints: Section, shortest: tuple[int, int], whole: Sequence[tuple[int, int]]) -> int:
    """Return where the end of a line begins, behind a mark or at a word that joins; 0 where it cannot be cut.

    `shortest` are the fewest characters of the beginning and of the end, `whole` stretches that are not cut.
    """
    places = {start for sentence in marks.sentences(text) for start in _pieces(text, sentence, marks)}
    places |= {match.start() for match in joints.anywhere().finditer(text)}
    fit = [at for at in places if _fits(text, at, shortest) and not any(start < at < end for start, end in whole)]
    return min(fit, key=lambda at: (abs(at - MIDDLE * len(text)), at), default=0)


def _fits(text: str, at: int, shortest: tuple[int, int]) -> bool:
    head, rest = text[:at].strip(), text[at:].strip()
    return len(head) >= max(shortest[0], LEAST * len(text)) and len(rest) >= shortest[1]


def _pieces(text: str, sentence: tuple[int, int], marks: Marks) -> list[int]:
    start, end = sentence
    return [start, *(start + piece.start for piece in marks.pieces(text[start:end]))]
