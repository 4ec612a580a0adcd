"""A measure: exactly one bound, where its line states it, and in whose words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.measure import BOUNDS, Measure, quantity


def stated(measure: Measure, text: str) -> dict[str, list[str]]:
    """Return the pieces of `text` that state each bound."""
    return {name: [text[start:end] for start, end in spans] for name, spans in measure.spans(text).items()}


@pytest.mark.parametrize(
    ("bounds", "text", "words"),
    [
        ({"value": "30", "unit": "度"}, "鞠躬30度微笑", {"value": "30度"}),
        ({"value": "70", "unit": "℃"}, "控制在70℃，", {"value": "70℃"}),
        ({"min": "23", "max": "25", "unit": "度"}, "夏天为23度至25度", {"min": "23度", "max": "25度"}),
        ({"at_least": "2", "unit": "步"}, "至少迎上两步", {"at_least": "两步"}),
        ({"at_most": "3", "unit": "天"}, "在三天之内回访", {"at_most": "三天"}),
        ({"below": "1/3"}, "茶水不足三分之一时", {"below": "三分之一"}),
        ({"value": "7/10"}, "添加至七分满即可", {"value": "七分满"}),
        ({"before": "08:28"}, "早上8点28分必须到岗", {"before": "8点28分"}),
        ({"value": "0.5", "unit": "小时"}, "提前半小时", {"value": "半小时"}),
        ({"value": "0.5", "unit": "小时"}, "提前半个小时", {"value": "半个小时"}),
        ({"value": "3", "unit": "小时"}, "提前三个小时", {"value": "三个小时"}),
        ({"value": "1", "unit": "次/日"}, "每日更新", {"value": "每日"}),
        ({"value": "100", "unit": "%"}, "会员客户的100%的回访", {"value": "100%"}),
        ({"value": "FN+F3"}, "需同时按FN+F3键", {"value": "FN+F3"}),
        ({"value": "A3、A4、B5"}, "存放的A3A4B5纸", {"value": "A3、A4、B5"}),
    ],
)
def test_each_kind_of_bound_is_found_in_its_line(bounds: dict[str, str], text: str, words: dict[str, str]) -> None:
    """The line's own words, unit included, and the measure agrees with the line."""
    measure = Measure(of="甲", **bounds)
    assert measure.words(text) == words
    assert measure.missing_from(text) == ""


@pytest.mark.parametrize(
    ("bounds", "text", "missing"),
    [
        ({"value": "30"}, "鞠躬45度", "30"),
        ({"value": "3"}, "鞠躬30度", "3"),
        ({"min": "23", "max": "25"}, "夏天为23度", "25"),
        ({"before": "08:28"}, "早上08:30必须到岗", "08:28"),
        ({"value": "28"}, "早上08:28必须到岗", "28"),
        ({"value": "A3、A4"}, "存放的A3纸", "A3、A4"),
        ({"below": "1/3"}, "不足四分之一", "1/3"),
    ],
)
def test_a_number_the_line_does_not_state_is_missing(bounds: dict[str, str], text: str, missing: str) -> None:
    """3 is not part of 30, and 28 is not part of a time."""
    assert Measure(of="甲", **bounds).missing_from(text) == missing


def test_of_two_equal_numbers_the_one_with_the_unit_is_meant() -> None:
    """In 第二次为2分钟 the minutes are the second two."""
    text = "第二次为2分钟"
    assert stated(Measure(of="甲", value="2", unit="分钟"), text) == {"value": ["2分钟"]}
    assert stated(Measure(of="甲", value="2", unit="次"), text) == {"value": ["二次"]}


def test_a_line_that_states_nothing_gives_the_value_as_written() -> None:
    """So that a table never has an empty cell."""
    assert Measure(of="甲", value="30", unit="度").words("鞠躬") == {"value": "30度"}


@given(st.sets(st.sampled_from(BOUNDS), max_size=4))
def test_exactly_one_bound_is_allowed(given_bounds: set[str]) -> None:
    """Any other choice of bounds is refused, naming what was given; min and max count as one."""
    allowed = given_bounds == {"min", "max"} or (len(given_bounds) == 1 and not given_bounds & {"min", "max"})
    if allowed:
        assert set(Measure(of="甲", **dict.fromkeys(given_bounds, "1")).bounds) == given_bounds
        return
    has = f"this one has {', '.join(sorted(given_bounds))}" if given_bounds else "this one has none"
    expected = (
        "Value error, a measure needs exactly one of value, min with max, at_least, at_most, below, before; " + has
    )
    with pytest.raises(ValidationError) as caught:
        Measure(of="甲", **dict.fromkeys(given_bounds, "1"))
    assert [error["msg"] for error in caught.value.errors()] == [expected]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("30", Fraction(30)),
        ("0.50", Fraction(1, 2)),
        ("2/6", Fraction(1, 3)),
        ("-5", Fraction(-5)),
        ("8:28", "08:28"),
        ("FN+F3", "FN+F3"),
        ("1/0", "1/0"),
    ],
)
def test_a_bound_is_a_number_a_time_or_words(text: str, read: Fraction | str) -> None:
    """Numbers are exact."""
    assert quantity(text) == read


def test_what_is_claimed_compares_by_value() -> None:
    """0.5 and 1/2 claim the same; at least 2 is not 2."""
    assert Measure(of="甲", value="0.5").says == Measure(of="乙", value="1/2").says
    assert Measure(of="甲", value="2").says != Measure(of="甲", at_least="2").says


@given(st.integers(1, 9999), st.text(st.sampled_from("鞠躬度，。微笑步"), max_size=10))
def test_a_stated_number_is_found_wherever_it_stands(number: int, around: str) -> None:
    """Its span is the number, with the unit where that follows."""
    text = f"{around}{number}米{around}"
    assert stated(Measure(of="甲", value=str(number), unit="米"), text) == {"value": [f"{number}米"]}
