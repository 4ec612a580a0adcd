"""Synonyms: groups as authors write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.synonyms import LONGEST, Synonyms

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
        ("顾客", "'顾客' stands alone; write 'word = other word', or 'typed → found'"),
        ("顾客 =", "a word is missing beside '=' or '→'"),
        ("顾客 →", "a word is missing beside '=' or '→'"),
        ("a = b → c → d", "one arrow at most stands in a group; write two groups"),
        ("顾客 = 客户 = 顾客", "'顾客' stands twice in its group; remove one of the two"),
        ("一" * 17 + " = 二", f"'{'一' * 17}' is longer than 16 characters; a synonym is a word, not a sentence"),
    ],
)
def test_a_faulty_group_says_what_to_write(text: str, message: str) -> None:
    """One fault, one fix."""
    with pytest.raises(ValueError) as caught:
        Synonyms.parse(text)
    assert str(caught.value) == message
