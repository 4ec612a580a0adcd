"""Open questions to the content's owner: listed for the author, never shown to learners."""

from __future__ import annotations

from typing import NamedTuple

from rolebook.errors import Place
from rolebook.model.base import FieldPath
from rolebook.model.handbook import Handbook


class OpenQuestion(NamedTuple):
    """A question, where it was written and the record it is about."""

    address: str
    place: Place
    text: str


def open_queries(handbook: Handbook) -> list[OpenQuestion]:
    """Return every `query` of records, parts and lines, in reading order."""
    found = []
    for record in handbook.records.values():
        asked: list[tuple[FieldPath, str]] = [(("query",), record.query)]
        for part in record.parts():
            asked.append(((*part.path[:-1], "query"), part.query))
            asked += [((*path, "query"), item.query) for path, item in part.walk()]
        found += [
            OpenQuestion(str(record.address), handbook.place(record.address, path), text)
            for path, text in asked
            if text
        ]
    return found
