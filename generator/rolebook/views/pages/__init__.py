"""Every page of the site as HTML without its frame: one a record, one index a kind, and home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rolebook.kinds import KINDS, kind_of
from rolebook.kinds.checklists.model import Checklist
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.post import Post
from rolebook.model.record import Record
from rolebook.render import environment, minified
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.page import Heading, Page
from rolebook.views.pages import sheets
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
    yield _home(handbook, strings, env, context, used)
    for folder in used:
        yield _index(handbook, strings, env, context, folder)
    templates = {folder: _template(env, folder) for folder in used}
    for record in handbook.records.values():
        yield _page(record, templates[record.folder], context)


def page_of(handbook: Handbook, site: Site, address: Address) -> Page:
    """Return the page of one record, as it is among all pages."""
    env = environment(*TEMPLATES, t=site.strings, sheet=sheets.links(site))
    context = PageContext(handbook, site.strings, quizzed=site.quizzes)
    return _page(handbook.records[address], _template(env, address.folder), context)


def _template(env: Any, folder: str) -> Any:
    return env.select_template([f"{folder}/page.html", "record.html"])


def _page(record: Record, template: Any, context: PageContext) -> Page:
    here = paths.page_path(record.address)
    context = context.at(here)
    values = {"headings": context.headings(record), **kind_of(record).page(record, context)}
    body = minified(template.render(record=record, page=context, **values))
    headings = tuple(Heading(anchor, title) for anchor, title in values["headings"])
    description = f"{record.title} · {context.t('kind.' + record.folder)}"
    source = context.handbook.source(record.address)
    return Page(here, record.title, body, headings, source, description=description)


def _index(handbook: Handbook, strings: Strings, env: Any, context: PageContext, folder: str) -> Page:
    here = paths.index_path(folder)
    groups: dict[str, list[Record]] = {}
    for record in handbook.of(KINDS[folder].model):
        groups.setdefault(context.department(record), []).append(record)
    body = env.get_template("index.html").render(folder=folder, groups=groups, page=context.at(here))
    title = strings(f"kind.{folder}")
    headings = tuple(Heading(PageContext.group(name), name) for name in groups)
    return Page(here, title, minified(body), headings, listed=True, description=title)


def _home(handbook: Handbook, strings: Strings, env: Any, context: PageContext, used: list[str]) -> Page:
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
    body = template.render(departments=departments, counts=counts, doors=doors, page=context.at(paths.HOME))
    return Page(paths.HOME, strings("home.title"), minified(body), listed=True)
