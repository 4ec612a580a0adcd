"""Lookup: the index the browser searches, and a page of all lines for readers without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import KINDS
from generator.model.handbook import Handbook
from generator.render import environment, minified
from generator.site import Site
from generator.views import paths
from generator.views.lookup import wire, written
from generator.views.lookup.entries import HEADING, PAGES, TITLE, Group, groups

TEMPLATES = Path(__file__).parents[2] / "templates" / "lookup"


def index(handbook: Handbook, site: Site, pages: Sequence[paths.Written]) -> Iterator[tuple[str, bytes]]:
    """Yield the index over all records and the hand-written `pages`."""
    found = [*groups(handbook, site.strings)]
    found += [Group(page.path.removesuffix(".html"), PAGES, tuple(written.entries(page))) for page in pages]
    kinds = {kind: site.strings(f"lookup.kind_words_{kind}") for kind in (*KINDS, PAGES)}
    yield paths.LOOKUP, wire.script(found, kinds, [str(group) for group in handbook.synonyms])


def lines_page(handbook: Handbook, site: Site) -> Iterator[paths.Page]:
    """Yield the page that lists every line by kind and record."""
    by_kind: dict[str, list[Group]] = {}
    for group in groups(handbook, site.strings):
        by_kind.setdefault(group.kind, []).append(group)
    env = environment(TEMPLATES, t=site.strings)
    template = env.get_template("lines.html")
    body = template.render(kinds=by_kind, HEADING=HEADING, TITLE=TITLE, href=_href)
    headings = tuple(paths.Heading(kind, site.strings(f"kind.{kind}")) for kind in by_kind)
    title = site.strings("lookup.lines_title")
    yield paths.Page(paths.LINES, title, minified(body), headings, description=title)


def _href(address: str, anchor: str = "") -> str:
    return paths.href(paths.LINES, f"{address}.html", anchor)
