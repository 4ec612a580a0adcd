"""Numbers of any handbook: what is asked of them is fair, whatever they count and however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.handbook import Handbook, Place
from generator.strings import Strings
from generator.views.quizzes import lint
from generator.views.quizzes.bank import make
from generator.views.quizzes.question import Question
from tests.records import role

ZH = Strings("zh")


def asked(text: str, **measure: str) -> Question:
    """Return the question about a measure, in which nothing is to be found."""
    post = role("bar", {"text": text, "measures": [{"of": "数目", **measure}]}, title="吧台岗")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/bar.yml", 1))
    bank = make(handbook, ZH)
    assert lint.lint(bank, handbook, ZH) == []
    return next(question for question in bank.questions if question.kind == "measure")


@given(st.integers(1, 20000), st.sampled_from(["次", "元", "分钟", "℃", "米", "名"]))
def test_whole_numbers(value: int, unit: str) -> None:
    """Any of them has wrong numbers beside it."""
    question = asked(f"这里是{value}{unit}。", value=str(value), unit=unit)
    assert len(question.options) == 3


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
    assert len(question.options) == 3
    assert {option.text for option in question.options} <= options


def test_what_has_no_other_is_asked_from_memory() -> None:
    """A colour has no neighbours on a scale."""
    question = asked("用红色笔填写。", value="红色")
    assert question.answering == "recall"
    assert [option.text for option in question.options] == ["红色"]
