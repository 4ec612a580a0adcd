"""The cover of a pack as data, and what is blamed where a sheet does not print."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook import typeset
from rolebook.errors import HandbookError, Message, Place, Problem
from rolebook.language.strings import Strings
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import posters
from rolebook.views.posters import Poster, pack, typeset_all
from tests.posting import checklist
from tests.records import REVISION, record, role

SITE = Site("手册", Strings("zh"))


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What was set last."""
    caught: dict[str, Any] = {}
    made = typeset.pdf

    def pdf(document: Any, language: str, day: Any) -> Any:
        caught.update(document=document, language=language, day=str(day))
        return made(document, language, day)

    monkeypatch.setattr(typeset, "pdf", pdf)
    return caught


def test_the_cover_lists_every_sheet(document: dict[str, Any]) -> None:
    """With its number and pages; the day is that of the newest, the company that of the handbook or the site."""
    newer = REVISION | {"number": 4, "effective": "2026-05-06"}
    book = [
        role("bar", "填《登记表》", title="吧台", forms=["log"]),
        record("forms/log", title="登记表", revision=newer),
    ]
    content, made = pack.pack(Handbook(book), SITE, "bar")
    assert content.startswith(b"%PDF")
    assert [str(poster.sheet.record.address) for poster in made] == ["roles/bar", "forms/log"]
    cover, *sheets = document["document"]["sheets"]
    assert sheets == [poster.sheet.data for poster in made]
    assert (document["language"], document["day"]) == ("zh", "2026-05-06")
    assert (document["document"]["title"], document["document"]["author"]) == ("吧台", "手册")
    assert cover == {
        "template": "templates/typst/cover.typ",
        "company": "手册",
        "paper": "a4",
        "kind": "张贴清单",
        "title": "吧台",
        "facts": [["共", "2 张"]],
        "control": [["生效日期", "2026-05-06"]],
        "qr": None,
        "orientation": "portrait",
        "min": 12,
        "max": 15,
        "words": sheets[0]["words"],
        "tokens": ["roles/bar", "forms/log"],
        "entries": [
            {"title": "吧台", "document": "roles/bar", "revision": "第 1 版", "pages": "1 张"},
            {"title": "登记表", "document": "forms/log", "revision": "第 4 版", "pages": "1 张"},
        ],
    }
    pack.pack(Handbook(book, defaults=Defaults(company="绿洲", paper="a5")), SITE, "bar")
    cover = document["document"]["sheets"][0]
    assert (cover["company"], cover["paper"], document["document"]["author"]) == ("绿洲", "a5", "绿洲")


def test_a_department_that_is_a_record_itself() -> None:
    """Is called by its title, and has what its posts have."""
    book = Handbook(
        [
            role("desk", title="前厅部", is_department="true", department="前厅部"),
            role("bar", "开灯", title="吧台", department="前厅部"),
            role("cook", "开火", title="厨师", department="厨房"),
        ]
    )
    for name in ("desk", "前厅部"):
        title, records = pack.members(book, name)
        assert (title, [one.id for one in records]) == ("前厅部", ["desk", "bar"])
    assert [one.id for one in pack.members(book, "厨师")[1]] == ["cook"]


def test_every_fault_of_every_sheet_is_told() -> None:
    """In the end, when those that print are there; each sign by its number, a cut word by its beginning."""
    book = Handbook(
        [
            checklist("开灯😀🌴"),
            role("bar", "迎客"),
            role("hall", "z" * 130),
            record("forms/log", title="登记表", fields=[{"label": "甲🌴"}]),
        ]
    )
    made: list[Poster] = []
    with pytest.raises(HandbookError) as caught:
        made.extend(typeset_all(book, SITE))  # what came before the error is kept
    messages = [problem.message for problem in caught.value.problems]
    assert {*messages} == {
        Message("no-glyph", characters=("😀 (U+1F600)",)),
        Message("no-glyph", characters=("🌴 (U+1F334)",)),
        Message("word-too-wide", word="z" * posters.LONGEST + "…", size=12),
    }
    assert [str(poster.sheet.record.address) for poster in made] == ["roles/bar"]


def test_what_the_build_decided_is_told() -> None:
    """How many pages there are where there is more than one; nothing where all is as it was asked for."""
    (short,) = typeset_all(Handbook([checklist("开灯")]), SITE)
    assert short.notices(SITE.strings) == ()
    assert short.path == "posters/checklists/daily.pdf"
    many = [{"title": f"第{n}段", "items": [f"{n}之{k}，" + "确保整洁" * 20 for k in range(9)]} for n in range(3)]
    (long,) = typeset_all(Handbook([checklist(sections=many, pages=9)]), SITE)
    assert long.fit.pages > 1
    assert long.notices(SITE.strings) == (f"一张纸放不下（字号不小于 12 磅），按段分成 {long.fit.pages} 张",)


def test_as_many_pages_as_are_allowed() -> None:
    """And not one more: then the key that allows them is blamed."""
    many = [{"title": f"第{n}段", "items": [f"{n}之{k}，" + "确保整洁" * 20 for k in range(9)]} for n in range(3)]
    (made,) = typeset_all(Handbook([checklist(sections=many)]), SITE)
    needed = made.fit.pages
    assert len([*typeset_all(Handbook([checklist(sections=many, pages=needed)]), SITE)]) == 1
    with pytest.raises(HandbookError) as caught:
        [*typeset_all(Handbook([checklist(sections=many, pages=needed - 1)]), SITE)]
    message = Message("too-many-pages", pages=needed, size=12, allowed=needed - 1)
    assert caught.value.problems == [Problem("", 0, 0, message)]


def test_what_is_written_nowhere_is_blamed_on_the_record() -> None:
    """Such as a word of the interface that is too wide: the sheet's record, as a whole."""
    (made,) = typeset_all(Handbook([checklist("开灯")]), SITE)
    sheet = made.sheet
    places: list[tuple[Any, Any]] = []

    def place(address: Any, path: Any) -> Place:
        places.append((address, path))
        return Place("a.yml", 1)

    fit = typeset.Fit(pages=1, size=12, wide=("开灯", "nowhere-to-be-found"), tall=(0, 99))
    book = Handbook([checklist("开灯")], place)
    found = [*posters._problems(book, sheet, typeset.Typeset(b"", (fit,)))]
    assert places == [
        (sheet.record.address, ("sections", 0, "items", 0)),
        (sheet.record.address, ()),
        (sheet.record.address, ("sections", 0)),
        (sheet.record.address, ()),
    ]
    assert [one.message.code for one in found] == ["word-too-wide"] * 2 + ["too-high-for-a-page"] * 2
