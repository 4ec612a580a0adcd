"""Blanks: the words beside the right one are of its sort, and none of them is right as well."""

from __future__ import annotations

import pytest

from generator.model.handbook import Handbook
from generator.strings import Strings
from generator.views.quizzes.bank import Bank, make
from generator.views.quizzes.sorts import sort_of, stands_for
from generator.views.quizzes.survey import Survey
from generator.views.quizzes.terms import terms
from tests.records import record

ZH = Strings("zh")


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """The bank of the real handbook."""
    return make(handbook, ZH)


def test_sort_by_the_longest_ending() -> None:
    """What a noun names is told by its end, the longest that is known; others are of no sort."""
    expected = {
        "桌椅": "furniture",
        "枯枝": "litter",
        "装饰物品": "ware",
        "雕塑小品": "device",
        "岗位责任制": "plan",
        "工作计划": "plan",
        "客户动向": "news",
        "部门主管": "person",
        "工作岗位": "place",
        "友情": "",
    }
    assert {text: sort_of(text) for text in expected} == expected


@pytest.mark.parametrize(
    ("text", "key"), [("问题", "纠纷"), ("物品", "花瓶"), ("凳子", "桌椅"), ("评价", "建议"), ("客户情况", "业主信息")]
)
def test_what_says_the_same_or_more_is_no_wrong_answer(text: str, key: str) -> None:
    """A broader noun takes the key in; a noun that means nearly the same is as right."""
    assert stands_for(text, key)


@pytest.mark.parametrize(("text", "key"), [("纠纷", "问题"), ("花瓶", "桌椅"), ("服务标准", "工作计划")])
def test_what_says_something_else_is_one(text: str, key: str) -> None:
    """A narrower noun, and one of the same sort."""
    assert not stands_for(text, key)


def test_every_blank_of_the_real_handbook(bank: Bank, handbook: Handbook) -> None:
    """Wrong answers of a blank are of the key's sort, or all are posts, and stand nowhere in the line."""
    people = Survey(handbook, ZH).people
    asked = [q for q in bank.questions if q.kind == "cloze" and q.answering == "single"]
    assert len(asked) > 60
    for question in asked:
        sorts = {"post" if option.text in people else sort_of(option.text) for option in question.options}
        assert len(sorts) == 1, question.id
        assert "" not in sorts, question.id
        for lure in question.lures:
            assert lure.text not in question.explain.partition("（")[0], question.id
            assert not stands_for(lure.text, question.keyed[0].text), question.id


def test_a_noun_cut_in_two_is_no_term() -> None:
    """The segmenter knows 投影幕 and not 投影幕布."""
    assert [term.text for term in terms("规整地面电源线，并开启投影幕布", [])] == ["地面电源线"]


def test_a_word_of_no_known_sort_is_not_asked_for() -> None:
    """Nothing could stand beside it that is like it."""
    assert [term.text for term in terms("友情提醒客户续卡", [])] == []


LINES = ("准备好花瓶和桌椅以及茶水", "检查水杯和窗帘还有杂物", "擦拭台面和烟缸再倒垃圾", "扶正沙发和相框并收枯枝")


def _blanks(*lines: object) -> list[str]:
    """Return what is blanked of a standard's lines, as the clause with its blank."""
    section = {"title": "环境", "id": "place", "kind": "rule", "items": list(lines)}
    made = make(Handbook([record("standards/order", sections=[section])]), ZH)
    return [q.stem.partition("\n")[2] for q in made.questions if q.kind == "cloze" and q.answering == "single"]


def test_one_blank_a_clause() -> None:
    """Of a clause with several terms one is asked for."""
    blanks = _blanks(*LINES)
    assert [sum(line[-2:] in blank or line[:2] in blank for blank in blanks) for line in LINES] == [1, 1, 1, 1]


def test_another_blank_where_the_first_gives_something_away() -> None:
    """A term that stands in another stem is no key; the clause is asked for another of its terms."""
    measured = {"text": "两边离开两步", "measures": [{"of": "桌椅的距离", "value": "2", "unit": "步"}]}
    assert _blanks(*LINES)[0] == "“准备好花瓶和＿＿＿＿以及茶水”"
    assert _blanks(measured, *LINES)[0] in ("“准备好＿＿＿＿和桌椅以及茶水”", "“准备好花瓶和桌椅以及＿＿＿＿”")
