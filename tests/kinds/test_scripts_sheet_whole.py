"""The card of a script as data, whole: as a tree, and one turn after the other."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.kinds.scripts.sheet import flat, unrolled
from tests.kinds.sheets import VISIT, line, texts, writer, written
from tests.records import record


def node(name: str, **values: Any) -> dict[str, Any]:
    """Return a node of a script that says its name."""
    return {"id": name, "title": f"题{name}", "says": [f"说{name}"], **values}


REPLIES = [{"answer": "好", "to": "b"}, {"answer": "不好", "to": "c"}]
CALL = record(
    "scripts/call",
    department="客服部",
    form="visit",
    rules=["小声", "不催"],
    placeholders={"名": {"label": "姓名"}, "时": {"label": "时段", "choices": ["上午", "下午"]}},
    nodes=[
        node("a", says=["您好{名}，{时}好"], hint="先听完", replies=REPLIES, records=["name", "other"]),
        node("b", next="d"),
        node("c", outcome="谢绝"),
        node("d", next="a"),
    ],
)


def turn(at: int, title: str, said: list[Any], **more: Any) -> dict[str, Any]:
    """Return a turn as data."""
    return {"at": at, "title": title, "says": said, "notes": [], "replies": [], "tokens": []} | more


def test_a_script_as_a_tree() -> None:
    """What follows an answer stands under it; numbers only because something leads back."""
    sheet = unrolled(CALL, writer(CALL, VISIT))  # type: ignore[arg-type]
    opening = line("", runs=[["您好", 0], ["〔姓名〕", 1], ["，", 0], ["〔上午/下午〕", 1], ["好", 0]])
    then_b = [
        turn(1, "2. 题b", [line("说b")]),
        turn(3, "3. 题d", [line("说d")], notes=[["接着", "转到：1. 题a"]]),
    ]
    then_c = [turn(2, "4. 题c", [line("说c")], notes=[["通话结束", "谢绝"]])]
    assert sheet.body == {
        "rules": {"title": "通话规则", "lines": [line("小声"), line("不催")]},
        "turns": [
            turn(
                0,
                "1. 题a",
                [opening],
                notes=[["提示", "先听完"], ["记录", "姓名、other"]],
                replies=[
                    {"answer": "客户：好", "goto": "", "turns": then_b},
                    {"answer": "客户：不好", "goto": "", "turns": then_c},
                ],
            )
        ],
    }
    assert sheet.head["facts"] == [["部门", "客服部"], ["通话中填写", "《登记表》"]]
    assert sheet.head["orientation"] == "portrait"
    assert written(sheet) == [("rules",), ("nodes", 0)]
    where = texts(sheet)
    assert where["不催"] == ("rules", 1)
    assert where["先听完"] == ("nodes", 0, "hint")
    assert where["题d"] == ("nodes", 3, "title")
    assert where["说c"] == ("nodes", 2, "says", 0)
    assert where["客服部"] == ("department",)


def test_a_script_one_turn_after_the_other() -> None:
    """In the order it was written, each answer in words that name the turn it leads to."""
    sheet = flat(CALL, writer(CALL, VISIT))  # type: ignore[arg-type]
    turns: Any = sheet.body["turns"]
    assert [one["title"] for one in turns] == ["1. 题a", "2. 题b", "3. 题c", "4. 题d"]
    assert [one["notes"][-2:] for one in turns] == [
        [["客户：好", "转到：2. 题b"], ["客户：不好", "转到：3. 题c"]],
        [["接着", "转到：4. 题d"]],
        [["通话结束", "谢绝"]],
        [["接着", "转到：1. 题a"]],
    ]
    assert all(one["replies"] == [] for one in turns)
    assert written(sheet) == [("rules",), *(("nodes", n) for n in range(4))]


def test_a_script_without_all_that() -> None:
    """No rules, no form, one turn: no numbers, and nothing stands where nothing is said."""
    call = record("scripts/call", nodes=[node("a")])
    sheet = unrolled(call, writer(call))  # type: ignore[arg-type]
    assert sheet.body == {"rules": None, "turns": [turn(0, "题a", [line("说a")], notes=[["通话结束", ""]])]}
    assert sheet.head["facts"] == []
    assert written(sheet) == [("nodes", 0)]


@pytest.mark.parametrize(("answers", "orientation"), [(2, "portrait"), (3, "landscape")])
@pytest.mark.parametrize("deeper", [False, True])
def test_more_answers_than_fit_side_by_side_turn_the_sheet(answers: int, orientation: str, deeper: bool) -> None:
    """Wherever in the call they are asked for."""
    many = [f"n{n}" for n in range(answers)]
    asks = node("q", replies=[{"answer": name, "to": name} for name in many])
    first = node("a", replies=[{"answer": "好", "to": "q"}])
    call = record("scripts/call", nodes=[*([first] if deeper else []), asks, *map(node, many)])
    assert unrolled(call, writer(call)).head["orientation"] == orientation  # type: ignore[arg-type]


def test_words_that_no_line_end_may_part_are_named_with_their_turn() -> None:
    """Of its title, what is said and what is noted."""
    call = record(
        "scripts/call", nodes=[node("a", title="greeting-one", says=["welcome-to-us"], outcome="everything-ok")]
    )
    turns: Any = unrolled(call, writer(call)).body["turns"]  # type: ignore[arg-type]
    assert turns[0]["tokens"] == ["greeting-one", "welcome-to-us", "everything-ok"]
