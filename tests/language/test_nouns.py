"""What nouns name, and how they are written where there are several of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.language import language
from rolebook.language.tables import table

ZH, EN = language("zh").grammar.nouns, language("en").grammar.nouns
SINGULAR = sorted(noun for nouns in table("en", "nouns")["classes"].values() for noun in nouns)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桌椅", "furniture"),
        ("枯枝", "litter"),
        ("装饰物品", "ware"),
        ("岗位责任制", "plan"),
        ("工作计划", "plan"),
        ("客户动向", "news"),
        ("部门主管", "person"),
        ("工作岗位", "place"),
        ("阴凉柜", "furniture"),
        ("处方登记本", "paper"),
        ("友情", ""),
    ],
)
def test_a_chinese_noun_by_its_longest_ending(text: str, expected: str) -> None:
    """Of the endings of the table the longest counts; others are of no class."""
    assert ZH.noun_class(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prescription pads", "paper"),
        ("steel cabinet", "furniture"),
        ("nurses", "person"),
        ("Identity card", "paper"),
        ("card", "ware"),
        ("women", ""),
        ("cardboard", ""),
    ],
)
def test_an_english_noun_by_its_last_words(text: str, expected: str) -> None:
    """In the plural too; a part of a word is none."""
    assert EN.noun_class(text) == expected


@given(st.sampled_from(SINGULAR))
def test_a_noun_is_known_by_its_plural(noun: str) -> None:
    """Whatever it is: the class of several is that of one, and several are told from one."""
    several = EN.plural(noun)
    assert EN.noun_class(several) == EN.noun_class(noun)
    assert EN.is_plural(several) == (several != noun)
    assert not EN.is_plural(noun)


def test_plurals() -> None:
    """By ending, and by the list of those that are otherwise; Chinese knows none."""
    ones = ["ring", "box", "copy", "day", "shelf", "woman", "fire door"]
    assert [EN.plural(one) for one in ones] == ["rings", "boxes", "copies", "days", "shelves", "women", "fire doors"]
    assert ZH.plural("小时") == "小时"
