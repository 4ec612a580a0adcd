"""What is so many each time: 每日巡查两次, two times a day; 每小时5毫升, five millilitres an hour; 每日, once a day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from rolebook.language.circumstances import Circumstances
from rolebook.language.quantity import Quantity
from rolebook.language.units import NO_UNIT, Unit, Units

Again = tuple[int, re.Match[str]]
"""A repetition without a number, as in 每日, and how many quantities stand before it."""
APART = 8
"""With no more characters than so many between them, a repetition tells how often what follows is."""


class Rates:
    """Joins repetitions and quantities in one language, by its patterns."""

    def __init__(self, every: Mapping[str, Any], units: Units, circumstances: Circumstances) -> None:
        self._units, self._circumstances = units, circumstances
        self._counts = units.called(every["counts"])
        self._lasting = frozenset(every["lasting"])

    def joined(self, given: str, text: str, found: list[Quantity], again: Sequence[Again]) -> list[Quantity]:
        """Return the quantities of a text in order, with those that `again` says, each as so many in a time."""
        once: list[Quantity] = []
        for n, (place, each) in enumerate(again):
            limit = again[n + 1][0] if n + 1 < len(again) else len(found)
            rate = f"/{given[each.start('unit') : each.end()]}", self._units.named(each["unit"]).name
            if not self._counted(text, found, range(place, limit), each.end(), rate):
                span = each.span()
                once.append(Quantity(*span, (Fraction(1),), (span,), (span,), _per(self._counts, rate)))
        return sorted([*found, *once], key=lambda quantity: quantity.start) if once else found

    def _counted(self, text: str, found: list[Quantity], near: range, end: int, rate: tuple[str, str]) -> bool:
        """Tell whether a quantity that follows says how many there are each time; make it a rate where it is one."""
        for k in near:
            if self._circumstances.parts(text, end, found[k].start):
                return False
            if found[k].unit.name == self._counts.name:
                found[k] = found[k]._replace(unit=_per(found[k].unit, rate), apart=True)
                return True
        if not near:
            return False
        first = found[near[0]]
        between = text[end : (first.around or (first.start,))[0]]
        if isinstance(first.values[0], str):
            return not between.strip()  # 每日9点
        if not self._is_amount(first):
            return False
        if not between.strip():
            found[near[0]] = first._replace(unit=_per(first.unit, rate), apart=True)
        return len(between) <= APART

    def _is_amount(self, quantity: Quantity) -> bool:
        unit = quantity.unit
        return unit is not NO_UNIT and "/" not in unit.name and unit.base not in self._lasting


def _per(unit: Unit, rate: tuple[str, str]) -> Unit:
    text, name = rate
    return unit._replace(text=unit.text + text).per(name)
