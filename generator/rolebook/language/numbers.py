"""The numbers of a line, found once for all who need them: value, unit, bound and condition.

Every pattern comes from the tables of the language; the steps are the same in all of them, and in the browser.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from rolebook.language.amount import Amount
from rolebook.language.amounts import Amounts
from rolebook.language.circumstances import Circumstances
from rolebook.language.daytime import Daytime
from rolebook.language.patterns import NOTHING, filled
from rolebook.language.quantity import Quantity, Span, Value
from rolebook.language.rates import Again, Rates
from rolebook.language.script import fold
from rolebook.language.units import NO_UNIT, Unit

NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:/[1-9]\d{0,30})?", re.ASCII)
DENIAL = 60
"""How many characters before a bound are searched for what denies it."""
TURNED = {"above": "at_most", "below": "at_least"}
"""What a bound becomes that is denied."""
ENDS = {
    "included": {"above": "at_least", "below": "at_most"},
    "excluded": {"at_least": "above", "at_most": "below"},
}
"""What a bound becomes where words beside it say whether the number itself is meant: 1000元以下（不含）."""
TIMES = {"exact": "value", "at_most": "before", "below": "before", "at_least": "after", "above": "after"}
"""What a bound is of a time of day."""


class Numbers:
    """Finds the numbers of texts in one language, by its patterns."""

    def __init__(self, patterns: Mapping[str, Any]) -> None:
        known, every = patterns["known"], patterns["every"]

        def regex(text: str) -> re.Pattern[str]:
            return re.compile(filled(text, known), re.ASCII)

        self._amounts, self._circumstances = Amounts(patterns), Circumstances(patterns["conditions"])
        self.unit = self._amounts.units.named
        """Reads a unit as an author writes it."""
        self.script = regex(patterns["script"])
        """what tells a text in the language"""
        self.said: Mapping[str, str] = patterns["said"]
        """a word that says each bound"""
        self.list: str = patterns["list"]
        """stands between the parts of a value in words: A3、A4"""
        self._start, self._name = (regex(patterns[name]) for name in ("start", "name"))
        self._none = [regex(text) for text in patterns["none"]]
        self._close = regex(patterns["ranges"]["close"] or NOTHING)
        self._bounds = {name: regex(text) for name, text in patterns["bounds"].items()}
        self._no = regex("{no}")
        self._turned, self._ends = (self._bounds[name] for name in ("turned", "ends"))
        self._reach: int = patterns["reach"]
        self._every = regex(f"(?:{every['every']}) ?")
        self._each = regex(f"(?:{every['every']}) ?(?P<unit>{every['unit']})")
        self._said = regex(patterns["clock"]["said"])
        self._stops = (regex(patterns["conditions"]["marks"]), self._start)
        self._rates = Rates(every, self._amounts.units, self._circumstances)

    @lru_cache(maxsize=4096)  # noqa: B019  # there is one for each language, for as long as the program runs
    def quantities(self, text: str, unit: str = "") -> tuple[Quantity, ...]:
        """Return the numbers of a text in order. What stands right before `unit`, an author's word, is one too."""
        stated = self.stated(text, unit)
        spans = [quantity.around or (quantity.start, quantity.end) for quantity in stated]
        places = self._circumstances.of(fold(text), spans) if stated else []
        return tuple(
            quantity._replace(condition=text[slice(*place)].strip()) if place else quantity
            for quantity, place in zip(stated, places, strict=True)
        )

    @lru_cache(maxsize=4096)  # noqa: B019  # as above
    def stated(self, text: str, unit: str = "") -> tuple[Quantity, ...]:
        """Return the same without the conditions under which they hold."""
        folded = fold(text)
        if not self._start.search(folded):
            return ()
        none: list[Span] | None = None
        found: list[Quantity] = []
        again: list[Again] = []
        daytime = Daytime(self._said, self._stops, folded)
        at = last = 0
        while start := self._start.search(folded, at):
            at = start.start()
            every = self._every.match(folded, at)
            amount = self._amounts.at(text, folded, every.end() if every else at, unit, last)
            end = every.end() if every else at + 1
            if none is None and (every or (amount and amount.needs != "never")):
                none = _joined(match.span() for pattern in self._none for match in pattern.finditer(folded))
            if amount:
                told = daytime.told(amount) if amount.is_time else amount
                quantity = None if amount.needs == "never" else self._counted(folded, told, last, none or ())
                end = amount.digits[0][1]
                if quantity:
                    found.append(quantity._replace(start=at) if every else quantity)
                    end = last = (quantity.around or (0, quantity.end))[1]
            elif each := every and self._each.match(folded, at):
                end = each.end()
                if not _touches(each.span(), none or ()):
                    again.append((len(found), each))
            at = max(end, at + 1)
        return tuple(self._rates.joined(text, folded, found, again))

    @lru_cache(maxsize=4096)  # noqa: B019  # as above
    def amounts(self, text: str) -> tuple[Amount, ...]:
        """Return whatever can be read as a number, in order, names with numbers in them too: 保安二岗 holds 2."""
        folded, found, at = fold(text), [], 0
        while start := self._start.search(folded, at):
            amount = self._amounts.at(text, folded, start.start(), last=at)
            at = max(amount.end if amount else 0, start.start() + 1)
            if amount:
                found.append(amount)
        return tuple(found)

    def holds(self, text: str, words: str) -> bool:
        """Tell whether words stand in a text otherwise than as a part of a longer number: 5分钟 is not in 15分钟."""
        cuts = {at for amount in self.amounts(text) for start, end in amount.digits for at in range(start + 1, end)}
        at = text.find(words)
        while at >= 0 and (at in cuts or at + len(words) in cuts):
            at = text.find(words, at + 1)
        return at >= 0

    def form(self, text: str, at: int) -> Mapping[str, Any] | None:
        """Return the form of the tables that the number at a place is written in; None for digits and words."""
        return self._amounts.form(fold(text), at)

    def value(self, text: str) -> Value | None:
        """Return an author's number or time of day, or None where a text is neither: 30, 1/3, 8:28, but no FN+F3."""
        if NUMBER.fullmatch(text):
            return Fraction(text)
        amount = self.whole(text)
        return amount.values[0] if amount and amount.unit is NO_UNIT and len(amount.values) == 1 else None

    @lru_cache(maxsize=4096)  # noqa: B019  # as above
    def whole(self, text: str) -> Amount | None:
        """Return what a text is that is nothing but one number or two ends of a range: 5分钟, 2-8; None for others."""
        amount = self._amounts.at(text, fold(text), 0)
        return amount if amount and amount.end == len(text) and amount.needs != "never" else None

    def clause(self, text: str, at: int) -> str:
        """Return the clause of a text that holds a place, folded."""
        return self._circumstances.around(fold(text), at)

    def denies(self, text: str) -> bool:
        """Tell whether anything in a folded text may turn a bound round."""
        return self._bounds["denied"].search(text) is not None

    def name(self, unit: Unit) -> str:
        """Return a unit of a line as an author writes it, so that it is read as the same."""
        return unit.text if self.unit(unit.text).base == unit.base else unit.name

    def _counted(self, text: str, amount: Amount, last: int, none: Sequence[Span]) -> Quantity | None:
        """Return an amount with its bound, or None where it is no number. `last` is where the quantity before ends."""
        if not amount.owned and any(_touches(span, none) for span in amount.digits):
            return None
        quantity = self._bounded(text, amount, last)
        if amount.needs == "":  # digits: those of a name stand right beside its letters
            named = quantity.unit is NO_UNIT and self._name.match(text, amount.end)
            if (named and not quantity.bound_text) or re.match("[a-z]", text[amount.start - 1 : amount.start]):
                return quantity if amount.owned else None
        elif amount.needs == "unit" and quantity.unit is NO_UNIT and not _is_close(quantity):
            return None
        return quantity

    def _bounded(self, text: str, amount: Amount, last: int) -> Quantity:
        """Return an amount with what the words around it make of it."""
        start, end = amount.start, amount.end
        bound, words = ("range" if len(amount.values) > 1 else "above" if amount.more else "value"), amount.more
        settled = False
        ends = self._ends.match(text, end)
        lo, hi = start, ends.end() if ends else end
        if bound == "range":
            if close := self._close.match(text, hi):
                hi = close.end()
        elif match := self._bound(text, amount, last, hi):
            bound = match.lastgroup or bound
            words = match[bound]
            at = match.start(bound) + (0 if match.string is text else start - len(match.string))
            lo, hi = min(start, at), max(hi, at + len(words))
            settled = self._no.search(words) is not None
            if bound in TURNED and self._turned.fullmatch(words) and self._is_denied(text, at):
                bound, settled = TURNED[bound], True
        if ends := ends or self._ends.match(text, hi):
            bound, hi = ENDS[ends.lastgroup or ""].get(bound, bound), max(hi, ends.end())
        bound = TIMES.get(bound, bound) if amount.is_time else "value" if bound == "exact" else bound
        around, unit, either = (lo, hi), amount.unit, amount.either
        places = amount.spans, amount.digits
        return Quantity(
            start, end, amount.values, *places, unit, bound, words.strip(), around, either=either, settled=settled
        )

    def _bound(self, text: str, amount: Amount, last: int, behind: int) -> re.Match[str] | None:
        """Return the words that bound an amount, right before it, from `behind` on, or apart; None where none do."""
        kind = "clock_" if amount.is_time else ""
        before = text[max(last, amount.start - self._reach) : amount.start]
        return (
            self._bounds[f"{kind}before"].search(before)
            or self._bounds[f"{kind}after"].match(text, behind)
            or self._bounds["apart"].search(before)
        )

    def _is_denied(self, text: str, at: int) -> bool:
        """Tell whether something before a place denies what is said there, in the same clause and without condition."""
        before = text[max(0, at - DENIAL) : at]
        denied = self._bounds["denied"].match(before)
        return denied is not None and not self._circumstances.parts(before, denied.end(), len(before))


def _is_close(quantity: Quantity) -> bool:
    """Tell whether a word right beside a number bounds it: a bare 一 elsewhere is part of a word."""
    lo, hi = quantity.around or (quantity.start, quantity.end)
    right_before = lo < quantity.start and quantity.start - lo - len(quantity.bound_text) <= 1
    return bool(quantity.bound_text) and (hi > quantity.end or right_before)


def _touches(span: Span, none: Sequence[Span]) -> bool:
    """Tell whether a stretch touches one of others, which are in order."""
    n = bisect_left(none, span)
    return any(start < span[1] and end > span[0] for start, end in none[max(0, n - 1) : n + 1])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return stretches in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
