"""What must hold of references, whatever field they stand in: each fault at its place, with what was meant."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.errors import Message
from rolebook.model.base import Fault
from rolebook.model.checks import check, too_many
from rolebook.model.free_names import FreeName, free_names
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.records import faults, record, role


def line(name: str, text: str = "", **more: Any) -> dict[str, Any]:
    """Return a line called by its id."""
    return {"text": text or f"做{name}", "id": name, **more}


VISIT = record("forms/visit", title="登记表", fields=[{"label": "姓名", "id": "name"}])
DOOR = role("door", line("open"), title="门岗")


def missing(address: str, near: str) -> Message:
    """Return that a reference leads nowhere."""
    return Message("unknown-reference", address=address, nearest=near)


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("visit", None),
        ("forms/visit#name", None),
        ("roles/door", Message("unknown-form", form="roles/door", nearest="")),
        ("roles/dor", missing("roles/dor", "roles/door")),
        ("vist", missing("forms/vist", "forms/visit")),
        ("visit#nam", missing("forms/visit#nam", "forms/visit#name")),
        ("vist#name", missing("forms/vist#name", "forms/visit#name")),
        ("a b", Message("no-address", text="a b")),
    ],
)
def test_a_form_that_a_record_works_with(form: str, message: Message | None) -> None:
    """Is there, and is a form; told at its own place in the list."""
    bar = role("bar", forms=["visit", form])
    assert faults(VISIT, DOOR, bar) == ([Fault("roles/bar", ("forms", 1), message)] if message else [])


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("visit", None),
        ("forms/visit", None),
        ("forms/visit#gone", None),
        ("vist", Message("unknown-form", form="vist", nearest="visit")),
        ("roles/door", Message("unknown-form", form="roles/door", nearest="")),
        ("登记表", Message("unknown-form", form="登记表", nearest="")),
        ("a b", Message("unknown-form", form="a b", nearest="")),
    ],
)
def test_a_form_that_a_line_means(form: str, message: Message | None) -> None:
    """In a sub-item as in a line."""
    items = [line("a", items=[line("b", forms=["visit", form])])]
    place = ("sections", 0, "items", 0, "items", 0, "forms", 1)
    found = faults(VISIT, DOOR, role("bar", *items))
    assert found == ([Fault("roles/bar", place, message)] if message else [])


def test_a_form_that_could_not_be_read_is_missed_by_nobody() -> None:
    """Neither in a list of a record nor in a line."""
    bar = role("bar", line("a", forms=["gone"]), forms=["gone", "other"])
    book = Handbook([bar], unread=frozenset({record("forms/gone").address}))
    assert [*check(book)] == [Fault("roles/bar", ("forms", 1), missing("forms/other", ""))]


def test_each_fault_of_a_handbook_is_told() -> None:
    """Record by record, then line by line, then what lines say of each other."""
    thirty = {"of": "角度", "value": "30", "unit": "度"}
    wrong = line("c", "鞠躬40度", measures=[thirty | {"of": "别的"}, thirty | {"value": "40"}])
    old = {"number": 5, "effective": "2025-01-01"}
    bar = role("bar", line("a", "鞠躬30度", measures=[thirty]), line("a"), related=["x"], history=[old])
    hall = role("hall", line("d", "看 ![图](a.png) 和 ![表](b.png)"), wrong, renamed_from=["a b"])
    assert [(one.record, one.path, one.message.code) for one in faults(bar, hall)] == [
        ("roles/bar", ("history", 0), "revision-later"),
        ("roles/bar", ("sections", 0, "items", 1, "id"), "id-twice"),
        ("roles/bar", ("related", 0), "no-address"),
        ("roles/hall", ("renamed_from", 0), "bad-earlier-id"),
        ("roles/hall", ("sections", 0, "items", 0), "picture-in-a-line"),
        ("roles/hall", ("sections", 0, "items", 0), "picture-in-a-line"),
        ("roles/hall", ("sections", 0, "items", 1, "measures", 0, "value"), "measure-not-in-line"),
        ("roles/hall", ("sections", 0, "items", 1, "measures", 1), "contradiction"),
    ]
    pictures = [one.message for one in faults(hall) if one.message.code == "picture-in-a-line"]
    assert pictures == [Message("picture-in-a-line", picture=name) for name in ("a.png", "b.png")]


def test_every_line_that_contradicts_the_first_is_told() -> None:
    """With the first, whatever stands between; and a difference that leads to a record or a part is one."""
    lines = [
        line(f"b{n}", f"鞠躬{n}度", measures=[{"of": "角度", "value": str(n), "unit": "度"}]) for n in (30, 40, 30, 50)
    ]
    lines[2]["id"] = "again"
    other = Message("contradiction", of="角度", when="", other="roles/bar#b30")
    assert faults(role("bar", *lines)) == [
        Fault("roles/bar", ("sections", 0, "items", n, "measures", 0), other) for n in (1, 3)
    ]
    for target in ("roles/bar", "roles/bar#duties", "roles/bar#b30"):
        differs = [{"of": "角度", "value": "40", "unit": "度", "differs_from": target}]
        assert faults(role("bar", lines[0], line("b40", "鞠躬40度", measures=differs))) == []
    differs = [{"of": "角度", "value": "40", "unit": "度", "differs_from": "a b"}]
    assert faults(role("bar", lines[0], line("b40", "鞠躬40度", measures=differs))) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 1, "measures", 0, "differs_from"),
            Message("unknown-line", address="a b", nearest=""),
        )
    ]


def test_several_earlier_revisions() -> None:
    """Each once, below the present one; all that are not are told."""
    history = [{"number": n, "effective": day} for n, day in ((3, "2026-01-01"), (3, "2026-01-01"), (2, "2026-09-01"))]
    now = {"number": 4, "effective": "2026-03-01", "owner": "甲"}
    assert faults(role("bar", revision=now, history=history)) == [
        Fault("roles/bar", ("history", 1), Message("revision-twice", number=3)),
        Fault("roles/bar", ("history", 2), Message("revision-days", number=2)),
    ]


def test_lines_of_all_parts_count() -> None:
    """Sub-items too."""
    sections = [
        {"title": f"段{k}", "id": f"s{k}", "items": [line(f"{k}-{n}", items=[f"{k}之{n}"]) for n in range(125)]}
        for k in range(4)
    ]
    bar = record("roles/bar", sections=sections)
    assert [one for one in faults(bar) if one.message.code == "too-many-lines"] == []
    more = record("roles/bar", sections=sections, summary="一句")
    assert [*too_many(more, 1001)] == [one for one in faults(more) if one.message.code == "too-many-lines"]
    assert len([*too_many(more, 1001)]) == 1


DESK = role("reception", title="接待岗")


def free(*records: Record) -> list[FreeName]:
    """Return the names without a record."""
    return [*free_names(Handbook(records))]


def test_names_that_have_no_record() -> None:
    """Posts as they are named, documents as they are marked; what is there, or may be, is none of them."""
    bar = role("bar", "填《登记表》，看《手册》和《门岗》", reports_to=["店长", "door", "门岗"], works_with=["领班"])
    assert free(bar, DOOR, VISIT) == [
        FreeName("post", "店长", bar.address, ("reports_to", 0)),
        FreeName("post", "领班", bar.address, ("works_with", 0)),
        FreeName("document", "手册", bar.address, ("sections", 0, "items", 0)),
    ]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("recepton", "reception"),
        ("front-desk", ""),
        ("roles/front", ""),
        ("a#b", ""),
        ("前台", None),
        ("保安", None),
        ("dog", None),
    ],
)
def test_a_name_that_is_meant_to_be_that_of_a_record(name: str, nearest: str | None) -> None:
    """A slip of the pen away from one, or written as ids are; a plain name is one."""
    message = Message("no-such-post", name=name, id=name.rpartition("/")[2], nearest=nearest or "")
    found = faults(DESK, role("bar", reports_to=["接待岗", name]))
    assert found == ([Fault("roles/bar", ("reports_to", 1), message)] if nearest is not None else [])


def test_a_name_in_a_handbook_with_a_faulty_file() -> None:
    """May be that of the file: what only looks like a slip is not told, what is written as an id is."""
    log = record("forms/log", title="来访登记表")
    bar = role("bar", "看《来访登记标》", reports_to=["recepton", "front-desk"])
    sound, faulty_post, faulty_form = (
        [one.message.code for one in check(Handbook([bar, DESK, log], unread=frozenset(unread)))]
        for unread in ((), {role("x").address}, {record("forms/x").address})
    )
    assert sorted(sound) == ["no-such-post", "no-such-post", "unknown-document"]
    assert faulty_post == ["no-such-post"]
    assert faulty_form == ["no-such-post", "no-such-post"]
