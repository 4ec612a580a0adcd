"""A role: a post, or the department it belongs to, with what it does."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.model.base import FieldPath
from rolebook.model.item import LineField, Lines
from rolebook.model.measure import Text
from rolebook.model.post import Post
from rolebook.model.record import Part, Section, each_post, section_parts

POSTS = ("reports_to", "subordinates", "works_with", "relieved_by")
RECORDS = ("procedures", "scripts", "standards", "checklists", "forms")


class Role(Post):
    """A post. Other posts are given by id where they have a record, else by name."""

    reports_to: tuple[Text, ...] = ()
    subordinates: tuple[Text, ...] = ()
    works_with: tuple[Text, ...] = ()
    relieved_by: tuple[Text, ...] = ()
    """who stands in when this post is left"""
    qualifications: Lines
    summary: LineField | None = None
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

    def named_posts(self) -> Iterator[tuple[FieldPath, str]]:
        """Yield the posts around this one."""
        for field in POSTS:
            yield from each_post((field,), getattr(self, field))

    def mentions(self) -> Iterator[tuple[FieldPath, str, str]]:
        """Yield the records this post works by; posts may be mere names and are resolved apart."""
        yield from super().mentions()
        for folder in RECORDS:
            for n, text in enumerate(getattr(self, folder)):
                yield (folder, n), folder, text
