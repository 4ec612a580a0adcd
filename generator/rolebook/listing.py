"""A listing in parts: what is too long for one page is cut into several, each at an address that says what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from rolebook.language.filing import filed
from rolebook.language.strings import Strings

LIMIT = 150_000
"""Bytes of a page's own HTML from which a listing is cut: with the frame around it a page stays below 200 kB."""
HEADING = 500
"""Bytes that a heading takes beside its words: on the page, in its contents, in the drawer."""
MOST_SHELVES = 300
"""More names than these nobody reads through: an overview then says from which one to which."""
_LONGEST = 100
"""Bytes of a name in an address: a file system has room for 255 in all."""


class Shelf(NamedTuple):
    """What entries stand under: a department, a kind; its anchor on the page and its name."""

    anchor: str
    title: str


class Entry(NamedTuple):
    """What is listed once: under which shelf, in which folder its part stands, and what it looks like there."""

    name: str
    """which tells it from others and is part of addresses"""
    title: str
    shelf: Shelf
    folder: str
    html: Callable[[str], str]
    """gives it as HTML, as seen from the page at a path"""


class Sized(NamedTuple):
    """An entry and how many bytes it takes."""

    entry: Entry
    size: int


@dataclass(frozen=True)
class Part:
    """Some of a listing, on a page of its own. A `cut` one has a stretch of one shelf, the others whole shelves."""

    path: str
    entries: tuple[Entry, ...]
    cut: bool = False

    @cached_property
    def shelves(self) -> tuple[tuple[Shelf, tuple[Entry, ...]], ...]:
        """The shelves in their order, with what stands under each here."""
        return tuple((shelf, tuple(some)) for shelf, some in groupby(self.entries, key=lambda entry: entry.shelf))

    def range(self, t: Strings) -> str:
        """Say from what to what it goes: titles where it is cut out of a shelf, else names of shelves."""
        ends = [entry.title if self.cut else entry.shelf.title for entry in (self.entries[0], self.entries[-1])]
        return ends[0] if ends[0] == ends[1] else t("parts.range", first=ends[0], last=ends[1])

    def label(self, t: Strings) -> str:
        """Say what it holds, of a part that is cut out of a shelf also of which."""
        return f"{self.entries[0].shelf.title}{t('text.colon')}{self.range(t)}" if self.cut else self.range(t)


def parts(listed: Iterable[Sized], limit: int) -> tuple[Part, ...]:
    """Return the parts of a listing, each entry once, none over `limit` bytes unless one entry is.

    In each folder shelves stand in the order in which people look for names; they are kept together where they fit, and
    one that does not is cut, its entries in that order too. What comes or goes moves the cuts beside it alone.
    """
    folders: dict[str, dict[Shelf, list[Sized]]] = {}
    for sized in listed:
        folders.setdefault(sized.entry.folder, {}).setdefault(sized.entry.shelf, []).append(sized)
    shelves = [
        some for found in folders.values() for _, some in sorted(found.items(), key=lambda one: filed(one[0].title))
    ]
    names: set[str] = set()
    made: list[Part] = []
    for cut, some in _pages(shelves, limit):
        entries = tuple(sized.entry for sized in some)
        made.append(Part(_path(entries, names), entries, cut))
    return tuple(made)


def _pages(shelves: Iterable[list[Sized]], limit: int) -> Iterator[tuple[bool, list[Sized]]]:
    """Yield what stands on each page, and whether it is a stretch of one shelf."""
    sized = ((size(some), some) for some in shelves)
    for (_, whole), group in groupby(sized, key=lambda shelf: (shelf[1][0].entry.folder, shelf[0] <= limit)):
        if whole:
            for run in _runs(list(group), limit):
                yield False, [one for _, some in run for one in some]
            continue
        for _, some in group:
            ordered = sorted(((one.size, [one]) for one in some), key=lambda unit: filed(unit[1][0].entry.title))
            head = _heading(some[0].entry.shelf)
            for run in _runs(ordered, limit - head):
                yield True, [one for _, (one,) in run]


def size(listed: Iterable[Sized]) -> int:
    """Return how many bytes entries take with the headings above them."""
    entries = list(listed)
    shelves = {one.entry.shelf for one in entries}
    return sum(one.size for one in entries) + sum(map(_heading, shelves))


def _heading(shelf: Shelf) -> int:
    return HEADING + 3 * len((shelf.anchor + shelf.title).encode())


_Unit = tuple[int, list[Sized]]


def _runs(units: Sequence[_Unit], limit: int) -> Iterator[Sequence[_Unit]]:
    """Yield runs of units that fit.

    Of the places behind the half of what fits that one is cut at whose digest is least: it stays so when something is
    put in elsewhere.
    """
    start = 0
    while start < len(units):
        size = units[start][0]
        end = half = start + 1
        while end < len(units) and size + units[end][0] <= limit:
            size += units[end][0]
            end += 1
            half = end if size <= limit // 2 else half
        if end < len(units):
            end = min(range(half, end + 1), key=lambda n: _digest(units[n][1][0].entry))
        yield units[start:end]
        start = end


def _digest(entry: Entry) -> str:
    return hashlib.sha256(f"{entry.folder}/{entry.name}".encode()).hexdigest()


def _path(entries: Sequence[Entry], names: set[str]) -> str:
    """Return the address of a part, made of its first and its last entry; of two the second has a digest too."""
    folder = entries[0].folder
    names_there = (entry.name.replace("/", "-").encode() for entry in (entries[0], entries[-1]))
    ends = dict.fromkeys(name[:_LONGEST].decode("utf-8", "ignore") for name in names_there)
    path = f"{folder}/{'--'.join(ends)}"
    if path.casefold() in names:
        path = f"{path}-{_digest(entries[0])[:8]}"
    names.add(path.casefold())
    return f"{path}.html"


class Row(NamedTuple):
    """A line of an overview: what it is called, the anchor it is known by, how much there is, and where that stands."""

    title: str
    anchor: str
    amount: int
    places: tuple[tuple[str, str, str], ...]
    """(what it is called there, path of the page, anchor on it)"""


def overview(found: Sequence[Part], t: Strings) -> list[Row]:
    """Return where everything stands: shelf by shelf, or of very many shelves part by part."""
    shelves = {(entry.folder, entry.shelf) for part in found for entry in part.entries}
    if len(shelves) > MOST_SHELVES:
        return [Row(part.label(t), "", len(part.entries), ((part.label(t), part.path, ""),)) for part in found]
    rows: dict[tuple[str, Shelf], Row] = {}
    for part in found:
        for shelf, entries in part.shelves:
            key = part.entries[0].folder, shelf
            old = rows.get(key, Row(shelf.title, shelf.anchor, 0, ()))
            place = (part.range(t), part.path, "") if part.cut else (shelf.title, part.path, shelf.anchor)
            rows[key] = old._replace(amount=old.amount + len(entries), places=(*old.places, place))
    return list(rows.values())
