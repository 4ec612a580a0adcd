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


@pytest.mark.parametrize(
    ("text", "key"), [("问题", "纠纷"), ("物品", "花瓶"), ("凳子", "桌椅"), ("评价", "建议"), ("客户情况", "业主信息")]
)
def test_what_says_the_same_or_more_is_no_wrong_answer(text: str, key: str) -> None:
    """A broader noun takes the key in; a noun that means nearly the same is as right."""
    assert ZH.stands_for(text, key)


@pytest.mark.parametrize(("text", "key"), [("纠纷", "问题"), ("花瓶", "桌椅"), ("服务标准", "工作计划")])
def test_what_says_something_else_is_one(text: str, key: str) -> None:
    """A narrower noun, and one of the same class."""
    assert not ZH.stands_for(text, key)


def test_the_same_in_english() -> None:
    """By the words of its table, in the plural too."""
    assert EN.stands_for("documents", "contract")
    assert EN.stands_for("lift", "goods elevator")
    assert not EN.stands_for("contract", "invoice")


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


def test_articles() -> None:
    """By how the next word sounds; what follows something else than an article agrees with it."""
    nouns = ["apron", "towel", "hour", "uniform"]
    assert [EN.article(noun) for noun in nouns] == ["an", "a", "an", "a"]
    assert (EN.agrees("put on an ", "apron"), EN.agrees("put on an ", "towel"), EN.agrees("the ", "towel")) == (
        True,
        False,
        True,
    )
    assert (ZH.article("围裙"), ZH.agrees("穿上", "围裙")) == ("", True)
