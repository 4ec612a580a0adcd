"""Units: the words and signs beside a number, and what they are in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from rolebook.language.patterns import NOTHING, filled, named
from rolebook.language.script import fold


class Unit(NamedTuple):
    """What is counted: the word of the line, its name in all languages, and how many of `base` one of it is."""

    text: str = ""
    name: str = ""
    base: str = ""
    worth: Fraction = Fraction(1)

    def per(self, other: str) -> Unit:
        """Return so many of this in each other unit, by that one's name."""
        return self._replace(name=f"{self.name}/{other}", base=f"{self.base}/{other}")


NO_UNIT = Unit(base="one")
"""Of a number that counts nothing; percents and tenths are measured by it."""


class Units:
    """Reads the units of one language, by its patterns."""

    def __init__(self, patterns: Mapping[str, Any]) -> None:
        known, counted = patterns["known"], patterns["counted"]

        def regex(text: str) -> re.Pattern[str]:
            return re.compile(filled(text, known), re.ASCII)

        self._names = named(patterns["units"], counted["words"])
        self._bases = {name: tuple(unit[:3]) for name, unit in patterns["units"].items() if len(unit) > 2}
        self._singular: list[tuple[str, str]] = counted["singular"] or []
        self._after, self._gap = regex(f"{patterns['space']}(?P<unit>{{unit}})"), regex(counted["gap"])
        self._free, self._one = (regex(f" (?P<unit>{counted[name] or NOTHING})") for name in ("free", "one"))
        self._closed = regex(counted["closed"] or NOTHING)
        self._rate = regex(f"(?:{patterns['every']['rate']})(?P<unit>{{unit}})")
        self._before, self._sign = regex(f"{patterns['before']} ?$"), regex(f"{patterns['before']} ?")

    @lru_cache(maxsize=4096)  # noqa: B019  # there is one for each language, for as long as the program runs
    def named(self, text: str) -> Unit:
        """Return the unit an author names, as in 分钟, 次/日 or sheets; a word that is not known is its own unit."""
        if not text:
            return NO_UNIT
        word, _, each = fold(text).partition("/")
        unit = self._known(text, word)
        return unit.per(self._known(each, each).name) if each else unit

    def called(self, name: str) -> Unit:
        """Return the unit of a name that all languages know."""
        base, worth, text = self._bases[name]
        return Unit(text, name, base, Fraction(worth))

    @lru_cache(maxsize=4096)  # noqa: B019  # there is one for each language, for as long as the program runs
    def _known(self, text: str, word: str) -> Unit:
        one = self._of_one(word)
        if known := self._names.get(one) or self._names.get(word):
            return Unit(text, known[0], known[1], Fraction(known[2]))
        last = one.split(" ")[-1] if self._singular else one
        return Unit(text, last, last)

    def _of_one(self, word: str) -> str:
        """Return the name of one of what is named, where the language tells one from several."""
        for ending, single in self._singular:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word.removesuffix(ending) + single
        return word

    def after(self, given: str, text: str, at: int, count: Fraction | None) -> tuple[Unit, int]:
        """Return the unit behind a number and where it ends; of a `count` also a word that no table knows."""
        match = self._after.match(text, at)
        if not match and count is not None:
            match = (self._one if count == 1 else self._free).match(text, at)
            if match and any(self._closed.fullmatch(word) for word in match["unit"].split(" ")):
                match = None
        if not match:
            return NO_UNIT, at
        unit = self._known(given[match.start("unit") : match.end()], match["unit"])
        rate = self._rate.match(text, match.end())
        return self.rated(given, rate, unit) if rate else (unit, match.end())

    def rated(self, given: str, rate: re.Match[str], unit: Unit) -> tuple[Unit, int]:
        """Return a unit with what follows it, as in mg/L or times a day."""
        text = given[rate.start() - len(unit.text) : rate.end()] if unit.text else ""
        return unit._replace(text=text).per(self._known("", rate["unit"]).name), rate.end()

    def rate(self, given: str, text: str, at: int, unit: Unit) -> tuple[Unit, int]:
        """Return a unit that stands by itself or before its number, with the rate that follows it, if one does."""
        rate = self._rate.match(text, at)
        return self.rated(given, rate, unit._replace(text="")) if rate else (unit, at)

    def owned(self, given: str, text: str, at: int, own: str) -> tuple[Unit, int]:
        """Return the unit an author names where it stands right behind a number, and where it ends."""
        gap = self._gap.match(text, at)
        for start in {gap.end() if gap else at: None, at: None}:
            if own and text.startswith(fold(own), start):
                return self.named(given[start : start + len(own)]), start + len(own)
        return NO_UNIT, at

    def before(self, given: str, text: str, start: int, first: int) -> tuple[Unit, int]:
        """Return the currency that stands before a number, from `first` on, and where the number begins with it."""
        match = self._before.search(text[first:start])
        if not match:
            return NO_UNIT, start
        sign = match[0].strip()
        return self._known(given[start - len(match[0]) : start].strip(), sign), start - len(match[0])

    def sign(self, text: str, at: int) -> int:
        """Return where a currency ends that begins at a place; the place itself where none does."""
        match = self._sign.match(text, at)
        return match.end() if match else at
