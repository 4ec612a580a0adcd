"""Which sheets on the wall are no longer what the handbook says, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rolebook.errors import Message
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.sheet import Sheet
from rolebook.site import Site
from rolebook.views.posters import sheets


@dataclass(frozen=True)
class Reprint:
    """A sheet to print again, or (`gone`) to take down, and the reasons."""

    record: Address
    title: str
    reasons: tuple[Message, ...]
    gone: bool = False


def since_day(handbook: Handbook, site: Site, day: date) -> Iterator[Reprint]:
    """Yield the sheets any record of which took effect on `day` or later, by document control."""
    for sheet in sheets(handbook, site):
        sources = dict.fromkeys([sheet.record.address, *(origin.record for _, origin in sheet.texts)])
        fresh = [handbook.records[address] for address in sources if address in handbook.records]
        reasons = tuple(_revised(record) for record in fresh if record.revision.effective >= day)
        if reasons:
            yield Reprint(sheet.record.address, sheet.record.title, reasons)


def since_handbook(old: Handbook, new: Handbook, site: Site) -> Iterator[Reprint]:
    """Yield the sheets that differ between two states of the handbook; a renamed record is the one it was."""
    before = {sheet.record.first: sheet for sheet in sheets(old, site)}
    after = {sheet.record.first: sheet for sheet in sheets(new, site)}
    for first, sheet in after.items():
        reasons = tuple(_differences(before[first], sheet)) if first in before else (Message("sheet-new"),)
        if reasons:
            yield Reprint(sheet.record.address, sheet.record.title, reasons)
    for first, sheet in before.items():
        if first not in after:
            yield Reprint(sheet.record.address, sheet.record.title, (Message("sheet-gone"),), gone=True)


def _revised(record: Record) -> Message:
    now = record.revision
    return Message(
        "revised", record=str(record.address), number=now.number, effective=str(now.effective), changes=now.changes
    )


def _differences(old: Sheet, new: Sheet) -> Iterator[Message]:
    """Yield what changed on a sheet; nothing where it would print the same."""
    if old.document == new.document:
        return
    same_number = old.record.revision.number == new.record.revision.number
    if not same_number:
        yield _revised(new.record)
    was, now = dict(old.lines), dict(new.lines)
    texts = {text for _, text in old.lines}
    for address, text in now.items():
        if address in was and was[address] != text:
            yield Message("line-changed", line=address, text=text)
        elif address not in was and text not in texts:
            yield Message("line-added", line=address, text=text)
    kept = set(now.values())
    for address, text in was.items():
        if address not in now and text not in kept:
            yield Message("line-removed", line=address, text=text)
    if [text for _, text in old.lines] == [text for _, text in new.lines] and same_number:
        yield Message("layout-changed")
    if same_number and was != now:
        yield Message("number-not-raised", record=str(new.record.address), number=new.record.revision.number)
