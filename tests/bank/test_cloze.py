"""Blanks: few, typed, of lines that nothing else asks about, and of something that can be seen or handled."""

from __future__ import annotations

import pytest

from rolebook.bank import bank as banks
from rolebook.bank.bank import Bank, make
from rolebook.bank.terms import terms
from rolebook.kinds.quizzes.model import Quiz
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record

ZH = Strings("zh")
GRAMMAR = language("zh").grammar


@pytest.fixture(scope="module")
def made(handbook: Handbook) -> Bank:
    """The bank of the real handbook without what is written by hand, which leaves no room for blanks."""
    records = [record for record in handbook.records.values() if not isinstance(record, Quiz)]
    return make(Handbook(records, handbook.place, handbook.synonyms), ZH)


def test_no_blank_where_questions_are_written(handbook: Handbook) -> None:
    """Whoever wrote about a section asked what is worth it."""
    assert [question for question in make(handbook, ZH).questions if question.kind == "cloze"] == []


def test_few_blanks(made: Bank) -> None:
    """At most one question in ten; what is left out is no name of a post or form, and stands once in the clause."""
    blanks = [question for question in made.questions if question.kind == "cloze"]
    assert 0 < len(blanks) <= len(made.questions) / banks.BLANKS
    for question in blanks:
        clause = question.stem.partition("\n")[2]
        assert clause.count(GRAMMAR.blank) == 1
        assert question.keyed[0].text not in clause
        assert GRAMMAR.nouns.is_concrete(GRAMMAR.noun_class(question.keyed[0].text)), question.stem


def test_nothing_else_asks_about_the_line(made: Bank) -> None:
    """A line with a number or a situation has a better question."""
    blanked = {fact for question in made.questions if question.kind == "cloze" for fact in question.facts}
    others = {fact for question in made.questions if question.kind != "cloze" for fact in question.facts}
    assert blanked.isdisjoint(others)


def test_a_noun_cut_in_two_is_no_term() -> None:
    """The segmenter knows 投影幕 and not 投影幕布."""
    assert [term.text for term in terms("规整地面电源线，并开启投影幕布", [], GRAMMAR)] == ["地面电源线"]


def test_a_word_of_no_known_sort_is_not_asked_for() -> None:
    """Nothing tells that it names a thing."""
    assert [term.text for term in terms("友情提醒客户续卡", [], GRAMMAR)] == []


def test_one_blank_a_line() -> None:
    """Of several terms one is asked for; the line is not asked to be gone on with as well."""
    lines = [f"检查{n}号柜的花瓶和窗帘并擦拭台面" for n in "甲乙丙丁戊己庚辛壬癸"]
    measured = [f"等候{n}分钟后登记。" for n in range(1, 60)]
    sections = [
        {"title": "环境", "id": "place", "kind": "rule", "items": lines},
        {"title": "等候", "id": "wait", "kind": "rule", "items": measured},
    ]
    made = make(Handbook([record("standards/order", sections=sections)]), ZH).questions
    blanked = [fact for question in made if question.kind == "cloze" for fact in question.facts]
    assert len(blanked) == len(set(blanked))
