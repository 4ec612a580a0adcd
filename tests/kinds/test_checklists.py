"""A checklist's shifts: names, and hours where they are written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rolebook.kinds.checklists.model import SignOff


def hours(shift: str) -> tuple[str, str, str]:
    """Return name, beginning and end of a shift as it is written."""
    found = SignOff(shifts=(shift,)).hours[0]
    return found["name"], found["from"], found["to"]


@pytest.mark.parametrize(
    "written",
    [
        "早班 08:00–16:00",
        "早班 8:00-16:00",
        "早班（08:00～16:00）",
        "早班8：00 — 16：00",
        "早班 (8:00 ~ 16:00)",
        "早班 8.00–16.00",
        "早班 08:00 16:00",
    ],
)
def test_hours_in_any_writing(written: str) -> None:
    """Any dash, full-width signs, brackets, one digit of an hour."""
    assert hours(written) == ("早班", "08:00", "16:00")


def test_hours_over_midnight_and_up_to_it() -> None:
    """A night shift ends the next day; a day ends at 24:00."""
    assert hours("Night 22:00–06:00") == ("Night", "22:00", "06:00")
    assert hours("晚班 16:00–24:00") == ("晚班", "16:00", "24:00")


@pytest.mark.parametrize("name", ["早班", "8点", "08:00", "1-3号岗", "Early", "第 2 班"])
def test_a_name_alone_has_no_hours(name: str) -> None:
    """A single time is a name too: the round at eight."""
    assert hours(name) == (name, "", "")


def test_hours_alone_are_the_name() -> None:
    """So that a column of the sheet has a heading."""
    assert hours("08:00–16:00") == ("08:00–16:00", "08:00", "16:00")


@pytest.mark.parametrize("written", ["早班 8:00–25:00", "早班 08:00–16:60", "早班 08:00–24:01", "08:00–16:00 早班"])
def test_hours_that_are_none_are_refused(written: str) -> None:
    """Rather than taken for a name without a word."""
    with pytest.raises(ValidationError, match="shift-hours"):
        SignOff(shifts=(written,))
