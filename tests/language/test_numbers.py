"""Numbers of a line: each notation, its unit, bound and condition, by language; the browser runs the same cases."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rolebook.language import language
from rolebook.language.patterns import filled, patterns
from rolebook.language.quantity import shown
from rolebook.language.strings import LANGUAGES
from tests.conftest import ROOT

CASES = [
    (code, text, wanted)
    for code in ("zh", "en")
    for text, wanted in json.loads((ROOT / "tests/cases/numbers" / f"{code}.json").read_text("utf-8")).items()
]
WORDS = re.split(
    " ",
    "one two twenty four half a an hour minutes and at most within 7:30 am 12 1,500 $ – 22 °C once twice every day if "
    "before after , . room 101 (020) 5550 0142 or more",
)
LINES = st.one_of(
    st.text(max_size=40),
    st.text(
        st.sampled_from("一二两三十百千万半个点分钟时小天次名每日不超过至少以上内前后，。1230:.%/℃—-度到元《》第"),
        max_size=40,
    ),
    st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join),
)


def found(code: str, text: str) -> list[list[object]]:
    """Return the numbers of a text as cases state them: a time that may be before noon or after it as 06:30/18:30."""
    return [
        [
            text[q.start : q.end],
            ["/".join(map(shown, q.readings(n))) for n in range(len(q.values))],
            q.unit.name,
            q.bound,
            q.condition,
        ]
        for q in language(code).quantities(text)
    ]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_each_case(code: str, text: str, wanted: list[list[object]]) -> None:
    """What is found, its values, unit, bound and condition; nothing where a line only looks as if it held a number."""
    assert found(code, text) == wanted


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=LINES)
@example(text="每日1点")
@example(text="调高两三度")
@example(text="within half an hour and a half hour or more")
def test_numbers_stand_apart_and_in_order(code: str, text: str) -> None:
    """They never overlap; each lies inside the text with its digits, and its condition is a piece of it."""
    last = 0
    for quantity in language(code).quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end
        assert len(quantity.values) == len(quantity.spans) == len(quantity.digits)
        for (start, end), (first, after) in zip(quantity.spans, quantity.digits, strict=True):
            assert quantity.start <= start <= first < after <= end <= quantity.end
        assert quantity.condition in text


@pytest.mark.parametrize("code", LANGUAGES)
@given(number=st.one_of(st.integers(0, 9999), st.integers(0, 10**12 - 1)))
@example(number=10_010)
@example(number=20_305_006)
@example(number=110)
def test_words_are_read_as_they_are_written(code: str, number: int) -> None:
    """Any whole number in words is itself when it is read again."""
    known = language(code)
    assert known.numbers.amounts(known.writing.words(number))[0].values == (Fraction(number),)


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("zh", 0, "零"),
        ("zh", 12, "十二"),
        ("zh", 110, "一百一十"),
        ("zh", 105, "一百零五"),
        ("zh", 2_005, "二千零五"),
        ("zh", 30_020, "三万零二十"),
        ("en", 0, "zero"),
        ("en", 42, "forty-two"),
        ("en", 105, "one hundred and five"),
        ("en", 2_300, "two thousand three hundred"),
    ],
)
def test_numbers_in_words(code: str, number: int, words: str) -> None:
    """As a book writes them."""
    assert language(code).writing.words(number) == words


def test_two_of_what_is_counted() -> None:
    """两步, but 二 by itself."""
    assert [language("zh").writing.words(2, counted) for counted in (False, True)] == ["二", "两"]


@pytest.mark.parametrize(
    ("code", "own", "value", "other"),
    [
        ("zh", "两步", Fraction(3), "三步"),
        ("zh", "三步", Fraction(2), "两步"),
        ("zh", "三分之一", Fraction(1, 4), "四分之一"),
        ("zh", "七分满", Fraction(8, 10), "八分满"),
        ("zh", "百分之五", Fraction(6), "百分之六"),
        ("zh", "半小时", Fraction(1), "一小时"),
        ("zh", "1,000元", Fraction(1500), "1,500元"),
        ("zh", "08:28", "09:05", "09:05"),
        ("zh", "8:28", "09:05", "9:05"),
        ("en", "three rings", Fraction(4), "four rings"),
        ("en", "7:50 am", "08:00", "8:00 am"),
        ("en", "11:50 am", "12:10", "12:10 pm"),
        ("en", "$1,500", Fraction(2000), "$2,000"),
    ],
)
def test_another_number_in_the_same_notation(code: str, own: str, value: Fraction | str, other: str) -> None:
    """Words stay words, commas commas, and twelve hours twelve hours."""
    assert language(code).writing.like(own, value) == other


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=LINES)
def test_folding_keeps_every_place(code: str, text: str) -> None:
    """A folded text is as long as the text, and folding it again changes nothing."""
    folded = language(code).fold(text)
    assert len(folded) == len(text)
    assert language(code).fold(folded) == folded


def test_a_line_in_another_language_is_read_in_that() -> None:
    """A page for guests in English, in a Chinese handbook; and the other way round."""
    (found,) = language("zh").quantities("Answer within three rings.")
    assert (found.values, found.bound) == ((Fraction(3),), "at_most")
    (found,) = language("en").quantities("三声之内接起")
    assert (found.values, found.bound) == ((Fraction(3),), "at_most")


def test_one_amount_in_many_notations() -> None:
    """半小时, 30分钟 and 0.5小时 are one amount; so are 1,500 元 and 一千五百元, 3/4 and 75%."""
    for texts in (
        ("半小时", "30分钟", "0.5小时", "三十分钟"),
        ("1,500元", "一千五百元"),
        ("七成五", "75%"),
        ("2周", "14天"),
    ):
        amounts = {(q.amounts, q.unit.base) for text in texts[:1] + texts[1:] for q in language("zh").quantities(text)}
        assert len(amounts) == (1 if texts[0] != "七成五" else 2)


def test_what_an_author_counts_is_a_unit_beside_its_number() -> None:
    """A word no table knows, and a number that looks like part of a name."""
    assert [q.unit.text for q in language("zh").quantities("三轮次", "轮次")] == ["轮次"]
    assert [q.values for q in language("zh").quantities("第二次为2分钟", "次")] == [(Fraction(2),)] * 2
    assert [q.unit.name for q in language("en").quantities("one widget", "widgets")] == ["widget"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_long_line_takes_as_long_as_its_parts(code: str) -> None:
    """No pattern looks at a stretch again and again: what a hundred thousand characters hold is still found."""
    for piece in ("一", "1", "每日", "when it is 5 minutes late ", "《", "a1", "1.", "(", "half an hour "):
        language(code).quantities(piece * (100_000 // len(piece)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_patterns_are_read_alike_by_python_and_browsers(code: str) -> None:
    """No lookbehind, nothing possessive or atomic, no flags in a pattern; every name that is filled in is known."""
    table = patterns(code)

    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for name, inner in value.items() if name != "write" for text in texts(inner)]
        return [text for inner in value for text in texts(inner)] if isinstance(value, list | tuple) else []

    for text in texts({name: value for name, value in table.items() if name not in ("units", "writing", "notations")}):
        pattern = filled(text, table["known"])
        assert not re.search(r"\(\?<[=!]|\(\?[a-z]+[:)]|[*+?}]\+|\\[AZ]", pattern), text
