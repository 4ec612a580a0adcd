"""Which sheets on the wall are no longer what the handbook says, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.address import Address
from generator.model.handbook import Handbook
from generator.site import Site
from generator.views.posters import sheets
from generator.views.posters.sheet import Sheet


@dataclass(frozen=True)
class Reprint:
    """A sheet to print again, or (`gone`) to take down, and the reasons."""

    record: Address
    title: str
    reasons: tuple[str, ...]
    gone: bool = False


def since_day(handbook: Handbook, site: Site, day: date) -> Iterator[Reprint]:
    """Yield the sheets any record of which took effect on `day` or later, by document control."""
    for sheet in sheets(handbook, site):
        sources = dict.fromkeys([sheet.record.address, *(origin.record for _, origin in sheet.texts)])
        fresh = [handbook.records[address] for address in sources]
        reasons = tuple(
            _revised(record.address, record.revision) for record in fresh if record.revision.effective >= day
        )
        if reasons:
            yield Reprint(sheet.record.address, sheet.record.title, reasons)


def since_handbook(old: Handbook, new: Handbook, site: Site) -> Iterator[Reprint]:
    """Yield the sheets that differ between two states of the handbook."""
    before = {sheet.record.address: sheet for sheet in sheets(old, site)}
    after = {sheet.record.address: sheet for sheet in sheets(new, site)}
    for address, sheet in after.items():
        reasons = tuple(_differences(before[address], sheet)) if address in before else ("it is new",)
        if reasons:
            yield Reprint(address, sheet.record.title, reasons)
    for address, sheet in before.items():
        if address not in after:
            yield Reprint(address, sheet.record.title, ("the handbook no longer has it",), gone=True)


def _revised(address: Address, revision: object) -> str:
    number, effective = getattr(revision, "number", ""), getattr(revision, "effective", "")
    changes = getattr(revision, "changes", "")
    return f"{address} is at revision {number}, effective {effective}" + (f": {changes}" if changes else "")


def _differences(old: Sheet, new: Sheet) -> Iterator[str]:
    """Yield what changed on a sheet; nothing where it would print the same."""
    if old.document == new.document:
        return
    same_number = old.record.revision.number == new.record.revision.number
    if not same_number:
        yield _revised(new.record.address, new.record.revision)
    was, now = dict(old.lines), dict(new.lines)
    texts = {text for _, text in old.lines}
    for address, text in now.items():
        if address in was and was[address] != text:
            yield f"{address} now reads: {text}"
        elif address not in was and text not in texts:
            yield f"added {address}: {text}"
    kept = set(now.values())
    for address, text in was.items():
        if address not in now and text not in kept:
            yield f"removed {address}: {text}"
    if [text for _, text in old.lines] == [text for _, text in new.lines] and same_number:
        yield "its title, layout, sign-off or document control changed"
    if same_number and was != now:
        yield f"note: the revision number of {new.record.address} is still {new.record.revision.number}"
