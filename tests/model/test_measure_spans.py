"""Where a line states a measure, and what a measure is told that states it otherwise."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.language import language
from rolebook.model.measure import Measure, bounds_of

ZH = language("zh")


@pytest.mark.parametrize(
    ("text", "bounds", "found"),
    [
        ("按FN键，再按FN键", {"value": "FN"}, {"value": [(1, 3)]}),
        ("存A4、A3、A4纸", {"value": "A3、A4"}, {"value": [(4, 6), (1, 3)]}),
        ("存A4纸", {"value": "A3、A4"}, {"value": []}),
        ("到101房", {"value": "101"}, {"value": [(1, 5)]}),
        ("到1010房", {"value": "101"}, {"value": []}),
        ("每次1.101克", {"value": "101"}, {"value": []}),
        ("23度至25度，再23度", {"min": "23", "max": "25", "unit": "度"}, {"min": [(0, 3)], "max": [(4, 7)]}),
        ("第2次为2分钟", {"value": "2", "unit": "分钟"}, {"value": [(4, 7)]}),
        ("等2人，走2步", {"value": "2", "unit": "步"}, {"value": [(5, 7)]}),
        ("微笑", {"value": "2", "unit": "步"}, {"value": []}),
    ],
)
def test_where_a_line_states_a_bound(
    text: str, bounds: dict[str, str], found: dict[str, list[tuple[int, int]]]
) -> None:
    """Where it stands first, with its unit; no number is found inside another one."""
    spans = Measure(of="甲", **bounds).spans(text, ZH)
    assert {name: [*where] for name, where in spans.items()} == found


def test_a_bound_in_the_words_of_the_line() -> None:
    """Several as a list; what the line does not say as it was given, with its unit."""
    assert Measure(of="甲", value="A3、A4").words("A4和A3", ZH) == {"value": "A3、A4"}
    measure = Measure(of="甲", min="2", max="3", unit="步")
    assert measure.words("走两步至三步", ZH) == {"min": "两步", "max": "三步"}
    assert measure.words("走", ZH) == {"min": "2步", "max": "3步"}


@pytest.mark.parametrize(
    ("text", "bounds", "message"),
    [
        (
            "等2-8分钟",
            {"value": "2-8", "unit": "分钟"},
            Message("measure-range", bound="value", value="2-8", min="2", max="8", unit=""),
        ),
        (
            "等2-8分钟",
            {"at_most": "2-8分钟"},
            Message("measure-range", bound="at_most", value="2-8分钟", min="2", max="8", unit="分钟"),
        ),
        (
            "鞠躬45度和30步",
            {"value": "5", "unit": "米"},
            Message("measure-not-in-line", value="5 米", numbers=("45度", "30步")),
        ),
        ("鞠躬", {"value": "5"}, Message("measure-without-number", value="5")),
        ("按F3键", {"value": "FN"}, Message("measure-without-number", value="FN")),
        ("等5分钟按F3键", {"value": "FN"}, Message("measure-not-in-line", value="FN", numbers=("5分钟",))),
        (
            "每小时5毫升",
            {"value": "5", "unit": "毫升/天"},
            Message("measure-unit", unit="毫升/天", words="5毫升", fix="毫升/小时"),
        ),
    ],
)
def test_what_a_measure_is_told(text: str, bounds: dict[str, str], message: Message) -> None:
    """What it gives, what the line says, and how to write it."""
    told = Measure(of="甲", **bounds).disagreement(text, ZH)
    assert told is not None
    assert told.message == message


def test_of_two_bounds_the_second_is_looked_at_too() -> None:
    """The first being sound."""
    told = Measure(of="甲", min="2", max="9", unit="步").disagreement("走2步至3步", ZH)
    assert told == ("max", Message("measure-not-in-line", value="9 步", numbers=("2步至3步",)))


@pytest.mark.parametrize(
    ("text", "bounds", "key"),
    [
        ("走两步", {"value": "3", "unit": "步"}, "value"),
        ("走", {"at_least": "3"}, "at_least"),
        ("走两步", {"value": "2", "unit": "米"}, "unit"),
        ("走两步", {"at_most": "2", "unit": "步"}, "at_most"),
        ("不超过两步", {"at_least": "2"}, "at_least"),
        ("走2至8步", {"value": "2-8"}, "value"),
        ("收300元", {"value": "300", "unit": ""}, ""),
        ("收$300", {"value": "300", "unit": "€"}, "unit"),
    ],
)
def test_a_measure_is_blamed_where_it_is_wrong(text: str, bounds: dict[str, str], key: str) -> None:
    """At its value or its unit, and nowhere where it agrees."""
    told = Measure(of="甲", **bounds).disagreement(text, ZH)
    assert (told.key if told else "") == key


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("5分钟以上", {"at_least": "5"}),
        ("超过5分钟", {"above": "5"}),
        ("2到3步", {"min": "2", "max": "3"}),
        ("半小时", {"value": "0.5"}),
        ("8点半以前", {"before": "08:30"}),
    ],
)
def test_a_quantity_as_an_author_writes_it(text: str, bounds: dict[str, str]) -> None:
    """A range by its two ends, anything else by its bound."""
    (quantity,) = ZH.quantities(text)
    assert bounds_of(quantity) == bounds
