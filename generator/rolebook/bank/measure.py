"""Number questions: every number of a line, typed, with its unit beside the field; to choose only as help after a miss.

A number is asked for in its own clause, in its place; one that an author named by that name where the clause says too
little of it. Several of one line or section are asked for at once, see `numbers`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from rolebook.bank import guess, handmade, near_numbers, notation
from rolebook.bank.context import QuizContext
from rolebook.bank.near_numbers import Said
from rolebook.bank.numbers import joined, place, several_of
from rolebook.bank.question import Answer, Draft, Question
from rolebook.kinds import kind_of
from rolebook.language import Language
from rolebook.language.marks import Stretch
from rolebook.language.quantity import Quantity
from rolebook.measure_label import range_ends
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain
from rolebook.model.measure import Measure


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield the questions about the numbers of each section: those that are typed joined, one a measure in words."""
    said, retired = Said(context), {gone.id for gone in handmade.retired(context)}
    for _, lines in groupby(context.lines, key=lambda line: (line.record.address, line.part.anchor)):
        yield from joined(context, [(line, list(_apart(context, line, said))) for line in lines], retired)


def apart(context: QuizContext) -> Iterator[Draft]:
    """Yield one question for every number of every line."""
    said = Said(context)
    for line in context.lines:
        yield from _apart(context, line, said)


def _apart(context: QuizContext, line: PlacedItem, said: Said) -> Iterator[Draft]:
    """Yield one question for every measure and for every other number of a line."""
    words: Counter[str] = Counter()
    for measure, label in zip(line.item.measures, context.labels[line.address], strict=True):
        words.update(measure.words(line.item.text, context.handbook.language).values())
        yield _in_its_clause(context, line, measure, said) or _measured(context, line, measure, label, said)
    for quantity in found(context, line, words):
        yield _found(context, line, quantity, said)


def facet(measure: Measure) -> str:
    """Return what tells a measure apart within its line."""
    return f"{measure.of}|{measure.when}"


def found(context: QuizContext, line: PlacedItem, named: Counter[str]) -> Iterator[Quantity]:
    """Yield the numbers of a line that no measure names; `named` are the words of those that one does."""
    text, left = plain(line.item.text), Counter(named)
    for quantity in context.numbers[line.address]:
        words = [text[slice(*span)] for span in quantity.spans]
        if all(left[word] > 0 for word in words):
            left.subtract(words)
        elif context.is_number(text, quantity):
            yield quantity


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


def _measured(context: QuizContext, line: PlacedItem, measure: Measure, own: str, said: Said) -> Draft:
    """Return the question about a measure, asked by its name; what is no number to be typed is recalled.

    It is not picked: of 每日, 每周, 每月 everyone takes the first. Asked how often, everyone says so as well.
    """
    when = measure.when + context.t("text.pause") if measure.when else ""
    language, asking = context.handbook.language, context.grammar.asking
    words = measure.words(line.item.text, language)
    amounts = [amount for word in words.values() for amount in language.numbers.amounts(word)]
    typed = len(amounts) == len(words) and not any(c.isascii() and c.isalpha() for c in own)
    rest, asked = asking.by_name(measure.of, counted=typed)
    if asked and (not typed or "value" in words):
        stem = context.t("ask.measure_named", who=line.record.title, when=when, of=rest, asked=asked)
    elif typed and "min" not in words:
        ((bound, word),) = words.items()
        wanted = context.t("ask.how_much") if asking.ends == "" else asking.counted(word, amounts[0])
        if bound == "value":
            stem = context.t("ask.measure_how_many", who=line.record.title, when=when, of=measure.of)
        else:
            of = context.t(f"measure.{bound}", **{bound: wanted})
            stem = context.t("ask.measure", who=line.record.title, when=when, of=measure.of, bound=of)
    else:
        manner = "how_many" if typed else "which"
        stem = context.t(f"ask.measure_{manner}", who=line.record.title, when=when, of=measure.of)
    if "min" in words:
        made = near_numbers.ranges(*range_ends(measure, words), context)
        near: list[Answer] = []
    else:
        ((name, text),) = words.items()
        made = [context.t(f"measure.{name}", **{name: other}) for other in notation.others(text, language)]
        near = [Answer(context.t(f"measure.{name}", **{name: a.text}), a.origin) for a in said.like(text)]
    return Draft(
        "measure",
        stem,
        (Answer(own, line.address),),
        (line.address,),
        near_numbers.lures(own, near, made, stem, language) if amounts else (),
        facet(measure),
        answering="number" if typed else "recall",
        unit=amounts[0].unit.text if typed and not _leads(own, amounts[0].unit.text) else "",
        soft=is_once(own, language),
    )


def is_once(words: str, language: Language) -> bool:
    """Tell whether words say once in a while, as 每日 does: who is asked how often says so without the handbook."""
    return any(rate.values == (Fraction(1),) and "/" in rate.unit.name for rate in language.numbers.quantities(words))


def _in_its_clause(context: QuizContext, line: PlacedItem, measure: Measure, said: Said) -> Draft | None:
    """Return the question about a measure, asked in its clause with the condition it holds under.

    None where the clause has no number to type or another one, which is asked for by itself, or says less than half of
    what the measure is called.
    """
    text = plain(line.item.text)
    words = sorted(measure.words(line.item.text, context.handbook.language).values())
    for quantity in context.numbers[line.address] if context.grammar.asking.ends else ():
        if sorted(text[slice(*span)] for span in quantity.spans) != words or not context.is_number(text, quantity):
            continue
        start, end = context.grammar.clause_around(text, quantity.spans[0][0])
        clause = text[start:end]
        alone = not any(
            start <= other.spans[0][0] < end for other in context.numbers[line.address] if other != quantity
        )
        if alone and _said(measure.of, clause, context) >= 0.5:
            when = measure.when if _said(measure.when, clause, context) < 0.55 else ""
            return replace(_found(context, line, quantity, said, when), facet=facet(measure))
    return None


def _said(name: str, clause: str, context: QuizContext) -> float:
    """Return which part, 0 to 1, of a name's signs stand in a clause."""
    own = context.signs(name)
    return len(own & context.signs(clause)) / len(own) if own else 1.0


def _found(context: QuizContext, line: PlacedItem, quantity: Quantity, said: Said, when: str = "") -> Draft:
    """Return the question about a number: its clause, with what asks for it in its place, behind `when` it holds."""
    text, language, grammar = plain(line.item.text), context.handbook.language, context.grammar
    start, end, unit = place(text, quantity)
    whole = Stretch(quantity.spans[0][0], quantity.spans[-1][1])
    own = text[slice(*whole)]
    around = grammar.clause_around(text, start)
    silent = line.part.kind in ("node", "qualification") or grammar.asking.is_question(text[slice(*around)])
    aloud = None if silent or not grammar.asking.ends else grammar.aloud.part(text, around, Stretch(start, whole.end))
    asks = grammar.asking.ends if aloud else ""
    wanted = grammar.asking.number(own, isinstance(quantity.values[0], str)) if asks else grammar.blank
    if asks and grammar.asking.asks_apart(unit):
        end = whole.end
    shown = aloud or around
    before, after = text[shown.start : start], text[end : shown.end]
    if several := several_of(context, quantity, unit):  # ______ days
        after = after.replace(unit, several, 1)
    quoted = line.record.spoken((grammar.aloud.spoken(before) if asks else before) + wanted + after)
    quoted = f"{when}{context.t('text.pause')}{quoted}" if when else quoted
    asked = "found" if asks else "found_blank"
    who = line.record.title
    if line.part.kind == "qualification":  # what is wanted of him, and nothing that he does
        who = f"{who} · {kind_of(line.record).title(line.part, context.t)}"
    stem = context.t(f"ask.measure_{asked}", who=who, line=quoted.rstrip(grammar.marks.trimmed) + asks)
    made = near_numbers.shifted(own, context) if len(quantity.values) > 1 else notation.others(own, language)
    last = max([other.end for other in context.numbers[line.address] if other.end <= start] or [around.start])
    return Draft(
        "measure",
        stem,
        (Answer(own, line.address),),
        (line.address,),
        near_numbers.agreeing(
            near_numbers.lures(own, list(said.like(own)), made, stem, language), quantity.unit, context
        ),
        f"{text[max(last, around.start) : start]}|{unit}|{quantity.unit.name}",
        answering="number",
        unit=unit,
    )


def _leads(own: str, unit: str) -> bool:
    """Tell whether a unit stands before its number, as $ does."""
    return bool(unit) and not own.rstrip().endswith(unit)
