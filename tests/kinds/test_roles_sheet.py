"""The card of a post as data, whole, and where each text of it was written."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.kinds.roles.sheet import LOOSE, card, loose_card
from tests.kinds.sheets import BOW, HALL, LOUD, line, said, texts, writer, written
from tests.records import record, role


def test_the_card_of_a_post() -> None:
    """What it is for, what is never done, the numbers, then the duties, numbered without what is never done."""
    more: dict[str, Any] = {"summary": "迎客", "qualifications": ["细心"], "title": "吧台"}
    bar = role("bar", "开灯", BOW, LOUD, "关灯", reports_to=["主管", "hall"], relieved_by=["hall"], **more)
    sheet = card(bar, writer(bar, HALL))  # type: ignore[arg-type]  # it is a role
    bow = line("", 2, runs=[["鞠躬", 0], ["30度", 1]])
    assert sheet.body == {
        "lead": [line("迎客")],
        "sections": [
            {"title": "绝不可做", "lines": [line("大声说话", never=True, mark="红线")]},
            {"title": "关键数字", "numbers": [{"of": "角度", "value": "30度", "when": "迎客"}]},
            {"title": "职责", "lines": [line("开灯", 1), bow, line("关灯", 3)]},
        ],
        "narrow": [],
    }
    assert sheet.head["facts"] == [["部门", "客服部"], ["直接上级", "主管、前厅"], ["由谁替岗", "前厅"]]
    assert written(sheet) == [("summary",), (), (), ("sections", 0)]
    items = {text: ("sections", 0, "items", n) for n, text in enumerate(("开灯", "鞠躬30度", "大声说话", "关灯"))}
    assert texts(sheet) == items | {
        "迎客": ("summary",),
        "职责": ("sections", 0, "title"),
        "客服部": ("department",),
        "主管、前厅": ("reports_to",),
        "前厅": ("relieved_by",),
        "吧台": ("title",),
        "人事部": ("revision", "owner"),
        "手册": ("/handbook", "company"),
    }
    assert [address.partition("#")[2] for address, _ in sheet.lines][1] == "loud"
    assert [text for _, text in sheet.lines] == ["迎客", "大声说话", "开灯", "鞠躬30度", "关灯"]


def test_a_card_shows_duties_or_whatever_else_there_is() -> None:
    """Other sections where none is of duties, qualifications where there is no section; nothing where it is empty."""
    kinds = ("rule", "duty", "service")
    for written_kinds, titles in (
        (kinds, ["甲duty"]),
        (("rule", "service"), ["甲rule", "甲service"]),
        ((), ["任职资格"]),
    ):
        sections = [{"title": f"甲{kind}", "kind": kind, "items": [f"做{kind}"]} for kind in written_kinds]
        empty = [{"title": "空", "kind": "duty"}]
        bar = record("roles/bar", sections=sections + empty, qualifications=["细心", "守时"])
        sheet = card(bar, writer(bar))  # type: ignore[arg-type]
        assert [section["title"] for section in sheet.body["sections"]] == titles  # type: ignore[attr-defined]
    assert said(sheet, "sections", 0, "lines") == ["细心", "守时"]
    assert [one["n"] for one in sheet.body["sections"][0]["lines"]] == [1, 2]  # type: ignore[index]
    assert written(sheet) == [("qualifications",)]
    assert texts(sheet)["守时"] == ("qualifications", 1)


@pytest.mark.parametrize(("lines", "parts"), [(LOOSE, [4]), (LOOSE + 1, [2, 3]), (2 * LOOSE + 1, [3, 3, 3])])
def test_a_card_that_does_not_fit_has_smaller_blocks(lines: int, parts: list[int]) -> None:
    """Each with its heading and the place of its section; numbers go three to a line."""
    bar = role("bar", *[f"第{n}件" for n in range(lines)])
    sheet = loose_card(bar, writer(bar))  # type: ignore[arg-type]
    sections: Any = sheet.body["sections"]
    assert [(one["title"], len(one["lines"])) for one in sections] == [("职责", part) for part in parts]
    assert written(sheet) == [("sections", 0)] * len(parts)
    measures = [{"of": f"数{n}", "value": str(n)} for n in range(1, 3 * LOOSE + 2)]
    numbered = role("bar", {"text": "、".join(str(n) for n in range(1, 3 * LOOSE + 2)), "measures": measures})
    found: Any = loose_card(numbered, writer(numbered)).body["sections"]  # type: ignore[arg-type]
    assert [len(one["numbers"]) for one in found if "numbers" in one] == [6, 7]
    assert [one["title"] for one in found] == ["关键数字", "关键数字", "职责"]


def test_words_that_stick_out_of_a_narrow_column_are_named() -> None:
    """Of what a number measures, the number itself and when it holds."""
    measure = {"of": "temperature-A", "value": "30", "unit": "millimetres", "when": "in-the-evening"}
    bar = role("bar", {"text": "水深30millimetres", "measures": [measure]})
    sheet = card(bar, writer(bar))  # type: ignore[arg-type]
    assert sheet.body["narrow"] == ["temperature-A", "30millimetres", "in-the-evening"]
