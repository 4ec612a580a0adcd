"""What a script fills in: the blanks of its lines, and the fields of its form."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.errors import Message
from rolebook.kinds.scripts.model import Script
from rolebook.model.base import Fault
from rolebook.model.handbook import Handbook
from tests.records import faults, record

END: dict[str, Any] = {"id": "m", "title": "完", "says": ["再见"]}


def test_a_line_is_filled_and_says_where() -> None:
    """Each blank as it is shown, between the words that stay; unknown names are words."""
    made = record("scripts/call", placeholders={"名": {"label": "姓名"}, "时": {"label": "时段"}}, nodes=[END])
    assert isinstance(made, Script)
    text, blanks = made.filled("{名}您好，{无}{时}见{时}", lambda placeholder: f"<{placeholder.label}>")
    assert text == "<姓名>您好，{无}<时段>见<时段>"
    assert [(text[one.start : one.end], one.placeholder.label) for one in blanks] == [
        ("<姓名>", "姓名"),
        ("<时段>", "时段"),
        ("<时段>", "时段"),
    ]
    assert made.filled("您好", lambda placeholder: "") == ("您好", [])


FORM = record("forms/visit", fields=[{"label": "姓名", "id": "name"}, {"label": "日期", "id": "day"}])


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["name", "day"], []),
        (["name", "nam"], [(1, "nam", "name")]),
        (["zzz", "dya", "name"], [(0, "zzz", ""), (1, "dya", "day")]),
    ],
)
def test_a_field_that_a_form_does_not_have(names: list[str], found: list[tuple[int, str, str]]) -> None:
    """At the node that records it, with the fields there are and the nearest."""
    nodes = [{"id": "n", "title": "问", "says": ["您好"], "next": "m"}, END | {"records": names}]
    call = record("scripts/call", form="visit", nodes=nodes)
    assert faults(FORM, call) == [
        Fault(
            "scripts/call",
            ("nodes", 1, "records", n),
            Message("unknown-field", name=name, form="visit", known=("name", "day"), nearest=near),
        )
        for n, name, near in found
    ]
    assert isinstance(call, Script)
    labels = {"name": "姓名", "day": "日期"}
    assert call.filled_at(call.nodes[1], Handbook([FORM, call])) == [labels.get(name, name) for name in names]
    assert call.filled_at(call.nodes[1], Handbook([call])) == names


def test_without_a_form_nothing_is_missed_in_it() -> None:
    """What a node records is then words; a form that does not exist is told as such, once."""
    nodes = [END | {"records": ["name"]}]
    assert faults(record("scripts/call", nodes=nodes)) == []
    assert [one.path for one in faults(record("scripts/call", nodes=nodes, form="visit"))] == [("form",)]


def test_a_placeholder_in_a_sub_item_is_looked_at_too() -> None:
    """At its own place."""
    says = [{"text": "您好", "items": ["再见{名}"]}]
    assert faults(record("scripts/call", nodes=[{"id": "m", "title": "完", "says": says}])) == [
        Fault(
            "scripts/call",
            ("nodes", 0, "says", 0, "items", 0, "text"),
            Message("undefined-placeholder", name="名"),
        )
    ]
