"""Which forms a text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.kinds.forms.model import Form
from rolebook.language.wordlist import is_whole, small
from rolebook.model.form_names import FormNames
from tests.records import record

TITLES = ("Complaint and incident log", "Log", "Inventory", "值班记录表", "内部值班记录表", "A4表")


def names() -> FormNames:
    """Return the names of some forms."""
    return FormNames(
        form for n, title in enumerate(TITLES) if isinstance(form := record(f"forms/f{n}", title=title), Form)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Note it on the complaint and incident log.", ["complaint and incident log"]),
        ("LOG it in the catalogue, not the logbook; the log is his.", ["LOG", "log"]),
        ("附《值班记录表》、《内部值班记录表》。", ["值班记录表", "内部值班记录表"]),
        ("填A4表，不填BA4表", ["A4表"]),
        ("nothing of it", []),
    ],
)
def test_a_name_is_found_whatever_its_capitals(text: str, expected: list[str]) -> None:
    """And never inside a longer word of letters; of two names the longer one."""
    assert [text[start:end] for start, end, _ in names().found(text)] == expected


@given(st.text(max_size=30), st.sampled_from(TITLES), st.text(max_size=30))
def test_a_name_that_stands_alone_is_always_found(before: str, title: str, after: str) -> None:
    """Between blanks, and where it stands is told rightly."""
    text = f"{before} {title} {after}"
    stretches = [text[start:end].lower() for start, end, _ in names().found(text)]
    assert any(title.lower() in stretch or stretch in title.lower() for stretch in stretches)


@given(st.text(max_size=40))
def test_small_letters_keep_their_places(text: str) -> None:
    """A text in small letters is as long as it was, and small already."""
    assert len(small(text)) == len(text)
    assert small(small(text)) == small(text)


def test_what_is_whole() -> None:
    """A stretch with letters on both sides of its edge is not; Chinese is not parted by blanks."""
    assert is_whole("the log is", 4, 7)
    assert not is_whole("catalog", 4, 7)
    assert is_whole("值班log表", 2, 5)
    assert is_whole("登记表", 0, 2)
