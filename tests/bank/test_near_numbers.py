"""Wrong numbers: written as the right one, near to it, and telling nothing by their place."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.bank import lint
from rolebook.bank.bank import make
from rolebook.errors import Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.bank.measuring import asked
from tests.records import role


@given(st.integers(1, 20000), st.sampled_from(["次", "元", "分钟", "℃", "米", "名"]))
def test_whole_numbers(value: int, unit: str) -> None:
    """Any of them has wrong numbers beside it."""
    question = asked(f"这里是{value}{unit}。", value=str(value), unit=unit)
    assert len(question.options) >= 3


@given(st.decimals("0.1", "999.9", places=1), st.sampled_from(["小时", "%", "米"]))
def test_decimals(value: object, unit: str) -> None:
    """Wrong ones have as many places."""
    question = asked(f"这里是{value}{unit}。", value=str(value), unit=unit)
    assert {option.text.removesuffix(unit)[-2] for option in question.options} <= {"."}


@given(st.times())
def test_times_of_day(time: object) -> None:
    """None is past midnight or below it."""
    clock = str(time)[:5]
    for option in asked(f"{clock}前到岗。", before=clock).options:
        hour, _, minute = option.text.removeprefix("不晚于").partition(":")
        assert 0 <= int(hour) < 24
        assert 0 <= int(minute) < 60


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "options"),
    [
        ("保持0.5至1米。", "0.5", "1", "米", {"0.5–1米", "1–1.5米", "0–0.5米", "1.5–2米"}),
        (
            "保持10至10.5小时。",
            "10",
            "10.5",
            "小时",
            {"10–10.5小时", "10.5–11小时", "9.5–10小时", "11–11.5小时", "9–9.5小时"},
        ),
        ("应等两到三天。", "2", "3", "天", {"两–三天", "三–四天", "一–两天", "四–五天", "零–一天"}),
        ("保持18至22℃。", "18", "22", "℃", {"18–22℃", "22–26℃", "14–18℃", "26–30℃", "10–14℃"}),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str, options: set[str]) -> None:
    """Wrong ones are as wide, and written as the line writes its own."""
    question = asked(text, min=low, max=high, unit=unit)
    assert len(question.options) == 4
    assert {option.text for option in question.options} <= options


def test_of_a_wide_range_one_end_is_moved() -> None:
    """No cupboard is kept at 20 to 38 degrees."""
    question = asked("保持2至20℃。", min="2", max="20", unit="℃")
    ends = [option.text.removesuffix("℃").split("–") for option in question.lures]
    assert len(ends) == 3
    assert all((low == "2") != (high == "20") and int(low) < int(high) for low, high in ends)


@pytest.mark.parametrize(
    ("code", "text", "bounds", "shape"),
    [
        ("zh", "每分钟按压100到120次。", {"min": "100", "max": "120", "unit": "次"}, "0–0次"),
        ("zh", "每分钟按压100到120次。", {"min": "100", "max": "120", "unit": "次/分钟"}, "0–0次"),
        ("zh", "保持18到22 ℃。", {"min": "18", "max": "22", "unit": "℃"}, "0–0 ℃"),
        ("en", "Keep it between 30 and 32 °C.", {"min": "30", "max": "32", "unit": "°C"}, "0–0 °C"),
        ("en", "Keep it at 30 °C to 32 °C.", {"min": "30", "max": "32", "unit": "°C"}, "0–0 °C"),
        ("en", "Pay $5 to $10.", {"min": "5", "max": "10", "unit": "$"}, "$0–$0"),
    ],
)
def test_ranges_are_written_as_the_line_writes_its_own(
    code: str, text: str, bounds: dict[str, str], shape: str
) -> None:
    """Blank and unit too, whatever the measure calls the unit."""
    post = role("bar", {"text": text, "measures": [{"of": "数目", **bounds}]}, title="吧台岗")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/bar.yml", 1), language=language(code))
    bank = make(handbook, Strings(code))
    assert lint.lint(bank, handbook, Strings(code)) == []
    (question,) = (question for question in bank.questions if question.kind == "measure")
    assert len(question.options) == 4
    assert {re.sub(r"\d+", "0", option.text) for option in question.options} == {shape}


def test_neither_rank_nor_spacing_tells_the_number() -> None:
    """Over many numbers the right one stands at any place among those shown, which are neighbours on its scale."""
    ranks: Counter[int] = Counter()
    for value in range(20, 60):
        question = asked(f"这里是{value}米。", value=str(value), unit="米")
        shown = sorted(int(option.text.removesuffix("米")) for option in question.options)
        ranks[shown.index(value)] += 1
        assert len(shown) == 4
    assert min(ranks[rank] for rank in range(4)) >= 4
