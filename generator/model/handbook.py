"""The handbook: all records, every line by its address, and who refers to whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.model.address import Address
from generator.model.base import Path
from generator.model.checklist import Checklist, Entry
from generator.model.form import Form
from generator.model.item import Item
from generator.model.procedure import Procedure
from generator.model.record import Part, Record
from generator.model.role import POSTS, Role
from generator.model.synonyms import Synonyms

R = TypeVar("R", bound=Record)


class Place(NamedTuple):
    """Where something was written: the file as the author knows it, line and column from 1 (0: not known)."""

    file: str
    line: int
    column: int = 0


@dataclass(frozen=True)
class Line:
    """An Item where it stands: its address, its record and the part (section, step, node) it belongs to."""

    address: Address
    item: Item
    record: Record
    part: Part
    path: Path


class Tick(NamedTuple):
    """A line of a checklist: the line to tick, and where it was pulled from (None: the checklist's own)."""

    item: Item
    origin: Line | None


class Mark(NamedTuple):
    """A stretch of a line that stands out: a form that is named there, or (None) a number that is measured."""

    start: int
    end: int
    form: Form | None


class Handbook:
    """All records by address. `place` tells where a path of a record was written; errors and quizzes quote it."""

    def __init__(
        self,
        records: Iterable[Record],
        place: Callable[[Address, Path], Place] = lambda address, path: Place("", 0),
        synonyms: tuple[Synonyms, ...] = (),
        unread: frozenset[Address] = frozenset(),
    ) -> None:
        """Take the records; `unread` are those whose files are faulty themselves, so that nothing misses them."""
        self.records: Mapping[Address, Record] = {record.address: record for record in records}
        self.place = place
        self.synonyms = synonyms
        self.unread = unread

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one kind, by id."""
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    @cached_property
    def lines(self) -> Mapping[Address, Line]:
        """Every line with words of its own, by address, in reading order; of two with one id the first."""
        found: dict[Address, Line] = {}
        for record in self.records.values():
            for part in record.parts():
                for path, item in part.walk():
                    address = record.address._replace(item=item.anchor)
                    found.setdefault(address, Line(address, item, record, part, path))
        return found

    @cached_property
    def parts(self) -> Mapping[Address, Part]:
        """Every section, step and node by address."""
        return {
            record.address._replace(item=part.anchor): part
            for record in self.records.values()
            for part in record.parts()
        }

    def has(self, address: Address) -> bool:
        """Tell whether there is a record, a part or a line at `address`, or may be in a file that could not be read."""
        if address.page in self.unread:
            return True
        return (address in self.lines or address in self.parts) if address.item else address in self.records

    def written(self, line: Line) -> Place:
        """Return where a line was written."""
        return self.place(line.record.address, line.path)

    @cached_property
    def _role_names(self) -> Mapping[str, Role]:
        names: dict[str, Role] = {}
        for role in self.of(Role):
            for name in (role.id, str(role.address), role.title, *role.aliases):
                names.setdefault(name, role)
        return names

    def role(self, name: str) -> Role | None:
        """Return the post an id, a title or an alias means; None for a post without a record."""
        return self._role_names.get(name)

    @cached_property
    def _form_names(self) -> Mapping[str, Form]:
        names: dict[str, Form] = {}
        for form in self.of(Form):
            for name in (form.title, *form.aliases):
                names.setdefault(name, form)
        return names

    @cached_property
    def _form_starts(self) -> tuple[re.Pattern[str], Mapping[str, tuple[int, ...]]]:
        """How names of forms begin, and how long those are that begin so, longest first: a scan then skips the rest."""
        lengths: dict[str, set[int]] = {}
        for name in self._form_names:
            lengths.setdefault(name[:2], set()).add(len(name))
        for start, found in lengths.items():
            if start[0] in self._form_names:
                found.add(1)  # a name of one character, where the longer ones that begin so do not fit
        starts = re.compile("|".join(map(re.escape, sorted(lengths, key=len, reverse=True))) or "(?!)")
        return starts, {start: tuple(sorted(known, reverse=True)) for start, known in lengths.items()}

    def named_forms(self, text: str) -> Iterator[tuple[int, int, Form]]:
        """Yield the forms whose title or alias stands in `text`, as (start, end, form), the longest name first."""
        starts, lengths = self._form_starts
        position = 0
        while match := starts.search(text, position):
            position = match.start() + 1
            for length in lengths[match[0]]:
                if form := self._form_names.get(text[match.start() : match.start() + length]):
                    position = match.start() + length
                    yield match.start(), position, form
                    break

    def forms(self, item: Item) -> tuple[Form, ...]:
        """Return the forms a line names or means, each once."""
        if not item.forms and not self._form_starts[0].search(item.text):
            return ()
        meant = [self.records.get(Address("forms", name)) for name in item.forms]
        found = [form for _, _, form in self.named_forms(item.text)] + [
            form for form in meant if isinstance(form, Form)
        ]
        return tuple(dict.fromkeys(found))

    def marks(self, item: Item) -> list[Mark]:
        """Return the stretches of a line that stand out, in order and not overlapping: numbers and named forms."""
        found = [Mark(start, end, form) for start, end, form in self.named_forms(item.text)]
        for measure in item.measures:
            for spans in measure.spans(item.text).values():
                found += [Mark(start, end, None) for start, end in spans]
        kept: list[Mark] = []
        for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
            if not kept or mark.start >= kept[-1].end:
                kept.append(mark)
        return kept

    def ticks(self, checklist: Checklist) -> tuple[tuple[str, str, tuple[Tick, ...]], ...]:
        """Return the sections of a checklist as (anchor, title, lines), everything pulled in its place."""
        return tuple(
            (
                section.anchor,
                section.title,
                tuple(tick for entry in section.items for tick in self.ticked(entry)),
            )
            for section in checklist.sections
        )

    def ticked(self, entry: Entry) -> Iterator[Tick]:
        """Yield the lines an entry of a checklist stands for: its own, the one it pulls, or all of a section."""
        address = Address.parse(entry.from_ or "")
        if address is None:
            yield Tick(Item(text=entry.text or "…", id=entry.id), None)
        elif address in self.lines:
            yield Tick(self.lines[address].item, self.lines[address])
        elif address in self.parts:
            for item in self.parts[address].items:
                line = self.lines[address._replace(item=item.anchor)]
                yield Tick(line.item, line)

    @cached_property
    def links(self) -> Mapping[Address, tuple[Address, ...]]:
        """The records each record refers to: named outright, pulled from, or named by a line."""
        return {record.address: tuple(dict.fromkeys(self._links(record))) for record in self.records.values()}

    def _links(self, record: Record) -> Iterator[Address]:
        for _, folder, text in record.mentions():
            if (address := Address.parse(text, folder)) and address.page in self.records:
                yield address.page
        for part in record.parts():
            for _, item in part.walk():
                yield from (form.address for form in self.forms(item) if form is not record)
        if isinstance(record, Checklist):
            for _, pulled in record.pulls():
                if (address := Address.parse(pulled)) and address.page in self.records:
                    yield address.page
        yield from (role.address for name in posts(record) if (role := self.role(name)) and role is not record)

    @cached_property
    def backlinks(self) -> Mapping[Address, tuple[Address, ...]]:
        """The records that refer to each record: `links` turned round."""
        found: dict[Address, list[Address]] = {address: [] for address in self.records}
        for address, targets in self.links.items():
            for target in targets:
                found[target].append(address)
        return {address: tuple(sources) for address, sources in found.items()}

    @cached_property
    def named_by(self) -> Mapping[Address, tuple[Line, ...]]:
        """For every form, the lines that name it."""
        found: dict[Address, list[Line]] = {}
        for line in self.lines.values():
            for form in self.forms(line.item):
                if form is not line.record:
                    found.setdefault(form.address, []).append(line)
        return {address: tuple(lines) for address, lines in found.items()}


def posts(record: Record) -> tuple[str, ...]:
    """Return the posts a record names, by id or by name."""
    if isinstance(record, Role):
        return tuple(name for field in POSTS for name in getattr(record, field))
    if isinstance(record, Checklist):
        return record.by
    if isinstance(record, Procedure):
        return tuple(name for step in record.steps for name in step.by)
    return ()
