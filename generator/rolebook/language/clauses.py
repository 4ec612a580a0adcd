"""Cutting a text into clauses, and which of them make sense alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.language.conditions import Conditions
from rolebook.language.marks import Marks, Stretch
from rolebook.language.names import Names
from rolebook.language.nouns import Nouns
from rolebook.language.wordlist import Section


class Clauses:
    """How clauses of one language hang together."""

    def __init__(
        self, sections: Mapping[str, Section], marks: Marks, conditions: Conditions, names: Names, nouns: Nouns
    ) -> None:
        self._marks, self._conditions, self._names, self._nouns = marks, conditions, names, nouns
        size: Mapping[str, Any] = sections["size"].values
        self._shortest, self._longest = size["clause"]
        self._piece: int = size["piece"]
        self._leans, self._asks = sections["leans"].starts(), sections["leans"].anywhere("asks")
        self._begins, self._ends = sections["hanging"].starts("begins"), sections["hanging"].ends("ends")
        self._linked = re.compile(rf".*{sections['hanging'].pattern('links')}(.+)", re.I)
        self._joint = re.compile(rf"^{sections['joins'].starts().pattern}[\s{re.escape(marks.trimmed)}]*", re.I)

    def cut(self, text: str) -> list[str]:
        """Return a text cut at stops and commas, pieces joined where one leans on the other, asides left out."""
        bare = self._marks.bare(text)
        sentences = (bare[slice(*found)] for found in self._marks.sentences(bare))
        return [sentence[slice(*clause)] for sentence in sentences for clause in self._clauses(sentence)]

    def around(self, text: str, at: int) -> Stretch:
        """Return the sentence that holds a place of a text, or where it is long the clause, with what is said before.

        So much of that as does not make it too long: what is said in a clause may lean on it.
        """
        clauses: list[Stretch] = []
        for start, end in self._marks.sentences(text):
            whole = [Stretch(start, end)] if end - start <= self._longest else []
            clauses += whole or (Stretch(start + a, start + b) for a, b in self._clauses(text[start:end]))
        own = next((clause for clause in clauses if clause.start <= at < clause.end), Stretch(0, len(text)))
        starts = (clause.start for clause in clauses if own.end - clause.start <= self._longest)
        return Stretch(min(starts, default=own.start), own.end)

    def _clauses(self, sentence: str) -> Iterator[Stretch]:
        start, last = -1, Stretch(0, 0)
        for piece in self._marks.pieces(sentence):
            if start >= 0 and not self._joins(sentence, start, last, piece):
                yield Stretch(start, last.end)
                start = -1
            start = piece.start if start < 0 else start
            last = piece
        if start >= 0:
            yield Stretch(start, last.end)

    def _joins(self, sentence: str, start: int, last: Stretch, piece: Stretch) -> bool:
        """Tell whether a piece goes with the clause from `start` on, whose last piece is `last`."""
        if piece.end - start > self._longest:
            return False
        if last.end - start < self._shortest:
            return True
        text, before = sentence[slice(*piece)], sentence[slice(*last)]
        leans = self._leans.match(text) or (len(text) < self._piece and not self._is_condition(text))
        asks = self._asks.search(text) and self._asks.search(before)  # checks whether the one, whether the other
        return bool(leans or asks) or self._is_condition(before)

    def _is_condition(self, piece: str) -> bool:
        return self._conditions.opened(piece) or self._conditions.closed(piece)

    def quotable(self, text: str) -> list[str]:
        """Return the clauses that make sense alone and are neither too short nor too long to be quoted."""
        found = (self._joint.sub("", clause, count=1).strip(self._marks.trimmed) for clause in self.cut(text))
        return [clause for clause in found if self._shortest <= len(clause) <= self._longest and not self.hangs(clause)]

    def hangs(self, clause: str) -> bool:
        """Tell whether a clause says nothing alone: a condition, an act without its beginning, a mere name."""
        if self._begins.match(clause) or self._ends.search(clause):
            return True
        *before, last = self._marks.pieces(clause)
        return self._is_condition(clause[slice(*last)]) or (not before and self._names_only(clause))

    def _names_only(self, piece: str) -> bool:
        """Tell whether a piece names someone or a document of whom nothing is said."""
        linked = self._linked.fullmatch(piece)
        someone = linked and self._nouns.knows(linked[1]) and self._nouns.noun_class(linked[1]) == "person"
        return bool(someone) or len(self._names.without(piece)) < self._piece
