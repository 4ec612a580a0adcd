"""A form, or a document the lines name: its fields where they are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from generator.model.address import derived_id
from generator.model.base import Fault, Model
from generator.model.item import Id, Item
from generator.model.measure import Text
from generator.model.record import Part, Record

FieldType = Literal["text", "long", "number", "date", "time", "choice", "signature"]


class FormField(Model):
    """One field to fill."""

    label: Text
    id: Id | None = None
    type: FieldType = "text"
    required: bool = False
    choices: tuple[Text, ...] = ()
    query: str = ""

    @cached_property
    def anchor(self) -> str:
        """The author's id, or one made from the label."""
        return self.id or derived_id(self.label)


class Form(Record):
    """A sheet that prints blank and is filled, or a named document (`document: true`) that is only referred to."""

    folder: ClassVar[str] = "forms"

    document: bool = False
    purpose: str = ""
    fields: tuple[FormField, ...] = ()

    def parts(self) -> tuple[Part, ...]:
        """Return the fields as lines."""
        items = tuple(Item(text=field.label, id=field.anchor) for field in self.fields)
        return (Part("fields", "", "field", items, ("fields",)),) if items else ()

    def check(self) -> Iterator[Fault]:
        """A choice needs choices, nothing else has them, and two fields are never called the same."""
        labels = Counter(field.label for field in self.fields)
        for n, field in enumerate(self.fields):
            if field.type == "choice" and len(field.choices) < 2:
                yield Fault(
                    str(self.address), ("fields", n), "a choice needs at least two choices", "add 'choices: [是, 否]'"
                )
            elif field.choices and field.type != "choice":
                yield Fault(
                    str(self.address),
                    ("fields", n, "choices"),
                    "only a field of type choice has choices",
                    "add 'type: choice'",
                )
            if labels[field.label] > 1:
                yield Fault(
                    str(self.address),
                    ("fields", n, "label"),
                    f"two fields are called '{field.label}'",
                    "give each its own name",
                )
