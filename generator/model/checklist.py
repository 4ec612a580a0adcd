"""A checklist: lines to tick, most of them pulled from a role by address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, PositiveInt, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.model.address import derived_id
from generator.model.base import Model, Path
from generator.model.item import Id, Item
from generator.model.measure import Text
from generator.model.record import Part, Record


class Entry(Model):
    """One line to tick: pulled `from` an address (an item, or a section for all its lines), or with its own text."""

    from_: Annotated[Text | None, Field(alias="from")] = None
    text: Text | None = None
    id: Id | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.from_ is None) == (self.text is None):
            raise ValueError("a line needs either 'from' or 'text'")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


def _bare_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class CheckSection(Model):
    """A heading and the lines under it."""

    title: Text
    id: Id | None = None
    items: Annotated[tuple[Annotated[Entry, BeforeValidator(_bare_text)], ...], Field(min_length=1)]

    @cached_property
    def anchor(self) -> str:
        """The author's id, or one made from the title."""
        return self.id or derived_id(self.title)


class SignOff(Model):
    """How the sheet is signed: a row a day of the week or a shift, with date, initials and time."""

    by: Literal["day", "shift"] = "shift"
    shifts: tuple[Text, ...] = ()
    """names of the shifts, where they are signed one by one"""


class Checklist(Record):
    """When it is done, by whom, what is ticked, how it is signed and how it prints."""

    folder: ClassVar[str] = "checklists"

    department: str = ""
    when: Text
    """when it is done: 班前, 会议结束后"""
    by: Annotated[tuple[Text, ...], Field(min_length=1)]
    """posts, by id or by name"""
    sections: Annotated[tuple[CheckSection, ...], Field(min_length=1)]
    sign_off: SignOff | None = None
    paper: Literal["a3", "a4", "a5", "letter"] = "a4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    reading_distance: Annotated[float, Field(gt=0, le=5)] = 0.6
    """metres between the reader and the wall"""
    pages: PositiveInt | None = None
    """the build fails where the sheet needs more pages than this"""

    def parts(self) -> tuple[Part, ...]:
        """Return the lines with a text of their own; `Handbook.ticks` has the pulled ones too."""
        return tuple(
            Part(
                section.anchor,
                section.title,
                "check",
                tuple(Item(text=entry.text, id=entry.id) for entry in section.items if entry.text),
                ("sections", n, "items"),
                tuple(("sections", n, "items", k) for k, entry in enumerate(section.items) if entry.text),
            )
            for n, section in enumerate(self.sections)
        )

    def pulls(self) -> Iterator[tuple[Path, str]]:
        """Yield every `from`, with its place."""
        for n, section in enumerate(self.sections):
            for k, entry in enumerate(section.items):
                if entry.from_:
                    yield ("sections", n, "items", k, "from"), entry.from_
