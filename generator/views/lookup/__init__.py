"""Lookup: the index the browser searches, and a page of all lines for readers without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.model import KINDS
from generator.model.handbook import Handbook
from generator.render import environment, minified
from generator.site import Site
from generator.views import paths
from generator.views.lookup import wire, written
from generator.views.lookup.entries import HEADING, NEVER, PAGES, Group, groups

TEMPLATES = Path(__file__).parents[2] / "templates" / "lookup"


def index(handbook: Handbook, site: Site, pages: Sequence[paths.Written]) -> Iterator[tuple[str, bytes]]:
    """Yield the index over all records and the hand-written `pages`."""
    found = [*groups(handbook, site.strings), *_written(pages)]
    kinds = {kind: site.strings(f"lookup.kind_words_{kind}") for kind in (*KINDS, PAGES)}
    yield paths.LOOKUP, wire.script(found, kinds, [str(group) for group in handbook.synonyms])


def lines_page(handbook: Handbook, site: Site) -> Iterator[paths.Page]:
    """Yield the page that lists every line by kind and record; `with_written` adds the hand-written pages."""
    by_kind: dict[str, list[Group]] = {}
    for group in groups(handbook, site.strings):
        by_kind.setdefault(group.kind, []).append(group)
    body = _rendered("lines.html", site, kinds=by_kind)
    headings = tuple(paths.Heading(kind, site.strings(f"kind.{kind}")) for kind in by_kind)
    title = site.strings("lookup.lines_title")
    yield paths.Page(paths.LINES, title, body, headings, description=title)


def with_written(page: paths.Page, site: Site, pages: Sequence[paths.Written]) -> paths.Page:
    """Return the page of all lines with those of the hand-written `pages` at its end, by page and heading."""
    if not pages:
        return page
    title = site.strings(f"lookup.{PAGES}")
    body = _rendered("written.html", site, kind=PAGES, title=title, groups=_written(pages))
    return replace(page, body=f"{page.body}\n{body}", headings=(*page.headings, paths.Heading(PAGES, title)))


def _written(pages: Sequence[paths.Written]) -> list[Group]:
    return [Group(page.path.removesuffix(".html"), PAGES, written.entries(page)) for page in pages]


def _rendered(template: str, site: Site, **values: Any) -> str:
    env = environment(TEMPLATES, t=site.strings)
    return minified(env.get_template(template).render(HEADING=HEADING, NEVER=NEVER, href=_href, **values))


def _href(address: str, anchor: str = "") -> str:
    return paths.href(paths.LINES, f"{address}.html", anchor)
