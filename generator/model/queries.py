"""Open questions to the content's owner: listed for the author, never shown to learners."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.base import Path
from generator.model.handbook import Handbook, Place


class Query(NamedTuple):
    """A question, where it was written and the record it is about."""

    address: str
    place: Place
    text: str


def open_queries(handbook: Handbook) -> list[Query]:
    """Return every `query` of records, sections, fields and lines, in reading order."""
    found = []
    for record in handbook.records.values():
        asked: list[tuple[Path, str]] = [(("query",), record.query)]
        for group in ("sections", "fields"):
            for n, thing in enumerate(getattr(record, group, ())):
                asked.append(((group, n, "query"), getattr(thing, "query", "")))
        for part in record.parts():
            asked += [((*path, "query"), item.query) for path, item in part.walk()]
        found += [
            Query(str(record.address), handbook.place(record.address, path), text) for path, text in asked if text
        ]
    return found
