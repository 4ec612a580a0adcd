"""Hand-offs: to whom a matter goes, asked with the line that says so, keys among the posts the handbook names."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record, role

POSTS = {"works_with": ["店长", "领班", "组长", "药师", "收银员", "保洁员"]}


def handoffs(*lines: str, code: str = "zh", **values: object) -> list[Question]:
    """Return the hand-offs of a post with these lines, beside three others."""
    handbook = Handbook([role("desk", *lines, **({"title": "营业员"} | POSTS | values))], language=language(code))
    return [question for question in make(handbook, Strings(code)).questions if question.kind == "handoff"]


def test_who_is_told() -> None:
    """In his place the question asks who; the others have the say somewhere too, and none is named by the line."""
    (question,) = handoffs("收到假币时，请店长处理。")
    assert question.stem == "营业员：收到假币时，请谁处理？"
    assert question.keyed[0].text == "店长"
    assert {lure.text for lure in question.lures} == {"领班", "组长"}


def test_others_are_of_the_same_standing() -> None:
    """Of a leader and two posts anybody calls the leader: where there is no other leader, no one is asked for."""
    assert handoffs("收到假币时，请店长处理。", works_with=["店长", "药师", "收银员", "保洁员"]) == []
    (question,) = handoffs("收到假币时，请药师处理。", works_with=["店长", "药师", "收银员", "保洁员"])
    assert {lure.text for lure in question.lures} == {"收银员", "保洁员"}


def test_the_same_in_english() -> None:
    """By a blank."""
    posts = ["Practice manager", "Floor manager", "Team leader", "Doctor"]
    (question,) = handoffs("Refunds above $50 go to the practice manager.", code="en", title="Desk", works_with=posts)
    assert question.stem == "Desk: who belongs in the blank?\n“Refunds above $50 go to the ______”"
    assert question.keyed[0].text == "Practice manager"


@pytest.mark.parametrize(
    "line",
    ["除了店长，其他人不准进库房。", "店长不在时登记。", "通知店长或者领班。", "离开药师以后再回来。"],
)
def test_who_is_only_named_is_not_asked_for(line: str) -> None:
    """A matter goes to one post, named right behind the word that hands it on."""
    assert handoffs(line) == []


def test_who_relieves() -> None:
    """A post with one relief asks for it."""
    (question,) = handoffs("打开所有的灯。", relieved_by=["领班"])
    assert (question.stem, question.keyed[0].text) == ("营业员离岗时，由谁替岗？", "领班")


def test_who_does_a_step() -> None:
    """Where not all steps are done by one."""
    steps = [
        {"title": "受理", "by": ["营业员"], "items": ["听顾客说。"]},
        {"title": "判断", "by": ["店长"], "items": ["看理由。"]},
        {"title": "答复", "by": ["领班"], "items": ["打电话。"]},
    ]
    desk = role("desk", "打开所有的灯。", title="收银员", works_with=["组长", "药师", "保洁员"])
    made = make(Handbook([record("procedures/complaint", title="投诉处理", steps=steps), desk]), Strings("zh"))
    asked = {q.stem: q.keyed[0].text for q in made.questions if q.kind == "handoff"}
    assert asked == {
        "“投诉处理”的“受理”这一步，由谁来做？": "营业员",
        "“投诉处理”的“判断”这一步，由谁来做？": "店长",
        "“投诉处理”的“答复”这一步，由谁来做？": "领班",
    }


def test_a_step_that_others_begin_has_no_one_who_does_it() -> None:
    """店长 decides, and another line of the step does not name him; where no line names anyone, all of it is his."""
    steps = [
        {"title": "提方案", "by": ["店长"], "items": ["班组商量几个方案。", "店长选定一个。"]},
        {"title": "答复", "by": ["领班"], "items": ["打电话。", "记录下来。"]},
        {"title": "补货", "by": ["药师"], "items": ["药师下单。"]},
    ]
    desk = role("desk", "打开所有的灯。", title="收银员", works_with=["组长", "经理", "保洁员", "司机"])
    made = make(Handbook([record("procedures/plan", title="订货", steps=steps), desk]), Strings("zh"))
    assert {q.keyed[0].text for q in made.questions if q.kind == "handoff"} == {"领班", "药师"}


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("擦净柜台；如遇缺货，需通知领班补货，并登记。", "营业员：如遇缺货，要通知谁补货？"),
        ("负责核对效期，并报店长签字。", "营业员：核对效期，报谁签字？"),
        ("遇停电，需请示店长及以上并封存冷柜。", "营业员：横线处是谁？\n“遇停电，需请示＿＿＿＿及以上并封存冷柜”"),
    ],
)
def test_it_is_asked_as_people_ask(line: str, stem: str) -> None:
    """Without what stands before and behind it; in a blank where a word is bound to the name."""
    (question,) = handoffs(line)
    assert question.stem == stem


def test_who_is_never_told_anything_is_not_offered_where_others_are() -> None:
    """司机 is named by the post, but nothing is handed to him; four others are told things."""
    lines = ("收到假币时，请收银员处理。", "缺货时通知库管员补充。", "顾客不适时，请药师到场。", "账不符时，上报会计。")
    told = {"收银员", "库管员", "药师", "会计"}
    found = handoffs(*lines, works_with=["司机", "安装师", *sorted(told)])
    assert {question.keyed[0].text for question in found} == told
    assert {lure.text for question in found for lure in question.lures} <= told


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("缺货时通知领班补充，并把数量写下来，交班时再说一遍。", "营业员：缺货时通知谁补充？"),
        ("清点货架（含冷柜）后，把短缺（数量和品名）告诉店长，等待答复。", "营业员：清点货架后，把短缺告诉谁？"),
    ],
)
def test_what_is_asked_can_be_said_aloud(line: str, stem: str) -> None:
    """Up to the end of the piece that asks, without asides."""
    assert [question.stem for question in handoffs(line)] == [stem]


def test_a_line_that_names_another_beside_is_not_asked() -> None:
    """Whoever says 值班员 is right as well."""
    assert handoffs("缺货时通知领班（或者通知值班员）补充。") == []
