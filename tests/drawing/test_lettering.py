"""Words in boxes: as wide as they may be, cut into lines where lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.drawing.lettering import CUT, LONGER, width, wrapped

LETTERS = st.text(st.sampled_from("吧台岗客服员（）、，abcxyzWMil 0129-/é\u0301👍🏽"), min_size=1, max_size=60)


def test_a_full_character_is_as_wide_as_high_and_a_letter_is_less() -> None:
    """Marks above a letter take nothing."""
    assert width("满意", 14) == 28
    assert width("il", 14) < width("nn", 14) < width("WW", 14)
    assert width("e\u0301", 14) == width("e", 14)


@given(LETTERS, st.integers(40, 120), st.integers(1, 3))
def test_lines_fit_and_nothing_is_lost(text: str, room: int, most: int) -> None:
    """But behind the sign for what is left out."""
    lines = wrapped(text, 14, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(line.rstrip(), 14) <= room * LONGER for line in lines)
    whole, shown = " ".join(text.split()), "".join(lines)
    assert shown == whole or (shown.endswith(CUT) and whole.startswith(shown.removesuffix(CUT)))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("满意", ("满意",)),
        ("结束（不满意/一般）", ("结束", "（不满意/一般）")),
        ("Swimming test", ("Swimming ", "test")),
        ("想改以前的单子吗", ("想改以前", "的单子吗")),
        ("一二三四五六，七", ("一二三四", "五六，七")),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, lines: tuple[str, ...]) -> None:
    """Between words, before brackets, never before a comma, and about in the middle."""
    assert wrapped(text, 14, 112, 3) == lines or wrapped(text, 14, 100, 3) == lines


def test_what_is_too_long_is_cut() -> None:
    """On its last line."""
    assert wrapped("一二三四五六七八九十", 10, 30, 2) == ("一二三", "四五…")
    assert wrapped("Donaudampfschifffahrt", 10, 60, 1)[0].endswith(CUT)


def test_a_word_a_little_too_long_stays_whole() -> None:
    """One that is much longer is broken."""
    assert wrapped("Subordinates", 10, 60, 2) == ("Subordinates",)
    assert len(wrapped("Donaudampfschifffahrt", 10, 60, 3)) > 1
