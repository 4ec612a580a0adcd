"""Sheets to print: every line in order, legible, whole, current, and faults named at the line they are in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from generator.model.checklist import Checklist
from generator.model.handbook import Handbook
from generator.model.record import Record
from generator.site import Site
from generator.strings import Strings
from generator.views import paths, posters
from generator.views.posters import Poster, typeset_all
from generator.views.posters.sheet import sheet_url, smallest_type
from tests import pdf
from tests.records import record, role

SITE = Site("手册", Strings("zh"), "https://handbook.example.com/a/")
BLANK = Site("手册", Strings("zh"))


@pytest.fixture(scope="session")
def printed(handbook: Handbook) -> list[Poster]:
    """Every sheet of the real handbook."""
    return typeset_all(handbook, SITE)


def one(records: Iterable[Record], address: str, site: Site = BLANK) -> Poster:
    """Return the sheet of one record of a handbook."""
    found = {str(poster.sheet.record.address): poster for poster in typeset_all(Handbook(records), site)}
    return found[address]


def checklist(*items: Any, **values: Any) -> Record:
    """Return a checklist with one section of these lines."""
    values = {"when": "班前", "by": ["吧台"], "sections": [{"title": "设备", "items": list(items)}]} | values
    return record("checklists/daily", **values)


def test_every_record_that_has_a_sheet_gets_one(handbook: Handbook, printed: list[Poster]) -> None:
    """At posters/<kind>s/<id>.pdf; documents that are only referred to have none."""
    wanted = [paths.sheet_path(record) for record in handbook.records.values() if paths.sheet_path(record)]
    assert [poster.path for poster in printed] == wanted
    assert "posters/checklists/bar-before-shift.pdf" in wanted
    assert "posters/forms/visual-standard.pdf" not in wanted


def test_every_line_of_a_checklist_is_on_its_sheet_in_order(handbook: Handbook, printed: list[Poster]) -> None:
    """Pulled ones and sub-items too."""
    for poster in printed:
        if isinstance(poster.sheet.record, Checklist):
            text, position = pdf.words(poster.pdf), 0
            for _, title, ticks in handbook.ticks(poster.sheet.record):
                texts = [title, *(item.text for tick in ticks for _, item in tick.item.walk())]
                for wanted in map(pdf.squeezed, texts):
                    position = text.find(wanted, position)
                    assert position >= 0, f"{poster.path} lacks {wanted}"
                    position += len(wanted)


def test_sheets_of_the_real_handbook_are_legible_and_whole(printed: list[Poster]) -> None:
    """Pages as promised, fonts embedded, no text below the minimum, nothing outside the margins."""
    for poster in printed:
        assert pdf.pages(poster.pdf) == poster.fit.pages
        assert pdf.fonts_embedded(poster.pdf), poster.path
        smallest = min(size for _, size in pdf.characters(poster.pdf))
        assert smallest >= poster.sheet.data["min"], poster.path
        assert pdf.inside_margins(poster.pdf, left=20 * 72 / 25.4, edge=10 * 72 / 25.4), poster.path
        assert pdf.tagged(poster.pdf)
        assert pdf.title(poster.pdf) == poster.sheet.record.title


def test_all_but_checklists_are_one_page(printed: list[Poster]) -> None:
    """A card that goes over the page is no card."""
    assert [p.path for p in printed if p.fit.pages > 1 and not isinstance(p.sheet.record, Checklist)] == []


def test_every_code_leads_to_the_page_with_its_revision(printed: list[Poster]) -> None:
    """Read back from a picture of the sheet, one on each page."""
    for poster in printed:
        expected = sheet_url(SITE.url, poster.sheet.record)
        assert pdf.codes(poster.pdf) == [expected] * poster.fit.pages
    assert expected.startswith("https://handbook.example.com/a/forms/")
    assert expected.endswith(".html?rev=1")


def test_without_an_address_there_is_no_code() -> None:
    """Where the site will be found is not known."""
    assert pdf.codes(one([checklist("开灯")], "checklists/daily").pdf) == []


def test_document_control_is_on_every_sheet(printed: list[Poster]) -> None:
    """Document, revision, day, owner, page, and that a print is not controlled."""
    for poster in printed:
        control, text = poster.sheet.record.revision, pdf.words(poster.pdf)
        pages = poster.fit.pages
        for wanted in (
            str(poster.sheet.record.address),
            f"第{control.number}版",
            str(control.effective),
            control.owner,
        ):
            assert text.count(pdf.squeezed(wanted)) >= pages, (poster.path, wanted)
        assert all(f"第{n}页共{pages}页" in text for n in range(1, pages + 1))
        assert text.count("打印件不受控") == pages


def test_equal_handbooks_make_equal_sheets(handbook: Handbook, printed: list[Poster]) -> None:
    """Byte for byte."""
    again = {poster.path: poster.pdf for poster in typeset_all(handbook, SITE)}
    assert again == {poster.path: poster.pdf for poster in printed}


@pytest.mark.parametrize(
    ("distance", "size"), [(0.2, 10), (0.5, 10), (0.6, 12), (0.7, 13.5), (0.8, 14.5), (1, 17), (2, 34), (5, 85)]
)
def test_smallest_type(distance: float, size: float) -> None:
    """CAA CAP 676: 12 pt at 0.6 m, 17 pt at 1 m, never under 10."""
    assert smallest_type(distance) == size


def test_a_sheet_read_from_afar_has_larger_type() -> None:
    """All of its text."""
    poster = one([checklist("开灯", reading_distance=1)], "checklists/daily")
    assert min(size for _, size in pdf.characters(poster.pdf)) >= 17


def test_sub_items_stand_under_their_line() -> None:
    """A line to tick brings what belongs to it."""
    bar = role("bar", {"text": "茶水", "id": "tea", "items": ["先女士", {"text": "后男士", "items": ["再主人"]}]})
    poster = one([bar, checklist({"from": "roles/bar#tea"})], "checklists/daily")
    assert "茶水–先女士–后男士–再主人" in pdf.words(poster.pdf)


def test_a_section_of_more_than_nine_lines_is_split_and_said() -> None:
    """Ten become five and five."""
    poster = one([checklist(*[f"第{n}件事" for n in range(10)])], "checklists/daily")
    assert [section["title"] for section in poster.sheet.data["sections"]] == ["设备（1/2）", "设备（2/2）"]
    assert [len(section["lines"]) for section in poster.sheet.data["sections"]] == [5, 5]
    assert poster.notices(SITE.strings) == ("“设备”有 10 条，多于 9 条，打印时分成 2 段",)


def test_more_than_a_page_is_said() -> None:
    """With the number of sheets and the type size that decided."""
    sections = [{"title": f"第{n}段", "items": [f"{n}之{k}，" + "确保整洁" * 20 for k in range(9)]} for n in range(4)]
    poster = one([checklist(sections=sections)], "checklists/daily")
    pages = poster.fit.pages
    assert pages > 1
    assert poster.notices(SITE.strings) == (f"一张纸放不下（字号不小于 12 磅），按段分成 {pages} 张",)


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
    assert "接着转到：D" in text


def test_a_call_too_broad_for_columns_is_flat() -> None:
    """Each answer then names the turn it leads to."""
    many = [f"n{n}" for n in range(12)]
    nodes = [node("a", replies=[{"answer": f"答{n}", "to": n} for n in many]), *(node(n) for n in many)]
    poster = one([record("scripts/x", nodes=nodes)], "scripts/x")
    text = pdf.words(poster.pdf)
    assert "客户：答n11转到：N11" in text
    assert all(f"说{n}" in text for n in many)


def test_no_sheets_where_the_site_wants_none() -> None:
    """The plugin's option `posters: false`."""
    handbook = Handbook([checklist("开灯")])
    assert list(posters.posters(handbook, Site(posters=False))) == []
    assert [path for path, _ in posters.posters(handbook, Site())] == ["posters/checklists/daily.pdf"]


@pytest.mark.parametrize("values", [{"qualifications": ["细心"]}, {"summary": "迎客"}, {}])
def test_a_post_with_little_written_has_a_card(values: dict[str, Any]) -> None:
    """What there is of it; at worst its name."""
    poster = one([record("roles/bar", **values)], "roles/bar")
    assert poster.fit.pages == pdf.pages(poster.pdf) == 1
    assert all(
        text in pdf.words(poster.pdf) for text in ("bar", *values.get("qualifications", ()), values.get("summary", ""))
    )
