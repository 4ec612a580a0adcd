"""Before noon or after it: the part of the day that a line names holds for its later times, 晚上巡楼，十点三刻锁门."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolebook.language.amount import Amount
from rolebook.language.quantity import Value
from rolebook.language.reading import NOON, clock, in_day

AHEAD = 40
"""How many characters behind a time are searched for the part of the day, where nothing before it names one."""


class Daytime:
    """The part of the day along one text: asked for each of its times in order."""

    def __init__(self, said: re.Pattern[str], stops: Sequence[re.Pattern[str]], text: str) -> None:
        """`said` names the part of the day; behind a time it is not looked for beyond one of `stops`."""
        self._said, self._stops, self._text = said, stops, text
        self._part, self._seen = "", 0
        self._last: Value = ""
        """the time before, where the part of the day was that one's"""

    def told(self, amount: Amount) -> Amount:
        """Return a time in the part of the day that the line says, where the time itself names none."""
        start, self._seen = self._seen, amount.end
        if amount.part:
            self._part, self._last = amount.part, amount.values[-1]
            return amount
        for word in self._said.finditer(self._text, start, amount.start):
            self._part, self._last = word.lastgroup or "", ""
        if not amount.either and (not self._last or not self._moves(self._last)):
            return amount
        behind = None if self._part else self._behind(amount.end)
        part = behind.lastgroup or "" if behind else self._part
        values = tuple(_in_part(value, part) for value in amount.values)
        if not part or values[0] < str(self._last):
            return amount
        if not behind:
            self._last = values[-1]
        return amount._replace(values=values, either=False)

    def _behind(self, at: int) -> re.Match[str] | None:
        """Return the part of the day named behind a time, in its clause and before the next number."""
        ends = (pattern.search(self._text, at, at + AHEAD) for pattern in self._stops)
        return self._said.search(self._text, at, min((end.start() for end in ends if end), default=at + AHEAD))

    def _moves(self, time: Value) -> bool:
        """Tell whether times are written in twelve hours, as one in the afternoon shows."""
        return self._part in ("pm", "night") and str(time) > f"{NOON}:59"


def _in_part(value: Value, part: str) -> str:
    hour, minute = map(int, str(value).split(":"))
    return clock((in_day(hour, part) if 0 < hour <= NOON else hour) * 60 + minute)
