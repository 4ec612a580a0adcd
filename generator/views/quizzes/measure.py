"""Measure questions: the number a line asks for, under its condition."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from generator.model.handbook import Line
from generator.model.measure import Measure
from generator.model.numerals import numerals
from generator.views.quizzes import guess, notation
from generator.views.quizzes.guess import number
from generator.views.quizzes.question import Answer, Draft, Question
from generator.views.quizzes.survey import Survey
from generator.wording import measure_label

NUMBERS = 5
"""So many wrong numbers are chosen from: those further off tempt no one."""
SIBLINGS = 4
"""How many numbers of other lines are offered as wrong answers before made-up ones."""


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield one question for every measure."""
    mined = _by_unit(survey)
    for line in survey.lines:
        for measure in line.item.measures:
            yield _draft(survey, line, measure, mined)


def facet(measure: Measure) -> str:
    """Return what tells a measure apart within its line."""
    return f"{measure.of}|{measure.when}"


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether an option states the same quantities in the same unit as the key, in whatever notation."""
    keyed = question.keyed
    return bool(keyed) and (guess.skeleton(text), _values(text)) == (
        guess.skeleton(keyed[0].text),
        _values(keyed[0].text),
    )


def _values(text: str) -> list[list[str]]:
    """Return every number of a text in all the ways it can be read; the words themselves where it states none."""
    return [sorted(map(str, meanings)) for _, _, meanings in numerals(text)] or [[text]]


def _draft(survey: Survey, line: Line, measure: Measure, mined: dict[str, list[tuple[str, str]]]) -> Draft:
    own = measure_label(measure, line.item.text, survey.t)
    when = measure.when + survey.t("text.pause") if measure.when else ""
    exact = "value" in measure.bounds or "min" in measure.bounds
    numeric = number(own) is not None and not any(c.isascii() and c.isalpha() for c in own)
    asked = ("how_many" if numeric else "which") if exact else "bound"
    stem = survey.t(f"ask.measure_{asked}", who=line.record.title, when=when, of=measure.of)
    lures = tuple(itertools.islice(_lures(survey, line, measure, own, mined), NUMBERS))
    return Draft(
        "measure",
        stem,
        (Answer(own, str(line.address)),),
        (line.address,),
        lures,
        facet(measure),
        answering="single" if len(lures) > 1 else "recall",
    )


def _lures(
    survey: Survey, line: Line, measure: Measure, own: str, mined: dict[str, list[tuple[str, str]]]
) -> Iterator[Answer]:
    """Yield numbers of sibling measures of the same unit, written the same way, then numbers close by."""
    words = measure.words(line.item.text)
    taken = {own, *(measure_label(m, line.item.text, survey.t) for m in line.item.measures)}
    made: list[str] = []
    if "min" in words:
        made = _ranges(words["min"], words["max"], measure, survey)
    else:
        ((name, text),) = words.items()
        made = [survey.t(f"measure.{name}", **{name: other}) for other in notation.others(text)]
    origins = {text: origin for text, origin in mined.get(measure.unit, [])[:SIBLINGS] if text in made}
    for text in (*origins, *made):
        if text not in taken:
            taken.add(text)
            yield Answer(text, origins.get(text, ""))


def _ranges(low: str, high: str, measure: Measure, survey: Survey) -> list[str]:
    """Return ranges of the same width above and below, written as the line writes its own."""
    ends = [text.removesuffix(measure.unit) for text in (low, high)]
    values = [number(text) or Fraction(0) for text in ends]
    width = values[1] - values[0]
    places = max(len(text.partition(".")[2]) for text in ends)
    counted = not any(c.isdigit() for text in ends for c in text)
    found = []
    for sign in (1, -1, 2, -2):
        moved = [value + sign * width for value in values]
        if moved[0] < 0 or (counted and moved[1] > 99):
            continue
        bounds = [notation.chinese(int(n), True) if counted else notation.decimals(n, places) for n in moved]
        found.append(survey.t("measure.range", min=bounds[0], max=bounds[1] + measure.unit))
    return found


def _by_unit(survey: Survey) -> dict[str, list[tuple[str, str]]]:
    """Return the labels of all measures by unit, each with the line it stands in."""
    found: dict[str, dict[str, str]] = {}
    for line in survey.lines:
        for measure in line.item.measures:
            label = measure_label(measure, line.item.text, survey.t)
            found.setdefault(measure.unit, {}).setdefault(label, str(line.address))
    return {unit: list(labels.items()) for unit, labels in found.items()}
