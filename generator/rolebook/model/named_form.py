"""A form as lines know it: its name in the text is a reference to it."""

from __future__ import annotations

from typing import ClassVar

from rolebook.model.record import Record


class NamedForm(Record):
    """What is filled, or (`document: true`) only referred to."""

    folder: ClassVar[str] = "forms"

    document: bool = False
