"""What refers to a record, where it is very much: in parts beside its page, which is read for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from rolebook import listing
from rolebook.listing import Entry, Shelf
from rolebook.listing_pages import Listing
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.record import Record

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext

SHARE = 3
"""Of a page: what refers to its record may take so much of it each way, by a link, by name, as its department."""
_LINK = 160
"""Bytes of a link with its address, about."""
_CHIP = Markup('<a href="{}">{}</a>')
_NAMED = Markup('<section class="rb-named"><h3><a href="{}">{}</a></h3>\n<ul>{}</ul></section>')
_LINE = Markup('<li><a href="{}">{}</a></li>')
_GROUP = Markup('<section class="rb-group" aria-labelledby="{0}">\n<h2 id="{0}">{1}</h2>\n{2}</section>')
_CHIPS = Markup('<p class="rb-chips">{}</p>')

Lines = Mapping[Address, Sequence[PlacedItem]]


def links(page: PageContext, record: Record, name: str, title: str, addresses: Sequence[Address]) -> Listing | None:
    """Return links that are too many for the page of a record as a listing below `name`; None where they fit."""
    if len(addresses) * _LINK <= listing.LIMIT // SHARE:
        return None
    entries = _entries(page, record, name, addresses, partial(_chip, page))
    found = Listing(page.here, f"{record.title} · {title}", entries, page.t, _chips, listing.LIMIT // SHARE)
    return found if found.parts else None


def named(page: PageContext, record: Record, name: str, title: str, lines: Lines) -> Listing:
    """Return the lines that name a record, by the records they stand in, as a listing below `name`."""
    entries = _entries(page, record, name, lines, partial(_lines, page, lines))

    def shown(shelf: Shelf, entries: Sequence[Markup], here: str) -> str:
        flat = Markup("\n").join(entries)
        return flat if here == page.here else _GROUP.format(*shelf, flat)

    return Listing(page.here, f"{record.title} · {title}", entries, page.t, shown, listing.LIMIT // SHARE)


def _entries(
    page: PageContext, record: Record, name: str, addresses: Iterable[Address], html: partial[str]
) -> Iterator[Entry]:
    for address in addresses:
        # No author's id begins so: the shelves stand on the record's own page too.
        shelf = Shelf(f"_{name}-{address.folder}", page.t(f"kind.{address.folder}"))
        known_as = f"{address.folder}-{address.record}"
        title = page.handbook.records[address].title
        yield Entry(known_as, title, shelf, f"{record.address}/{name}", partial(html, address))


def _chip(page: PageContext, address: Address, here: str) -> str:
    there = page.at(here)
    return _CHIP.format(there.href(address), there.link(address).text)


def _lines(page: PageContext, lines: Lines, address: Address, here: str) -> str:
    there = page.at(here)
    rows = Markup("").join(_LINE.format(there.href(line.address), line.item.text) for line in lines[address])
    return _NAMED.format(there.href(address), there.link(address).text, rows)


def _chips(shelf: Shelf, entries: Sequence[Markup], here: str) -> str:
    return _GROUP.format(*shelf, _CHIPS.format(Markup("").join(entries)))
