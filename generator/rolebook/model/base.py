"""What all models share: they are frozen, refuse unknown keys, and say where a fault of theirs lies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from rolebook.errors import Message, Value
from rolebook.model.address import ID, derived_id

FieldPath = tuple[str | int, ...]
"""Where a value stands inside a record: keys and list positions from the top, as in ("sections", 0, "items", 3)."""


class Model(BaseModel):
    """Base of every model."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$", max_length=64)]


class Anchored(Model):
    """What has an address inside its record: by the author's id, or one made from its words."""

    words: ClassVar[str] = "title"
    """the key its words stand under"""
    id: Id | None = None
    """what other records call it; without it the id is made from the words"""

    @cached_property
    def anchor(self) -> str:
        """The author's id, or one made from the words."""
        return self.id or derived_id(getattr(self, self.words))


@dataclass(frozen=True)
class Fault:
    """A fault the models found by themselves: the record (folder/id), the place in it and what is wrong."""

    record: str
    path: FieldPath
    message: Message


def objection(code: str, /, **values: Value) -> PydanticCustomError:
    """Return what a validator raises: a message's code, and its facts as the error's context."""
    return PydanticCustomError(code, code, values)
