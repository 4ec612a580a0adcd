"""What an author should know and is no fault: names that two records bear, several names written as one."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.errors import Message
from rolebook.language.wordlist import small
from rolebook.model.base import Fault, FieldPath
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record

_OWN_NAMES = ("aliases", "tags")


def notices(handbook: Handbook) -> Iterator[Fault]:
    """Yield what is to be told of a handbook without faults."""
    yield from _borne_twice(handbook)
    for record in handbook.records.values():
        for path, name in _lists(record):
            names = handbook.language.grammar.marks.names(name)
            if len(names) > 1 and (path[0] in _OWN_NAMES or not handbook.role(name)):
                yield Fault(str(record.address), path, Message("several-names-in-one", name=name, names=tuple(names)))


def _borne_twice(handbook: Handbook) -> Iterator[Fault]:
    """Two records of a kind called the same cannot be told apart where they are listed, nor meant by name."""
    owners: dict[tuple[str, str], Record] = {}
    for record in handbook.records.values():
        paths: list[tuple[FieldPath, str]] = [(("title",), record.title)]
        paths += [(("aliases", n), alias) for n, alias in enumerate(record.aliases)]
        for path, name in paths:
            other = owners.setdefault((record.folder, small(name)), record)
            if other is not record:
                yield Fault(str(record.address), path, Message("name-borne-twice", name=name, other=str(other.address)))


def _lists(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Yield what stands in the lists of names of a record, each with its place."""
    for field in _OWN_NAMES:
        yield from (((field, n), name) for n, name in enumerate(getattr(record, field)))
    yield from record.named_posts()
