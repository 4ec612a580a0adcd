"""Numbers of any handbook: what is asked of them is fair, whatever they count and however they are written."""

from __future__ import annotations

from collections import Counter

import pytest

from rolebook.bank import lint, measure
from rolebook.bank.bank import make
from rolebook.bank.context import quiz_context
from rolebook.bank.coverage import coverage
from rolebook.errors import Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from tests.bank.measuring import ZH, asked
from tests.conftest import ROOT
from tests.records import record, role


def test_what_has_no_other_is_asked_from_memory() -> None:
    """A colour has no neighbours on a scale."""
    question = asked("用红色笔填写。", value="红色")
    assert question.answering == "recall"
    assert [option.text for option in question.options] == ["红色"]


def test_a_longer_number_does_not_give_a_shorter_one_away() -> None:
    """等候5分钟 is asked although a question of the same quiz speaks of 15分钟, and 两分钟 beside 十二分钟."""
    for said, longer in (("5分钟", "15分钟"), ("二分钟", "十二分钟")):
        post = role(
            "bar",
            {"text": f"等候{said}。", "id": "wait", "measures": [{"of": "等候", "value": said[0], "unit": "分钟"}]},
        )
        written = {
            "id": "late",
            "kind": "true_false",
            "stem": f"迟到{longer}要登记吗？",
            "answer": ["对"],
            "explain": "要。",
        }
        quiz = record("quizzes/first", about=["roles/bar"], questions=[written])
        handbook = Handbook([post, quiz], lambda address, path: Place("docs/roles/bar.yml", 1))
        bank = make(handbook, ZH)
        assert lint.lint(bank, handbook, ZH) == []
        assert "measure" in {question.kind for question in bank.questions}


@pytest.mark.parametrize(
    ("text", "bounds", "key"),
    [
        ("Keep the lobby at 18–22 °C.", {"min": "18", "max": "22", "unit": "°C"}, "18–22 °C"),
        ("A deposit of $300 is taken.", {"value": "300", "unit": "$"}, "$300"),
        ("Answer within three rings.", {"at_most": "3", "unit": "rings"}, "at most three rings"),
        ("Lock up after 6:30 pm.", {"after": "18:30"}, "after 6:30 pm"),
        ("Refunds above $50 go to the manager.", {"above": "50", "unit": "$"}, "more than $50"),
        ("Wait half an hour.", {"value": "30", "unit": "minutes"}, "half an hour"),
        ("Write-offs up to $1,500.", {"at_most": "1500", "unit": "$"}, "at most $1,500"),
    ],
)
def test_english_numbers(text: str, bounds: dict[str, str], key: str) -> None:
    """Asked in the words of the line, and fair."""
    english = Strings("en")
    post = role("desk", {"text": text, "measures": [{"of": "What", **bounds}]}, title="Desk")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/desk.yml", 1), language=language("en"))
    bank = make(handbook, english)
    assert lint.lint(bank, handbook, english) == []
    question = next(question for question in bank.questions if question.kind == "measure")
    assert question.keyed[0].text == key


@pytest.mark.parametrize(
    ("code", "text", "stem", "key", "unit"),
    [
        ("zh", "顾客进门三步之内打招呼。", "前台：顾客进门多少步之内打招呼？", "三步", "步"),
        ("zh", "早上7:45到岗。", "前台：早上几点到岗？", "7:45", ""),
        ("zh", "会员日全场八折。", "前台：会员日全场几折？", "八折", ""),
        ("zh", "水倒至七分满。", "前台：水倒至几分满？", "七分满", ""),
        ("en", "Reply within 24 hours.", "“Reply within ______ hours”", "24 hours", "hours"),
        ("en", "Count the float, which is $150.", "“Count the float, which is $______”", "$150", ""),
        (
            "en",
            "Decide within one working day.",
            "“Decide within ______ working days”",
            "one working day",
            "working day",
        ),
        ("en", "Keep it at 19–22 °C.", "“Keep it at ______ °C”", "19–22 °C", "°C"),
        ("en", "Be there by 7:45 am.", "“Be there by ______”", "7:45 am", ""),
    ],
)
def test_a_number_without_a_name(code: str, text: str, stem: str, key: str, unit: str) -> None:
    """It is asked for in its place, typed, its unit beside the field; a blank does not tell one from several."""
    post = role("desk", text, title="前台")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/desk.yml", 1), language=language(code))
    bank = make(handbook, Strings(code))
    assert lint.lint(bank, handbook, Strings(code)) == []
    (question,) = (question for question in bank.questions if question.kind == "measure")
    assert question.stem.endswith(stem)
    assert (question.keyed[0].text, question.unit, question.answering) == (key, unit, "number")


@pytest.mark.parametrize("example", ["bakery-zh", "pool-en"])
def test_every_number_of_a_handbook_is_asked(example: str) -> None:
    """Whether its author named it or not; and most lines have a question."""
    handbook = load(ROOT / "examples" / example / "docs")
    made = make(handbook, handbook.language.strings)
    context = quiz_context(handbook, handbook.language.code)
    numbers_of = handbook.language.numbers.amounts
    counts = Counter[Address]()
    for q in (question for question in made.questions if question.kind == "measure"):
        counts.update(dict.fromkeys(q.facts, len(numbers_of(q.keyed[0].text)) or 1))
    for line in context.lines:
        named = [word for m in line.item.measures for word in m.words(line.item.text, handbook.language).values()]
        numbers = len(line.item.measures) + len(list(measure.found(context, line, Counter(named))))
        assert counts[line.address] >= numbers, line.item.text
    asked = {fact for question in made.questions for fact in question.facts}
    assert sum(line.address in asked for line in context.lines) > 0.9 * len(context.lines)


def test_what_is_measured_is_asked_once() -> None:
    """Whether a measure names it or not; all of a line at once, each left out in its place."""
    text = {"text": "鞠躬30度，迎上两步。", "measures": [{"of": "鞠躬角度", "value": "30", "unit": "度"}]}
    handbook = Handbook([role("bar", text, title="吧台岗")], lambda address, path: Place("docs/roles/bar.yml", 1))
    (asked,) = (question for question in make(handbook, ZH).questions if question.kind == "measure")
    assert asked.stem == "吧台岗：横线处的 2 个数字各是多少？依次填写。\n“鞠躬＿＿＿＿度，迎上＿＿＿＿步”"
    assert (asked.keyed[0].text, asked.answering) == ("30度；两步", "number")


@pytest.mark.parametrize(
    ("code", "words", "once"),
    [
        ("zh", "每日", True),
        ("zh", "每周", True),
        ("zh", "每周两次", False),
        ("zh", "三天", False),
        ("en", "every day", True),
        ("en", "every 2 hours", False),
    ],
)
def test_how_often_is_guessed(code: str, words: str, once: bool) -> None:
    """Where it is once a day, a week or a month."""
    assert measure.is_once(words, language(code)) is once


def test_what_is_guessed_is_asked_of_a_line_that_nothing_else_asks_about() -> None:
    """Soft, and no finding where it is left out."""
    often = {"text": "每日清点货架。", "id": "count", "measures": [{"of": "清点货架的频率", "value": "每日"}]}
    post = role("bar", often, "擦净柜台。", title="吧台岗")
    (draft,) = measure.drafts(quiz_context(Handbook([post]), "zh"))
    assert draft.soft
    written = {"id": "o", "kind": "recall", "stem": "每日清点什么？", "answer": ["货架"], "item": "roles/bar#count"}
    quiz = record("quizzes/own", title="自编", questions=[written])
    handbook = Handbook([post, quiz])
    bank = make(handbook, ZH)
    assert [question.kind for question in bank.questions if question.source.item == draft.facts[0]] == ["written"]
    assert [row.what for row in coverage(bank, handbook, ZH) if not row.done] == []


@pytest.mark.parametrize("text", ["同样成分还有一种。", "每周彻底清洗一次。", "每日清洁。", "房间号是101室。"])
def test_what_is_no_number(text: str) -> None:
    """An article, a repetition, a name."""
    handbook = Handbook([role("bar", text, title="吧台岗")])
    assert [question for question in make(handbook, ZH).questions if question.kind == "measure"] == []


@pytest.mark.parametrize(
    ("text", "never"),
    [("全场九折。", "十折"), ("48小时内答复。", "49小时"), ("温度35℃。", "70℃")],
)
def test_wrong_numbers_are_what_a_shop_sets(text: str, never: str) -> None:
    """No eleventh tenth, no 49 hours."""
    handbook = Handbook([role("bar", text, title="吧台岗")])
    (question,) = (question for question in make(handbook, ZH).questions if question.kind == "measure")
    assert never not in {option.text for option in question.options}


def test_one_week_is_asked_beside_several() -> None:
    """A wrong number has its unit as its number wants it."""
    handbook = Handbook([role("desk", "Replace the roster one week ahead.", title="Desk")], language=language("en"))
    (question,) = (question for question in make(handbook, Strings("en")).questions if question.kind == "measure")
    assert all(lure.text.endswith("weeks") for lure in question.lures)
    assert question.lures


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("保证会员客户100%的回访。", "前台：保证会员客户百分之几的回访？"),
        ("须在3天内答复。", "前台：要在多少天内答复？"),
    ],
)
def test_what_is_asked_for_is_said_as_people_say_it(line: str, stem: str) -> None:
    """百分之几, and not 多少%."""
    handbook = Handbook([role("desk", line, title="前台")], language=language("zh"))
    (question,) = (question for question in make(handbook, Strings("zh")).questions if question.kind == "measure")
    assert question.stem == stem


def test_what_is_wanted_of_a_post_is_asked_as_that() -> None:
    """With the heading it stands under, and a blank: it is nothing that he does, so that nobody could ask it aloud."""
    post = role("desk", "看书。", title="前台", qualifications=["两年以上客服工作经验"])
    questions = make(Handbook([post], language=language("zh")), Strings("zh")).questions
    assert [question.stem for question in questions if question.kind == "measure"] == [
        "前台 · 任职资格：横线处的数字是多少？\n“＿＿＿＿年以上客服工作经验”"
    ]
