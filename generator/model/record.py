"""What every record has, whatever its kind, and the parts its lines stand in."""

from __future__ import annotations

import datetime
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Literal, Self

from pydantic import PositiveInt

from generator.model.address import Address, derived_id
from generator.model.base import Fault, Model, Path
from generator.model.item import Id, Item, Lines
from generator.model.measure import Text

SectionKind = Literal["duty", "preparation", "service", "closing", "rule"]


class Source(Model):
    """Where the content came from."""

    document: Text
    section: str = ""


class Revision(Model):
    """Document control: which issue of the record this is and who answers for it."""

    number: PositiveInt
    effective: datetime.date
    """the day it takes effect, YYYY-MM-DD"""
    owner: Text
    approved_by: str = ""
    review_by: datetime.date | None = None
    changes: str = ""
    """what changed since the revision before"""


class Earlier(Model):
    """A revision that is no longer in force; printed sheets of it are told so by it."""

    number: PositiveInt
    effective: datetime.date
    """the day it took effect, YYYY-MM-DD"""
    changes: str = ""
    """what changed since the revision before"""


class Section(Model):
    """A heading and its lines."""

    title: Text
    id: Id | None = None
    kind: SectionKind = "duty"
    items: Lines
    query: str = ""
    """an open question about the section as a whole; never shown to learners"""

    @cached_property
    def anchor(self) -> str:
        """The author's id, or one made from the title."""
        return self.id or derived_id(self.title)


@dataclass(frozen=True)
class Part:
    """Some lines of a record under one heading, in reading order; `path` is where they stand in the YAML."""

    anchor: str
    title: str
    kind: str
    items: tuple[Item, ...]
    path: Path
    paths: tuple[Path, ...] = field(default=())
    """the place of each item, where that is not `path` + its number"""

    def walk(self) -> Iterator[tuple[Path, Item]]:
        """Yield every line, sub-items after the line they belong to, with its place."""
        for n, item in enumerate(self.items):
            yield from item.walk(self.paths[n] if self.paths else (*self.path, n))


class Record(Model):
    """Base of every kind. The folder decides the kind and the file's name is the id, so neither stands in the YAML."""

    folder: ClassVar[str]
    """the kind's folder under docs/ and in addresses"""

    title: Text
    aliases: tuple[Text, ...] = ()
    """what people also call it; lookup finds it by these"""
    source: Source | None = None
    revision: Revision
    history: tuple[Earlier, ...] = ()
    """earlier revisions, so that the page a printed sheet leads to can say what changed since"""
    tags: tuple[Text, ...] = ()
    related: tuple[Text, ...] = ()
    """addresses of records to read next, as in `procedures/return-visit`"""
    query: str = ""
    """an open question about the whole record; never shown to learners"""

    @cached_property
    def address(self) -> Address:
        """Where this record is found: folder/id."""
        return Address(self.folder, "")

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self.address.record

    def named(self, record_id: str) -> Self:
        """Return this record under the id its file name gives."""
        copy = self.model_copy()
        copy.__dict__["address"] = Address(self.folder, record_id)  # where cached_property keeps it; models are frozen
        return copy

    @abstractmethod
    def parts(self) -> tuple[Part, ...]:
        """Return the lines of this record by heading, in reading order."""

    def mentions(self) -> Iterator[tuple[Path, str, str]]:
        """Yield every reference to another record: its place, the folder a bare id means, and the text."""
        for n, text in enumerate(self.related):
            yield ("related", n), "", text

    def check(self) -> Iterator[Fault]:
        """Yield what is wrong inside this record alone."""
        yield from ()


def section_parts(sections: tuple[Section, ...]) -> tuple[Part, ...]:
    """Return the parts of the records whose lines stand in `sections`."""
    return tuple(
        Part(section.anchor, section.title, section.kind, section.items, ("sections", n, "items"))
        for n, section in enumerate(sections)
    )
