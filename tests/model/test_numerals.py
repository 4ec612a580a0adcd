"""Numbers as Chinese text writes them: what each notation means, and where it stands."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.numerals import chinese_number, clock, half_width, numerals

DIGITS = "零一二三四五六七八九"


def spelt(number: int) -> str:
    """Write 0 to 9999万 the way a Chinese book does; written by rule, apart from the reader it tests."""
    if number == 0:
        return "零"
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return spelt(high) + "万" + gap + (spelt(low) if low else "")
    written = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += DIGITS[digit] + name
        elif written and number % unit and not written.endswith("零"):
            written += "零"
    return written


def meanings(text: str) -> list[set[Fraction | str]]:
    """Return what each number of `text` may mean."""
    return [set(found) for _, _, found in numerals(text)]


@given(st.integers(0, 99_999_999))
@example(10)
@example(10_010)
@example(20_305_006)
def test_a_chinese_numeral_reads_as_what_was_written(number: int) -> None:
    """Written by rule and read again, every number up to 9999万 is itself."""
    assert chinese_number(spelt(number)) == number


@given(st.integers(10, 19))
def test_ten_to_nineteen_need_no_leading_one(number: int) -> None:
    """十二 and 一十二 are both 12."""
    assert chinese_number(spelt(number).removeprefix("一")) == number


@given(st.integers(200, 9999))
def test_two_may_be_written_liang(number: int) -> None:
    """两百 is 二百, in any place before 百 and 千."""
    liang = spelt(number).replace("二百", "两百").replace("二千", "两千")
    assert chinese_number(liang) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("两", 2),
        ("兩", 2),
        ("二十三", 23),
        ("一百零五", 105),
        ("二〇二四", 2024),
        ("十", 10),
        ("百", 100),
        ("万", 10_000),
    ],
)
def test_a_chinese_numeral(written: str, number: int) -> None:
    """Short forms, digits read one by one, and both characters for a pair."""
    assert chinese_number(written) == number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("鞠躬30度", {Fraction(30)}),
        ("鞠躬３０度", {Fraction(30)}),
        ("不足三分之一", {Fraction(1, 3)}),
        ("4分之3", {Fraction(3, 4)}),
        ("七分满", {Fraction(7, 10)}),
        ("半小时", {Fraction(1, 2)}),
        ("半个小时", {Fraction(1, 2)}),
        ("2个半小时", {Fraction(5, 2)}),
        ("迎上两步", {Fraction(2)}),
        ("第二十三条", {Fraction(23)}),
        ("0.5升", {Fraction(1, 2)}),
        ("100%", {Fraction(100)}),
        ("08:28", {"08:28"}),
        ("8：28", {"08:28"}),
        ("8点28", {"08:28"}),
        ("8点28分", {"08:28"}),
        ("8点", {"08:00"}),
        ("每日", {Fraction(1)}),
        ("每次", {Fraction(1)}),
        ("1/3", {Fraction(1, 3), Fraction(1), Fraction(3)}),
        ("70℃", {Fraction(70)}),
    ],
)
def test_each_notation(text: str, meant: set[Fraction | str]) -> None:
    """One number, and what it may mean."""
    assert meanings(text) == [meant]


@pytest.mark.parametrize("text", ["", "每个客户", "每人", "半路", "点菜", "％"])
def test_what_is_no_number(text: str) -> None:
    """每个 counts nothing, and half of what is not measured is none."""
    assert meanings(text) == []


def test_numbers_are_found_where_they_stand() -> None:
    """Start and end cut the number out of the text, full-width or not."""
    text = "温度２３度至25度，三分之一，每日"
    assert [text[start:end] for start, end, _ in numerals(text)] == ["２３", "25", "三分之一", "每日"]


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_has_one_form(hour: int, minute: int) -> None:
    """However it is written, it reads as HH:MM."""
    expected = f"{hour:02}:{minute:02}"
    written = (f"{hour}:{minute:02}", f"{hour:02}:{minute:02}", f"{hour}点{minute}", f"{hour}点{minute:02}分")
    assert {clock(text) for text in written} == {expected}


@pytest.mark.parametrize("text", ["", "8", "25:00", "8:60", "八点", "28度"])
def test_what_is_no_time(text: str) -> None:
    """There is no hour 25 and no minute 60."""
    assert clock(text) is None


@given(st.text(max_size=40))
def test_positions_hold_in_any_text(text: str) -> None:
    """Half-width text is as long as the text, and spans lie inside it, in order, each with a meaning at most."""
    assert len(half_width(text)) == len(text)
    last = 0
    for start, end, _ in numerals(text):
        assert last <= start < end <= len(text)
        last = end
