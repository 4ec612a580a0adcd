"""Form questions: which form an event asks for, which one a step fills, which document is followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question
from rolebook.kinds.forms.model import Form
from rolebook.kinds.procedures.model import Procedure, Step
from rolebook.kinds.standards.model import Standard
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.named_form import NamedForm

AROUND = 6
"""How many other forms are offered as wrong answers at most."""
ENOUGH = 2
"""So many others have to have as much to do with the event as the form that is meant, or with that form."""
LOOKED_AT = 40
"""So many that stand near are looked at for them: a bound, so that the work stays linear."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every line that names a form and every step that fills one."""
    forms = context.handbook.of(Form)
    place = {form.address: n for n, form in enumerate(forms)}
    documents = [form for form in forms if form.document]
    standards = context.handbook.of(Standard)
    for line in context.lines:
        yield from _named(context, line, forms, documents, standards, place)
    for procedure in context.handbook.of(Procedure):
        yield from _filled(context, procedure, forms, place)


def _named(
    context: QuizContext,
    line: PlacedItem,
    forms: tuple[Form, ...],
    documents: list[Form],
    standards: tuple[Standard, ...],
    place: dict[Address, int],
) -> Iterator[Draft]:
    """Ask for the form a clause names, every name in the clause left blank."""
    clause, form = quoted(context, line)
    if form is None:
        return
    inside = set(context.handbook.forms(line.item))
    lures = [_titled(context, other) for other in _around(form, forms, place) if other not in inside]
    if form.document:
        lures = [_titled(context, other) for other in documents[:LOOKED_AT] if other not in inside]
        lures += [Answer(context.grammar.names.titled(s.title), s.address) for s in standards[:LOOKED_AT]]
    stem = context.t("ask.form_document" if form.document else "ask.form_named", line=clause)
    yield from _asked(context, stem, clause, form, lures, line.address, "named")


def _asked(
    context: QuizContext, stem: str, event: str, form: NamedForm, lures: list[Answer], fact: Address, facet: str
) -> Iterator[Draft]:
    """Yield the question which form an event asks for, beside those that have most to do with it, or with that form.

    None where fewer than two others might be meant: 投诉受理 is not written down in 回访记录表.
    """
    said, own, key = context.pairs(event), context.pairs(form.title), _titled(context, form)
    least = context.weight(said & own)
    near = [(context.weight((said | own) & context.pairs(lure.text)), lure) for lure in lures]
    near = sorted(((weight, lure) for weight, lure in near if weight > 0), key=lambda pair: -pair[0])
    if sum(weight >= least for weight, _ in near) >= ENOUGH:
        yield Draft("form", stem, (key,), (fact,), tuple(lure for _, lure in near[:AROUND]), facet)


def quoted(context: QuizContext, line: PlacedItem) -> tuple[str, NamedForm | None]:
    """Return the first sentence of a line that names a form, names left blank, and that form; "" for none."""
    marks = list(context.handbook.named_forms(line.item.text))
    if not marks:
        return "", None
    grammar, text, form = context.grammar, line.item.text, marks[0][2]
    for start, end, _ in reversed(marks):
        text = text[:start] + grammar.blank + text[end:]
    text = grammar.names.unmarked(text, grammar.blank)
    text = re.sub(rf"{grammar.blank}(?:{grammar.marks.between}{grammar.blank})+", grammar.blank, text)
    at = text.index(grammar.blank)
    start, end = grammar.sentence_around(text, at)
    sentence = text[start:end]
    if len(sentence) < len(grammar.blank) + grammar.size["piece"]:
        sentence = text[:end]
    if sentence.count(grammar.blank) > 1 or "{" in sentence:
        return "", None
    return sentence, form


def _filled(
    context: QuizContext, procedure: Procedure, forms: tuple[Form, ...], place: dict[Address, int]
) -> Iterator[Draft]:
    for step in procedure.steps:
        filled = _fills(context, step)
        if not filled or filled[0].title in step.title:
            continue
        lures = [_titled(context, other) for other in _around(filled[0], forms, place) if other not in filled]
        stem = context.t("ask.form_step", title=procedure.title, step=step.title)
        address = procedure.address._replace(item=step.anchor)
        yield from _asked(context, stem, procedure.title + step.title, filled[0], lures, address, "step")


def _fills(context: QuizContext, step: Step) -> list[Form]:
    """Return the forms a step fills."""
    return [form for name in step.fills if isinstance(form := context.handbook.form(name), Form)]


def _around(form: NamedForm, forms: tuple[Form, ...], place: dict[Address, int]) -> list[Form]:
    """Return forms that stand near this one in the list, neither documents nor the form itself."""
    start = place[form.address]
    ring = (forms[(start + n) % len(forms)] for n in range(1, min(len(forms), LOOKED_AT)))
    return [other for other in ring if not other.document]


def _titled(context: QuizContext, form: NamedForm) -> Answer:
    return Answer(context.grammar.names.titled(form.title), form.address)


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether an option names the form that the question is about."""
    address = question.source.item
    record = context.handbook.records.get(address.page) if address else None
    if isinstance(record, Procedure) and address not in context.handbook.lines:
        step = next((step for step in record.steps if address and step.anchor == address.item), None)
        return step is not None and any(_titled(context, form).text == text for form in _fills(context, step))
    line = context.line(question.source.item)
    return line is not None and any(_titled(context, form).text == text for form in context.handbook.forms(line.item))
