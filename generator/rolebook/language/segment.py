"""Words of a text and what they are in it; the only user of rjieba.

Where blanks set words apart, the tables tell the nouns; where they do not, rjieba's dictionary tells words and nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rolebook.language.nouns import Nouns
from rolebook.language.wordlist import LETTERS, Section

_TOKEN = re.compile(rf"[{LETTERS}]+(?:['’-][{LETTERS}]+)*|\s+|.", re.S)


class Word(NamedTuple):
    """A word and its part of speech, as jieba names them: n noun, vn what may stand before one, v verb, x other."""

    text: str
    tag: str


class Segmenter:
    """Cuts texts of one language into words."""

    def __init__(self, spaced: bool, nouns: Nouns, function: Section) -> None:
        self._nouns, self._spaced = nouns, spaced
        function_words = function.anywhere()
        self._function = function_words.fullmatch if spaced else function_words.search
        self._before_verb = function.anywhere("before_verb")
        self.cut = lru_cache(maxsize=65536)(self._by_blanks if spaced else _by_dictionary)
        """returns a text as a tuple of words; joined, they are the text"""

    def is_function(self, word: str) -> bool:
        """Tell whether a word, or a character of one, belongs to the sentence and not to a term."""
        return bool(self._function(word))

    def is_verb_and_object(self, word: str) -> bool:
        """Tell whether a word of two characters is a verb and what it is done to, and not a noun of the table."""
        return not self._spaced and len(word) == 2 and self.cut(word[0])[0].tag == "v" and not self._nouns.knows(word)

    def _by_blanks(self, text: str) -> tuple[Word, ...]:
        return tuple(self._told(text))

    def _told(self, text: str) -> Iterator[Word]:
        """Yield words and blanks; what begins a clause, or follows a word that joins, is taken for a verb."""
        verb = True
        for word in _TOKEN.findall(text):
            if word.isspace():
                yield Word(word, "x")
            elif not word[0].isalpha() or self.is_function(word) or word[-2:-1] in ("'", "’"):
                verb = not word[0].isalpha() or bool(self._before_verb.fullmatch(word))
                yield Word(word, "x")
            else:
                yield Word(word, self._tag(word, verb))
                verb = False

    def _tag(self, word: str, verb: bool) -> str:
        """Return what a word is where a verb is expected, or is not."""
        if verb and not self._nouns.is_plural(word):
            return "v"
        return "n" if self._nouns.noun_class(word) else "vn"


def _by_dictionary(text: str) -> tuple[Word, ...]:
    import rjieba  # here, because it reads its dictionary when imported, and a site without quizzes needs none

    return tuple(Word(word, tag) for word, tag in rjieba.tag(text))
