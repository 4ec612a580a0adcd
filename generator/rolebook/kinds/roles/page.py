"""The page of a role: its numbers, its lines and the people around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rolebook.kinds.roles.model import Role
from rolebook.measure_label import measure_label
from rolebook.model.address import Address

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext


class KeyNumber(NamedTuple):
    """A row of the table of key numbers."""

    of: str
    value: str
    when: str
    href: str


def page(role: Role, context: PageContext) -> Mapping[str, Any]:
    """Return the headings, the key numbers, and who is in the department and relieved by this post."""
    t = context.t
    inside = [a for a in context.posts_of(role.title) if a != role.address] if role.is_department else []
    relieves = _relieves(role, context)
    numbers = list(_key_numbers(role, context))
    headings = [("numbers", t("role.numbers"))] if numbers else []
    headings += [("qualifications", t("role.qualifications"))] if role.qualifications else []
    headings += [(section.anchor, section.title) for section in role.sections]
    people = bool(role.posts or relieves or inside)
    headings += [("people", t("role.people"))] if people else []
    return {"headings": headings, "numbers": numbers, "inside": inside, "relieves": relieves, "people": people}


def _relieves(role: Role, context: PageContext) -> list[Address]:
    """Return the posts this one stands in for."""
    users = [context.handbook.records[address] for address in context.handbook.backlinks[role.address]]
    return [
        user.address
        for user in users
        if isinstance(user, Role) and any(context.handbook.role(name) is role for name in user.relieved_by)
    ]


def _key_numbers(role: Role, context: PageContext) -> Iterator[KeyNumber]:
    """Yield the measures of a role in reading order."""
    for part in role.parts():
        for _, item in part.walk():
            href = context.href(role.address._replace(item=item.anchor))
            for measure in item.measures:
                label = measure_label(measure, item.text, context.handbook.language, context.t)
                yield KeyNumber(measure.of, label, measure.when, href)
