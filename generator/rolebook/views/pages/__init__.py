"""Every page of the site as HTML without its frame: one a record, one index a kind, and home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from rolebook.kinds import KINDS, kind_of
from rolebook.kinds.checklists.model import Checklist
from rolebook.listing import Entry, Shelf
from rolebook.listing_pages import Listing
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.post import Post
from rolebook.model.record import Record
from rolebook.render import environment, minified
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.page import Heading, Page
from rolebook.views.pages import chart, home, sheets
from rolebook.views.pages.context import PageContext

ROOT = Path(__file__).parents[2]
TEMPLATES = (ROOT / "templates" / "pages", ROOT / "kinds")
"""Where templates stand: those of all pages, and below the folder of its name that of each kind."""


def pages(handbook: Handbook, site: Site) -> Iterator[Page]:
    """Yield all pages of a handbook: home, the indexes and the records."""
    strings = site.strings
    env = environment(*TEMPLATES, t=strings, sheet=sheets.links(site))
    context = PageContext(handbook, strings, quizzed=site.quizzes)
    used = [folder for folder, kind in KINDS.items() if handbook.of(kind.model)]
    indexes = {folder: _listing(env, context, folder) for folder in used}
    yield _home(env, context, indexes)
    for folder, listing in indexes.items():
        yield _index(env, context, folder, listing)
        yield from listing.pages()
    yield from chart.pages(env, context)
    templates = {folder: _template(env, folder) for folder in used}
    for record in handbook.records.values():
        yield from _page(record, templates[record.folder], context)


def page_of(handbook: Handbook, site: Site, address: Address) -> Page:
    """Return the page of one record, as it is among all pages."""
    env = environment(*TEMPLATES, t=site.strings, sheet=sheets.links(site))
    context = PageContext(handbook, site.strings, quizzed=site.quizzes)
    return next(_page(handbook.records[address], _template(env, address.folder), context))


def _template(env: Any, folder: str) -> Any:
    return env.select_template([f"{folder}/page.html", "record.html"])


def _page(record: Record, template: Any, context: PageContext) -> Iterator[Page]:
    """Yield the page of a record, and the parts of what is too much for it."""
    here = paths.page_path(record.address)
    context = context.at(here)
    values = {"headings": context.headings(record), **kind_of(record).page(record, context)}
    body = minified(template.render(record=record, page=context, **values))
    headings = tuple(Heading(anchor, title) for anchor, title in values["headings"])
    description = f"{record.title} · {context.t('kind.' + record.folder)}"
    source = context.handbook.source(record.address)
    yield Page(here, record.title, body, headings, source, description=description)
    for crowd in context.crowds:
        yield from crowd.pages()


def _listing(env: Any, context: PageContext, folder: str) -> Listing:
    """Return all records of a kind by department."""
    macros = env.get_template("_index.html").module
    at = cache(context.at)

    def html(record: Record, here: str) -> str:
        return str(macros.entry(at(here), record))

    def group(shelf: Shelf, entries: Sequence[Markup], here: str) -> str:
        return str(macros.group(shelf, entries))

    def entry(record: Record) -> Entry:
        name = context.department(record)
        shelf = Shelf(context.group(name), name)
        return Entry(record.id, record.title, shelf, paths.index_parts(folder), partial(html, record))

    entries = map(entry, context.handbook.of(KINDS[folder].model))
    return Listing(paths.index_path(folder), context.t(f"kind.{folder}"), entries, context.t, group)


def _index(env: Any, context: PageContext, folder: str, listing: Listing) -> Page:
    body = env.get_template("index.html").render(folder=folder, listing=listing, page=context.at(listing.here))
    return Page(listing.here, listing.title, minified(body), listing.headings(), listed=True, description=listing.title)


def _home(env: Any, context: PageContext, indexes: Mapping[str, Listing]) -> Page:
    context = context.at(paths.HOME)
    handbook, used = context.handbook, list(indexes)
    departments: dict[str, list[Post]] = {}
    for post in sorted(handbook.of(Post), key=lambda post: not post.is_department):
        departments.setdefault(post.department, []).append(post)
    counts = {folder: len(handbook.of(KINDS[folder].model)) for folder in used}
    template = env.get_template("home.html")
    sheets = Checklist.folder if Checklist.folder in used else ""
    first = paths.index_path(used[0]) if used else paths.HOME
    targets = {
        "learn": paths.REVIEW if context.quizzed else first,
        "lookup": paths.LINES,
        "post": paths.index_path(sheets) if sheets else first,
    }
    doors = {door: paths.href(paths.HOME, target) for door, target in targets.items()}
    posts = indexes.get(Post.folder)
    found = {"departments": departments, "counts": counts, "doors": doors, "posts": posts}
    found |= home.values(context, whole=not (posts and posts.parts))
    body = template.render(**found, page=context)
    return Page(paths.HOME, context.t("home.title"), minified(body), listed=True)
