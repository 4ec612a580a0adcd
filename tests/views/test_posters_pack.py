"""Packs: which sheets a post or a department posts, and the cover that lists them."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.posters.pack import UnknownPost, members, pack
from tests import pdf
from tests.records import record, role

SITE = Site("手册", Strings("zh"), "https://handbook.example.com/")


def handbook() -> Handbook:
    """Two posts of one department and one of another, with what they use."""
    step = {"title": "受理", "by": ["bar"], "fills": ["register"]}
    sections = [{"title": "设备", "items": ["开灯"]}]
    return Handbook(
        [
            role("bar", "填写《登记表》", title="吧台岗", scripts=["call"]),
            role("hall", "迎宾", title="前厅岗"),
            role("legal", "审合同", title="法务", department="法务部"),
            record("procedures/complaint", steps=[step, {"title": "归档"}]),
            record("scripts/call", nodes=[{"id": "a", "title": "开始", "says": ["您好"]}]),
            record("checklists/daily", when="班前", by=["bar"], sections=sections),
            record("checklists/hall", when="班前", by=["hall"], department="客服部", sections=sections),
            record("forms/register", title="登记表"),
            record("forms/unused", title="别的表"),
        ]
    )


@pytest.mark.parametrize(
    ("name", "title", "wanted"),
    [
        ("bar", "吧台岗", "roles/bar procedures/complaint scripts/call checklists/daily forms/register"),
        ("前厅岗", "前厅岗", "roles/hall checklists/hall"),
        (
            "客服部",
            "客服部",
            "roles/bar roles/hall procedures/complaint scripts/call checklists/daily checklists/hall forms/register",
        ),
        ("法务部", "法务部", "roles/legal"),
        ("LEGAL", "法务", "roles/legal"),
        ("Roles/Legal", "法务", "roles/legal"),
    ],
)
def test_members(name: str, title: str, wanted: str) -> None:
    """The card, what it refers to, what names the post, and the forms of all that, by kind."""
    found = members(handbook(), name)
    assert (found[0], " ".join(str(one.address) for one in found[1])) == (title, wanted)


def test_an_unknown_name() -> None:
    """Says which departments there are, and what was meant where that is near."""
    for name, near in (("x", ""), ("legel", "legal"), ("客服布", "客服部")):
        with pytest.raises(UnknownPost) as caught:
            members(handbook(), name)
        departments = ("客服部", "法务部")
        assert caught.value.message == Message("unknown-post", name=name, nearest=near, departments=departments)


def test_capitals_tell_two_posts_apart() -> None:
    """Where both are written, each is found by its own name."""
    book = Handbook([role("a", "开灯", title="Bar"), role("b", "关灯", title="bar")])
    assert [members(book, name)[0] for name in ("Bar", "bar", "BAR")] == ["Bar", "bar", "Bar"]


def test_a_pack_is_the_cover_and_every_sheet() -> None:
    """In one PDF, each with its own page count and code; the same bytes each time."""
    content, posters = pack(handbook(), SITE, "bar")
    assert pdf.pages(content) == 1 + sum(poster.fit.pages for poster in posters) == 6
    text = pdf.words(content)
    position = 0
    for poster in posters:
        position = text.index(str(poster.sheet.record.address), position)
    assert "张贴清单" in text
    assert text.count("第1页共1页") == 6
    assert len(pdf.codes(content)) == 5
    assert pdf.tagged(content)
    assert content == pack(handbook(), SITE, "bar")[0]
