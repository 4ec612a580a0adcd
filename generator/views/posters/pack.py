"""All sheets of a post or a department in one PDF, with a cover that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import typeset
from generator.model.checklist import Checklist
from generator.model.form import Form
from generator.model.handbook import Handbook, posts
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.role import Role
from generator.site import Site
from generator.views import paths
from generator.views.posters import Poster, typeset_all
from generator.views.posters.sheet import LARGEST, READING_DISTANCE, WORDS, Data, smallest_type, unbreakable


def pack(handbook: Handbook, site: Site, name: str) -> tuple[bytes, list[Poster]]:
    """Return the pack of the post or department `name` as PDF, and what is in it.

    Raises LookupError where there is no such post or department, HandbookError where a sheet does not print.
    """
    title, records = members(handbook, name)
    posters = typeset_all(handbook, site, records)
    document = {
        "title": title,
        "author": site.name,
        "sheets": [_cover(title, posters, site), *(poster.sheet.data for poster in posters)],
    }
    day = max(poster.sheet.day for poster in posters)
    return typeset.pdf(document, site.strings.language, day).pdf, posters


def members(handbook: Handbook, name: str) -> tuple[str, list[Record]]:
    """Return what `name` is called and the records whose sheets it posts, by kind. Raises LookupError."""
    role = handbook.role(name)
    if role and not role.is_department:
        return role.title, _ordered(handbook, _of_post(handbook, role))
    department = role.title if role else name
    inside = [record for record in handbook.records.values() if getattr(record, "department", "") == department]
    if not inside:
        known = "、".join(dict.fromkeys(role.department for role in handbook.of(Role)))
        raise LookupError(f"there is no post or department '{name}'; departments: {known}")
    found = [record for one in inside for record in (_of_post(handbook, one) if isinstance(one, Role) else [one])]
    return department, _ordered(handbook, [*found, *_forms(handbook, found)])


def _of_post(handbook: Handbook, role: Role) -> list[Record]:
    """The post's own card, what it refers to, checklists and procedures that name it, and their forms."""
    linked = [handbook.records[address] for address in handbook.links[role.address]]
    users = [handbook.records[address] for address in handbook.backlinks[role.address]]
    named = [
        record
        for record in users
        if isinstance(record, Checklist | Procedure) and any(handbook.role(post) is role for post in posts(record))
    ]
    found = [role, *(record for record in linked if not isinstance(record, Role)), *named]
    return [*found, *_forms(handbook, found)]


def _forms(handbook: Handbook, records: Iterable[Record]) -> list[Record]:
    targets = [handbook.records[address] for record in records for address in handbook.links[record.address]]
    return [record for record in targets if isinstance(record, Form)]


def _ordered(handbook: Handbook, found: Iterable[Record]) -> list[Record]:
    """Return each record with a sheet once, in the order of the handbook."""
    wanted = {record.address for record in found if paths.sheet_path(record)}
    return [record for address, record in handbook.records.items() if address in wanted]


def _cover(title: str, posters: Sequence[Poster], site: Site) -> Data:
    t = site.strings
    smallest = smallest_type(READING_DISTANCE)
    entries = [
        {
            "title": poster.sheet.record.title,
            "document": str(poster.sheet.record.address),
            "revision": t("control.number", n=poster.sheet.record.revision.number),
            "pages": t("poster.pack_pages", n=poster.fit.pages),
        }
        for poster in posters
    ]
    return {
        "template": "cover",
        "kind": t("poster.cover"),
        "title": title,
        "facts": [[t("poster.count"), t("poster.pack_pages", n=sum(poster.fit.pages for poster in posters))]],
        "control": [[t("control.effective"), str(max(poster.sheet.day for poster in posters))]],
        "qr": None,
        "paper": "a4",
        "orientation": "portrait",
        "min": smallest,
        "max": smallest * LARGEST / 2,
        "words": {name: t(f"poster.{name}") for name in WORDS},
        "tokens": unbreakable([entry["document"] for entry in entries]),
        "entries": entries,
    }
