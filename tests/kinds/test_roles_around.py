"""Who stands around a post: each once, above or below, taking over from one side or the other."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, Tag

from rolebook.kinds.roles.around import MOST, around
from rolebook.kinds.roles.model import Role
from rolebook.kinds.roles.page import page
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.views.pages.context import PageContext
from tests.records import role


def drawn(*others: Record, **values: Any) -> BeautifulSoup:
    """Return the drawing on the page of a post called bar."""
    me = role("bar", **({"title": "吧台"} | values))
    assert isinstance(me, Role)
    context = PageContext(Handbook([me, *others]), Strings(), "roles/bar.html")
    return BeautifulSoup(page(me, context)["around"], "html.parser")


def middle(found: Tag) -> float:
    """Return how far down the box of a post stands."""
    frame = found.rect
    assert frame
    return float(str(frame["y"])) + float(str(frame["height"])) / 2


def named(soup: BeautifulSoup, name: str) -> Tag:
    """Return the box of a post by its words."""
    return next(box for box in soup.select(".rb-map__node, .rb-map__plain") if name in box.get_text())


def test_chiefs_stand_above_and_who_takes_over_below() -> None:
    """Whoever has a page is a link that says what joins the two, with his mark; a bare name is plain."""
    soup = drawn(role("hall", title="前厅", badge="厅"), reports_to=["店长"], relieved_by=["hall"])
    chief, me, hall = named(soup, "店长"), named(soup, "吧台"), named(soup, "前厅")
    assert middle(chief) < middle(me) < middle(hall)
    assert (chief.name, me.name, hall.name) == ("g", "g", "a")
    assert (hall["xlink:href"], hall["aria-label"]) == ("../roles/hall.html", "由谁替岗：前厅")
    assert [mark.get_text() for mark in soup.select(".rb-mark")] == ["厅"]
    heads = [path for path in soup.find_all("path") if str(path["d"]).count("M") == 2]
    assert len(heads) == 1


def test_whom_a_post_stands_in_for_hands_over_from_above() -> None:
    """As another post says that this one relieves it."""
    soup = drawn(role("hall", title="前厅", relieved_by=["bar"]), works_with=["领班"])
    assert middle(named(soup, "前厅")) < middle(named(soup, "吧台")) < middle(named(soup, "领班"))
    assert named(soup, "前厅")["aria-label"] == "替谁的岗：前厅"


def test_a_post_stands_once_however_it_is_joined() -> None:
    """Whoever stands above for one thing does so for working together too, and nothing leads back."""
    soup = drawn(role("hall", title="前厅", relieved_by=["bar"]), works_with=["hall", "领班"])
    assert len(soup.select("a")) == 1
    assert named(soup, "前厅")["aria-label"] == "替谁的岗、相关联系岗位：前厅"
    assert soup.select(".rb-map__back") == []


def test_too_few_and_too_many_are_not_drawn() -> None:
    """The list says it better; oneself is no other."""
    assert not drawn(works_with=["领班"]).svg
    assert not drawn(works_with=["领班", "bar"]).svg
    assert drawn(works_with=["领班", "店长"]).svg
    assert not drawn(works_with=[f"岗位{n}" for n in range(MOST + 1)]).svg


def test_the_same_people_are_drawn_the_same() -> None:
    """To the last digit."""
    me = role("bar", works_with=["甲", "乙", "丙", "丁"], reports_to=["戊"])
    assert isinstance(me, Role)
    context = PageContext(Handbook([me]), Strings(), "roles/bar.html")
    assert around(me, [], context) == around(me, [], context) != ""
