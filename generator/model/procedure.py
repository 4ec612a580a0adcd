"""A procedure: steps in an order that matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.address import derived_id
from generator.model.base import Model, Path
from generator.model.item import Id, Lines
from generator.model.measure import Text
from generator.model.record import Part, Record


class Step(Model):
    """One step: its name, the lines that say how, who does it and which form it fills."""

    title: Text
    id: Id | None = None
    items: Lines
    by: tuple[Text, ...] = ()
    """posts, by id or by name"""
    fills: tuple[Text, ...] = ()
    """forms, by id"""

    @cached_property
    def anchor(self) -> str:
        """The author's id, or one made from the title."""
        return self.id or derived_id(self.title)


class Procedure(Record):
    """Ordered steps."""

    folder: ClassVar[str] = "procedures"

    department: str = ""
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]

    def parts(self) -> tuple[Part, ...]:
        """Return each step as a part, in order."""
        return tuple(
            Part(step.anchor, step.title, "step", step.items, ("steps", n, "items"))
            for n, step in enumerate(self.steps)
        )

    def mentions(self) -> Iterator[tuple[Path, str, str]]:
        """Yield the forms the steps fill."""
        yield from super().mentions()
        for n, step in enumerate(self.steps):
            for k, text in enumerate(step.fills):
                yield ("steps", n, "fills", k), "forms", text
