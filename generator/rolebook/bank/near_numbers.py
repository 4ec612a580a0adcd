"""Numbers that may stand beside the right one: what other lines say in its unit, then what a shop might as well set."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from rolebook.bank import notation
from rolebook.bank.context import QuizContext
from rolebook.bank.fair import OPTIONS
from rolebook.bank.question import Answer, draw
from rolebook.language import Language, ladders
from rolebook.language.units import Unit
from rolebook.model.address import Address

_DIGITS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
NUMBERS = 5
"""How many wrong numbers are chosen from: those further off tempt no one."""
SIBLINGS = 2
"""How many numbers of other lines are offered as wrong answers before made-up ones."""
FAR = 3
"""What is more than so many times as much, or as little, tempts no one."""


class Said:
    """What the lines say in each unit, so that a number of another line can be a wrong answer."""

    def __init__(self, context: QuizContext) -> None:
        self._context = context

    @cached_property
    def _by_unit(self) -> Mapping[str, tuple[Sequence[Fraction], Mapping[Fraction, Address]]]:
        first: dict[str, dict[Fraction, Address]] = {}
        for line in self._context.lines:
            for quantity in self._context.numbers[line.address]:
                value = quantity.values[0]
                if len(quantity.values) == 1 and isinstance(value, Fraction):
                    first.setdefault(quantity.unit.name, {}).setdefault(value, line.address)
        return {unit: (sorted(values), values) for unit, values in first.items()}

    def like(self, own: str) -> Iterator[Answer]:
        """Yield what other lines say in the unit of a number, written as it is, the nearest first."""
        language = self._context.handbook.language
        amounts = language.numbers.amounts(own)
        value = amounts[0].values[0] if len(amounts) == 1 and len(amounts[0].values) == 1 else ""
        if not isinstance(value, Fraction) or amounts[0].unit.name not in self._by_unit:
            return
        ordered, places = self._by_unit[amounts[0].unit.name]
        start = bisect_left(ordered, value)
        near = sorted(ordered[max(0, start - NUMBERS) : start + NUMBERS], key=lambda other: (abs(other - value), other))
        for other in near:
            text = (
                language.writing.like(own, other)
                if value != other and value <= FAR * other <= FAR * FAR * value
                else None
            )
            if text:
                yield Answer(text, places[other])


def lures(own: str, near: Sequence[Answer], made: Sequence[str], stem: str, language: Language) -> tuple[Answer, ...]:
    """Return wrong numbers: those of other lines, then those close by; none that the question states itself."""
    taken, found = {own}, list[Answer]()
    unit = _unit(own, language)
    for answer in itertools.chain(itertools.islice(near, SIBLINGS), map(Answer, made)):
        if answer.text not in taken and answer.text not in stem and _unit(answer.text, language) == unit:
            taken.add(answer.text)
            found.append(answer)
    return tuple(_around(own, found, language)) if len(found) > 1 else ()


def _around(own: str, found: Sequence[Answer], language: Language) -> Sequence[Answer]:
    """Return as many as are shown, next to the right one on the scale, some below and the others above it.

    How many stand below is drawn by its text: where the right one was always between the others, and they as far from
    it on both sides, one saw it by that alone. What is on no scale is left as it stands.
    """
    scale = [_places(answer.text, language) for answer in (Answer(own), *found)]
    if not all(scale) or len({tuple(map(type, place)) for place in scale}) > 1:
        return found[:NUMBERS]
    placed = sorted(zip(scale[1:], found, strict=True), key=lambda pair: pair[0])
    below = [answer for place, answer in reversed(placed) if place < scale[0]]
    above = [answer for place, answer in placed if place > scale[0]]
    wanted = OPTIONS - 1
    under = min(int(draw(own) * OPTIONS), len(below))
    under = max(under, min(len(below), wanted - len(above)))
    return [*below[:under], *above[: wanted - under]]


def _places(text: str, language: Language) -> tuple[Fraction | str, ...]:
    """Return where a number, a time or a range stands on its scale; () for what is none."""
    return tuple(value for amount in language.numbers.amounts(text) for value in amount.values)


def _unit(text: str, language: Language) -> list[str]:
    return ["time" if amount.is_time else amount.unit.base for amount in language.numbers.amounts(text)]


def agreeing(lures: tuple[Answer, ...], unit: Unit, context: QuizContext) -> tuple[Answer, ...]:
    """Return wrong numbers, each unit in the singular or the plural as its number wants it: one week, four weeks."""
    plural = context.grammar.nouns.plural(unit.name)
    told = unit.text.lower() in (unit.name, plural) and not context.grammar.nouns.is_plural(unit.name)
    if not unit.text or not told or plural == unit.name:
        return lures
    numbers, fit = context.handbook.language.numbers, []
    for lure in lures:
        one = all(value == 1 for amount in numbers.amounts(lure.text) for value in amount.values)
        fit.append(replace(lure, text=lure.text.replace(unit.text, unit.name if one else plural)))
    return tuple(fit)


def shifted(own: str, context: QuizContext) -> list[str]:
    """Return ranges like one that a line writes as a whole: 19–22 °C → 16–19 °C."""
    amounts = context.handbook.language.numbers.amounts(own)
    if len(amounts) != 1 or len(amounts[0].digits) < 2:
        return []
    (start, end), (second, last) = amounts[0].digits
    made = ranges(own[start:end], own[second:last], context, "\0")
    return [
        own[:start] + low + own[end:second] + high + own[last:] for low, _, high in (r.partition("\0") for r in made)
    ]


def ranges(low: str, high: str, context: QuizContext, between: str = "") -> list[str]:
    """Return ranges of the same width above and below, written as the line writes its own; none where it cannot be.

    Of one that is wider than it is high, 2–20 ℃, one end is moved at a time.
    """
    language = context.handbook.language
    amounts = [found[0] for text in (low, high) if len(found := language.numbers.amounts(text)) == 1]
    values = [value for amount in amounts for value in amount.values if isinstance(value, Fraction)]
    words = [text[slice(*amount.digits[0])] for text, amount in zip((low, high), amounts, strict=False)]
    counted = not any(c.isdigit() for word in words for c in word)
    plain = all(value.denominator == 1 for value in values) if counted else all(map(_DIGITS.fullmatch, words))
    if not plain or not len(values) == len(words) == 2:
        return []
    places = max(len(word.partition(".")[2]) for word in words)
    ranges = []
    for moved in _moved(values[0], values[1], amounts[1].unit.name):
        if moved[0] < 0 or (counted and moved[1] > 99):
            continue
        spelt = [language.writing.words(int(n), True) if counted else notation.decimals(n, places) for n in moved]
        ends = [
            text[: amount.digits[0][0]] + word + text[amount.digits[0][1] :]
            for text, amount, word in zip((low, high), amounts, spelt, strict=True)
        ]
        ranges.append(between.join(ends) if between else context.t("measure.range", min=ends[0], max=ends[1]))
    return ranges


def _moved(low: Fraction, high: Fraction, unit: str) -> list[tuple[Fraction, Fraction]]:
    width = high - low
    if width <= low:
        return [(low + n * width, high + n * width) for n in (1, -1, 2, -2)]
    tops = [(low, other) for other in ladders.near(high, unit) if other > low]
    bottoms = [(other, high) for other in ladders.near(low, unit) if other < high]
    return [pair for two in itertools.zip_longest(tops, bottoms) for pair in two if pair]
