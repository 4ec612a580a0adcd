"""What must hold of ids: each is used once in a record, and a fault says why two things got one."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.model.address import PAGE_ANCHORS, derived_id
from rolebook.model.base import Fault
from tests.records import faults, record, role


def test_the_same_line_twice() -> None:
    """Two lines made of the same words would share an address; sub-items count too."""
    lines = ["微笑", {"text": "问好", "items": ["微笑"]}]
    assert faults(role("bar", *lines)) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 1, "items", 0),
            Message("line-twice"),
        )
    ]


def test_lines_that_differ_in_punctuation_alone() -> None:
    """They would share an address too, and the other one is quoted."""
    assert [fault.message for fault in faults(role("bar", "微笑，问好。", "微笑、问好！"))] == [
        Message("line-twice-but-for-marks", other="微笑，问好。")
    ]


def test_two_lines_that_happen_to_get_one_id() -> None:
    """The digest is short: of lines that begin alike a pair may fall together, and is not called the same line."""
    one, other = "每天开门以前先到前台，再到前前业巡逻时", "每天开门以前先到前台，再到前物会离岗后"
    assert derived_id(one) == derived_id(other)
    assert [fault.message for fault in faults(role("bar", one, other))] == [
        Message("id-twice-by-chance", other=one, id="每天开门以前先到前台-35c3")
    ]
    assert faults(role("bar", one, {"text": other, "id": "second"})) == []


def test_one_id_for_two_things() -> None:
    """Two lines, or a line and a section."""
    lines = [{"text": "微笑", "id": "smile"}, {"text": "问好", "id": "smile"}, {"text": "鞠躬", "id": "duties"}]
    assert [(fault.path, fault.message) for fault in faults(role("bar", *lines))] == [
        (("sections", 0, "items", 1, "id"), Message("id-twice", id="smile")),
        (("sections", 0, "items", 2, "id"), Message("id-twice", id="duties")),
    ]


@pytest.mark.parametrize("taken", sorted(PAGE_ANCHORS))
def test_ids_of_the_page_itself_are_taken(taken: str) -> None:
    """A page has headings of its own, and neither a line nor a section may share their anchors."""
    message = Message("id-of-the-page", id=taken)
    assert faults(role("bar", {"text": "微笑", "id": taken})) == [
        Fault("roles/bar", ("sections", 0, "items", 0), message)
    ]
    assert faults(record("roles/bar", sections=[{"title": "甲", "id": taken}])) == [
        Fault("roles/bar", ("sections", 0), message)
    ]


def test_the_id_of_a_summary() -> None:
    """It may be the name of its own part of the page, and no other line's may."""
    summary = {"text": "接待来访的客户", "id": "summary"}
    assert faults(role("bar", "微笑", summary=summary)) == []
    assert [fault.message for fault in faults(role("bar", {"text": "微笑", "id": "summary"}, summary=summary))] == [
        Message("id-twice", id="summary")
    ]


def test_two_sections_of_one_id() -> None:
    """Reported at the second section."""
    section = {"title": "职责", "id": "duties"}
    assert faults(record("roles/bar", sections=[section, section])) == [
        Fault("roles/bar", ("sections", 1), Message("id-twice", id="duties"))
    ]
