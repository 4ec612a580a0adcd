"""The Item: one line of the handbook, the atom everything else is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.model.address import ID, derived_id
from generator.model.base import Model, Path
from generator.model.measure import Measure, Text

Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$", max_length=64)]


class Item(Model):
    """One line. In YAML either just its text, or a mapping with these keys."""

    text: Text
    """the line itself; **bold**, *emphasis*, `code` and [links](…) are understood"""
    id: Id | None = None
    """what other records call this line; without it the id is made from the words"""
    measures: tuple[Measure, ...] = ()
    """the numbers in the line"""
    items: tuple[Line, ...] = ()
    """sub-items"""
    forms: tuple[Text, ...] = ()
    """forms the line means without naming them; a form whose title stands in the text is linked by itself"""
    never: bool = False
    """true: this must never be said or done"""
    pin: bool = False
    """true: people ask for this often; lookup shows it before lines that fit as well"""
    query: str = ""
    """an open question to the content's owner; never shown to learners, listed by `rolebook check`"""

    @cached_property
    def anchor(self) -> str:
        """The author's id, or one made from the words."""
        return self.id or derived_id(self.text)

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Item]]:
        """Yield this line and its sub-items, each with its place in the record."""
        yield path, self
        for n, item in enumerate(self.items):
            yield from item.walk((*path, "items", n))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


def _bare_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Line = Annotated[Item, BeforeValidator(_bare_text)]
Lines = Annotated[tuple[Line, ...], Field(default=())]
Item.model_rebuild()
