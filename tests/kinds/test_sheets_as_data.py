"""The sheet of each kind as data, whole: every value its template reads, and where each of them was written."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.kinds.checklists.sheet import checklist
from rolebook.kinds.forms.sheet import form
from rolebook.kinds.procedures.sheet import strip
from rolebook.kinds.roles.sheet import LOOSE, card, loose_card
from rolebook.kinds.scripts.sheet import flat, unrolled
from rolebook.language import language
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.sheet import Sheet
from rolebook.site import Site
from rolebook.views.posters.writer import SheetWriter
from tests.records import record, role

BOW = {"text": "鞠躬30度", "id": "bow", "measures": [{"of": "角度", "value": "30", "unit": "度", "when": "迎客"}]}
LOUD = {"text": "大声说话", "id": "loud", "never": True}
VISIT = record(
    "forms/visit",
    title="登记表",
    purpose="登记来客",
    fields=[
        {"label": "姓名", "required": True, "id": "name"},
        {"label": "日期", "type": "date", "id": "day"},
        {"label": "时间", "type": "time", "id": "time"},
        {"label": "purpose-of-visit", "type": "choice", "choices": ["公事", "私事"], "id": "why"},
    ],
)
HALL = role("hall", "扫地", title="前厅")


def written(sheet: Sheet) -> list[tuple[Any, ...]]:
    """Return the places of the blocks of a sheet; those of another record with its address."""
    me = sheet.record.address
    return [block.path if block.record == me else (str(block.record), *block.path) for block in sheet.blocks]


def texts(sheet: Sheet) -> dict[str, tuple[Any, ...]]:
    """Return where each text of a sheet was written first; in another record with its address."""
    found: dict[str, tuple[Any, ...]] = {}
    for text, origin in sheet.texts:
        other = () if origin.record == sheet.record.address else (str(origin.record),)
        found.setdefault(text, (*other, *origin.path))
    return found


def said(sheet: Sheet, *path: Any) -> list[str]:
    """Return the words of the lines at a place of a sheet's body."""
    here: Any = sheet.body
    for step in path:
        here = here[step]
    return ["".join(str(words) for words, _ in line["runs"]) for line in here]


def writer(me: Record, *others: Record) -> SheetWriter:
    """Return what writes the sheet of one of some records, in Chinese."""
    return SheetWriter(Handbook([me, *others], language=language("zh")), Site("手册"), me)


def line(text: str, n: int = 0, **more: Any) -> dict[str, Any]:
    """Return a line as data."""
    return {"runs": [[text, 0]], "never": False, "mark": "", "subs": [], "n": n} | more


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


def test_the_strip_of_a_procedure() -> None:
    """Steps numbered from one, posts and forms by their titles."""
    first = {"title": "登记", "items": ["请坐", BOW], "by": ["bar", "店长"], "fills": ["visit", "visit"]}
    guest = record("procedures/guest", department="客服部", steps=[first, {"title": "带路"}])
    sheet = strip(guest, writer(guest, role("bar", title="吧台"), VISIT))  # type: ignore[arg-type]
    bow = line("", runs=[["鞠躬", 0], ["30度", 1]])
    assert sheet.body == {
        "steps": [
            {
                "n": 1,
                "title": "登记",
                "lines": [line("请坐"), bow],
                "by": "吧台、店长",
                "fills": "《登记表》、《登记表》",
            },
            {"n": 2, "title": "带路", "lines": [], "by": "", "fills": ""},
        ]
    }
    assert sheet.head["facts"] == [["部门", "客服部"], ["共", "2 步"]]
    assert written(sheet) == [("steps", 0), ("steps", 1)]
    where = texts(sheet)
    assert where["吧台"] == ("steps", 0, "by", 0)
    assert where["店长"] == ("steps", 0, "by", 1)
    assert where["《登记表》"] == ("steps", 0, "fills", 0)
    assert (where["登记"], where["带路"]) == (("steps", 0, "title"), ("steps", 1, "title"))
    assert (where["请坐"], where["鞠躬30度"]) == (("steps", 0, "items", 0), ("steps", 0, "items", 1))
    assert where["客服部"] == ("department",)


def test_a_blank_form() -> None:
    """Its purpose first; a date and a time have a pattern, a choice its choices."""
    sheet = form(VISIT, writer(VISIT))  # type: ignore[arg-type]
    row: dict[str, Any] = {"type": "text", "required": False, "choices": [], "pattern": "", "tokens": []}
    assert sheet.body == {
        "lead": "登记来客",
        "fields": [
            row | {"label": "姓名", "required": True},
            row | {"label": "日期", "type": "date", "pattern": "　　　　年　　　月　　　日"},
            row | {"label": "时间", "type": "time", "pattern": "　　　时　　　分"},
            row
            | {
                "label": "purpose-of-visit",
                "type": "choice",
                "choices": ["公事", "私事"],
                "tokens": ["purpose-of-visit"],
            },
        ],
    }
    assert sheet.head["facts"] == [["编号", "＿" * 8]]
    assert (sheet.head["min"], sheet.head["max"]) == (12, 15)
    assert written(sheet) == [("purpose",), *(("fields", n) for n in range(4))]
    where = texts(sheet)
    assert (where["日期"], where["私事"]) == (("fields", 1, "label"), ("fields", 3, "choices", 1))
    assert where["登记来客"] == ("purpose",)
    assert sheet.lines == tuple(
        (f"forms/visit#{name}", label)
        for name, label in (("name", "姓名"), ("day", "日期"), ("time", "时间"), ("why", "purpose-of-visit"))
    )
    bare = record("forms/bare", fields=[{"label": "甲"}])
    assert written(form(bare, writer(bare))) == [("fields", 0)]  # type: ignore[arg-type]


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
