"""What is ticked on a checklist: its own lines and those it pulls, each once; the hours of its shifts."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from rolebook.errors import Message
from rolebook.kinds.checklists.model import Checklist, Entry, SignOff, lines_of, sections_of
from rolebook.model.base import Fault
from rolebook.model.handbook import Handbook
from rolebook.model.item import Item
from tests.records import faults, record, role


def line(name: str, **more: Any) -> dict[str, Any]:
    """Return a line called by its id."""
    return {"text": f"做{name}", "id": name, **more}


def daily(*sections: list[Any]) -> Checklist:
    """Return a checklist of sections of these entries."""
    titled = [{"title": f"段{n}", "id": f"s{n}", "items": items} for n, items in enumerate(sections)]
    made = record("checklists/daily", when="早", by=["bar"], sections=titled)
    assert isinstance(made, Checklist)
    return made


def test_what_a_checklist_pulls_stands_in_its_place() -> None:
    """A line, all lines of a section without their sub-items, its own; what leads nowhere pulls nothing."""
    bar = role("bar", line("a", items=[line("b")]), line("c"))
    made = daily(["开门", {"from": "roles/bar#duties"}], [{"from": "roles/bar#b"}, {"from": "roles/bar#zz"}, "关门"])
    handbook = Handbook([bar, made])
    found = [
        (section.anchor, [(one.item.text, one.path, str(one.origin.address) if one.origin else "") for one in lines])
        for section, lines in sections_of(handbook, made)
    ]
    assert found == [
        (
            "s0",
            [
                ("开门", ("sections", 0, "items", 0), ""),
                ("做a", ("sections", 0, "items", 1), "roles/bar#a"),
                ("做c", ("sections", 0, "items", 1), "roles/bar#c"),
            ],
        ),
        (
            "s1",
            [("做b", ("sections", 1, "items", 0), "roles/bar#b"), ("关门", ("sections", 1, "items", 2), "")],
        ),
    ]


def test_a_line_of_a_checklist_keeps_its_id() -> None:
    """The one that its author gave it."""
    (one,) = lines_of(Handbook([]), Entry(text="开门", id="door"), ())
    assert (one.item, one.path, one.origin) == (Item(text="开门", id="door"), (), None)


def test_what_a_checklist_ticks_twice_is_told_once_each_time() -> None:
    """A line that is pulled as its own line is called, or as a heading; its own twice are told by their ids."""
    bar = role("bar", line("a"), line("s1"))
    twice = Message("id-twice-on-checklist", id="a")
    assert faults(bar, daily([line("a"), {"from": "roles/bar#a"}])) == [
        Fault("checklists/daily", ("sections", 0, "items", 1), twice)
    ]
    assert faults(bar, daily([{"from": "roles/bar#a"}, line("a")])) == [
        Fault("checklists/daily", ("sections", 0, "items", 1), twice)
    ]
    assert faults(bar, daily([{"from": "roles/bar#s1"}], ["开门"])) == [
        Fault("checklists/daily", ("sections", 0, "items", 0), Message("id-twice-on-checklist", id="s1"))
    ]
    assert [one.message.code for one in faults(bar, daily([line("b"), line("b")]))] == ["id-twice"]


def test_how_many_lines_a_checklist_may_pull() -> None:
    """As many as any record has; those that are pulled count."""
    bar = role("bar", *[line(f"a{n}") for n in range(600)])
    hall = role("hall", *[line(f"b{n}") for n in range(400)])
    pulls = [{"from": "roles/bar#duties"}, {"from": "roles/hall#duties"}]
    assert faults(bar, hall, daily(pulls)) == []
    assert faults(bar, hall, daily([*pulls, "开门"])) == [
        Fault("checklists/daily", ("title",), Message("too-many-lines", lines=1001, most=1000))
    ]


@pytest.mark.parametrize("entry", [{}, {"text": "甲", "from": "roles/bar"}, {"id": "a"}])
def test_an_entry_has_a_text_or_an_origin(entry: dict[str, str]) -> None:
    """Not both, and not neither."""
    with pytest.raises(ValidationError, match="from-or-text"):
        Entry.model_validate(entry)


@pytest.mark.parametrize("kind", [Entry, Item])
def test_editors_take_a_mere_text_for_a_line(kind: type[Any]) -> None:
    """Or its keys; an empty text is none."""
    schema = TypeAdapter(kind).json_schema(mode="validation")
    text, keys = schema.get("anyOf") or schema["$defs"][kind.__name__]["anyOf"]
    assert text == {"type": "string", "minLength": 1}
    assert "$ref" in keys or keys["type"] == "object"


@pytest.mark.parametrize(
    ("shift", "hours"),
    [
        ("早班 0:00–24:00", ("早班", "00:00", "24:00")),
        ("早班 23:59–0:01", ("早班", "23:59", "00:01")),
        ("早班［08:00–16:00］", ("早班", "08:00", "16:00")),
        ("早班 【 8:00–16:00 】", ("早班", "08:00", "16:00")),
        ("早-中 8:00–16:00", ("早-中", "08:00", "16:00")),
        ("早班", ("早班", "", "")),
    ],
)
def test_the_hours_of_a_shift(shift: str, hours: tuple[str, str, str]) -> None:
    """From midnight to midnight; whatever bracket they stand in is no part of the name, another sign is."""
    assert SignOff(shifts=(shift, "晚班")).hours == (
        {"name": hours[0], "from": hours[1], "to": hours[2]},
        {"name": "晚班", "from": "", "to": ""},
    )


def test_hours_that_are_none_are_told_as_they_were_written() -> None:
    """With full-width signs too."""
    for shift in ("早班 8：00–25：00", "8:00–16:00 早班", "早 8:60–16:00"):
        with pytest.raises(ValidationError) as caught:
            SignOff(shifts=(shift,))
        assert [(one["type"], one.get("ctx")) for one in caught.value.errors()] == [("shift-hours", {"shift": shift})]
