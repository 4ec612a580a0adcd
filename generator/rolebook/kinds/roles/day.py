"""The day of a post: those of its sections that have a moment, in a day's order, with what is ticked and filled in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rolebook.kinds.roles.model import Role
from rolebook.model.address import Address
from rolebook.model.named_form import NamedForm
from rolebook.model.record import Record, Section

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook
    from rolebook.views.pages.context import PageContext

MOMENTS = ("preparation", "service", "closing")
"""The sorts of sections that have one, in the order of a day."""
LISTS = "checklists"


class Stop(NamedTuple):
    """A section and when it is, the lists that are pulled from it, and the forms its lines have filled."""

    moment: str
    section: Section
    lists: tuple[Record, ...]
    forms: tuple[NamedForm, ...]


def day(role: Role, context: PageContext) -> list[Stop]:
    """Return the stops of a post's day; none where there are fewer than two, which is no order."""
    handbook = context.handbook
    found = [section for moment in MOMENTS for section in role.sections if section.kind == moment and section.items]
    lists = _lists(role, handbook)
    stops = [
        Stop(
            context.t(f"role.moment_{section.kind}"),
            section,
            tuple(record for record, anchor in lists.items() if anchor == section.anchor),
            tuple(dict.fromkeys(form for item in section.items for form in handbook.forms(item) if not form.document)),
        )
        for section in found
    ]
    return stops if len(stops) > 1 else []


def _lists(role: Role, handbook: Handbook) -> dict[Record, str]:
    """Return the lists that pull lines of a post, each with the section most of them stand in."""
    of = {item.anchor: section.anchor for section in role.sections for item in section.items}
    of |= {section.anchor: section.anchor for section in role.sections}
    found: dict[Record, str] = {}
    for address in handbook.backlinks[role.address]:
        record = handbook.records[address]
        if record.folder == LISTS:
            pulled = [Address.parse(text) for _, _, text in record.mentions()]
            counted = Counter(of[one.item] for one in pulled if one and one.page == role.address and one.item in of)
            if counted:
                found[record] = counted.most_common(1)[0][0]
    return found
