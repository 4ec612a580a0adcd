"""A number a line states: its value, unit and bound, and the condition under which it holds."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from rolebook.language.units import NO_UNIT, Unit

Value = Fraction | str
Span = tuple[int, int]
HALF = 12
"""hours of half a day"""


class Quantity(NamedTuple):
    """A number of a line, or two of them that bound a range.

    Places count characters of the line as it is given. A value is a fraction, or a time of day as HH:MM.
    """

    start: int
    end: int
    values: tuple[Value, ...]
    spans: tuple[Span, ...]
    """where each value stands, its unit or currency included"""
    digits: tuple[Span, ...]
    """where each value stands, its unit left out"""
    unit: Unit = NO_UNIT
    bound: str = "value"
    """value, range, at_most, at_least, below, above, before or after"""
    bound_text: str = ""
    """the words that say so; "" where none do"""
    around: Span | None = None
    """where it stands together with the words of its bound"""
    condition: str = ""
    """the words under which it holds; "" where none are found"""
    apart: bool = False
    """whether the time of its rate stands apart from its unit: 每小时5毫升"""
    settled: bool = False
    """whether its bound is already what a denial leaves: no more than"""
    either: bool = False
    """whether its times may be so many hours after noon too: half past six"""

    @property
    def amounts(self) -> tuple[Value, ...]:
        """The values in the unit's base: half an hour and 30 minutes are both 30."""
        return tuple(value if isinstance(value, str) else value * self.unit.worth for value in self.values)

    @property
    def bases(self) -> tuple[str, ...]:
        """What it may be counted in: millilitres or millilitres an hour, where that stands apart as in 每小时5毫升."""
        base, rate, _ = self.unit.base.partition("/")
        return (self.unit.base, base) if rate and self.apart else (self.unit.base,)

    def readings(self, nth: int) -> tuple[Value, ...]:
        """Return what one of its values may be: half past six is 06:30 or 18:30."""
        value = self.values[nth]
        if not self.either or not isinstance(value, str):
            return (value,)
        hour, minute = value.split(":")
        later = f"{int(hour) % HALF + HALF:02}:{minute}"
        return (value,) if later == value else (value, later)


def shown(value: Value) -> str:
    """Return a value as an author writes it: 30, 0.5, 1/3, 08:28."""
    if isinstance(value, str) or value.denominator == 1:
        return str(value)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return f"{value.numerator}/{value.denominator}" if rest > 1 else f"{float(value):.6f}".rstrip("0")
