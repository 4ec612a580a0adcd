"""A procedure: steps in an order that matters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from rolebook.model.base import Anchored, FieldPath
from rolebook.model.item import Lines
from rolebook.model.measure import Text
from rolebook.model.record import Part, Record, each_post


class Step(Anchored):
    """One step: its name, the lines that say how, who does it and which form it fills."""

    title: Text
    items: Lines
    by: tuple[Text, ...] = ()
    """posts, by id or by name"""
    fills: tuple[Text, ...] = ()
    """forms, by id"""


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

    def named_posts(self) -> Iterator[tuple[FieldPath, str]]:
        """Yield who does the steps."""
        for n, step in enumerate(self.steps):
            yield from each_post(("steps", n, "by"), step.by)

    def mentions(self) -> Iterator[tuple[FieldPath, str, str]]:
        """Yield the forms the steps fill."""
        yield from super().mentions()
        for n, step in enumerate(self.steps):
            for k, text in enumerate(step.fills):
                yield ("steps", n, "fills", k), "forms", text
