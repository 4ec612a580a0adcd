"""A standard: a sheet of lines that belong to no single post."""

from __future__ import annotations

from typing import ClassVar

from rolebook.model.record import Part, Record, Section, section_parts


class Standard(Record):
    """Principles, techniques, do and never-do."""

    folder: ClassVar[str] = "standards"

    department: str = ""
    sections: tuple[Section, ...]

    def parts(self) -> tuple[Part, ...]:
        """Return the sections."""
        return section_parts(self.sections)
