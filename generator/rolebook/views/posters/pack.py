"""All sheets of a post or a department in one PDF, with a cover that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from rolebook import typeset
from rolebook.errors import Message
from rolebook.language.wordlist import small
from rolebook.model.handbook import Handbook
from rolebook.model.likely import nearest
from rolebook.model.named_form import NamedForm
from rolebook.model.post import Post
from rolebook.model.record import Record
from rolebook.sheet import Document, Head, unbreakable
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.posters import Poster, typeset_all
from rolebook.views.posters.writer import LARGEST, PAPER, READING_DISTANCE, WORDS, shown, smallest_type


class UnknownPost(Exception):
    """There is neither a post nor a department of this name; `message` says which is near, and the departments."""

    def __init__(self, name: str, near: str, departments: Iterable[str]) -> None:
        self.message = Message("unknown-post", name=name, nearest=near, departments=tuple(departments))
        super().__init__(name)


def pack(handbook: Handbook, site: Site, name: str) -> tuple[bytes, list[Poster]]:
    """Return the pack of the post or department `name` as PDF, and what is in it.

    Raises UnknownPost where there is no such post or department, HandbookError where a sheet does not print.
    """
    title, records = members(handbook, name)
    posters = list(typeset_all(handbook, site, records))
    company = handbook.defaults.company or site.name
    cover = _cover(title, posters, site, company, handbook.defaults.paper or PAPER)
    sheets = [cover, *(poster.sheet.data for poster in posters)]
    document: Document = {"title": title, "author": company, "sheets": sheets}
    day = max(poster.sheet.day for poster in posters)
    document = shown(document, site, (poster.sheet for poster in posters))
    return typeset.pdf(document, site.strings.language, day).pdf, posters


def members(handbook: Handbook, name: str) -> tuple[str, list[Record]]:
    """Return what `name` is called and the records whose sheets it posts, by kind. Raises UnknownPost.

    It is an id, a title or an alias of a post, or a department; where there is none written so, capitals aside.
    """
    departments = tuple(dict.fromkeys(role.department for role in handbook.of(Post)))
    known = (*handbook.post_names, *departments, *(record.belongs_to for record in handbook.records.values()))
    if name not in known:
        name = next((one for one in known if small(one) == small(name)), name)
    role = handbook.role(name)
    if role and not role.is_department:
        return role.title, _ordered(handbook, _of_post(handbook, role))
    department = role.title if role else name
    inside = [record for record in handbook.records.values() if record.belongs_to == department]
    if not inside:
        raise UnknownPost(name, nearest(name, filter(None, known)), departments)
    found = [record for one in inside for record in (_of_post(handbook, one) if isinstance(one, Post) else [one])]
    return department, _ordered(handbook, [*found, *_forms(handbook, found)])


def _of_post(handbook: Handbook, role: Post) -> list[Record]:
    """The post's own card, what it refers to, checklists and procedures that name it, and their forms."""
    linked = [handbook.records[address] for address in handbook.links[role.address]]
    users = [handbook.records[address] for address in handbook.backlinks[role.address]]
    named = [record for record in users if any(handbook.role(post) is role for post in record.posts)]
    found = [role, *(record for record in (*linked, *named) if not isinstance(record, Post))]
    return [*found, *_forms(handbook, found)]


def _forms(handbook: Handbook, records: Iterable[Record]) -> list[Record]:
    targets = [handbook.records[address] for record in records for address in handbook.links[record.address]]
    return [record for record in targets if isinstance(record, NamedForm)]


def _ordered(handbook: Handbook, found: Iterable[Record]) -> list[Record]:
    """Return each record with a sheet once, in the order of the handbook."""
    wanted = {record.address for record in found if paths.sheet_path(record)}
    return [record for address, record in handbook.records.items() if address in wanted]


class Entry(TypedDict):
    """A sheet of the pack."""

    title: str
    document: str
    revision: str
    pages: str


class Cover(Head):
    """What cover.typ reads."""

    entries: list[Entry]


def _cover(title: str, posters: Sequence[Poster], site: Site, company: str, paper: str) -> Cover:
    t = site.strings
    smallest = smallest_type(READING_DISTANCE)
    entries: list[Entry] = [
        {
            "title": poster.sheet.record.title,
            "document": str(poster.sheet.record.address),
            "revision": t("control.number", n=poster.sheet.record.revision.number),
            "pages": t("poster.pack_pages", n=poster.fit.pages),
        }
        for poster in posters
    ]
    return {
        "template": "templates/typst/cover.typ",
        "company": company,
        "paper": paper,
        "kind": t("poster.cover"),
        "title": title,
        "facts": [[t("poster.count"), t("poster.pack_pages", n=sum(poster.fit.pages for poster in posters))]],
        "control": [[t("control.effective"), str(max(poster.sheet.day for poster in posters))]],
        "qr": None,
        "orientation": "portrait",
        "min": smallest,
        "max": smallest * LARGEST / 2,
        "words": {name: t(f"poster.{name}") for name in WORDS},
        "tokens": unbreakable([entry["document"] for entry in entries]),
        "entries": entries,
    }
