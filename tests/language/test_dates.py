"""Days as people write them are taken; what is none, or could be two, is not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.language.dates import day

NEW_YEAR = datetime.date(2026, 1, 2)


@pytest.mark.parametrize(
    "text",
    """2026-01-02|2026-1-2|2026/1/2|2026.1.2|2026年1月2日|2026年01月02号|2026 年 1 月 2 日|２０２６-１-２|2 January 2026
    |2 Jan 2026|January 2, 2026|jan 2 2026""".replace("\n    ", "").split("|"),
)
def test_a_day_is_taken(text: str) -> None:
    """In the forms of every language."""
    assert day(text) == NEW_YEAR


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "明天",
        "2026",
        "2026-1",
        "26-1-2",
        "1/2/2026",
        "2026-1/2",
        "2026-13-01",
        "2026-02-30",
        "2026-01-02T00:00",
        "20260102",
        "2026-1-2-3",
        "31 June 2026",
    ],
)
def test_what_is_no_day_is_not_taken(text: str) -> None:
    """Nor a day there is not, nor one that is another in another country."""
    assert day(text) is None


@given(st.dates())
def test_every_day_comes_back(one: datetime.date) -> None:
    """As ISO writes it, and without its zeros."""
    assert day(one.isoformat()) == one
    assert day(f"{one.year:04}/{one.month}/{one.day}") == one


@given(st.text(max_size=30))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    """Whatever stands where a day should."""
    assert day(text) is None or any(c.isdigit() for c in text)
