"""A role: a post, or the department it belongs to, with what it does."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rolebook.errors import Message
from rolebook.model.base import Fault, FieldPath
from rolebook.model.item import LineField, Lines
from rolebook.model.measure import Text
from rolebook.model.path import LearningPath, Stage
from rolebook.model.post import Post
from rolebook.model.record import Part, Section, each_post, section_parts

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook

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
    path: LearningPath | None = None
    """which sections are learnt when; without it in their order, at the pace of the quiz"""
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

    def stages(self) -> Mapping[str, Stage]:
        """Return when each section is to be learnt by its anchor, the first one first, as far as the path says so."""
        called = {name: section.anchor for section in self.sections for name in (section.anchor, section.title)}
        named = self.path.named() if self.path else ()
        return {called[name]: stage for stage, _, name in named if name in called}

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

    def check(self, handbook: Handbook) -> Iterator[Fault]:
        """The path names sections there are, each once."""
        yield from super().check(handbook)
        titles = {name: section.title for section in self.sections for name in (section.title, section.anchor)}
        seen = set[str]()
        for stage, n, name in self.path.named() if self.path else ():
            place = (str(self.address), ("path", stage, n))
            if name not in titles:
                near = next(iter(difflib.get_close_matches(name, titles, n=1)), "")
                yield Fault(*place, Message("path-without-section", name=name, near=titles.get(near, "")))
            elif titles[name] in seen:
                yield Fault(*place, Message("path-section-twice", name=name))
            else:
                seen.add(titles[name])
