"""A measure: exactly one bound, where its line states it, and in whose words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rolebook.errors import Message
from rolebook.language import language
from rolebook.model.measure import BOUNDS, Measure

CHINESE = language("zh")


def stated(measure: Measure, text: str) -> dict[str, list[str]]:
    """Return the pieces of `text` that state each bound."""
    return {name: [text[start:end] for start, end in spans] for name, spans in measure.spans(text, CHINESE).items()}


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
    assert measure.words(text, CHINESE) == words
    assert measure.disagreement(text, CHINESE) is None


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
    numbers = tuple(text[found.start : found.end] for found in CHINESE.quantities(text))
    message = Message("measure-not-in-line", value=missing, numbers=numbers)
    if not numbers:
        message = Message("measure-without-number", value=missing)
    told = Measure(of="甲", **bounds).disagreement(text, CHINESE)
    assert told is not None
    assert told.message == message


def test_of_two_equal_numbers_the_one_with_the_unit_is_meant() -> None:
    """In 第二次为2分钟 the minutes are the second two."""
    text = "第二次为2分钟"
    assert stated(Measure(of="甲", value="2", unit="分钟"), text) == {"value": ["2分钟"]}
    assert stated(Measure(of="甲", value="2", unit="次"), text) == {"value": ["二次"]}


def test_a_line_that_states_nothing_gives_the_value_as_written() -> None:
    """So that a table never has an empty cell."""
    assert Measure(of="甲", value="30", unit="度").words("鞠躬", CHINESE) == {"value": "30度"}


@given(st.sets(st.sampled_from(BOUNDS), max_size=4))
def test_exactly_one_bound_is_allowed(given_bounds: set[str]) -> None:
    """Any other choice of bounds is refused, naming what was given; min and max count as one."""
    allowed = given_bounds == {"min", "max"} or (len(given_bounds) == 1 and not given_bounds & {"min", "max"})
    if allowed:
        assert set(Measure(of="甲", **dict.fromkeys(given_bounds, "1")).bounds) == given_bounds
        return
    given_in_order = tuple(name for name in BOUNDS if name in given_bounds)
    expected = ("measure-bounds", {"given": given_in_order}) if given_bounds else ("measure-without-bound", {})
    with pytest.raises(ValidationError) as caught:
        Measure(of="甲", **dict.fromkeys(given_bounds, "1"))
    assert [(error["type"], error.get("ctx", {})) for error in caught.value.errors()] == [expected]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("30", Fraction(30)),
        ("0.50", Fraction(1, 2)),
        ("2/6", Fraction(1, 3)),
        ("-5", Fraction(-5)),
        ("1,500", Fraction(1500)),
        ("8:28", "08:28"),
        ("8点半", "08:30"),
        ("FN+F3", None),
        ("1/0", None),
        ("9" * 5000, None),
    ],
)
def test_a_bound_is_a_number_a_time_or_words(text: str, read: Fraction | str | None) -> None:
    """Numbers are exact."""
    assert CHINESE.numbers.value(text) == read


def test_what_is_claimed_compares_by_value() -> None:
    """0.5 and 1/2 claim the same, half an hour and 30 minutes too; at least 2 is not 2."""
    assert Measure(of="甲", value="0.5").says(CHINESE) == Measure(of="乙", value="1/2").says(CHINESE)
    assert Measure(of="甲", value="2").says(CHINESE) != Measure(of="甲", at_least="2").says(CHINESE)
    half = Measure(of="甲", value="0.5", unit="小时")
    assert half.says(CHINESE) == Measure(of="甲", value="30", unit="分钟").says(CHINESE)


@pytest.mark.parametrize(
    ("code", "text", "bounds"),
    [
        ("zh", "让客人等候不超过5分钟。", {"at_most": "5", "unit": "分钟"}),
        ("zh", "24小时内回复。", {"at_most": "24", "unit": "小时"}),
        ("zh", "收押金1,000元", {"value": "1000", "unit": "元"}),
        ("zh", "一个半小时后复查", {"value": "1.5", "unit": "小时"}),
        ("zh", "一个半小时后复查", {"value": "90", "unit": "分钟"}),
        ("zh", "上午8点半到岗", {"value": "8:30"}),
        ("zh", "百分之十", {"value": "10", "unit": "%"}),
        ("zh", "百分之十", {"value": "1/10"}),
        ("zh", "打九折", {"value": "9", "unit": "折"}),
        ("zh", "打九折", {"value": "0.9"}),
        ("zh", "最低18℃，最高22℃", {"min": "18", "max": "22", "unit": "℃"}),
        ("zh", "应在2℃到20℃之间", {"at_most": "20", "unit": "℃"}),
        ("zh", "第3条", {"value": "3", "unit": "条"}),
        ("zh", "输液速度每公斤每小时5毫升左右", {"value": "5", "unit": "毫升/公斤/小时"}),
        ("zh", "住院费每天150元", {"value": "150", "unit": "元/天"}),
        ("en", "Do not call a customer after 8 pm.", {"before": "8 pm"}),
        ("en", "Do not stack above the 2 m line.", {"at_most": "2", "unit": "m"}),
        ("zh", "转8012", {"value": "8012"}),
        ("en", "Stay in room 101 for 5 minutes.", {"value": "5", "unit": "minutes"}),
        ("en", "Stay in room 101 for 5 minutes.", {"value": "101"}),
        ("en", "A deposit of $300", {"value": "300", "unit": "$"}),
        ("en", "A deposit of $300", {"value": "300", "unit": "dollars"}),
        ("en", "Keep the lobby at 18–22 °C.", {"min": "18", "max": "22", "unit": "°C"}),
        ("en", "Write-offs up to $1,500.", {"at_most": "1,500", "unit": "$"}),
        ("en", "Answer within three rings.", {"at_most": "3", "unit": "rings"}),
        ("en", "Wait half an hour.", {"value": "30", "unit": "minutes"}),
        ("en", "within twenty-four hours", {"at_most": "24", "unit": "hours"}),
        ("en", "Twice a day", {"value": "2", "unit": "times/day"}),
        ("en", "1½ hours", {"value": "1.5", "unit": "hours"}),
        ("en", "Refunds above $50", {"above": "50", "unit": "$"}),
        ("en", "Lock up after 6:30 pm.", {"after": "18:30"}),
        ("en", "Never put a caller on hold for longer than one minute.", {"at_most": "1", "unit": "minute"}),
        ("en", "Lay out three fold-up beds.", {"value": "3", "unit": "fold-up beds"}),
    ],
)
def test_a_measure_that_says_what_its_line_says(code: str, text: str, bounds: dict[str, str]) -> None:
    """In whatever notation and unit of the same kind."""
    assert Measure(of="甲", **bounds).disagreement(text, language(code)) is None


@pytest.mark.parametrize(
    ("code", "text", "bounds", "message"),
    [
        (
            "zh",
            "让客人等候不超过5分钟。",
            {"at_least": "5", "unit": "分钟"},
            Message("measure-bound", bound="at_least", value="5", words="不超过5分钟", fix="at_most: 5"),
        ),
        (
            "zh",
            "24小时内回复。",
            {"at_most": "24", "unit": "分钟"},
            Message("measure-unit", unit="分钟", words="24小时内", fix="小时"),
        ),
        (
            "zh",
            "让客人等候不超过5分钟。",
            {"value": "5", "unit": "分钟"},
            Message("measure-bound", bound="value", value="5", words="不超过5分钟", fix="at_most: 5"),
        ),
        (
            "zh",
            "等候5分钟。",
            {"at_most": "5", "unit": "分钟"},
            Message("measure-bound-unsaid", bound="at_most", value="5", words="5分钟", fix="value: 5", said="不超过"),
        ),
        (
            "zh",
            "应在2℃到20℃之间",
            {"value": "2", "unit": "℃"},
            Message("measure-bound", bound="value", value="2", words="2℃到20℃之间", fix="min: 2, max: 20"),
        ),
        (
            "en",
            "Stay in room 101 for 5 minutes.",
            {"value": "101", "unit": "minutes"},
            Message("measure-not-in-line", value="101 minutes", numbers=("5 minutes",)),
        ),
        (
            "en",
            "Answer within three rings.",
            {"at_least": "3", "unit": "rings"},
            Message("measure-bound", bound="at_least", value="3", words="within three rings", fix="at_most: 3"),
        ),
        (
            "en",
            "A deposit of $300",
            {"value": "300", "unit": "€"},
            Message("measure-unit", unit="€", words="$300", fix="$"),
        ),
    ],
)
def test_a_measure_that_says_something_else(code: str, text: str, bounds: dict[str, str], message: Message) -> None:
    """What the line says instead, and how to write it."""
    told = Measure(of="甲", **bounds).disagreement(text, language(code))
    assert told is not None
    assert told.message == message


@given(st.integers(1, 9999), st.text(st.sampled_from("鞠躬度，。微笑步"), max_size=10))
def test_a_stated_number_is_found_wherever_it_stands(number: int, around: str) -> None:
    """Its span is the number, with the unit where that follows."""
    text = f"{around}{number}米{around}"
    assert stated(Measure(of="甲", value=str(number), unit="米"), text) == {"value": [f"{number}米"]}


def test_what_must_never_be_done_is_measured_by_what_is_left() -> None:
    """Never: let a guest wait for more than 5 minutes; at most 5 it is."""
    measure = Measure(of="甲", at_most="5", unit="分钟")
    assert measure.disagreement("让客人等候超过5分钟", CHINESE) is not None
    assert measure.disagreement("让客人等候超过5分钟", CHINESE, never=True) is None
    assert measure.disagreement("不让客人等候超过5分钟而无人招呼", CHINESE) is None
