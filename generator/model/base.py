"""What all models share: they are frozen, refuse unknown keys, and say where a fault of theirs lies."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

Path = tuple[str | int, ...]
"""Where a value stands inside a record: keys and list positions from the top, as in ("sections", 0, "items", 3)."""


class Model(BaseModel):
    """Base of every model."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


@dataclass(frozen=True)
class Fault:
    """A fault the models found by themselves: the record (folder/id), the place in it, what is wrong and the fix."""

    record: str
    path: Path
    message: str
    hint: str = ""
