"""Lookup: the index the browser searches, and a page of all lines for readers without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rolebook.kinds import KINDS
from rolebook.language.derived import Rewrite
from rolebook.language.export import browser_tables
from rolebook.language.script import fold
from rolebook.language.synonyms import reduced
from rolebook.model.handbook import Handbook
from rolebook.render import environment, minified
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.lookup import handmade, wire
from rolebook.views.lookup.entries import HEADING, NEVER, PAGES, Group, groups
from rolebook.views.page import HandmadePage, Heading, Page

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
    yield paths.LOOKUP, wire.script(found, kinds, own, renamed, asked, general)


def lines_page(handbook: Handbook, site: Site) -> Iterator[Page]:
    """Yield the page that lists every line by kind and record; `with_handmade` adds the hand-written pages."""
    by_kind: dict[str, list[Group]] = {}
    for group in groups(handbook, site.strings):
        by_kind.setdefault(group.kind, []).append(group)
    body = _rendered("lines.html", site, kinds=by_kind)
    headings = tuple(Heading(kind, site.strings(f"kind.{kind}")) for kind in by_kind)
    title = site.strings("lookup.lines_title")
    yield Page(paths.LINES, title, body, headings, description=title)


def with_handmade(page: Page, site: Site, pages: Sequence[HandmadePage]) -> Page:
    """Return the page of all lines with those of the hand-written `pages` at its end, by page and heading."""
    if not pages:
        return page
    title = site.strings(f"lookup.{PAGES}")
    body = _rendered("handmade.html", site, kind=PAGES, title=title, groups=_handmade(pages))
    return replace(page, body=f"{page.body}\n{body}", headings=(*page.headings, Heading(PAGES, title)))


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


def _rendered(template: str, site: Site, **values: Any) -> str:
    env = environment(TEMPLATES, t=site.strings)
    return minified(env.get_template(template).render(HEADING=HEADING, NEVER=NEVER, href=_href, **values))


def _href(address: str, anchor: str = "") -> str:
    return paths.href(paths.LINES, f"{address}.html", anchor)
