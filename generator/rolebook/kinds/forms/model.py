"""A form, or a document the lines name: its fields where they are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from rolebook.errors import Message
from rolebook.model.base import Anchored, Fault
from rolebook.model.item import Item
from rolebook.model.measure import Text
from rolebook.model.named_form import NamedForm
from rolebook.model.record import Part

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook

FieldType = Literal["text", "long", "number", "date", "time", "choice", "signature"]


class FormField(Anchored):
    """One field to fill."""

    words: ClassVar[str] = "label"

    label: Text
    type: FieldType = "text"
    required: bool = False
    choices: tuple[Text, ...] = ()
    query: str = ""


class Form(NamedForm):
    """A sheet that prints blank and is filled, or a named document (`document: true`) that is only referred to."""

    purpose: str = ""
    fields: tuple[FormField, ...] = ()

    def parts(self) -> tuple[Part, ...]:
        """Return the fields as lines."""
        items = tuple(Item(text=field.label, id=field.id, query=field.query) for field in self.fields)
        return (Part("fields", "", "field", items, ("fields",)),) if items else ()

    def check(self, handbook: Handbook) -> Iterator[Fault]:
        """A choice needs choices, nothing else has them, and two fields are never called the same."""
        me = str(self.address)
        labels = Counter(field.label for field in self.fields)
        for n, field in enumerate(self.fields):
            if field.type == "choice" and len(field.choices) < 2:
                yield Fault(me, ("fields", n), Message("too-few-choices"))
            elif field.choices and field.type != "choice":
                yield Fault(me, ("fields", n, "choices"), Message("choices-without-choice"))
            if labels[field.label] > 1:
                yield Fault(me, ("fields", n, "label"), Message("field-twice", label=field.label))
