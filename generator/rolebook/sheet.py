"""A sheet as data: the contract between what writes sheets and templates/typst, which sets them.

What all sheets have is here; what the sheet of one kind has beside it stands with the kind, as does its template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypedDict, TypeVar
from unicodedata import category

from rolebook.model.address import Address
from rolebook.model.base import FieldPath
from rolebook.model.record import Record

T = TypeVar("T")
Run = list[str | int]
"""[words, 1 where they stand out]"""
_LONG = re.compile(r"[!-~\u00a1-\u024f]{8,}")
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf", "Po")
"""Marks by their Unicode category: an opening one never ends a line, a closing one never begins it."""


class Line(TypedDict):
    """A line and its sub-items; `mark` names a never-do, `n` is the number it bears (0: none)."""

    runs: list[Run]
    never: bool
    mark: str
    subs: list[Line]
    n: int


class Code(TypedDict):
    """A QR code as SVG, `width` pt wide; `alt` is where it leads."""

    svg: str
    width: float
    alt: str
    caption: str


class Head(TypedDict):
    """What stands on every sheet. Facts and control are [label, value]; `min` and `max` bound the type, in pt."""

    template: str
    """the file that sets the sheet, from the root of the package"""
    company: str
    kind: str
    title: str
    facts: list[list[str]]
    control: list[list[str]]
    qr: Code | None
    paper: str
    orientation: str
    min: float
    max: float
    words: Mapping[str, str]
    tokens: list[str]
    """words that no line end may fall into and that are long enough to stick out of a column"""


class Document(TypedDict):
    """What becomes one PDF."""

    title: str
    author: str
    sheets: list[Mapping[str, Any]]
    """each a `Head` and what its template reads beside it"""


class Origin(NamedTuple):
    """Where something on a sheet was written: a record and the place in it."""

    record: Address
    path: FieldPath


@dataclass(frozen=True)
class Sheet:
    """A sheet of one record, ready for `typeset`, with what its faults are blamed on.

    `blocks` has an origin for each block the template makes of `body`, in order, and `texts` one for each text.
    """

    record: Record
    head: Head
    body: Mapping[str, object]
    """what the kind's own template reads"""
    blocks: tuple[Origin, ...]
    texts: tuple[tuple[str, Origin], ...]
    lines: tuple[tuple[str, str], ...]
    """(address, text) of each line, in reading order"""
    notices: tuple[str, ...] = ()
    allowed: int | None = None
    """how many pages its author allows"""

    @property
    def day(self) -> date:
        """The day the sheet takes effect."""
        return self.record.revision.effective

    @property
    def data(self) -> Mapping[str, Any]:
        """All that its template reads."""
        return {**self.head, **self.body}

    @property
    def document(self) -> Document:
        """The sheet as a document of its own."""
        return {"title": self.record.title, "author": self.record.revision.owner, "sheets": [self.data]}


def unbreakable(texts: Iterable[str]) -> list[str]:
    """Return the words no line end may fall into, where they are long enough to stick out of a column."""
    return list(dict.fromkeys(_with_marks(text, *word.span()) for text in texts for word in _LONG.finditer(text)))


def _with_marks(text: str, start: int, end: int) -> str:
    """Return a stretch of a text with the marks that no line end may part from it."""
    while start and category(text[start - 1]) in _OPENING:
        start -= 1
    while end < len(text) and category(text[end]) in _CLOSING:
        end += 1
    return text[start:end]


def chunks(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Yield `items` in as few parts of at most `most` as will do, as even as can be."""
    parts = -(-len(items) // most)
    for n in range(parts):
        yield items[len(items) * n // parts : len(items) * (n + 1) // parts]
