"""The handbook: all records, every line by its address, and who refers to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from rolebook.errors import Place, Problem
from rolebook.language import Language
from rolebook.language import language as speech
from rolebook.language.wordlist import small
from rolebook.model.address import Address
from rolebook.model.base import FieldPath
from rolebook.model.defaults import Defaults
from rolebook.model.form_names import FormNames
from rolebook.model.item import Item
from rolebook.model.named_form import NamedForm
from rolebook.model.post import Post
from rolebook.model.record import Part, Record
from rolebook.model.synonyms import Synonyms

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class PlacedItem:
    """An Item where it stands: its address, its record and the part (section, step, node) it belongs to."""

    address: Address
    item: Item
    record: Record
    part: Part
    path: FieldPath


class Mark(NamedTuple):
    """A stretch of a line that stands out: a record that is named there, or (None) a number that is measured."""

    start: int
    end: int
    named: Record | None


class Handbook:
    """All records by address. `place` tells where a path of a record was written; errors and quizzes quote it."""

    def __init__(
        self,
        records: Iterable[Record],
        place: Callable[[Address, FieldPath], Place] = lambda address, path: Place("", 0),
        synonyms: tuple[Synonyms, ...] = (),
        unread: frozenset[Address] = frozenset(),
        language: Language | None = None,
        sources: Mapping[Address, str] | None = None,
        defaults: Defaults | None = None,
        files: frozenset[str] = frozenset(),
    ) -> None:
        """Take the records; `unread` are those whose files are faulty themselves, so that nothing misses them.

        `language` is what the lines are written in; the default language where none is given. `sources` are the files
        of the records, relative to docs/, where they stand elsewhere than at their address; `defaults` what holds for
        all of them, `files` all that stands under docs/, records or not.
        """
        self.records: Mapping[Address, Record] = {record.address: record for record in records}
        self.place = place
        self.synonyms = synonyms
        self.unread = unread
        self.language = language or speech()
        self.sources = sources or {}
        self.defaults = defaults or Defaults()
        self.files = files
        self.notices: tuple[Problem, ...] = ()
        """what its author should know and is no fault"""

    def with_records(self, changed: Iterable[Record]) -> Handbook:
        """Return the same handbook with other records at some of its addresses; where they stand is not known anew."""
        records = {**self.records, **{record.address: record for record in changed}}
        return Handbook(
            records.values(),
            self.place,
            self.synonyms,
            self.unread,
            self.language,
            self.sources,
            self.defaults,
            self.files,
        )

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one kind, by id."""
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    @cached_property
    def lines(self) -> Mapping[Address, PlacedItem]:
        """Every line with words of its own, by address, in reading order; of two with one id the first."""
        found: dict[Address, PlacedItem] = {}
        for record in self.records.values():
            for part in record.parts():
                for path, item in part.walk():
                    address = record.address._replace(item=item.anchor)
                    found.setdefault(address, PlacedItem(address, item, record, part, path))
        return found

    @cached_property
    def parts(self) -> Mapping[Address, Part]:
        """Every section, step and node by address."""
        return {
            record.address._replace(item=part.anchor): part
            for record in self.records.values()
            for part in record.parts()
        }

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Address, ...]]:
        """The lines, then the parts, by their ids alone: where one is that has left its record."""
        found: dict[str, list[Address]] = {}
        for address in {**self.lines, **self.parts}:
            found.setdefault(address.item, []).append(address)
        return {id: tuple(addresses) for id, addresses in found.items()}

    @cached_property
    def renamed(self) -> Mapping[Address, Record]:
        """The records by the addresses they had before."""
        return {earlier: record for record in self.records.values() for earlier in record.earlier}

    def first(self, address: Address) -> Address:
        """Return a record's or a line's address with the first id of its record: what it is known by on devices."""
        record = self.records.get(address.page)
        return record.first._replace(item=address.item) if record and record.renamed_from else address

    def has(self, address: Address) -> bool:
        """Tell whether there is a record, a part or a line at `address`, or may be in a file that could not be read."""
        if address.page in self.unread:
            return True
        return (address in self.lines or address in self.parts) if address.item else address in self.records

    def source(self, address: Address) -> str:
        """Return the file a record was written in, relative to docs/: roles/hotel-a/porter.yml."""
        return self.sources.get(address.page, f"{address.folder}/{address.record}.yml")

    def written(self, line: PlacedItem) -> Place:
        """Return where a line was written."""
        return self.place(line.record.address, line.path)

    @cached_property
    def post_names(self) -> Mapping[str, Post]:
        """The posts by what they may be called by: id, address, title and aliases."""
        names: dict[str, Post] = {}
        for post in self.of(Post):
            for name in (post.id, str(post.address), post.title, *post.aliases):
                names.setdefault(name, post)
        return names

    def role(self, name: str) -> Post | None:
        """Return the post an id, a title or an alias means; None for a post without a record."""
        return self.post_names.get(name)

    def posts_of(self, record: Record) -> tuple[Post, ...]:
        """Return the posts a record belongs to: itself, or those it names, then those that refer to it."""
        if isinstance(record, Post):
            return (record,)
        users = (self.records[address] for address in self.backlinks[record.address])
        found = (*map(self.role, record.posts), *users)
        return tuple(dict.fromkeys(post for post in found if isinstance(post, Post)))

    @cached_property
    def _titles(self) -> Mapping[str, Record]:
        """What is called by each title and alias; of several the first, forms before others."""
        last_first = reversed([*self.of(NamedForm), *self.records.values()])
        return {small(name): record for record in last_first for name in (record.title, *record.aliases)}

    def titled(self, name: str) -> Record | None:
        """Return the record that is called so, by title or alias, forms before others; None where none is."""
        return self._titles.get(small(name))

    def named_records(self, text: str) -> Iterator[tuple[int, int, Record]]:
        """Yield the records a text names: forms wherever their names stand, others in the marks of a title."""
        yield from self.named_forms(text)
        for start, end in self.language.grammar.names.titles_at(text):
            if (record := self.titled(text[start:end])) and not isinstance(record, NamedForm):
                yield start, end, record

    @cached_property
    def _form_names(self) -> FormNames:
        return FormNames(self.of(NamedForm))

    def named_forms(self, text: str) -> tuple[tuple[int, int, NamedForm], ...]:
        """Return the forms whose title or alias stands in `text`, as (start, end, form), the longest name first."""
        return self._form_names.found(text)

    def form(self, reference: str) -> NamedForm | None:
        """Return the form a reference means, `visit` or `forms/visit`; None where it means none."""
        address = Address.parse(reference, NamedForm.folder)
        form = self.records.get(address.page) if address else None
        return form if isinstance(form, NamedForm) else None

    def forms(self, item: Item) -> tuple[NamedForm, ...]:
        """Return the forms a line names or means, each once."""
        named = (form for _, _, form in self.named_forms(item.text))
        meant = (form for reference in item.forms if (form := self.form(reference)))
        return tuple(dict.fromkeys((*named, *meant)))

    def marks(self, item: Item) -> list[Mark]:
        """Return the stretches of a line that stand out, in order and not overlapping: numbers and named records."""
        found = [Mark(start, end, record) for start, end, record in self.named_records(item.text)]
        for measure in item.measures:
            for spans in measure.spans(item.text, self.language).values():
                found += [Mark(start, end, None) for start, end in spans]
        kept: list[Mark] = []
        for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
            if not kept or mark.start >= kept[-1].end:
                kept.append(mark)
        return kept

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
                yield from (named.address for *_, named in self.named_records(item.text) if named is not record)
        yield from (post.address for name in record.posts if (post := self.role(name)) and post is not record)

    @cached_property
    def backlinks(self) -> Mapping[Address, tuple[Address, ...]]:
        """The records that refer to each record: `links` turned round."""
        found: dict[Address, list[Address]] = {address: [] for address in self.records}
        for address, targets in self.links.items():
            for target in targets:
                found[target].append(address)
        return {address: tuple(sources) for address, sources in found.items()}

    @cached_property
    def named_by(self) -> Mapping[Address, tuple[PlacedItem, ...]]:
        """For every form, the lines that name it; a question is none: it asks, and tells nobody what to fill in."""
        found: dict[Address, list[PlacedItem]] = {}
        for line in self.lines.values():
            for form in self.forms(line.item):
                if form is not line.record and line.part.kind != "question":
                    found.setdefault(form.address, []).append(line)
        return {address: tuple(lines) for address, lines in found.items()}
