"""Lookup: the index the browser searches, and a page of all lines for readers without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from rolebook import listing
from rolebook.kinds import KINDS
from rolebook.language.derived import Rewrite
from rolebook.language.export import browser_tables
from rolebook.language.script import fold
from rolebook.language.synonyms import reduced
from rolebook.listing import Entry, Shelf
from rolebook.listing_pages import Listing
from rolebook.model.handbook import Handbook
from rolebook.render import environment, minified
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.lookup import handmade, shards, wire
from rolebook.views.lookup.entries import HEADING, NEVER, PAGES, Group, groups
from rolebook.views.page import HandmadePage, Page

TEMPLATES = Path(__file__).parents[2] / "templates" / "lookup"


def index(handbook: Handbook, site: Site, pages: Sequence[HandmadePage]) -> Iterator[tuple[str, bytes]]:
    """Yield the index over all records and the hand-written `pages`."""
    records = groups(handbook, site.strings)
    found = [*(_rewritten(records, site.rewrite) if site.rewrite else records), *_handmade(pages)]
    kinds = {kind: site.strings(f"lookup.kind_words_{kind}") for kind in (*KINDS, PAGES)}
    renamed = [(str(earlier), str(record.address)) for earlier, record in handbook.renamed.items()]
    asked = json.dumps(browser_tables(site.strings.language)["grammar"], ensure_ascii=False)
    own = [str(group) for group in handbook.synonyms]
    text = fold("\n".join(words for group in found for words in _said(group)))
    general = [*reduced(site.strings.language, text, [(*group.words, *group.finds) for group in handbook.synonyms])]
    yield from shards.files(found, wire.Words(kinds, own, renamed, asked, general))


def lines_page(handbook: Handbook, site: Site) -> Iterator[Page]:
    """Yield the page that lists every line by kind and record, in parts where that is too much for one.

    `with_handmade` adds the hand-written pages.
    """
    env = _environment(site)
    lines = _listing(env, groups(handbook, site.strings), site, lambda kind: site.strings(f"kind.{kind}"))
    body = minified(env.get_template("lines.html").render(listing=lines))
    yield Page(paths.LINES, lines.title, body, lines.headings(), description=lines.title)
    yield from lines.pages()


def with_handmade(page: Page, site: Site, pages: Sequence[HandmadePage]) -> Iterator[Page]:
    """Yield the page of all lines with those of the hand-written `pages` at its end, by page and heading.

    Where they are too much for it, their parts follow.
    """
    if not pages:
        yield page
        return
    room = max(0, listing.LIMIT - len(page.body.encode()))
    called = site.strings(f"lookup.{PAGES}")
    lines = _listing(_environment(site), _handmade(pages), site, lambda kind: called, room)
    yield replace(page, body=f"{page.body}\n{minified(lines.body())}", headings=(*page.headings, *lines.headings()))
    yield from lines.pages()


def _listing(
    env: Any, found: Iterable[Group], site: Site, called: Callable[[str], str], room: int | None = None
) -> Listing:
    """Return the lines of pages by kind; `called` says what a kind is called."""
    macros = env.get_template("_kind.html").module

    def html(group: Group, here: str) -> str:
        return str(macros.page(group, partial(_href, here)))

    def shown(shelf: Shelf, entries: Sequence[Markup], here: str) -> str:
        return str(macros.kind(shelf, entries))

    entries = [
        Entry(
            group.address.removeprefix(f"{group.kind}/"),
            group.entries[0].text,
            Shelf(group.kind, called(group.kind)),
            paths.line_parts(group.kind),
            partial(html, group),
        )
        for group in found
    ]
    return Listing(paths.LINES, site.strings("lookup.lines_title"), entries, site.strings, shown, room)


def _handmade(pages: Sequence[HandmadePage]) -> list[Group]:
    return [Group(page.path.removesuffix(".html"), PAGES, handmade.entries(page)) for page in pages]


def _said(group: Group) -> Iterator[str]:
    """Yield the words a page is found by."""
    yield from group.aliases
    for entry in group.entries:
        yield from (entry.text, *entry.also)


def _rewritten(found: Iterable[Group], rewrite: Rewrite) -> Iterator[Group]:
    """Yield groups in other characters; what they are found under stays."""
    for group in found:
        entries = (
            replace(e, text=rewrite(e.text), measures=tuple(map(rewrite, e.measures)), also=tuple(map(rewrite, e.also)))
            for e in group.entries
        )
        yield replace(group, entries=tuple(entries), aliases=tuple(map(rewrite, group.aliases)))


def _environment(site: Site) -> Any:
    return environment(TEMPLATES, t=site.strings, HEADING=HEADING, NEVER=NEVER)


def _href(here: str, address: str, anchor: str = "") -> str:
    return paths.href(here, f"{address}.html", anchor)
