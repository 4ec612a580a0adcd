"""Several numbers are asked for at once: a usual one is guessed alone, all of them by nobody.

Those of one line always; of the lines of a section those that anybody might set, where the section has two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from typing import NamedTuple

from rolebook.bank import notation
from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, draw
from rolebook.kinds import kind_of
from rolebook.language import ladders
from rolebook.language.marks import Stretch
from rolebook.language.quantity import Quantity
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

LEAST, MOST = 2, 5
"""So many numbers are kept apart in one question."""
LINE = 7
"""So many of one line: one of them alone, beside the others, is no sentence (6寸40分钟，8寸多少小时？)."""
ROUND = 30
"""At so many minutes past the hour, and at the hour itself, anybody might begin."""
WRONG = ((1, 2), (2, 3), (1, 3))
"""In which of the three wrong answers a number is another one, the next number in the next of these: each number is
right in half of the answers, so that none is told by being there most often."""


class Number(NamedTuple):
    """A number where it stands, and the question about it alone."""

    line: PlacedItem
    quantity: Quantity
    draft: Draft

    @property
    def own(self) -> str:
        """Its words with their unit."""
        spans = self.quantity.spans
        return plain(self.line.item.text)[spans[0][0] : spans[-1][1]]


def joined(
    context: QuizContext, section: Sequence[tuple[PlacedItem, Sequence[Draft]]], retired: Set[str] = frozenset()
) -> Iterator[Draft]:
    """Yield the questions about the numbers of a section, `section` being its lines with those about each number.

    Where they are asked for at once the lines are shown with a blank for each, and all are typed in their order. What
    is not typed, and a line not all of whose numbers are, is asked as it was; so is a question whose id is `retired`.
    """
    single: list[Number] = []
    for line, drafts in section:
        typed = [draft for draft in drafts if draft.answering == "number"]
        asked = [found for found in context.numbers[line.address] if context.is_number(plain(line.item.text), found)]
        if not 1 <= len(typed) == len(asked) <= LINE:
            yield from drafts
            continue
        numbers = [Number(line, found, draft) for found, draft in zip(asked, _placed(line, asked, typed), strict=True)]
        if len(numbers) >= LEAST:
            yield _together(context, numbers, line.record.title, "all")
        elif retired.isdisjoint(_ids(context, typed)):
            single += numbers
        else:  # not wanted: nor among others
            yield from typed
        yield from (draft for draft in drafts if draft not in typed)
    yield from _single(context, single)


def _ids(context: QuizContext, drafts: Sequence[Draft]) -> set[str]:
    """Return the ids of drafts, as they were under the first names of their records."""
    return {draft.id_at(context.handbook.first(draft.facts[0])) for draft in drafts}


def _placed(line: PlacedItem, asked: Sequence[Quantity], typed: Sequence[Draft]) -> Sequence[Draft]:
    """Return the questions about numbers in the order in which those stand in the line, as far as their keys tell."""
    text, left, found = plain(line.item.text), list(typed), list[Draft]()
    for quantity in asked:
        own = text[quantity.spans[0][0] : quantity.spans[-1][1]]
        draft = next((draft for draft in left if draft.key[0].text == own), left[0])
        left.remove(draft)
        found.append(draft)
    return found


def _single(context: QuizContext, numbers: Sequence[Number]) -> Iterator[Draft]:
    """Yield the questions about the numbers that are alone in their lines: the usual ones asked at once."""
    usual = [number for number in numbers if is_usual(number.quantity)]
    if len(usual) == 1:  # the number beside it keeps it company
        place = numbers.index(usual[0])
        usual = list(numbers[max(0, place - 1) : place + 1] if place else numbers[:LEAST])
    if len(usual) < LEAST:
        usual = []
    yield from (number.draft for number in numbers if number not in usual)
    count = -(-len(usual) // MOST)
    for n in range(count):
        some = usual[n * len(usual) // count : (n + 1) * len(usual) // count]
        record, part = some[0].line.record, some[0].line.part
        title = kind_of(record).title(part, context.t)
        yield _together(context, some, f"{record.title} · {title}" if title else record.title, "numbers")


def is_usual(quantity: Quantity) -> bool:
    """Tell whether anybody might set a number: a round one on the scale of its unit, a full or half hour."""
    if len(quantity.values) > 1:
        return False
    value = quantity.values[0]
    if isinstance(value, Fraction):
        return ladders.is_round(value, quantity.unit.name)
    return int(value.partition(":")[2]) % ROUND == 0


def _together(context: QuizContext, numbers: Sequence[Number], who: str, facet: str) -> Draft:
    """Return the question about some numbers at once."""
    lines = list({number.line.address: number.line for number in numbers}.values())
    quoted = "\n".join(line.record.spoken(_blanked(context, line, numbers)) for line in lines)
    apart = context.t("text.semicolon")
    key = Answer(apart.join(number.own for number in numbers), lines[0].address)
    return Draft(
        "measure",
        context.t("ask.measure_all", who=who, line=quoted, n=len(numbers)),
        (key,),
        tuple(line.address for line in lines),
        tuple(Answer(apart.join(words)) for words in _wrong(context, numbers)),
        facet=facet,
        answering="number",
    )


def _wrong(context: QuizContext, numbers: Sequence[Number]) -> Sequence[Sequence[str]]:
    """Return the wrong answers, each as the words of all numbers; none where fewer than two could be other ones."""
    words = [number.own for number in numbers]
    others = [_other(context, number, words, draw(f"{n}|{words}")) for n, number in enumerate(numbers)]
    varied = [n for n, other in enumerate(others) if other]
    if len(varied) < LEAST:
        return []
    made = [list(words) for _ in WRONG]
    for turn, n in enumerate(varied):
        for wrong in WRONG[turn % len(WRONG)]:
            made[wrong - 1][n] = others[n]
    return made if all(_order(context, wrong) == _order(context, words) for wrong in made) else []


def _order(context: QuizContext, words: Sequence[str]) -> Sequence[int]:
    """Return the order of the times of day among some numbers: nobody unlocks before he has arrived."""
    amounts = [context.handbook.language.numbers.amounts(word) for word in words]
    times = [found[0].values[0] for found in amounts if found and isinstance(found[0].values[0], str)]
    return sorted(range(len(times)), key=lambda n: str(times[n]))


def _other(context: QuizContext, number: Number, taken: Sequence[str], drawn: float) -> str:
    """Return another number in the words of one, as near as is `drawn`, none of those `taken`; "" for none."""
    own = number.own
    known = [lure.text for lure in number.draft.lures] if number.draft.key[0].text == own else []
    others = known or notation.others(own, context.handbook.language)
    order = _order(context, taken)
    kept = [word for word in others if _order(context, [word if one == own else one for one in taken]) == order]
    near = [word for word in kept if word not in taken][:LEAST]
    return near[int(drawn * len(near))] if near else ""


def _blanked(context: QuizContext, line: PlacedItem, numbers: Sequence[Number]) -> str:
    """Return what a line says about some numbers, each number left out and its unit left standing."""
    text, asked = plain(line.item.text), [number.quantity for number in numbers if number.line.address == line.address]
    start, last = _shown(context, text, asked)
    found = ""
    for quantity in asked:
        first, end, unit = place(text, quantity)
        found, start = found + text[start:first] + context.grammar.blank, end
        if several := several_of(context, quantity, unit):
            start += text[start:].index(unit) + len(unit)
            found += text[end:start].replace(unit, several)
    return (found + text[start:last]).rstrip(context.grammar.marks.trimmed)


def _shown(context: QuizContext, text: str, asked: Sequence[Quantity]) -> tuple[int, int]:
    """Return where what is shown of a line begins and ends: the sentences of its numbers, the clause of one alone.

    What is long ends with the piece of the last number, where that can be said alone.
    """
    grammar, last = context.grammar, asked[-1]
    start = grammar.sentence_around(text, asked[0].start).start
    end = grammar.sentence_around(text, last.start).end
    around = grammar.clause_around(text, last.spans[0][0])
    spoken = grammar.aloud.part(text, around, Stretch(last.spans[0][0], last.spans[-1][1]))
    if len(asked) == 1 and grammar.asking.ends:
        return spoken or around
    return start, spoken.end if spoken and end - start > grammar.size["clause"][1] else end


def several_of(context: QuizContext, quantity: Quantity, unit: str) -> str:
    """Return the plural of a unit that stands behind a blank in the singular, which would tell the number; or ""."""
    nouns = context.grammar.nouns
    told = unit and unit.lower() == quantity.unit.name and not nouns.is_plural(unit)
    return nouns.plural(unit) if told else ""


def place(text: str, quantity: Quantity) -> tuple[int, int, str]:
    """Return where a number stands that a question leaves out, and the unit that is left standing behind it."""
    start, end, unit = quantity.digits[0][0], quantity.digits[-1][1], quantity.unit.text
    behind = text[end : quantity.spans[-1][1]].strip()
    if behind == unit and not any(c.isspace() for c in text[start:end][-1:]):
        return start, end, unit
    before = text[quantity.spans[0][0] : start].strip()
    if not behind and before == unit:  # $150
        return start, end, ""
    return quantity.spans[0][0], quantity.spans[-1][1], ""
