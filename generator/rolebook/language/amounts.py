"""One number with its unit or currency, and two that make a range: 三年半, $1,500, 18–22 °C, 下午3点到5点."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from rolebook.language.amount import Amount, numbers, numbers_between, times_between
from rolebook.language.patterns import NOTHING, filled
from rolebook.language.reading import Reader
from rolebook.language.units import NO_UNIT, Unit, Units

SIGN = 10
"""How many characters before a number are searched for its sign or currency."""


class Amounts:
    """Reads numbers with their units in one language, by its patterns."""

    def __init__(self, patterns: Mapping[str, Any]) -> None:
        known, ranges, after = patterns["known"], patterns["ranges"], patterns["after"]

        def regex(text: str) -> re.Pattern[str]:
            return re.compile(filled(text, known), re.ASCII)

        self._reader, self.units = Reader(patterns), Units(patterns)
        self._fractions = {name: Fraction(text) for name, text in patterns["parts"].items()}
        self._half, self._more = (regex(after[name] or NOTHING) for name in ("half", "more"))
        self._marks, self._between, self._tolerance = (
            regex(ranges[name] or NOTHING) for name in ("marks", "between", "tolerance")
        )
        self._open = regex(f"(?:{ranges['open'] or NOTHING})$")
        self._worth: Mapping[str, int] = patterns["money"]
        self._money = regex(f"(?:{'|'.join(sorted(self._worth, key=len, reverse=True)) or NOTHING})(?![a-z])")
        self._start = regex(patterns["start"])
        self._joint, self._of = regex(patterns["compound"]["joint"]), regex(patterns["share"] or NOTHING)
        self._compound: Mapping[str, str] = patterns["compound"]["names"]
        self._tenths: list[str] = patterns["compound"]["tenths"]
        self._rest = regex(patterns["compound"]["more"] or NOTHING)
        minus = f"{patterns['minus']}|[-−–]"
        self._minus = regex(f"(?:{minus})$")
        self._lead = regex(f"(?:{patterns['clock']['days']} ?|{minus})?(?:{patterns['before']} ?)?")

    def form(self, text: str, at: int) -> Mapping[str, Any] | None:
        """Return the form that the number at a place of a folded text is written in; None for digits and words."""
        return self._reader.form(text, at)

    def at(self, given: str, text: str, at: int, own: str = "", last: int = 0) -> Amount | None:
        """Return what begins at a place of a folded text, or None; nothing before `last` belongs to it.

        `own` is a unit as its author calls it.
        """
        first = self._one(given, text, at, own, last)
        if not first:
            return None
        found = self._ranged(given, text, first, own) or self._spread(text, first) or self._share(given, text, first)
        if len(found.spans) < len(found.values):  # 两三度 is two numbers in one place
            found = found._replace(spans=found.spans * len(found.values), digits=found.digits * len(found.values))
        return found

    def _one(self, given: str, text: str, at: int, own: str, last: int) -> Amount | None:
        """Return one number with its unit: as the tables read it, unless only its author names what it counts."""
        found = self._known(given, text, at, last)
        if found and found.unit is not NO_UNIT:
            found = self._with_rest(given, text, found)
        if not own:
            return found
        if found and found.unit.base == self.units.named(own).base:
            return found._replace(owned=True)
        for written in (self._reader.number(text, at), self._reader.at(text, at, last)):
            if written and written.needs != "never":
                unit, end = self.units.owned(given, text, written.end, own)
                if end > written.end:
                    digits = (written.own, written.end)
                    owned = Amount(at, end, written.values, (digits,), (digits,), unit, owned=True)
                    return self._signed(text, owned, last)
        return found

    def _known(self, given: str, text: str, at: int, last: int) -> Amount | None:
        written = self._reader.at(text, at, last)
        if written is None:
            return None
        start, end, digits = written.start, written.end, (written.own, written.end)
        found = Amount(start, end, written.values, (digits,), (digits,), NO_UNIT, written.needs, part=written.part)
        if found.is_time:
            return found._replace(either=written.either)
        unit, start = self.units.before(given, text, start, max(last, start - SIGN))
        if unit is not NO_UNIT:
            if money := self._money.match(text, end):
                end, values = money.end(), tuple(value * self._worth[money[0]] for value in numbers(written.values))
                found = found._replace(values=values, digits=((written.own, end),))
            unit, end = self.units.rate(given, text, end, unit)
            return self._signed(text, found._replace(start=start, end=end, unit=unit), last)
        if written.unit:
            unit, end = self.units.rate(given, text, end, self.units.called(written.unit))
            return found._replace(end=end, unit=unit)
        return self._signed(text, self._with_unit(given, text, found), last)

    def _with_unit(self, given: str, text: str, found: Amount) -> Amount:
        """Return a number with the unit behind it, and with the half that may follow: 三年半."""
        value = found.values[-1]
        assert isinstance(value, Fraction)
        more = self._more.match(text, found.end)
        count = value if value >= 1 and found.needs != "nothing" else None
        unit, end = self.units.after(given, text, more.end() if more else found.end, count)
        if unit is NO_UNIT:
            return found
        found = found._replace(end=end, unit=unit, more=more[0] if more else "")
        if half := self._half.match(text, end):
            part = self._fractions[half[1]] if half.re.groups else Fraction(1, 2)
            return found._replace(end=half.end(), values=(value + part,))
        if unit.name in self._tenths and (more := self._rest.match(text, end)):
            part = self._reader.numerals.value(more[0]) / 10 ** len(more[0])
            return found._replace(end=more.end(), digits=((found.start, more.end()),), values=(value + part,))
        return found

    def _with_rest(self, given: str, text: str, found: Amount) -> Amount:
        """Return an amount with another of a smaller unit that belongs to it: 1小时30分, 5 feet 6 inches."""
        joint = self._joint.match(text, found.end)
        if not joint or not self._start.match(text, joint.end()) or len(found.values) > 1:
            return found
        rest = self._known(given, text, joint.end(), joint.end())
        if not rest or len(rest.values) > 1 or rest.unit is NO_UNIT or rest.more:
            return found
        large, small = self._in_compound(found.unit), self._in_compound(rest.unit)
        (value,), (more,) = numbers(found.values), numbers(rest.values)
        if large.base != small.base or not 0 < more * small.worth < large.worth:
            return found
        whole, digits = (found.start, rest.end), (found.digits[0][0], rest.digits[0][1])
        value += more * small.worth / large.worth
        return found._replace(end=rest.end, values=(value,), spans=(whole,), digits=(digits,), unit=large)

    def _in_compound(self, unit: Unit) -> Unit:
        name = self._compound.get(unit.name)
        return self.units.named(name) if name else unit

    def _share(self, given: str, text: str, first: Amount) -> Amount:
        """Return a number that says how many of so many, in the unit of the second: two out of three keys."""
        of = self._of.match(text, first.end) if first.unit is NO_UNIT and not first.is_time else None
        second = self._one(given, text, of.end(), "", of.end()) if of else None
        if (
            not second
            or second.is_time
            or len(first.values) > 1
            or numbers(second.values)[0] < numbers(first.values)[0]
        ):
            return first
        return first._replace(unit=second.unit, needs="nothing")

    def _signed(self, text: str, found: Amount, last: int) -> Amount:
        """Return an amount with the sign before it: a dash is one only where nothing but a blank stands before it."""
        sign = self._minus.search(text[max(last, found.start - SIGN) : found.start])
        start = found.start - len(sign[0]) if sign else found.start
        if sign and (
            len(sign[0]) > 1 or sign[0].isalpha() or not re.match(r"[\w)%]", text[start - 1 : start], re.ASCII)
        ):
            found = found._replace(start=start, values=tuple(-value for value in numbers(found.values)))
        return found._replace(spans=((found.start, found.end),))

    def _ranged(self, given: str, text: str, first: Amount, own: str) -> Amount | None:
        mark = self._marks.match(text, first.end)
        if not mark and self._open.search(text[max(0, first.start - SIGN) : first.start]):
            mark = self._between.match(text, first.end)
        if not mark or len(first.values) > 1:
            return None
        lead = self._lead.match(text, mark.end())
        second = self._one(given, text, lead.end() if lead else mark.end(), own, mark.end())
        if not second or second.start < mark.end() or len(second.values) > 1:
            return None
        ends = times_between(first, second) if first.is_time or second.is_time else numbers_between(first, second)
        if not ends:
            return None
        return second._replace(
            start=first.start,
            values=ends,
            spans=(*first.spans, *second.spans),
            digits=(*first.digits, *second.digits),
            unit=first.unit if second.unit is NO_UNIT else second.unit,
            needs="" if "" in (first.needs, second.needs) else first.needs,
            owned=first.owned or second.owned,
            part=second.part or first.part,
            either=first.either and second.either,
        )

    def _spread(self, text: str, first: Amount) -> Amount | None:
        """Return the range of a tolerance: 70±2℃ is 68 to 72."""
        mark = self._tolerance.match(text, first.end)
        second = mark and self._one(text, text, mark.end(), "", mark.end())
        value, off = first.values[0], second.values[0] if second else ""
        if not second or not isinstance(value, Fraction) or not isinstance(off, Fraction):
            return None
        span = (first.start, second.end)
        unit = first.unit if second.unit is NO_UNIT else second.unit
        return second._replace(start=first.start, values=(value - off, value + off), spans=(span, span), unit=unit)
