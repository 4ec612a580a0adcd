"""The sheet of each kind: what stands on it, in which order, and what is done where it does not fit."""

from __future__ import annotations

from typing import Any, cast

import pytest

from rolebook.kinds.checklists.sheet import CheckSheet
from rolebook.kinds.roles.model import Role
from rolebook.language import language
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.posters.writer import SheetWriter
from tests import pdf
from tests.posting import BLANK, checklist, one
from tests.records import record, role


def test_sub_items_stand_under_their_line() -> None:
    """A line to tick brings what belongs to it."""
    bar = role("bar", {"text": "茶水", "id": "tea", "items": ["先女士", {"text": "后男士", "items": ["再主人"]}]})
    poster = one([bar, checklist({"from": "roles/bar#tea"})], "checklists/daily")
    assert "茶水–先女士–后男士–再主人" in pdf.words(poster.pdf)


def test_a_section_of_more_than_nine_lines_is_split_and_said() -> None:
    """Ten become five and five."""
    poster = one([checklist(*[f"第{n}件事" for n in range(10)])], "checklists/daily")
    sections = cast(CheckSheet, poster.sheet.body)["sections"]
    assert [section["title"] for section in sections] == ["设备（1/2）", "设备（2/2）"]
    assert [len(section["lines"]) for section in sections] == [5, 5]
    assert poster.notices(BLANK.strings) == ("“设备”有 10 条，多于 9 条，打印时分成 2 段",)


def test_more_than_a_page_is_said() -> None:
    """With the number of sheets and the type size that decided."""
    sections = [{"title": f"第{n}段", "items": [f"{n}之{k}，" + "确保整洁" * 20 for k in range(9)]} for n in range(4)]
    poster = one([checklist(sections=sections)], "checklists/daily")
    pages = poster.fit.pages
    assert pages > 1
    assert poster.notices(BLANK.strings) == (f"一张纸放不下（字号不小于 12 磅），按段分成 {pages} 张",)


def test_sign_off_by_day_and_by_shift() -> None:
    """Columns for each, with rows for day, initials and time; none where the record asks for none."""
    by_day = pdf.words(one([checklist("开灯", sign_off={"by": "day"})], "checklists/daily").pdf)
    assert "星期一二三四五六日日期签名时间" in by_day
    shifts = {"by": "shift", "shifts": ["早班", "晚班"]}
    assert "班次早班晚班日期签名时间" in pdf.words(one([checklist("开灯", sign_off=shifts)], "checklists/daily").pdf)
    assert "签名" not in pdf.words(one([checklist("开灯")], "checklists/daily").pdf)


def test_a_card_has_never_do_numbers_and_duties() -> None:
    """What must never be done comes first, and once."""
    bow = {"text": "鞠躬30度", "measures": [{"of": "鞠躬角度", "value": "30", "unit": "度", "when": "客户到访时"}]}
    text = pdf.words(one([role("bar", bow, {"text": "离开岗位", "never": True})], "roles/bar").pdf)
    assert (
        text.index("绝不可做")
        < text.index("离开岗位")
        < text.index("鞠躬角度30度客户到访时")
        < text.index("1.鞠躬30度")
    )
    assert text.count("离开岗位") == 1


def test_a_form_is_blank_and_whole() -> None:
    """Fields with room to write, boxes to choose, what is required marked."""
    fields = [
        {"label": "姓名", "required": True},
        {"label": "日期", "type": "date"},
        {"label": "满意度", "type": "choice", "choices": ["满意", "一般"]},
        {"label": "建议", "type": "long"},
    ]
    text = pdf.words(one([record("forms/x", fields=fields)], "forms/x").pdf)
    assert "姓名*日期年月日满意度满意一般建议*必填" in text


def node(name: str, **values: Any) -> dict[str, Any]:
    """Return a node of a script that says its name."""
    return {"id": name, "title": name.upper(), "says": [f"说{name}"], **values}


def test_a_call_is_on_one_sheet_with_its_branches_side_by_side() -> None:
    """Both answers, and what follows each, in columns at one height."""
    replies = [{"answer": "好", "to": "b"}, {"answer": "不好", "to": "c"}]
    nodes = [node("a", replies=replies), node("b", next="d"), node("c", next="d"), node("d")]
    poster = one([record("scripts/x", nodes=nodes)], "scripts/x")
    assert poster.fit.pages == 1
    text = pdf.words(poster.pdf)
    assert all(f"说{name}" in text for name in "abcd")
    assert "接着转到：3.D" in text


@pytest.mark.parametrize("outcome", ["客户同意", ""])
def test_a_sheet_says_where_a_call_ends(outcome: str) -> None:
    """At each end and nowhere else, with how it ended where that is known."""
    replies = [{"answer": "好", "to": "b"}, {"answer": "不好", "to": "c"}]
    nodes = [node("a", next="q"), node("q", replies=replies), node("b", outcome=outcome), node("c")]
    text = pdf.words(one([record("scripts/x", nodes=nodes)], "scripts/x").pdf)
    assert text.count("通话结束") == 2
    assert f"说b通话结束{outcome}" in text
    assert "说c通话结束" in text


def test_a_call_too_broad_for_columns_is_flat() -> None:
    """Each answer then names the turn it leads to."""
    many = [f"n{n}" for n in range(12)]
    nodes = [node("a", replies=[{"answer": f"答{n}", "to": n} for n in many]), *(node(n) for n in many)]
    poster = one([record("scripts/x", nodes=nodes)], "scripts/x")
    text = pdf.words(poster.pdf)
    assert "客户：答n11转到：13.N11" in text
    assert all(f"说{n}" in text for n in many)


@pytest.mark.parametrize("values", [{"qualifications": ["细心"]}, {"summary": "迎客"}, {}])
def test_a_post_with_little_written_has_a_card(values: dict[str, Any]) -> None:
    """What there is of it; at worst its name."""
    poster = one([record("roles/bar", **values)], "roles/bar")
    assert poster.fit.pages == pdf.pages(poster.pdf) == 1
    assert all(
        text in pdf.words(poster.pdf) for text in ("bar", *values.get("qualifications", ()), values.get("summary", ""))
    )


@pytest.mark.parametrize(
    ("code", "lines", "marks"),
    [
        ("zh", ["在客人面前争论", "不得大声说话"], ["红线", "红线"]),
        ("en", ["Argue in front of guests.", "Never argue."], ["Never:", ""]),
    ],
)
def test_what_is_never_done_says_so_on_paper(code: str, lines: list[str], marks: list[str]) -> None:
    """In a word before the line, where the two together do not say it twice."""
    handbook = Handbook([role("bar", *({"text": line, "never": True} for line in lines))], language=language(code))
    (bar,) = handbook.of(Role)
    writer = SheetWriter(handbook, Site(strings=handbook.language.strings), bar)
    items = bar.sections[0].items
    assert [writer.line(item, ("sections", 0, "items", n))["mark"] for n, item in enumerate(items)] == marks
