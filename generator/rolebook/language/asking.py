"""How a question of one language asks for something in its place: 几点到岗, 请谁到场; a blank where it cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rolebook.language.amount import Amount
from rolebook.language.wordlist import Section, pattern


class Asking:
    """The words that ask, by what they ask for."""

    def __init__(self, own: Section, articles: Section, blank: str) -> None:
        values: Mapping[str, Any] = own.values
        handing = rf"{own.pattern('handing')}\s*(?:{articles.pattern('definite')}\s+)?$"
        self._handing = re.compile(handing, re.I)
        self._number, self._time, self._person = (values[name] or blank for name in ("number", "time", "person"))
        self._forms: list[tuple[str, str]] = [(sign, asked) for sign, asked in values["forms"]]
        self._names: list[tuple[str, str, str]] = [(sign, number, words) for sign, number, words in values["names"]]
        self._idle = re.compile(pattern(values["idle"]), re.I)
        self._asked: list[str] = values["asked"]
        self.ends: str = values["ends"]
        """what a line ends with that was made a question; "" where lines are not made questions"""

    def number(self, words: str, is_time: bool) -> str:
        """Return what asks for a number in the place of these words: 7:45 → 几点, 三分之一 → 几分之几, 5 → 多少."""
        if is_time:
            return self._time
        return next((asked for sign, asked in self._forms if sign in words), self._number)

    def counted(self, words: str, amount: Amount) -> str:
        """Return what asks for an amount that stands in these words, with its unit behind it: 三天 → 多少天."""
        unit = amount.unit.text
        alone = amount.is_time or self.asks_apart(words) or not words.endswith(unit)
        return self.number(words, amount.is_time) + ("" if alone else unit)

    def by_name(self, of: str, *, counted: bool) -> tuple[str, str]:
        """Return what is left of a measure's name, and what asks for its number or its words: 巡查的次数 → 巡查, 几次.

        ("", "") where its name does not tell.
        """
        for sign, number, words in self._names:
            rest = of.removeprefix(sign).removesuffix(sign).strip()
            if rest and rest != of:
                return rest, number if counted else words
        return "", ""

    def asks_apart(self, unit: str) -> bool:
        """Tell whether what asks for a number says its unit as well: 百分之几 for 20%."""
        return any(sign in unit for sign, _ in self._forms)

    @property
    def person(self) -> str:
        """What asks for who it is."""
        return self._person

    def is_idle(self, words: str) -> bool:
        """Tell whether a number says no more than an article: 一种."""
        return bool(self._idle.fullmatch(words))

    def is_question(self, text: str) -> bool:
        """Tell whether a text asks something itself."""
        return any(mark in text for mark in self._asked)

    def hands_on(self, before: str) -> bool:
        """Tell whether a matter goes to whom a line names right behind these words: 通知, tell the."""
        return bool(self._handing.search(before))
