"""Records that had another id before: who may claim one, and what still refers to it."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.errors import Message
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.records import faults, record, role


def told(*records: Record) -> list[tuple[Any, ...]]:
    """Return the faults of these records as (record, path, message)."""
    return [(fault.record, fault.path, fault.message) for fault in faults(*records)]


def test_a_record_stays_known_by_its_first_id() -> None:
    """However often it was renamed, and with it every line of it; others are known by what they are called."""
    bar = role("bar-attendant", {"text": "微笑", "id": "smile"}, renamed_from=["bar", "standards/counter"])
    assert bar.earlier == (Address("roles", "bar"), Address("standards", "counter"))
    handbook = Handbook([bar, role("hall", "问好")])
    assert handbook.first(Address("roles", "bar-attendant", "smile")) == Address("roles", "bar", "smile")
    assert handbook.first(Address("roles", "bar-attendant")) == Address("roles", "bar")
    assert handbook.first(Address("roles", "hall", "x")) == Address("roles", "hall", "x")
    assert handbook.first(Address("roles", "gone")) == Address("roles", "gone")
    assert set(handbook.renamed) == {*bar.earlier}


@pytest.mark.parametrize("text", ["bar#smile", "a b", "roles/bar/x", "-"])
def test_an_earlier_id_is_that_of_a_record(text: str) -> None:
    """Neither a line nor anything that never was an address."""
    assert told(role("hall", renamed_from=[text])) == [
        ("roles/hall", ("renamed_from", 0), Message("bad-earlier-id", text=text))
    ]


def test_an_id_in_use_is_no_earlier_id() -> None:
    """Its links lead to the record that has it now; its own is none either."""
    assert told(role("bar", "微笑"), role("hall", renamed_from=["x", "bar"])) == [
        ("roles/hall", ("renamed_from", 1), Message("earlier-id-in-use", address="roles/bar"))
    ]
    assert told(role("bar", renamed_from=["roles/bar"])) == [
        ("roles/bar", ("renamed_from", 0), Message("earlier-id-its-own", id="roles/bar"))
    ]


def test_two_records_cannot_have_had_one_id() -> None:
    """Told at the second; one record may not write it twice either."""
    twice = Message("earlier-id-twice", address="roles/x", other="roles/bar")
    assert told(role("bar", renamed_from=["x"]), role("hall", renamed_from=["roles/x"])) == [
        ("roles/hall", ("renamed_from", 0), twice)
    ]
    assert told(role("bar", renamed_from=["x", "x"])) == [("roles/bar", ("renamed_from", 1), twice)]


NOW = role("bar-attendant", {"text": "微笑", "id": "smile"}, title="吧台", renamed_from=["bar"])
FORM = record("forms/visit-log", title="来访登记表", renamed_from=["visits"])
CHECK = {"when": "班前", "by": ["吧台"], "sections": [{"title": "饮品", "items": [{"from": "roles/bar#smile"}]}]}
DIFFERS = {
    "text": "鞠躬30度",
    "measures": [{"of": "角度", "value": "30", "unit": "度", "differs_from": "roles/bar#smile"}],
}


@pytest.mark.parametrize(
    ("referring", "path", "now"),
    [
        (role("hall", related=["roles/bar"]), ("related", 0), "roles/bar-attendant"),
        (record("checklists/a", **CHECK), ("sections", 0, "items", 0, "from"), "roles/bar-attendant#smile"),
        (role("hall", forms=["visits"]), ("forms", 0), "forms/visit-log"),
        (
            role("hall", {"text": "登记", "forms": ["visits"]}),
            ("sections", 0, "items", 0, "forms", 0),
            "forms/visit-log",
        ),
        (
            role("hall", DIFFERS),
            ("sections", 0, "items", 0, "measures", 0, "differs_from"),
            "roles/bar-attendant#smile",
        ),
        (role("hall", reports_to=["吧台", "bar"]), ("reports_to", 1), "roles/bar-attendant"),
        (
            record("checklists/a", **{**CHECK, "by": ["bar"], "sections": [{"title": "甲", "items": ["乙"]}]}),
            ("by", 0),
            "roles/bar-attendant",
        ),
    ],
)
def test_what_refers_to_an_earlier_id_is_told_the_new_one(
    referring: Record, path: tuple[str | int, ...], now: str
) -> None:
    """Posts too, whose names would else pass for those of posts without a record."""
    page = now.partition("#")[0]
    old = "forms/visits" if page.startswith("forms") else "roles/bar"
    message = Message("now-called", old=old, record=page, now=now)
    assert told(NOW, FORM, referring) == [(str(referring.address), path, message)]
