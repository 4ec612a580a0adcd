"""A role: a post, or the department it belongs to, with what it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from generator.model.base import Path
from generator.model.item import Line, Lines
from generator.model.measure import Text
from generator.model.record import Part, Record, Section, section_parts

POSTS = ("reports_to", "subordinates", "works_with", "relieved_by")
RECORDS = ("procedures", "scripts", "standards", "checklists", "forms")


class Role(Record):
    """A post. Other posts are given by id where they have a record, else by name."""

    folder: ClassVar[str] = "roles"

    department: Text
    is_department: bool = False
    """true: this describes a whole department, not one post"""
    reports_to: tuple[Text, ...] = ()
    subordinates: tuple[Text, ...] = ()
    works_with: tuple[Text, ...] = ()
    relieved_by: tuple[Text, ...] = ()
    """who stands in when this post is left"""
    qualifications: Lines
    summary: Line | None = None
    """what the post is for, in a sentence or two"""
    sections: tuple[Section, ...] = ()
    procedures: tuple[Text, ...] = ()
    scripts: tuple[Text, ...] = ()
    standards: tuple[Text, ...] = ()
    checklists: tuple[Text, ...] = ()
    forms: tuple[Text, ...] = ()

    def parts(self) -> tuple[Part, ...]:
        """Return summary, qualifications and sections."""
        summary = Part("summary", "", "summary", (self.summary,), (), (("summary",),)) if self.summary else None
        wanted = Part("qualifications", "", "qualification", self.qualifications, ("qualifications",))
        head = [summary] if summary else []
        return (*head, *([wanted] if self.qualifications else []), *section_parts(self.sections))

    def mentions(self) -> Iterator[tuple[Path, str, str]]:
        """Yield the records this post works by; posts may be mere names and are resolved apart."""
        yield from super().mentions()
        for folder in RECORDS:
            for n, text in enumerate(getattr(self, folder)):
                yield (folder, n), folder, text
