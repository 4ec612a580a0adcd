"""What nouns of one language name, and how they are written where there are several of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

WORDS = 3
"""The most words of an ending that is looked up."""


class Nouns:
    """The nouns of one language, by their endings."""

    def __init__(self, table: Mapping[str, Any], grammar: Mapping[str, Any]) -> None:
        self._classes = {ending: name for name, endings in table["classes"].items() for ending in endings}
        self._longest = max(map(len, self._classes))
        self.empty = frozenset(table["empty"]["words"])
        self._concrete = frozenset(table["concrete"]["classes"])
        self._spaced: bool = grammar["spaced"]
        self.noun_class = lru_cache(maxsize=65536)(self._class_of)
        """returns the class of what a noun names, by the longest ending that is known; "" for none"""
        self._endings: list[list[str]] = grammar["plural"]["endings"]
        self._irregular: dict[str, str] = dict(grammar["plural"]["irregular"])

    def _class_of(self, text: str) -> str:
        return next((self._classes[end] for end in self._ends(text) if end in self._classes), "")

    def is_concrete(self, noun_class: str) -> bool:
        """Tell whether what a class names can be seen or handled: no aims, matters or qualities."""
        return noun_class in self._concrete

    def knows(self, text: str) -> bool:
        """Tell whether a text is a noun of the table and nothing else."""
        return any(form in self._classes for form in self._forms(text))

    def _forms(self, text: str) -> list[str]:
        """Return a noun as it is, and what it may be the plural of."""
        if not self._spaced:
            return [text]
        *before, last = text.lower().split()
        return [" ".join((*before, one)) for one in self._singulars(last)]

    def _ends(self, text: str) -> Iterator[str]:
        """Yield the endings of a noun, the longest first: of its characters, or of its words in the singular."""
        if not self._spaced:
            yield from (text[-n:] for n in range(min(self._longest, len(text)), 0, -1))
            return
        words = text.lower().split()
        for n in range(min(WORDS, len(words)), 0, -1):
            for last in self._singulars(words[-1]):
                yield " ".join((*words[-n:-1], last))

    def plural(self, noun: str) -> str:
        """Return how several of a thing are called: rings, boxes, women; where a language knows no plural, the noun."""
        head, blank, last = noun.rpartition(" ")
        if last in self._irregular:
            return head + blank + self._irregular[last]
        one, many = next((pair for pair in self._endings if last.endswith(pair[0])), ("", ""))
        return head + blank + last.removesuffix(one) + many

    def is_plural(self, noun: str) -> bool:
        """Tell whether a noun is written as several."""
        if not self._endings:
            return False
        last = noun.lower().rpartition(" ")[2]
        return last not in self._classes and any(self.plural(one) == last != one for one in self._singulars(last))

    def _singulars(self, word: str) -> Iterator[str]:
        """Yield what a word may be the plural of, and the word itself first."""
        yield word
        yield from (one for one, many in self._irregular.items() if many == word)
        yield from (word.removesuffix(many) + one for one, many in self._endings if many and word.endswith(many))
