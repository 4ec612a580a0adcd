"""Synonyms: groups as authors write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from rolebook.errors import Message
from rolebook.model.synonyms import LONGEST, Synonyms

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=LONGEST)


@given(st.lists(WORDS, min_size=2, max_size=6, unique=True), st.integers(0, 5))
def test_a_group_reads_back_as_it_is_printed(words: list[str], split: int) -> None:
    """With an arrow and without."""
    cut = split % len(words)
    group = Synonyms(tuple(words[:cut]), tuple(words[cut:])) if cut else Synonyms(tuple(words))
    assert Synonyms.parse(str(group)) == group


@pytest.mark.parametrize("text", ["顾客=客户", " 顾客 ＝ 客户 ", "顾客 = 客户"])
def test_blanks_and_full_width_signs_do_not_matter(text: str) -> None:
    """Authors type what their keyboard gives them."""
    assert Synonyms.parse(text) == Synonyms(("顾客", "客户"))


def test_an_arrow_finds_in_one_direction() -> None:
    """What is on the left finds what is on the right."""
    assert Synonyms.parse("打官司 → 诉讼 = 纠纷") == Synonyms(("打官司",), ("诉讼", "纠纷"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("顾客", Message("synonym-alone", word="顾客")),
        ("顾客 =", Message("synonym-missing")),
        ("顾客 →", Message("synonym-missing")),
        ("a = b → c → d", Message("synonym-arrows")),
        ("顾客 = 客户 = 顾客", Message("synonym-twice", word="顾客")),
        ("一" * 17 + " = 二", Message("synonym-too-long", word="一" * 17, most=16)),
    ],
)
def test_a_faulty_group_says_what_is_wrong(text: str, message: Message) -> None:
    """One fault each."""
    with pytest.raises(PydanticCustomError) as caught:
        Synonyms.parse(text)
    assert Message(caught.value.type, **(caught.value.context or {})) == message
