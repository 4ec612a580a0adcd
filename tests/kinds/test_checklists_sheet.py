"""A checklist on paper as data, whole, and where each text of it was written."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.kinds.checklists.sheet import checklist
from tests.kinds.sheets import LOUD, line, texts, writer, written
from tests.records import record, role

DAILY: dict[str, Any] = {"when": "班前", "by": ["bar", "店长"]}


def test_a_checklist() -> None:
    """Its own lines and those it pulls, each told where it was written; how it is signed, and how it prints."""
    sections = [{"title": "灯", "items": ["开门", {"from": "roles/bar#duties"}]}, {"title": "窗", "items": ["关窗"]}]
    paper = {"paper": "a3", "orientation": "landscape", "reading_distance": "1", "pages": "3"}
    sign = {"by": "shift", "shifts": ["早班", "晚班"]}
    daily = record("checklists/daily", **DAILY, sections=sections, sign_off=sign, **paper)
    sheet = checklist(daily, writer(daily, role("bar", "开灯", LOUD, title="吧台")))  # type: ignore[arg-type]
    assert sheet.body == {
        "sections": [
            {
                "title": "灯",
                "note": "3 条",
                "lines": [line("开门"), line("开灯"), line("大声说话", never=True, mark="红线")],
            },
            {"title": "窗", "note": "1 条", "lines": [line("关窗")]},
        ],
        "sign": {
            "by": "班次",
            "columns": ["早班", "晚班"],
            "rows": ["日期", "签名", "时间"],
            "done": "以上 4 条全部完成",
        },
    }
    assert sheet.head["facts"] == [["什么时候做", "班前"], ["谁做", "吧台、店长"], ["共", "4 条"]]
    assert (sheet.head["paper"], sheet.head["orientation"], sheet.head["min"]) == ("a3", "landscape", 17)
    assert (sheet.allowed, sheet.notices) == (3, ())
    assert written(sheet) == [("sections", 0), ("sections", 1), ("sign_off",)]
    where = texts(sheet)
    assert where["开门"] == ("sections", 0, "items", 0)
    assert where["大声说话"] == ("roles/bar", "sections", 0, "items", 1)
    assert (where["灯"], where["窗"]) == (("sections", 0, "title"), ("sections", 1, "title"))
    assert (where["班前"], where["吧台、店长"]) == (("when",), ("by",))
    assert [text for _, text in sheet.lines] == ["开门", "开灯", "大声说话", "关窗"]


def test_a_long_section_of_a_checklist_is_split() -> None:
    """Each part has its number, its own count and the place of the section; the sheet counts all."""
    sections = [{"title": "长", "items": [f"第{n}件" for n in range(19)]}, {"title": "短", "items": ["甲"] * 1}]
    daily = record("checklists/daily", **DAILY, sections=sections)
    sheet = checklist(daily, writer(daily))  # type: ignore[arg-type]
    found: Any = sheet.body["sections"]
    assert [(one["title"], one["note"]) for one in found] == [
        ("长（1/3）", "6 条"),
        ("长（2/3）", "6 条"),
        ("长（3/3）", "7 条"),
        ("短", "1 条"),
    ]
    assert written(sheet) == [("sections", 0)] * 3 + [("sections", 1), ("sign_off",)]
    assert sheet.head["facts"][-1] == ["共", "20 条"]
    assert sheet.notices == ("“长”有 19 条，多于 9 条，打印时分成 3 段",)
    assert sheet.body["sign"] is None
    assert sheet.head["paper"] == "a4" and sheet.allowed is None


@pytest.mark.parametrize(
    ("sign", "by", "columns"),
    [
        ({"by": "day"}, "星期", ["一", "二", "三", "四", "五", "六", "日"]),
        ({"by": "day", "shifts": ["早"]}, "星期", ["一", "二", "三", "四", "五", "六", "日"]),
        ({}, "班次", ["", "", "", ""]),
        ({"shifts": ["早"]}, "班次", ["早"]),
    ],
)
def test_the_columns_that_are_signed(sign: dict[str, Any], by: str, columns: list[str]) -> None:
    """The days of the week, the shifts that are named, or some to name by hand."""
    daily = record("checklists/daily", **DAILY, sections=[{"title": "灯", "items": ["开灯"]}], sign_off=sign)
    made: Any = checklist(daily, writer(daily)).body["sign"]  # type: ignore[arg-type]
    assert (made["by"], made["columns"]) == (by, columns)
