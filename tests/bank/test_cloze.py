"""Blanks: the words beside the right one are of its sort, and none of them is right as well."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import Bank, make
from rolebook.bank.context import QuizContext
from rolebook.bank.terms import terms
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record

ZH = Strings("zh")
GRAMMAR = language("zh").grammar


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """The bank of the real handbook."""
    return make(handbook, ZH)


def test_every_blank_of_the_real_handbook(bank: Bank, handbook: Handbook) -> None:
    """Wrong answers of a blank are of the key's sort, or all are posts, and stand nowhere in the line."""
    people = QuizContext(handbook, ZH).people
    asked = [q for q in bank.questions if q.kind == "cloze" and q.answering == "single"]
    assert len(asked) > 60
    for question in asked:
        sorts = {"post" if option.text in people else GRAMMAR.noun_class(option.text) for option in question.options}
        assert len(sorts) == 1, question.id
        assert "" not in sorts, question.id
        for lure in question.lures:
            assert lure.text not in question.explain.partition("（")[0], question.id
            assert not GRAMMAR.nouns.stands_for(lure.text, question.keyed[0].text), question.id


def test_a_noun_cut_in_two_is_no_term() -> None:
    """The segmenter knows 投影幕 and not 投影幕布."""
    assert [term.text for term in terms("规整地面电源线，并开启投影幕布", [], GRAMMAR)] == ["地面电源线"]


def test_a_word_of_no_known_sort_is_not_asked_for() -> None:
    """Nothing could stand beside it that is like it."""
    assert [term.text for term in terms("友情提醒客户续卡", [], GRAMMAR)] == []


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
