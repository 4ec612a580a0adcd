"""Which sheets to print again, and why."""

from __future__ import annotations

import datetime
from typing import Any

from rolebook.errors import Message
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views.posters.reprint import Reprint, since_day, since_handbook
from tests.records import record, role


def revision(number: int, day: str, changes: str = "") -> dict[str, Any]:
    """Return document control."""
    return {"number": number, "effective": day, "owner": "人事部", "changes": changes}


def checklist(*items: Any, **values: Any) -> Record:
    """Return a checklist with one section of these lines."""
    return record(
        "checklists/daily", when="班前", by=["吧台"], sections=[{"title": "设备", "items": list(items)}], **values
    )


def changes(old: list[Record], new: list[Record]) -> list[Reprint]:
    """Return what has to be printed again."""
    return list(since_handbook(Handbook(old), Handbook(new), Site()))


DAILY = Address("checklists", "daily")


def test_nothing_changed() -> None:
    """Nothing to print."""
    assert changes([checklist("开灯")], [checklist("开灯")]) == []


def test_a_new_revision_with_its_changes() -> None:
    """Number, day, and what the record says changed; then the lines themselves."""
    old = checklist({"text": "开灯", "id": "light"}, "关窗")
    new = checklist({"text": "开两盏灯", "id": "light"}, "锁门", revision=revision(2, "2026-03-04", "加了锁门"))
    (found,) = changes([old], [new])
    window, door = (item.anchor for record in (old, new) for item in record.parts()[0].items[1:])
    assert found == Reprint(
        DAILY,
        "daily",
        (
            Message("revised", record="checklists/daily", number=2, effective="2026-03-04", changes="加了锁门"),
            Message("line-changed", line="checklists/daily#light", text="开两盏灯"),
            Message("line-added", line=f"checklists/daily#{door}", text="锁门"),
            Message("line-removed", line=f"checklists/daily#{window}", text="关窗"),
        ),
    )


def test_a_pulled_line_that_changed_reaches_the_sheet() -> None:
    """And it is said that nobody raised the checklist's revision."""
    pulled = checklist({"from": "roles/bar#bow"})
    old, new = (role("bar", {"text": text, "id": "bow"}) for text in ("鞠躬", "深鞠躬"))
    found = {one.record: one.reasons for one in changes([old, pulled], [new, pulled])}
    assert found[DAILY] == (
        Message("line-changed", line="roles/bar#bow", text="深鞠躬"),
        Message("number-not-raised", record="checklists/daily", number=1),
    )


def test_layout_alone() -> None:
    """A larger paper is a new print too."""
    (found,) = changes([checklist("开灯")], [checklist("开灯", paper="a3")])
    assert found.reasons == (Message("layout-changed"),)


def test_new_and_gone() -> None:
    """A sheet that is new is printed, one that is gone is taken down."""
    assert changes([], [checklist("开灯")]) == [Reprint(DAILY, "daily", (Message("sheet-new"),))]
    assert changes([checklist("开灯")], []) == [Reprint(DAILY, "daily", (Message("sheet-gone"),), gone=True)]


def test_since_a_day_goes_by_document_control() -> None:
    """Of the sheet's own record and of those it pulls from; that day included."""
    bar = role("bar", {"text": "鞠躬", "id": "bow"}, revision=revision(3, "2026-05-06", "改了鞠躬"))
    records = Handbook([bar, checklist({"from": "roles/bar#bow"}), record("forms/x")])
    reason = Message("revised", record="roles/bar", number=3, effective="2026-05-06", changes="改了鞠躬")
    assert list(since_day(records, Site(), datetime.date(2026, 5, 6))) == [
        Reprint(Address("roles", "bar"), "bar", (reason,)),
        Reprint(DAILY, "daily", (reason,)),
    ]
    assert list(since_day(records, Site(), datetime.date(2026, 5, 7))) == []


def test_a_renamed_record_is_printed_again_and_not_taken_down() -> None:
    """Its sheet is the one it was, under another document number."""
    (found,) = changes([role("bar", "开灯")], [role("counter", "开灯", title="bar", renamed_from=["bar"])])
    assert (found.record, found.gone) == (Address("roles", "counter"), False)
    assert found.reasons[0] == Message("layout-changed")
