"""A measure: one number of a line, with what it measures and when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, NamedTuple, Self

from pydantic import StringConstraints, model_validator

from rolebook.errors import Message
from rolebook.language import Language
from rolebook.language.quantity import Quantity, Span, Value, shown
from rolebook.language.units import NO_UNIT, Unit
from rolebook.model.base import Model, objection

Text = Annotated[str, StringConstraints(min_length=1)]
BOUNDS = ("value", "min", "max", "at_least", "at_most", "below", "above", "before", "after")
OF_TIMES = {"at_most": "before", "at_least": "after"}
"""What a bound is of a time of day."""
_RANGE = ("min", "max")
ENDS = {"min": ("at_least", "value"), "max": ("at_most", "value")}
"""What may be said of the ends of a range, where a line does not state them as one."""


TURNED = {
    "above": ("at_most",),
    "below": ("at_least",),
    "at_most": ("above", "at_least"),
    "at_least": ("below", "at_most"),
    "after": ("before", "at_most"),
    "before": ("after", "at_least"),
}
"""What is left where the words around a number are forbidden: not to call after 8 is to call before 8."""


class Stated(NamedTuple):
    """A number of a line that a bound may mean: which quantity, which of its values, whether unit and bound fit."""

    quantity: Quantity
    nth: int
    unit: bool
    bound: bool


class Disagreement(NamedTuple):
    """How a line contradicts its measure, and the key of the measure whose value is to be mended."""

    key: str
    message: Message


class Measure(Model):
    """One number in a line. Exactly one of: value, min and max, at_least, at_most, below, above, before, after."""

    of: Text
    """what is measured"""
    value: Text | None = None
    """the exact value: a number (30, 0.5, 1/3), a time (08:28), or words of the line (FN+F3; several: A3、A4)"""
    min: Text | None = None
    max: Text | None = None
    at_least: Text | None = None
    at_most: Text | None = None
    below: Text | None = None
    """less than this, this itself excluded (不足三分之一)"""
    above: Text | None = None
    """more than this, this itself excluded (超过5分钟)"""
    before: Text | None = None
    """a time of day, or how long after something, at the latest"""
    after: Text | None = None
    """a time of day, or how long after something, at the earliest"""
    unit: str = ""
    when: str = ""
    """the condition under which it holds"""
    differs_from: Text | None = None
    """address of the line that gives another value on purpose"""

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        given = tuple(self.bounds)
        if not given:
            raise objection("measure-without-bound")
        if set(given) != {"min", "max"} and (len(given) != 1 or set(given) & {"min", "max"}):
            raise objection("measure-bounds", given=given)
        return self

    @property
    def bounds(self) -> dict[str, str]:
        """The bounds given, by name, in the order of BOUNDS: {"value": "30"} or {"min": "23", "max": "25"}."""
        return {name: getattr(self, name) for name in BOUNDS if getattr(self, name) is not None}

    def says(self, language: Language) -> tuple[tuple[str, Value], ...]:
        """Return what is claimed, comparable between lines: bounds with a number in the base unit, a time or words."""
        worth = language.numbers.unit(self.unit).worth
        claims = ((name, language.numbers.value(text), text) for name, text in self.bounds.items())
        return tuple(
            (name, value * worth if isinstance(value, Fraction) else value or text) for name, value, text in claims
        )

    def spans(self, text: str, language: Language) -> dict[str, tuple[Span, ...]]:
        """Return where `text` states each bound, as (start, end), unit included; empty where it does not."""
        return {name: tuple(self._spans(name, text, language)) for name in self.bounds}

    def words(self, text: str, language: Language) -> dict[str, str]:
        """Return each bound in the line's own words (七分满, 两步), or as given where the text does not state it."""
        return {
            name: language.numbers.list.join(text[start:end] for start, end in spans) or self.bounds[name] + self.unit
            for name, spans in self.spans(text, language).items()
        }

    def disagreement(self, text: str, language: Language, never: bool = False) -> Disagreement | None:
        """Return how `text` contradicts the measure in its number, unit or bound, or None where it agrees.

        What a line denies, forbids or says that must never be done may be measured by what is left: more than 5
        minutes, at most 5. Which of the two a denial leaves is not always read right, and the author knows.
        """
        for name, given in self.bounds.items():
            if ends := _as_range(given, self.unit, text, language):
                low, high, unit = ends
                return Disagreement(
                    name, Message("measure-range", bound=name, value=given, min=low, max=high, unit=unit)
                )
            found = stated(name, given, self.unit, text, language)
            if found is None:
                if not any(self._spans(name, text, language)):
                    value = f"{given} {self.unit}".strip()
                    numbers = tuple(text[q.start : q.end] for q in language.numbers_of(text).stated(text))
                    if numbers:
                        return Disagreement(name, Message("measure-not-in-line", value=value, numbers=numbers))
                    return Disagreement(name, Message("measure-without-number", value=value))
                continue
            quantity = found.quantity
            words = text[slice(*(quantity.around or (quantity.start, quantity.end)))]
            if not found.unit and not self._is_rate(name, given, text, language):
                fix = language.numbers_of(text).name(quantity.unit)
                message = Message("measure-unit", unit=self.unit, words=words, fix=fix)
                return Disagreement("unit" if self.unit else name, message)
            clause = language.numbers_of(text).clause(text, quantity.start)
            denied = never or language.grammar.prohibited(clause) or language.numbers_of(text).denies(clause)
            turned = denied and not quantity.settled and name in TURNED.get(quantity.bound, ())
            if not found.bound and not turned:
                fix = ", ".join(f"{bound}: {value}" for bound, value in bounds_of(quantity).items())
                if quantity.bound == "value":
                    said = language.numbers_of(text).said.get(name, "")
                    message = Message("measure-bound-unsaid", bound=name, value=given, words=words, fix=fix, said=said)
                else:
                    message = Message("measure-bound", bound=name, value=given, words=words, fix=fix)
                return Disagreement(name, message)
        return None

    def _is_rate(self, name: str, given: str, text: str, language: Language) -> bool:
        """Tell whether the unit is a rate whose parts stand apart in a line: 每小时5毫升 is 5 毫升/小时."""
        counted, *per = self.unit.split("/")
        found = stated(name, given, counted, text, language) if per else None
        return found is not None and found.unit and all(part.strip() in text for part in per)

    def _spans(self, name: str, text: str, language: Language) -> Iterator[Span]:
        """Yield where a bound stands in a text: its number, or the words it is given in, which must all be there."""
        given = self.bounds[name]
        if found := stated(name, given, self.unit, text, language):
            yield found.quantity.spans[found.nth]
        elif language.numbers.value(given) is None:
            parts = [part.strip() for part in given.split(language.numbers.list.strip())]
            if all(part in text for part in parts):
                yield from ((text.index(part), text.index(part) + len(part)) for part in parts)
        elif not self.unit and (alone := re.search(rf"(?<![\d.,:]){re.escape(given)}(?![\d.,:])", text)):
            yield alone.span()  # room 101


@lru_cache(maxsize=65536)
def stated(name: str, given: str, unit: str, text: str, language: Language) -> Stated | None:
    """Return the number of a text that fits a bound best, or None where none is like it or the bound is words."""
    value = language.numbers.value(given)
    if value is None and not unit and (amount := language.numbers.whole(given)) and len(amount.values) == 1:
        value, unit = amount.values[0], amount.unit.text or amount.unit.name  # at_most: 5 minutes
    if value is None:
        return None
    numbers = language.numbers_of(text)
    counted = numbers.unit(unit)
    found: list[Stated] = []
    for own in dict.fromkeys(("", unit)):  # what the tables know first, then what only the author calls a unit
        found += [
            Stated(quantity, nth, is_in, _is_bound(name, quantity, nth))
            for quantity in numbers.stated(text, own)
            for nth in range(len(quantity.values))
            if (is_in := _is_in(value, counted, quantity, nth)) or value in quantity.readings(nth)
        ]
        if any(fit.unit for fit in found):
            break
    return max(found, key=lambda fit: (fit.unit, fit.bound), default=None)


def _as_range(given: str, unit: str, text: str, language: Language) -> tuple[str, str, str] | None:
    """Return a text such as 2-8 as the ends of a range of the line, and the unit it names; None where it is none."""
    amount = language.numbers.whole(given)
    if amount is None or len(amount.values) < len(_RANGE):
        return None
    for quantity in language.numbers_of(text).stated(text):
        if quantity.values == amount.values:
            low, high = map(shown, quantity.values)
            return low, high, "" if unit or amount.unit is NO_UNIT else language.numbers.name(amount.unit)
    return None


def _is_in(value: Value, unit: Unit, quantity: Quantity, nth: int) -> bool:
    """Tell whether a number of a line is a value in its unit; a measure without one takes the line's."""
    if isinstance(value, str) or unit is NO_UNIT:
        bare = quantity.unit.base == NO_UNIT.base  # 75% is 3/4 as well
        return value in quantity.readings(nth) or (bare and value == quantity.amounts[nth])
    return unit.base in quantity.bases and value * unit.worth == quantity.amounts[nth]


def _is_bound(name: str, quantity: Quantity, nth: int) -> bool:
    """Tell whether the words around a number bear a bound; so long after something is an exact time as well."""
    time = isinstance(quantity.values[nth], str)
    said = quantity.bound
    if said == "range":
        said = ("at_least", "at_most")[nth]
    said = OF_TIMES.get(said, said) if time else said
    exact = said if time or said not in ("before", "after") else "value"
    if said == "value" and quantity.bound_text:  # only two: neither more nor less
        exact = "at_most"
    allowed = [OF_TIMES.get(end, end) if time else end for end in ENDS.get(name, (name,))]
    return said in allowed or exact in allowed


def bounds_of(quantity: Quantity) -> dict[str, str]:
    """Return a quantity as an author writes its bounds."""
    names = _RANGE if quantity.bound == "range" else (quantity.bound,)
    return {name: shown(value) for name, value in zip(names, quantity.values, strict=False)}
