"""What a text wants done or said, one thing after another: 先道歉｜再请店长到场｜10分钟内要有人接待."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolebook.language.conditions import Conditions
from rolebook.language.marks import Marks, Stretch
from rolebook.language.wordlist import Section


class Things:
    """How one language tells one thing from the next."""

    def __init__(self, own: Section, leans: Section, marks: Marks, conditions: Conditions) -> None:
        self._marks, self._conditions = marks, conditions
        self._asks = leans.anywhere("asks")
        self._shortest: int = own.values["shortest"]
        self._joints, self._leans, self._opens = own.anywhere("joints"), own.starts("leans"), own.ends("opens")
        self._drops, self._heads = own.starts("drops"), own.ends("heads")

    def of(self, text: str) -> Iterator[str]:
        """Yield the things of a text in its own words; each with its condition, its purpose and its asides."""
        for sentence in self._marks.sentences(text):
            start, last = sentence.start, Stretch(sentence.start, sentence.start)
            for piece in self._pieces(text, sentence):
                if last.end > start and not self._goes_on(text, Stretch(start, last.end), last, piece):
                    yield self._alone(text[start : last.end])
                    start = piece.start
                last = piece
            yield self._alone(text[start : last.end].strip(self._marks.trimmed))

    def _alone(self, thing: str) -> str:
        """Return a thing without the word that joins it to the one before: 并填写《维修单》, said alone, has none."""
        joined = self._drops.match(thing)
        rest = thing[joined.end() :].strip(self._marks.trimmed) if joined else ""
        return rest if len(rest) >= self._shortest else thing

    def unheaded(self, text: str) -> str:
        """Return a text without the heading it begins with: 两个不，即：不催客、不插话 → 不催客、不插话."""
        start = 0
        for sentence in self._marks.sentences(text):
            if self._heads.search(text[slice(*sentence)]) and self._marks.announces(text, sentence.end):
                start = sentence.end
        return text[start:].lstrip(self._marks.trimmed) or text

    def head(self, text: str, shortest: int, longest: int) -> str:
        """Return so much of a text as can be said aloud: all, what stands before its reasons, or what comes first.

        "" where that is too little or too much.
        """
        if len(text) <= longest:
            return text
        pieces = [piece for sentence in self._marks.sentences(text) for piece in self._pieces(text, sentence)]
        reasons = [piece.start for piece in pieces if piece.start >= shortest and self._leans.match(text, piece.start)]
        ends = [0]
        for thing in self.of(text):
            ends.append(text.index(thing, ends[-1]) + len(thing))
        heads = (text[:end].rstrip(self._marks.trimmed) for end in [*reasons[:1], *reversed(ends)])
        return next((head for head in heads if shortest <= len(head) <= longest and self._marks.balanced(head)), "")

    def _pieces(self, text: str, sentence: Stretch) -> Iterator[Stretch]:
        """Yield what stands between commas, cut once more at the words that join two things."""
        for start, end in self._marks.pieces(text[slice(*sentence)]):
            places = [sentence.start + start, sentence.start + end]
            found = self._joints.finditer(self._marks.masked(text), *places)
            cuts = [match.start() for match in found if self._fits(match, *places)]
            for a, b in zip([places[0], *cuts], [*cuts, places[1]], strict=True):
                yield Stretch(a, a + len(text[a:b].rstrip()))

    def _fits(self, joint: re.Match[str], start: int, end: int) -> bool:
        return min(joint.start() - start, end - joint.end()) >= self._shortest

    def _goes_on(self, text: str, before: Stretch, last: Stretch, piece: Stretch) -> bool:
        """Tell whether a piece belongs to the thing before it, whose last piece is `last`."""
        said, words = text[slice(*before)], text[slice(*piece)]
        whole = min(len(said), len(words)) >= self._shortest and self._marks.balanced(said)
        asks = self._asks.search(text[slice(*last)]) and self._asks.search(words)  # whether the one, whether the other
        return not whole or self._opened(text[slice(*last)]) or bool(asks or self._leans.match(words))

    def _opened(self, piece: str) -> bool:
        """Tell whether a piece only says when, or of what, the thing behind it holds."""
        return bool(self._conditions.opened(piece) or self._conditions.closed(piece) or self._opens.search(piece))
