"""What every record has, whatever its kind, and the parts its lines stand in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import PositiveInt

from rolebook.model.address import Address
from rolebook.model.base import Anchored, Fault, FieldPath, Model
from rolebook.model.day import Day
from rolebook.model.item import Item, Lines
from rolebook.model.measure import Text
from rolebook.model.path import Stage

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook

SectionKind = Literal["duty", "preparation", "service", "closing", "rule"]


class Source(Model):
    """Where the content came from."""

    document: Text
    section: str = ""


class Revision(Model):
    """Document control: which issue of the record this is and who answers for it."""

    number: PositiveInt
    effective: Day
    """the day it takes effect, YYYY-MM-DD"""
    owner: Text
    approved_by: str = ""
    review_by: Day | None = None
    changes: str = ""
    """what changed since the revision before"""


class Earlier(Model):
    """A revision that is no longer in force; printed sheets of it are told so by it."""

    number: PositiveInt
    effective: Day
    """the day it took effect, YYYY-MM-DD"""
    changes: str = ""
    """what changed since the revision before"""


class Section(Anchored):
    """A heading and its lines."""

    title: Text
    kind: SectionKind = "duty"
    items: Lines
    query: str = ""
    """an open question about the section as a whole; never shown to learners"""


@dataclass(frozen=True)
class Part:
    """Some lines of a record under one heading, in reading order; `path` is where they stand in the YAML."""

    anchor: str
    title: str
    kind: str
    items: tuple[Item, ...]
    path: FieldPath
    paths: tuple[FieldPath, ...] = field(default=())
    """the place of each item, where that is not `path` + its number"""
    query: str = ""
    """an open question about the part as a whole"""

    def walk(self) -> Iterator[tuple[FieldPath, Item]]:
        """Yield every line, sub-items after the line they belong to, with its place."""
        for n, item in enumerate(self.items):
            yield from item.walk(self.paths[n] if self.paths else (*self.path, n))


class Record(Model):
    """Base of every kind. The folder decides the kind and the file's name is the id, so neither stands in the YAML."""

    folder: ClassVar[str]
    """the kind's folder under docs/ and in addresses"""
    of_lines: ClassVar[frozenset[str]] = frozenset()
    """the keys of its references that mean a line or a part, never a whole record"""
    most_lines: ClassVar[int] = 1000
    """4,000 took 18 seconds and 1.2 GB, nearly all of it for the sheet"""

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
    renamed_from: tuple[Text, ...] = ()
    """ids this record had before, the first one first; old links, printed codes and what was learnt lead here"""
    order: PositiveInt | None = None
    """where it stands among others of its kind, as in the order of a day; those without one come after, by their ids"""
    query: str = ""
    """an open question about the whole record; never shown to learners"""

    @cached_property
    def address(self) -> Address:
        """Where this record is found: folder/id."""
        return Address(self.folder, "")

    @property
    def earlier(self) -> tuple[Address, ...]:
        """Where it was found under the ids it had before, the first one first."""
        found = (Address.parse(text, self.folder) for text in self.renamed_from)
        return tuple(address for address in found if address)

    @property
    def first(self) -> Address:
        """The address it had at first, which is what it stays known by on devices."""
        return next(iter(self.earlier), self.address)

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

    def stages(self) -> Mapping[str, Stage]:
        """Return when each part is to be learnt by its anchor, the first one first, as far as the author says so."""
        return {}

    def mentions(self) -> Iterator[tuple[FieldPath, str, str]]:
        """Yield every reference to another record: its place, the folder a bare id means, and the text."""
        for n, text in enumerate(self.related):
            yield ("related", n), "", text

    def named_posts(self) -> Iterator[tuple[FieldPath, str]]:
        """Yield the posts this record names, by id, address, title or alias, each with its place."""
        yield from ()

    @cached_property
    def posts(self) -> tuple[str, ...]:
        """The posts this record names."""
        return tuple(name for _, name in self.named_posts())

    @property
    def belongs_to(self) -> str:
        """The department it says it belongs to; "" where it says none."""
        return getattr(self, "department", "")

    def spoken(self, text: str) -> str:
        """Return a line of this record as it is said, whatever has to be filled in standing in it."""
        return text

    def check(self, handbook: Handbook) -> Iterator[Fault]:
        """Yield what is wrong in this record, as far as its kind alone can tell."""
        yield from ()


def each_post(path: FieldPath, names: tuple[str, ...]) -> Iterator[tuple[FieldPath, str]]:
    """Yield the names of a list at `path`, each with its place."""
    yield from (((*path, n), name) for n, name in enumerate(names))


def section_parts(sections: tuple[Section, ...]) -> tuple[Part, ...]:
    """Return the parts of the records whose lines stand in `sections`."""
    return tuple(
        Part(section.anchor, section.title, section.kind, section.items, ("sections", n, "items"), query=section.query)
        for n, section in enumerate(sections)
    )
