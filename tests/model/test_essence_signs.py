"""What each sign between words and numbers says, case by case."""

from __future__ import annotations

import pytest

from rolebook.model.essence import essence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("~5人", "~5人"),
        ("约~5人", "约-5人"),
        ("3~5人", "3-5人"),
        ("3〜5人", "3-5人"),
        ("〜5人", "~5人"),
        ("周一—周五", "周一-周五"),
        ("3–5", "3-5"),
        ("3 - 5", "3-5"),
        ("3--5", "3 5"),
        ("-5度", "-5度"),
        ("—说明", "说明"),
        ("说明—", "说明"),
        ("stop—go", "stopgo"),
        ("stop-go", "stop-go"),
        ("-$5", "-$5"),
        ("8:30", "8:30"),
        ("8 : 30", "8:30"),
        ("8：30", "8:30"),
        ("8\u223630", "8:30"),
        ("甲：30", "甲30"),
        ("30*40", "30×40"),
        ("30 * 40", "30×40"),
        ("**30**40", "3040"),
        ("3.5", "3.5"),
        ("3. 5", "3 5"),
        ("3 .5", "3 .5"),
        (".5", ".5"),
        ("甲.5", "甲5"),
        ("=.5", "=.5"),
        ("3、5", "3 5"),
        ("3 5", "3 5"),
        ("1,500", "1500"),
        ("1,500,000元", "1500000元"),
        ("1,50", "1 50"),
        ("1500,000", "1500 000"),
        ("A4/B5", "a4/b5"),
        ("50 %", "50%"),
        ("℃", "°c"),
        ("＋", "+"),
        ("，。", "，。"),
        ("  ！ ", "！"),
    ],
)
def test_what_a_sign_says(text: str, said: str) -> None:
    """A range, a minus, about so many, a time, a product, that there are two numbers; or nothing."""
    assert essence(text) == said
