"""Material's frame around a page, rendered once a folder and filled in for each page.

Of the time plain MkDocs takes for a page, the frame is half, and in one folder it is the same for all pages but for a
few texts. So Material renders it around markers, and each page replaces these. The first page of each frame is rendered
as well: what a template makes of a text, or decides by it, would be wrong on all pages without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

MARKS = ("title", "description", "body", "edit", "canonical", "here", "heading", "anchor")
MARK = {name: chr(0xE000 + n) for n, name in enumerate(MARKS)}
"""Private-use characters: the loader refuses them in an author's text, and no template filter changes them."""
BODY = f"<h1>{MARK['body']}</h1>"  # Material adds a heading of its own to a page that has none
_ROW = re.compile(rf"<li\b(?:(?!<li\b).)*{MARK['heading']}.*?</li>", re.S)
_BEFORE_ROW = re.compile(r"\s+(?=<li\b)")
_ANY = re.compile(f"{re.escape(BODY)}|[{''.join(MARK.values())}]")


@dataclass(frozen=True)
class Slots:
    """What differs from page to page, as HTML; "" where a page has none. Pages with and without are framed apart."""

    title: str
    body: str
    description: str = ""
    edit: str = ""
    canonical: str = ""
    headings: Sequence[tuple[str, str]] = ()
    """(anchor, title)"""
    here: str = ""
    """the page's address below the root of the site"""


class UnknownFrameError(Exception):
    """A page filled in is not the page rendered; `line` is the first one of the latter that differs."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class _Frame:
    pieces: tuple[str, ...]
    names: tuple[str, ...]
    row: str


class Frames:
    """Renders a frame when the first page needs it. `render` gets the marked slots and returns the whole page."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], _Frame] = {}

    def fill(
        self, key: str, slots: Slots, render: Callable[[Slots], str], rewrite: Callable[[str], str] | None = None
    ) -> str:
        """Return the page; `key` tells the folders apart, and only the frame is rewritten. Raises UnknownFrameError."""
        variant = (key, bool(slots.description), bool(slots.edit), bool(slots.canonical), bool(slots.headings))
        frame = self._known.get(variant)
        if frame is None:
            marked = Slots(
                title=MARK["title"],
                body=BODY,
                description=slots.description and MARK["description"],
                edit=slots.edit and MARK["edit"],
                canonical=slots.canonical and MARK["canonical"],
                here=slots.here and MARK["here"],
                headings=[(MARK["anchor"], MARK["heading"])] if slots.headings else (),
            )
            html = render(marked)
            _compare(_filled(_split(html), slots), render(slots))
            frame = self._known[variant] = _split(rewrite(html) if rewrite else html)
        return _filled(frame, slots)


def _split(html: str) -> _Frame:
    """Cut a marked page at its markers; the row of the table of contents becomes one marker of its own."""
    rows = _ROW.findall(html)
    row = rows[0] if rows else ""
    if row:
        html = html.replace(row, MARK["heading"])
    names = tuple("body" if mark == BODY else MARKS[ord(mark) - 0xE000] for mark in _ANY.findall(html))
    return _Frame(tuple(_ANY.split(html)), names, row)


def _filled(frame: _Frame, slots: Slots) -> str:
    values = _values(slots, frame.row)
    return "".join(
        piece + (values[name] if name else "") for piece, name in zip(frame.pieces, (*frame.names, ""), strict=True)
    )


def _compare(filled: str, rendered: str) -> None:
    """Raise UnknownFrameError where they differ in more than the blanks before a list entry."""
    pages = [_BEFORE_ROW.sub("\n", html).splitlines() for html in (filled, rendered)]
    for mine, wanted in zip_longest(*pages, fillvalue=""):
        if mine != wanted:
            raise UnknownFrameError(wanted.strip() or mine.strip())


def _values(slots: Slots, row: str) -> Mapping[str, str]:
    rows = [row.replace(MARK["anchor"], anchor).replace(MARK["heading"], title) for anchor, title in slots.headings]
    return {
        "title": slots.title,
        "description": slots.description,
        "body": slots.body,
        "edit": slots.edit,
        "canonical": slots.canonical,
        "here": slots.here,
        "anchor": slots.headings[0][0] if slots.headings else "",
        "heading": "\n".join(rows),
    }
