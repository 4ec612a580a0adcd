"""The page of a role: its numbers, its lines and the people around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rolebook.kinds.roles.around import around
from rolebook.kinds.roles.day import day
from rolebook.kinds.roles.model import Role
from rolebook.measure_label import measure_label
from rolebook.model.address import Address
from rolebook.model.inline import plain

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext


class KeyNumber(NamedTuple):
    """A number to know by heart, and where its line is."""

    of: str
    value: str
    when: str
    href: str


class RedLine(NamedTuple):
    """What must never be done, in the words of its line, and where that is."""

    mark: str
    """what says so before it; "" where it says so itself"""
    text: str
    href: str


def page(role: Role, context: PageContext) -> Mapping[str, Any]:
    """Return the headings, the key numbers, the red lines, and who is in the department and relieved by this post."""
    t = context.t
    inside = [a for a in context.posts_of(role.title) if a != role.address] if role.is_department else []
    relieves = _relieves(role, context)
    numbers = list(_key_numbers(role, context))
    headings = [("numbers", t("role.numbers"))] if numbers else []
    headings += [("qualifications", t("role.qualifications"))] if role.qualifications else []
    headings += [(section.anchor, section.title) for section in role.sections]
    people = bool(role.posts or relieves or inside)
    headings += [("people", t("role.people"))] if people else []
    found = {
        "around": around(role, relieves, context),
        "day": day(role, context),
        "never": list(_red_lines(role, context)),
        "inside": inside,
        "relieves": relieves,
        "people": people,
    }
    return {"headings": headings, "numbers": numbers, **found}


def _relieves(role: Role, context: PageContext) -> list[Address]:
    """Return the posts this one stands in for."""
    users = [context.handbook.records[address] for address in context.handbook.backlinks[role.address]]
    return [
        user.address
        for user in users
        if isinstance(user, Role) and any(context.handbook.role(name) is role for name in user.relieved_by)
    ]


def _red_lines(role: Role, context: PageContext) -> Iterator[RedLine]:
    """Yield the red lines of a role in reading order."""
    grammar, label = context.handbook.language.grammar, context.t("line.never")
    for part in role.parts():
        for _, item in part.walk():
            if item.never:
                href = context.href(role.address._replace(item=item.anchor))
                yield RedLine(grammar.never_mark(label, item.text), plain(item.text), href)


def _key_numbers(role: Role, context: PageContext) -> Iterator[KeyNumber]:
    """Yield the measures of a role in reading order."""
    for part in role.parts():
        for _, item in part.walk():
            href = context.href(role.address._replace(item=item.anchor))
            for measure in item.measures:
                label = measure_label(measure, item.text, context.handbook.language, context.t)
                yield KeyNumber(measure.of, label, measure.when, href)
