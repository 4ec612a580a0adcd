"""Writing numbers: in words, and another one the way a line writes its own: 两步 → 三步, 08:28 → 08:38."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from rolebook.language.numbers import Numbers
from rolebook.language.quantity import Value

NOON = 12
_COLON = re.compile(r"(\d{1,2}):(\d\d)(.*)", re.ASCII)


class Writing:
    """Writes the numbers of one language, by its patterns."""

    def __init__(self, patterns: Mapping[str, Any], numbers: Numbers) -> None:
        self._numbers, own = numbers, patterns["writing"]
        self._digits: list[str] = own["digits"]
        self._tens: list[str] = own["tens"]
        self._scales: list[tuple[int, str]] = [
            (int(value), name) for value, name in sorted(own["scales"].items(), key=lambda s: -int(s[0]))
        ]
        self._blank: str = own["blank"]
        self._rest: str = own["rest"]
        self._gap: str = own["gap"]
        self._hyphen: str = own["hyphen"]
        self._two: str = own["two"]
        self._bare: str = own["bare"]
        self._halves: dict[str, str] = own["halves"]
        self.series: list[list[str]] = own["series"]
        """words that stand on a scale, each a list in its order: 每日, 每周 …"""

    def words(self, value: int, counted: bool = False) -> str:
        """Return a whole number from 0 on in words; `counted`: as before what is counted, 两 for 2."""
        return self._two if value == 2 and counted else self._spelt(value, first=True)

    def _spelt(self, value: int, first: bool) -> str:
        if value < len(self._digits):
            return self._digits[value]
        if value < 100 and self._tens:
            tens, ones = divmod(value, 10)
            return self._tens[tens - 2] + (self._hyphen + self._digits[ones] if ones else "")
        scale, name = next(known for known in self._scales if known[0] <= value)
        count, rest = divmod(value, scale)
        head: str = "" if first and count == 1 and scale == 10 else self._spelt(count, first) + self._blank
        if not rest:
            return head + name
        between = self._rest if rest < 100 else self._blank
        return head + name + between + (self._gap if 10 * rest < scale else "") + self._spelt(rest, first=False)

    def like(self, own: str, value: Value) -> str | None:
        """Return a number as `own`, a text with one number, writes its own; None where there is no telling how."""
        amounts = self._numbers.amounts(own)
        if len(amounts) != 1 or len(amounts[0].values) != 1:
            return None
        ((start, end),) = amounts[0].digits
        written = self._digits_like(own[start:end], own[end:], own, start, value)
        return None if written is None else own[:start] + written + own[end:]

    def _digits_like(self, word: str, after: str, own: str, start: int, value: Value) -> str | None:
        if isinstance(value, str):
            colon = _COLON.fullmatch(word)
            return self._time(value, colon) if colon else None
        form = self._numbers.form(own, start)
        if form is not None:
            return self._formed(form, word, value) if "write" in form else None
        if "/" in word:
            return f"{value.numerator}/{value.denominator}"
        if word[0].isdigit():
            places = len(word.partition(".")[2])
            return f"{float(value):{',' if ',' in word else ''}.{places}f}"
        return self.words(int(value), not after.startswith(self._bare)) if value.denominator == 1 else None

    def _formed(self, form: Mapping[str, Any], word: str, value: Fraction) -> str | None:
        """Return a number in a form of the tables: 七分满, 百分之五, 三分之一, 半."""
        value *= form.get("over", 1)
        n, of = (value.numerator, value.denominator) if "{of}" in form["write"] else (value, 1)
        if Fraction(n).denominator != 1:
            return None
        spelt = str if any(c.isdigit() and c.isascii() for c in word) else self.words
        text: str = form["write"]
        counted = form["write"] == "{n}"
        return text.format(n=self.words(int(n), True) if counted else spelt(int(n)), of=spelt(of))

    def _time(self, value: str, own: re.Match[str]) -> str:
        """Return a time as another is written: with a 0 before the hour or without, in 12 hours or in 24."""
        hour, minute = map(int, value.split(":"))
        rest = own[3]
        if rest.strip():
            here, there = self._halves["am"], self._halves["pm"]
            rest = rest.replace(here, there) if hour >= NOON else rest.replace(there, here)
            hour = hour % NOON or NOON
        padded = len(own[1]) == 2 and (own[1][0] == "0" or not rest.strip())
        return f"{hour:0{2 if padded else 1}}:{minute:02}{rest}"
