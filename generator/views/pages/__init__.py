"""Every page of the site as HTML without its frame: one a record, one index a kind, and home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.model import KINDS
from generator.model.checklist import Checklist
from generator.model.handbook import Handbook
from generator.model.record import Record
from generator.model.role import Role
from generator.render import environment, minified
from generator.site import Site
from generator.strings import Strings
from generator.views import paths
from generator.views.pages import kinds, sheets
from generator.views.pages.desk import Desk

TEMPLATES = Path(__file__).parents[2] / "templates" / "pages"


def pages(handbook: Handbook, site: Site) -> Iterator[paths.Page]:
    """Yield all pages of a handbook: home, the indexes and the records."""
    strings = site.strings
    env = environment(TEMPLATES, t=strings, sheet=sheets.links(site))
    desk = Desk(handbook, strings, quizzed=site.quizzes)
    used = [folder for folder, kind in KINDS.items() if handbook.of(kind)]
    yield _home(handbook, strings, env, desk, used)
    for folder in used:
        yield _index(handbook, strings, env, desk, folder)
    for record in handbook.records.values():
        yield _page(record, env, desk)


def _page(record: Record, env: Any, desk: Desk) -> paths.Page:
    here = paths.page_path(record.address)
    context = kinds.context(record, desk)
    template = env.get_template(f"{record.folder}.html")
    body = minified(template.render(record=record, desk=desk.at(here), **context))
    headings = tuple(paths.Heading(anchor, title) for anchor, title in context["headings"])
    description = f"{record.title} · {desk.t('kind.' + record.folder)}"
    source = paths.source_path(record.address)
    return paths.Page(here, record.title, body, headings, source, description=description)


def _index(handbook: Handbook, strings: Strings, env: Any, desk: Desk, folder: str) -> paths.Page:
    here = paths.index_path(folder)
    groups: dict[str, list[Record]] = {}
    for record in handbook.of(KINDS[folder]):
        groups.setdefault(desk.department(record), []).append(record)
    body = env.get_template("index.html").render(folder=folder, groups=groups, desk=desk.at(here))
    title = strings(f"kind.{folder}")
    headings = tuple(paths.Heading(Desk.group(name), name) for name in groups)
    return paths.Page(here, title, minified(body), headings, listed=True, description=title)


def _home(handbook: Handbook, strings: Strings, env: Any, desk: Desk, used: list[str]) -> paths.Page:
    departments: dict[str, list[Role]] = {}
    for role in sorted(handbook.of(Role), key=lambda role: not role.is_department):
        departments.setdefault(role.department, []).append(role)
    counts = {folder: len(handbook.of(KINDS[folder])) for folder in used}
    template = env.get_template("home.html")
    sheets = Checklist.folder if Checklist.folder in used else ""
    first = paths.index_path(used[0]) if used else paths.HOME
    targets = {
        "learn": paths.REVIEW if desk.quizzed else first,
        "lookup": paths.LINES,
        "post": paths.index_path(sheets) if sheets else first,
    }
    doors = {door: paths.href(paths.HOME, target) for door, target in targets.items()}
    body = template.render(departments=departments, counts=counts, doors=doors, desk=desk.at(paths.HOME))
    return paths.Page(paths.HOME, strings("home.title"), minified(body), listed=True)
