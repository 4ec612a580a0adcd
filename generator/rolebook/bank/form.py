"""Form questions: which form an event asks for, which one a step fills, which document is followed.

Said, and compared with the line. None is picked: the name of a form tells what it is for, so that who had never seen
the handbook picked the right one nearly always, also among those that are nearest by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Answering, Draft
from rolebook.kinds.forms.model import Form
from rolebook.kinds.procedures.model import Procedure, Step
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.named_form import NamedForm

TOLD = 0.5
"""An event that says so much of a form's name tells it: 接到会议通知 … 《会议通知单》."""
LONG = 1.5
"""Of a sentence that is so many times as long as a clause may be, its clause is quoted."""
HINTED = 0.25
"""One that has so many of its signs lets it be guessed: 投诉受理 … 《顾客投诉登记表》."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every line that names a form and every step that fills one."""
    for line in context.lines:
        clause, forms = quoted(context, line)
        if forms:
            asked = "several" if len(forms) > 1 else "document" if forms[0].document else "named"
            stem = context.t(f"ask.form_{asked}", line=clause, n=len(forms))
            yield from _asked(context, stem, clause, forms, line.address, "named")
    for procedure in context.handbook.of(Procedure):
        for step in procedure.steps:
            if forms := tuple(_fills(context, step)[:1]):
                stem = context.t("ask.form_step", title=procedure.title, step=step.title)
                address = procedure.address._replace(item=step.anchor)
                yield from _asked(context, stem, procedure.title + step.title, forms, address, "step")


def _asked(
    context: QuizContext, stem: str, event: str, forms: Sequence[NamedForm], fact: Address, facet: str
) -> Iterator[Draft]:
    """Yield the question which forms an event asks for; none where the words of the event are those of a form."""
    if all(context.shared(form.title, context.pairs(event)) <= TOLD for form in forms):
        key = tuple(Answer(context.grammar.names.titled(form.title), form.address) for form in forms)
        own = [context.signs(form.title) for form in forms]
        hinted = all(len(signs & context.signs(event)) > HINTED * len(signs) for signs in own)
        answering: Answering = "list" if len(forms) > 1 else "recall"
        yield Draft("form", stem, key, (fact,), (), facet, answering, soft=hinted)


def quoted(context: QuizContext, line: PlacedItem) -> tuple[str, tuple[NamedForm, ...]]:
    """Return the first sentence of a line that names forms, their names left blank, and the forms; "" for none.

    Of a long one the clause.

    Those that are counted up share a blank; where there are more blanks, nothing is asked.
    """
    marks = list(context.handbook.named_forms(line.item.text))
    if not marks:
        return "", ()
    grammar, text = context.grammar, line.item.text
    for start, end, _ in reversed(marks):
        text = text[:start] + grammar.blank + text[end:]
    text = grammar.names.unmarked(text, grammar.blank)
    group = re.search(rf"{grammar.blank}(?:{grammar.marks.between}{grammar.blank})*", text)
    count = group[0].count(grammar.blank) if group else 1
    text = re.sub(rf"{grammar.blank}(?:{grammar.marks.between}{grammar.blank})+", grammar.blank, text)
    at = text.index(grammar.blank)
    start, end = grammar.sentence_around(text, at)
    if end - start > LONG * grammar.size["clause"][1]:
        start, end = grammar.clause_around(text, at)
    sentence = text[start:end]
    if len(sentence) < len(grammar.blank) + grammar.size["piece"]:
        sentence = text[:end]
    if sentence.count(grammar.blank) > 1 or "{" in sentence:
        return "", ()
    return sentence, tuple(dict.fromkeys(form for _, _, form in marks[:count]))


def _fills(context: QuizContext, step: Step) -> list[Form]:
    """Return the forms a step fills."""
    return [form for name in step.fills if isinstance(form := context.handbook.form(name), Form)]
