"""Number words and what they count: 二十三 and twenty-three are 23, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from rolebook.language.patterns import filled


class Numerals:
    """Reads and writes the numbers of one language, by its patterns."""

    def __init__(self, patterns: Mapping[str, Any]) -> None:
        self._values: Mapping[str, int] = patterns["values"]
        self._scales = frozenset(patterns["scales"])
        self._elliptic: bool = patterns["elliptic"]
        self._token = re.compile(filled("(?:{arabic})|{scale}|{tens}|{digit}", patterns["known"]), re.ASCII)

    @lru_cache(maxsize=4096)  # noqa: B019  # there is one for each language, for as long as the program runs
    def value(self, text: str) -> Fraction:
        """Return what a number counts that is written in digits, in words, or in both: 1,500, 3万, 1½, 一百零五."""
        tokens = self._token.findall(text)
        counts = [self._count(token) for token in tokens]
        if len(counts) > 1 and all(
            value < 10 and token in self._values for value, token in zip(counts, tokens, strict=True)
        ):
            return Fraction("".join(str(value) for value in counts))  # 二〇二六
        if (
            self._elliptic
            and len(counts) > 1
            and counts[-2] > 10
            and 0 < counts[-1] < 10
            and tokens[-1] in self._values
        ):
            counts[-1] *= counts[-2] / 10  # 三百五
        # A scale multiplies all that stands before it and is smaller.
        stack: list[Fraction] = []
        for value, token in zip(counts, tokens, strict=True):
            if self._values.get(token) not in self._scales:
                stack.append(value)
                continue
            below = Fraction(0)
            while stack and stack[-1] < value:
                below += stack.pop()
            stack.append((below or 1) * value)
        return sum(stack, Fraction(0))

    def _count(self, token: str) -> Fraction:
        if (known := self._values.get(token)) is not None:
            return Fraction(known)
        total = Fraction(0)
        for part in token.replace(",", "").split():
            if part[-1].isascii():
                total += Fraction(part)
            else:
                total += Fraction(part[:-1] or 0) + Fraction(unicodedata.numeric(part[-1])).limit_denominator(8)
        return total
