"""What is known of languages: a folder each, data first. The only room that holds words which decide anything.

Imports nothing of ours, so that every layer may ask it.
"""

from __future__ import annotations

from functools import cache, cached_property

from rolebook.language.grammar import Grammar
from rolebook.language.messages import Messages
from rolebook.language.numbers import Numbers
from rolebook.language.patterns import patterns
from rolebook.language.quantity import Quantity
from rolebook.language.script import fold
from rolebook.language.strings import LANGUAGES, WRITTEN, Strings
from rolebook.language.writing import Writing

DEFAULT = LANGUAGES[0]


class Language:
    """One language: the words of its interface, what it says of a handbook, and what its texts are read by."""

    def __init__(self, code: str) -> None:
        """Raise ValueError where there is no such language."""
        self.code = code
        self.strings = Strings(code)
        self.say = Messages(code)

    @cached_property
    def grammar(self) -> Grammar:
        """How texts in it are read."""
        return Grammar(self.code)

    @cached_property
    def numbers(self) -> Numbers:
        """How numbers are read in it."""
        return Numbers(patterns(self.code))

    @cached_property
    def writing(self) -> Writing:
        """How numbers are written in it."""
        return Writing(patterns(self.code), self.numbers)

    def fold(self, text: str) -> str:
        """Return a text as it is compared: small letters, half-width, Simplified characters, one for one."""
        return fold(text)

    def numbers_of(self, text: str) -> Numbers:
        """Return how the numbers of a text are read: as in another language where it is clearly written in that."""
        if self.numbers.script.search(text):
            return self.numbers
        others = (language(code).numbers for code in WRITTEN if code != self.code)
        return next((numbers for numbers in others if numbers.script.search(text)), self.numbers)

    def quantities(self, text: str, unit: str = "") -> tuple[Quantity, ...]:
        """Return the numbers of a text in order. What stands right before `unit`, an author's word, is one too."""
        return self.numbers_of(text).quantities(text, unit)


@cache
def language(code: str = DEFAULT) -> Language:
    """Return the language of a code, as in zh or en. Raises ValueError where there is none."""
    return Language(code)
