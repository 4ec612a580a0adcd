"""Measure questions: the number a line asks for, under its condition."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from rolebook.bank import guess, notation
from rolebook.bank.context import QuizContext
from rolebook.bank.guess import number
from rolebook.bank.question import Answer, Draft, Question
from rolebook.language import Language
from rolebook.measure_label import range_ends
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.measure import Measure

_DIGITS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
NUMBERS = 5
"""How many wrong numbers are chosen from: those further off tempt no one."""
SIBLINGS = 4
"""How many numbers of other lines are offered as wrong answers before made-up ones."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield one question for every measure."""
    mined = _by_unit(context)
    for line in context.lines:
        for measure, label in zip(line.item.measures, context.labels[line.address], strict=True):
            yield _draft(context, line, measure, label, mined)


def facet(measure: Measure) -> str:
    """Return what tells a measure apart within its line."""
    return f"{measure.of}|{measure.when}"


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether an option states the same quantities in the same unit as the key, in whatever notation."""
    keyed = question.keyed
    language = context.handbook.language
    return bool(keyed) and _states(text, language) == _states(keyed[0].text, language)


def _states(text: str, language: Language) -> tuple[object, ...]:
    """Return the numbers of a text and what stands around them; the words themselves where it states none."""
    amounts = language.numbers.amounts(text)
    values = tuple((amount.values, amount.unit.base, amount.unit.worth) for amount in amounts)
    return (guess.skeleton(text, language), *values) if values else (text,)


def _draft(
    context: QuizContext, line: PlacedItem, measure: Measure, own: str, mined: Mapping[str, Mapping[str, Address]]
) -> Draft:
    when = measure.when + context.t("text.pause") if measure.when else ""
    language = context.handbook.language
    states_number = number(own, language) is not None or bool(language.quantities(own))  # the latter also for 每日
    exact = "value" in measure.bounds or "min" in measure.bounds
    numeric = states_number and not any(c.isascii() and c.isalpha() for c in own)
    asked = ("how_many" if numeric else "which") if exact else "bound"
    stem = context.t(f"ask.measure_{asked}", who=line.record.title, when=when, of=measure.of)
    lures = tuple(itertools.islice(_lures(context, line, measure, mined.get(measure.unit, {})), NUMBERS))
    return Draft(
        "measure",
        stem,
        (Answer(own, line.address),),
        (line.address,),
        lures,
        facet(measure),
        answering="single" if len(lures) > 1 else "recall",
    )


def _lures(
    context: QuizContext, line: PlacedItem, measure: Measure, siblings: Mapping[str, Address]
) -> Iterator[Answer]:
    """Yield numbers of sibling measures of the same unit in the same notation, then numbers close by."""
    language = context.handbook.language
    words = measure.words(line.item.text, language)
    taken = set(context.labels[line.address])
    if "min" in words:
        made = _ranges(*range_ends(measure, words), context)
    else:
        ((name, text),) = words.items()
        made = [context.t(f"measure.{name}", **{name: other}) for other in notation.others(text, language)]
    origins = {text: siblings[text] for text in itertools.islice(siblings, SIBLINGS) if text in made}
    for text in (*origins, *made):
        if text not in taken:
            taken.add(text)
            yield Answer(text, origins.get(text))


def _ranges(low: str, high: str, context: QuizContext) -> list[str]:
    """Return ranges of the same width above and below, written as the line writes its own; none where it cannot be."""
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
    for sign in (1, -1, 2, -2):
        moved = [value + sign * (values[1] - values[0]) for value in values]
        if moved[0] < 0 or (counted and moved[1] > 99):
            continue
        spelt = [language.writing.words(int(n), True) if counted else notation.decimals(n, places) for n in moved]
        ends = [
            text[: amount.digits[0][0]] + word + text[amount.digits[0][1] :]
            for text, amount, word in zip((low, high), amounts, spelt, strict=True)
        ]
        ranges.append(context.t("measure.range", min=ends[0], max=ends[1]))
    return ranges


def _by_unit(context: QuizContext) -> dict[str, dict[str, Address]]:
    """Return the labels of all measures by unit, each with the line it stands in."""
    found: dict[str, dict[str, Address]] = {}
    for line in context.lines:
        for measure, label in zip(line.item.measures, context.labels[line.address], strict=True):
            found.setdefault(measure.unit, {}).setdefault(label, line.address)
    return found
