"""A listing as it is read: whole where it fits, else as an overview that leads to its parts, each a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from rolebook import listing
from rolebook.language.strings import Strings
from rolebook.listing import Entry, Part, Shelf, Sized
from rolebook.render import environment, minified
from rolebook.views import paths
from rolebook.views.page import Heading, Page

TEMPLATES = Path(__file__).parent / "templates" / "parts"

Shown = Callable[[Shelf, Sequence[Markup], str], str]
"""Gives a shelf as HTML: the shelf, its entries as HTML, and the path of the page it stands on."""


class _Link(NamedTuple):
    text: str
    href: str


class Listing:
    """Entries that are listed on the page at path `here`, which is called `title`, or from there on in parts."""

    def __init__(
        self, here: str, title: str, entries: Iterable[Entry], t: Strings, shown: Shown, room: int | None = None
    ) -> None:
        """Take the entries and how a shelf of them is shown; `room` is what they may take of a page that has more."""
        self.here, self.title, self.t, self._shown = here, title, t, shown
        self._written: dict[Shelf, list[Markup]] = {}
        sized = []
        for entry in entries:
            html = Markup(entry.html(here))
            sized.append(Sized(entry, len(html.encode())))
            self._written.setdefault(entry.shelf, []).append(html)
        self.parts: tuple[Part, ...] = ()
        """none where the listing fits on its page"""
        if listing.size(sized) > (listing.LIMIT if room is None else room):
            self.parts = listing.parts(sized, listing.LIMIT)
            self._written = {}  # is written anew for the pages, which stand elsewhere

    def body(self, here: str = "") -> Markup:
        """Return it for the page at path `here`, its own if none is given: whole, or as an overview of its parts."""
        here = here or self.here
        if self.parts:
            template = _environment(self.t.language).get_template("overview.html")
            rows = listing.overview(self.parts, self.t)
            return Markup(minified(template.render(rows=rows, href=partial(paths.href, here))))
        return Markup("\n").join(self._shelf(shelf, html, here) for shelf, html in self._written.items())

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings of the page it stands on: none where it stands there as an overview."""
        return tuple(Heading(*shelf) for shelf in self._written)

    def pages(self) -> Iterator[Page]:
        """Yield its parts."""
        for part, before, after in zip(self.parts, (None, *self.parts), (*self.parts[1:], None), strict=False):
            yield self._page(part, before, after)

    def _page(self, part: Part, before: Part | None, after: Part | None) -> Page:
        here, t = part.path, self.t

        def link(there: Part | None) -> _Link | None:
            return _Link(there.label(t), paths.href(here, there.path)) if there else None

        body = (
            _environment(t.language)
            .get_template("part.html")
            .render(
                label=part.label(t),
                all=_Link(self.title, paths.href(here, self.here)),
                before=link(before),
                after=link(after),
                shelves=[
                    self._shelf(shelf, [Markup(entry.html(here)) for entry in entries], here)
                    for shelf, entries in part.shelves
                ],
            )
        )
        headings = tuple(Heading(*shelf) for shelf, _ in part.shelves) if len(part.shelves) > 1 else ()
        title = f"{part.label(t)} · {self.title}"
        return Page(here, title, minified(body), headings, description=title)

    def _shelf(self, shelf: Shelf, entries: Sequence[Markup], here: str) -> Markup:
        return Markup(self._shown(shelf, entries, here))


@cache
def _environment(language: str) -> Any:
    return environment(TEMPLATES, t=Strings(language))
