"""The Item: one line of the handbook, the atom everything else is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from rolebook.model.base import Anchored, FieldPath
from rolebook.model.measure import Measure, Text


class Item(Anchored):
    """One line. In YAML either just its text, or a mapping with these keys."""

    words: ClassVar[str] = "text"

    text: Text
    """the line itself; **bold**, *emphasis*, `code` and [links](…) are understood"""
    measures: tuple[Measure, ...] = ()
    """the numbers in the line"""
    items: tuple[LineField, ...] = ()
    """sub-items"""
    forms: tuple[Text, ...] = ()
    """forms the line means without naming them; a form whose title stands in the text is linked by itself"""
    never: bool = False
    """true: this must never be said or done"""
    pin: bool = False
    """true: people ask for this often; lookup shows it before lines that fit as well"""
    query: str = ""
    """an open question to the content's owner; never shown to learners, listed by `rolebook check`"""

    def walk(self, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Item]]:
        """Yield this line and its sub-items, each with its place in the record."""
        yield path, self
        for n, item in enumerate(self.items):
            yield from item.walk((*path, "items", n))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


def _bare_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


LineField = Annotated[Item, BeforeValidator(_bare_text)]
Lines = Annotated[tuple[LineField, ...], Field(default=())]
Item.model_rebuild()
