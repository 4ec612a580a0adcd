"""The blank form: a row a field, as high as a hand needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from rolebook.kinds.forms.model import Form, FormField
from rolebook.sheet import Sheet, unbreakable

if TYPE_CHECKING:
    from rolebook.views.posters.writer import SheetWriter

LARGEST = 1.25
"""A form is read at the desk: its type stays small, and the room is left to the hand."""


class Row(TypedDict):
    """A field to fill; `pattern` is what a date or a time is written into."""

    label: str
    type: str
    required: bool
    choices: list[str]
    pattern: str
    tokens: list[str]


class Blank(TypedDict):
    """What sheet.typ reads."""

    lead: str
    fields: list[Row]


def form(form: Form, writer: SheetWriter) -> Sheet:
    """Return the sheet of a form."""
    fields = [_row(writer, field, n) for n, field in enumerate(form.fields)]
    facts = [(writer.t("poster.number"), writer.grammar.blank * 2)]
    lead = writer.text(form.purpose, ("purpose",))
    tops = [writer.origin("purpose")] if lead else []
    blocks = [*tops, *(writer.origin("fields", n) for n, _ in enumerate(fields))]
    return writer.sheet(facts, blocks, Blank(lead=lead, fields=fields), largest=LARGEST)


def _row(writer: SheetWriter, field: FormField, n: int) -> Row:
    label = writer.text(field.label, ("fields", n, "label"))
    writer.lines.append((str(writer.record.address._replace(item=field.anchor)), label))
    patterns = {"date": writer.t("poster.date_blank"), "time": writer.t("poster.time_blank")}
    return {
        "label": label,
        "type": field.type,
        "required": field.required,
        "choices": [writer.text(choice, ("fields", n, "choices", k)) for k, choice in enumerate(field.choices)],
        "pattern": patterns.get(field.type, ""),
        "tokens": unbreakable([label]),
    }
