"""Section lists: every line of a section is said; who has not read the handbook says one or another and never all."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.bank.bank import Bank, make
from rolebook.bank.leaks import leaks
from rolebook.bank.question import Question
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain
from tests.conftest import ROOT
from tests.records import record, role

LINES = (
    "清点特殊药品",
    "打开收银机和空调",
    "核对冷柜里的标签",
    "把招牌擦干净",
    "铺好门口的地垫",
    "给绿植浇水",
    "检查灭火器",
)


def lists(bank: Bank) -> list[Question]:
    """Return the questions about whole sections."""
    return [question for question in bank.questions if question.kind == "list" and question.facet == "section"]


def asked(*lines: object, code: str = "zh", **section: object) -> list[Question]:
    """Return those about one section of a post."""
    post = role("desk", title="前台", sections=[{"title": "开门前", "id": "before", "items": list(lines)} | section])
    return lists(make(Handbook([post], language=language(code)), Strings(code)))


def test_all_lines_are_asked_for() -> None:
    """In the order they stand in, each as it is written; and none of them is asked to be gone on with as well."""
    (question,) = asked(*LINES[:5])
    assert question.stem == "前台：“开门前”一共 5 条，请一条一条说出来。"
    assert question.answering == "list"
    assert [option.text for option in question.options] == list(LINES[:5])
    assert len(question.facts) == 6
    assert not any(line in question.stem + question.explain for line in LINES)


def test_it_comes_last() -> None:
    """Lines are asked about one by one before all of them are."""
    post = role("desk", "7:47到岗", "开门前37分钟开灯", "打开空调", title="前台")
    made = make(Handbook([post], language=language("zh")), Strings("zh")).questions
    assert [question.answering for question in made] == ["number", "number", "list"]


@pytest.mark.parametrize(("count", "is_asked"), [(1, False), (2, True), (3, True), (7, True), (8, False)])
def test_how_many_are_said_by_heart(count: int, is_asked: bool) -> None:
    """Two only as nothing else asks about one of them."""
    lines = [*LINES, "挂好营业的牌子"][:count]
    assert bool(asked(*lines)) == is_asked


def test_two_lines_that_are_asked_otherwise() -> None:
    """They are no list."""
    assert asked("顾客进门时，先鞠躬，再问好。", "顾客出门时，先鞠躬，再道别。") == []


@pytest.mark.parametrize(
    "lines",
    [
        (*LINES[:2], {"text": "与顾客争辩", "never": True}),
        ("不得吸烟", "不得喧哗", "严禁脱岗"),
        ("不得吸烟", "不得喧哗", {"text": "不争论", "never": True}),
        (*LINES[:2], {"text": "关好", "items": ["门", "窗"]}),
        (*LINES[:2], "很长的一句话" * 10),
    ],
)
def test_what_is_no_list(lines: tuple[object, ...]) -> None:
    """An act that is forbidden by its mark alone; red lines; lines of lines; what no one can say aloud."""
    assert asked(*lines) == []


def test_a_prohibition_that_says_so_is_a_line_like_others() -> None:
    """Whole, as it is written."""
    (question,) = asked(*LINES[:2], {"text": "不得吸烟", "never": True})
    assert question.keyed[-1].text == "不得吸烟"


def test_of_a_long_line_what_stands_before_its_reasons() -> None:
    """Or as many of the things it wants done as can be said."""
    reasons = f"做好接待区域的检查，确保{'桌椅整齐地面清洁' * 5}"
    things = f"关注客户动向，及时奉上茶水，{'记下客户的姓氏身高体型' * 4}"
    (question,) = asked(LINES[0], reasons, things)
    assert [option.text for option in question.keyed[1:]] == ["做好接待区域的检查", "关注客户动向，及时奉上茶水"]


def test_a_section_that_names_the_others() -> None:
    """Whoever looks at the page has read it."""
    titles = ("会议前的准备", "会议中的接待", "会议后的整理")
    sections = [{"title": "职责", "id": "duties", "items": [f"做好{title}。" for title in titles]}]
    sections += [{"title": title, "id": f"part-{n}", "items": ["站好。"]} for n, title in enumerate(titles)]
    bank = make(Handbook([record("roles/desk", sections=sections)], language=language("zh")), Strings("zh"))
    assert lists(bank) == []


@pytest.mark.parametrize("docs", ["docs", "examples/bakery-zh/docs", "examples/pool-en/docs"])
def test_every_option_is_the_beginning_of_a_line(docs: str) -> None:
    """Of its section, its heading left out; no stem of the same quiz gives one away to be picked or typed."""
    handbook = load(ROOT / docs)
    bank = make(handbook, handbook.language.strings)
    made = lists(bank)
    assert len(made) > 10
    for question in made:
        part = handbook.parts[question.facts[0]]
        texts = [handbook.language.grammar.unheaded(plain(item.text)) for item in part.items]
        assert all(text.startswith(o.text) for o, text in zip(question.options, texts, strict=True))
        assert all(len(option.text) <= handbook.language.grammar.size["said"] for option in question.options)
    for questions in bank.by_record.values():
        for one, other in itertools.permutations(questions, 2):
            key = other.keyed[0].text
            assert key not in one.stem or not leaks(one.stem, key, one, other, handbook.language)


@given(st.lists(st.text("甲乙丙丁，。；、并确保（）“”时如", min_size=1, max_size=70), min_size=2, max_size=8))
def test_whatever_stands_in_a_section(lines: list[str]) -> None:
    """Options are begun lines, and all of them."""
    for question in asked(*(f"记{line}" for line in lines)):
        assert len(question.options) == len(lines)
        begun = zip(question.options, lines, strict=True)
        assert all(f"记{line}".startswith(option.text) and option.text for option, line in begun)
