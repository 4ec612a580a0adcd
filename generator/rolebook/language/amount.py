"""A number as it stands in a text with its unit, and the two ends of a range."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from rolebook.language.quantity import Span, Value
from rolebook.language.reading import clock, in_day
from rolebook.language.units import NO_UNIT, Unit

LAST_HOUR = 24


class Amount(NamedTuple):
    """A number, or two that bound a range, with the unit: where each stands, with its unit and without."""

    start: int
    end: int
    values: tuple[Value, ...]
    spans: tuple[Span, ...]
    digits: tuple[Span, ...]
    unit: Unit = NO_UNIT
    needs: str = ""
    """as it is written: unit, if it is a number only beside one; nothing, if it is one by itself"""
    owned: bool = False
    """whether the author's word for the unit stands beside it"""
    part: str = ""
    """the part of the day that a time names"""
    more: str = ""
    """the word that makes it more than it says: 十多分钟"""
    either: bool = False
    """whether it is a time before noon or after it, and no word tells which"""

    @property
    def is_time(self) -> bool:
        """Whether it is a time of day."""
        return isinstance(self.values[0], str)

    @property
    def whole(self) -> int | None:
        """The number, where it is one whole number without a unit; otherwise None."""
        value = self.values[0]
        bare = len(self.values) == 1 and isinstance(value, Fraction) and value.denominator == 1 and self.unit is NO_UNIT
        return int(value) if bare else None


def numbers(values: tuple[Value, ...]) -> tuple[Fraction, ...]:
    """Return values that are numbers, and no times of day."""
    return tuple(value for value in values if isinstance(value, Fraction))


def times_between(first: Amount, second: Amount) -> tuple[Value, ...] | None:
    """Return the times of a range; a part of the day that one of them names holds for both where that is in order."""
    ends = []
    for one, other in ((first, second), (second, first)):
        if one.is_time:
            hour, _, minute = str(one.values[0]).partition(":")
        elif one.whole is not None and one.whole <= LAST_HOUR:
            hour, minute = str(one.whole), "00"
        else:
            return None
        part = one.part or other.part
        ends.append((clock(int(hour) * 60 + int(minute)), clock(in_day(int(hour), part) * 60 + int(minute))))
    (low, later_low), (high, later_high) = ends
    if second.part and not first.part and later_low < high:
        low = later_low
    if first.part and not second.part and later_high > low:
        high = later_high
    return low, high


def numbers_between(first: Amount, second: Amount) -> tuple[Value, ...] | None:
    """Return the ends of a range, in the unit of the second; None where they measure different things or fall."""
    low, high = first.values[0], second.values[0]
    if isinstance(low, str) or isinstance(high, str):
        return None
    if first.unit is not NO_UNIT and second.unit is not NO_UNIT:
        if first.unit.base != second.unit.base:
            return None
        low = low * first.unit.worth / second.unit.worth
    return (low, high) if low < high else None
