"""Form questions: which form is filled, or which document is followed, here; and what a form asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.address import Address
from generator.model.form import Form
from generator.model.handbook import Line
from generator.model.procedure import Procedure, Step
from generator.model.standard import Standard
from generator.views.quizzes.question import Answer, Draft, Question, draw
from generator.views.quizzes.survey import BLANK, Survey

AROUND = 8
"""How many other forms are offered as wrong answers at most, of those that stand near."""
LOOKED_AT = 40
"""How many neighbours are looked at for them."""


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every line that names a form, every step that fills one and every field of one."""
    forms = survey.handbook.of(Form)
    place = {form.address: n for n, form in enumerate(forms)}
    documents = [form for form in forms if form.document]
    standards = survey.handbook.of(Standard)
    for line in survey.lines:
        yield from _named(survey, line, forms, documents, standards, place)
    for procedure in survey.handbook.of(Procedure):
        yield from _filled(survey, procedure, forms, place)
    for form in forms:
        yield from _fields(survey, form, forms, place)


def _named(
    survey: Survey,
    line: Line,
    forms: tuple[Form, ...],
    documents: list[Form],
    standards: tuple[Standard, ...],
    place: dict[Address, int],
) -> Iterator[Draft]:
    """Ask for the form a clause names, every name in the clause left blank."""
    clause, form = quoted(survey, line)
    if form is None:
        return
    inside = set(survey.handbook.forms(line.item))
    lures = [_shown(other) for other in _around(form, forms, place) if other not in inside]
    if form.document:
        lures = [_shown(other) for other in documents[:AROUND] if other not in inside]
        lures += [Answer(f"《{s.title}》", str(s.address)) for s in standards[:AROUND]]
    if len(lures) > 1:
        stem = survey.t("ask.form_document" if form.document else "ask.form_named", line=clause)
        facts = (line.address,)
        yield Draft("form", stem, (_shown(form),), facts, tuple(lures), "named")


def quoted(survey: Survey, line: Line) -> tuple[str, Form | None]:
    """Return the first sentence of a line that names a form, names left blank, and that form; "" for none."""
    marks = list(survey.handbook.named_forms(line.item.text))
    if not marks:
        return "", None
    text, form = line.item.text, marks[0][2]
    for start, end, _ in reversed(marks):
        text = text[:start] + BLANK + text[end:]
    text = text.replace(f"《{BLANK}》", BLANK)
    while f"{BLANK}、{BLANK}" in text:
        text = text.replace(f"{BLANK}、{BLANK}", BLANK)
    stop = next((n for n, c in enumerate(text) if c in "。；" and BLANK in text[:n]), len(text))
    start = max((text.rfind(c, 0, text.index(BLANK)) for c in "。；"), default=-1)
    sentence = text[start + 1 : stop].strip()
    if len(sentence) < len(BLANK) + 5 and start > 0:
        sentence = text[:stop]
    if BLANK * 2 in sentence or sentence.count(BLANK) > 1 or "{" in sentence:
        return "", None
    return survey.masked(sentence, line.record), form


def _filled(
    survey: Survey, procedure: Procedure, forms: tuple[Form, ...], place: dict[Address, int]
) -> Iterator[Draft]:
    for step in procedure.steps:
        filled = _fills(survey, step)
        if not filled or filled[0].title in step.title:
            continue
        lures = [_shown(other) for other in _around(filled[0], forms, place) if other not in filled]
        if len(lures) > 1:
            stem = survey.t("ask.form_step", title=procedure.title, step=step.title)
            address = procedure.address._replace(item=step.anchor)
            yield Draft("form", stem, (_shown(filled[0]),), (address,), tuple(lures), "step")


def _fills(survey: Survey, step: Step) -> list[Form]:
    """Return the forms a step fills."""
    found = [survey.handbook.records.get(Address.parse(name, "forms") or Address("forms", name)) for name in step.fills]
    return [form for form in found if isinstance(form, Form)]


def _fields(survey: Survey, form: Form, forms: tuple[Form, ...], place: dict[Address, int]) -> Iterator[Draft]:
    """Ask which of some fields stands on a form; the others stand on forms that have nothing like it."""
    own = {field.label for field in form.fields}
    said = set("".join((form.title, *own))) - set("的")
    others = [
        Answer(field.label, str(other.address._replace(item=field.anchor)))
        for other in _around(form, forms, place, fit=lambda other: bool(other.fields))
        for field in other.fields
        if field.label not in own and not set(field.label) & said
    ]
    for field in form.fields:
        lures = [answer for answer in others if abs(len(answer.text) - len(field.label)) < 3]
        lures.sort(key=lambda answer: draw(field.label + answer.text))
        if len(lures) > 1 and not survey.pairs(field.label) & survey.pairs(form.title):
            address = form.address._replace(item=field.anchor)
            key = (Answer(field.label, str(address)),)
            yield Draft("form", survey.t("ask.form_field", title=form.title), key, (address,), tuple(lures), "field")


def _around(
    form: Form, forms: tuple[Form, ...], place: dict[Address, int], fit: Callable[[Form], bool] = lambda form: True
) -> list[Form]:
    """Return forms near this one in the list, neither documents nor the form itself."""
    start = place[form.address]
    ring = (forms[(start + n) % len(forms)] for n in range(1, min(len(forms), LOOKED_AT)))
    return [other for other in ring if not other.document and fit(other)][:AROUND]


def _shown(form: Form) -> Answer:
    return Answer(f"《{form.title}》", str(form.address))


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether an option names the form, or a field of the form, that the question is about."""
    address = Address.parse(question.source.item)
    record = survey.handbook.records.get(address.page) if address else None
    if isinstance(record, Form):
        return any(field.label == text for field in record.fields)
    if isinstance(record, Procedure) and address not in survey.handbook.lines:
        step = next((step for step in record.steps if address and step.anchor == address.item), None)
        return step is not None and any(f"《{form.title}》" == text for form in _fills(survey, step))
    line = survey.line(question.source.item)
    return line is not None and any(f"《{form.title}》" == text for form in survey.handbook.forms(line.item))
