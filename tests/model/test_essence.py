"""What a text says: punctuation, blanks, width and emphasis are left out, what changes the meaning stays."""

from __future__ import annotations

import json
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rolebook.model.address import derived_id
from rolebook.model.essence import essence
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests" / "cases" / "ids.json").read_text("utf-8"))
"""The front end's tests run them too (frontend/src/core/lookup/essence.test.ts)."""
WORD = st.text(st.sampled_from("吧台岗鞠躬度两三" + string.ascii_letters), min_size=1, max_size=4)
NUMBER = st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,2}|:[0-9]{2}|-[0-9])?[%℃]?", fullmatch=True)
LINE = st.lists(st.one_of(WORD, NUMBER), min_size=1, max_size=6)
SILENT = st.text(
    st.sampled_from(" ,，。、；;!！?？“”‘’\"'「」《》()（）[]【】…　\u00a0\u200b\ufe0f"), min_size=1, max_size=3
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(("text", "made"), CASES["ids"])
def test_the_id_of_a_line(text: str, made: str) -> None:
    """Exactly, as it may stand in files and on devices."""
    assert derived_id(text) == made


@pytest.mark.parametrize(("one", "other"), CASES["same"])
def test_what_is_written_otherwise_says_the_same(one: str, other: str) -> None:
    """So its id is the same."""
    assert essence(one) == essence(other)


@pytest.mark.parametrize(("one", "other"), CASES["different"])
def test_what_means_something_else_says_something_else(one: str, other: str) -> None:
    """So its id is another."""
    assert essence(one) != essence(other)
    assert derived_id(one) != derived_id(other)


@given(LINE, st.data())
def test_punctuation_changes_nothing(words: list[str], data: st.DataObject) -> None:
    """Wherever it is put between words, except where it comes to part two numbers."""
    at = data.draw(st.integers(0, len(words)))
    assume(not (0 < at < len(words) and words[at - 1][-1].isdigit() and words[at][0].isdigit()))
    mark = data.draw(SILENT)
    assert essence("".join([*words[:at], mark, *words[at:]])) == essence("".join(words))


@given(WORD, NUMBER, st.sampled_from("#%&@+-<=>≤≥±×°$¥€/^→✓"))
def test_a_sign_before_a_number_counts(word: str, number: str, sign: str) -> None:
    """Taking it out says something else."""
    assert essence(f"{word}{sign}{number}") != essence(f"{word}{number}")


@given(
    st.integers(0, 999), st.integers(0, 999), st.sampled_from([".", ":", "-", "/", "、", ", ", " ", "~", "*", "×", "="])
)
def test_two_numbers_never_become_one(one: int, other: int, between: str) -> None:
    """Whatever parts them, but for a comma in front of three digits."""
    assert essence(f"{one}{between}{other}") != essence(f"{one}{other}")


@given(ANY)
def test_blanks_at_the_ends_and_width_change_nothing(text: str) -> None:
    """A pasted line may begin with a blank and hold full-width letters and digits."""
    wide = "".join(chr(ord(c) + 0xFEE0) if c in string.ascii_letters + string.digits else c for c in text)
    assert essence(f" {text}\u3000") == essence(text)
    assert essence(wide) == essence(text)


@given(st.text(st.sampled_from(string.printable + "吧台岗，。《》——→≥½②ẞéǅ"), max_size=30))
def test_nothing_said_is_lost(text: str) -> None:
    """Every letter and digit of the text is there, in order; and there is something where anything was written."""
    assert [c for c in essence(text) if c.isalnum()] == [c for c in text.lower() if c.isalnum()]
    assert bool(essence(text)) == bool(text.strip())
