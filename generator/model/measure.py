"""A measure: one number of a line, with what it measures and when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from generator.model.base import Model
from generator.model.numerals import clock, numerals

Text = Annotated[str, StringConstraints(min_length=1)]
BOUNDS = ("value", "min", "max", "at_least", "at_most", "below", "before")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:/[1-9]\d*)?")


class Measure(Model):
    """One number in a line. Exactly one of: value, min and max, at_least, at_most, below, before."""

    of: Text = Field(examples=["鞠躬角度"])
    """what is measured"""
    value: Text | None = None
    """the exact value: a number (30, 0.5, 1/3), a time (08:28), or words of the line (FN+F3; several: A3、A4)"""
    min: Text | None = None
    max: Text | None = None
    at_least: Text | None = None
    at_most: Text | None = None
    below: Text | None = None
    """less than this, this itself excluded (不足三分之一)"""
    before: Text | None = None
    """a time of day"""
    unit: str = ""
    when: str = ""
    """the condition under which it holds"""
    differs_from: Text | None = None
    """address of the line that gives another value on purpose"""

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        given = {name for name in BOUNDS if getattr(self, name) is not None}
        if given != {"min", "max"} and (len(given) != 1 or given & {"min", "max"}):
            raise ValueError(
                "a measure needs exactly one of value, min with max, at_least, at_most, below, before; "
                + (f"this one has {', '.join(sorted(given))}" if given else "this one has none")
            )
        return self

    @property
    def bounds(self) -> dict[str, str]:
        """The bounds given, by name, in the order of BOUNDS: {"value": "30"} or {"min": "23", "max": "25"}."""
        return {name: getattr(self, name) for name in BOUNDS if getattr(self, name) is not None}

    @property
    def says(self) -> tuple[tuple[str, Fraction | str], ...]:
        """What is claimed, comparable between lines: bound names with a quantity, a time or the literal words."""
        return tuple((name, quantity(text)) for name, text in self.bounds.items())

    def spans(self, text: str) -> dict[str, tuple[tuple[int, int], ...]]:
        """Return where `text` states each bound, as (start, end), unit included; empty where it does not."""
        return {name: tuple(self._stated(bound, text)) for name, bound in self.bounds.items()}

    def _stated(self, bound: str, text: str) -> Iterator[tuple[int, int]]:
        wanted = quantity(bound)
        if isinstance(wanted, Fraction) or clock(bound):
            hits = [(start, end) for start, end, meanings in numerals(text) if wanted in meanings]
            with_unit = [(start, stop) for start, end in hits if (stop := self._unit_end(text, end)) > end]
            if hits:
                yield (with_unit or hits)[0]
        else:
            parts = [part.strip() for part in bound.split("、")]
            if all(part in text for part in parts):
                yield from ((text.index(part), text.index(part) + len(part)) for part in parts)

    def _unit_end(self, text: str, end: int) -> int:
        """Return where the unit ends that follows position `end`, a counter (个) between them allowed."""
        for counter in ("", "个", " "):
            if self.unit and text.startswith(counter + self.unit, end):
                return end + len(counter + self.unit)
        return end

    def words(self, text: str) -> dict[str, str]:
        """Return each bound in the line's own words (七分满, 两步), or as given where the text does not state it."""
        found = {}
        for name, spans in self.spans(text).items():
            own = "、".join(text[start:end] for start, end in spans)
            found[name] = own or self.bounds[name] + self.unit
        return found

    def missing_from(self, text: str) -> str:
        """Return the first bound that `text` does not state, or "" where the measure agrees with it."""
        return next((self.bounds[name] for name, spans in self.spans(text).items() if not spans), "")


def quantity(text: str) -> Fraction | str:
    """Read a bound: a number as a fraction, a time as "HH:MM", anything else as the words themselves."""
    return Fraction(text) if _NUMBER.fullmatch(text) else clock(text) or text
