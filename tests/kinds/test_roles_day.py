"""The day of a post: its sections that have a moment, with the lists and forms that belong to them."""

from __future__ import annotations

from typing import Any

from rolebook.kinds.roles.day import Stop, day
from rolebook.kinds.roles.model import Role
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.views.pages.context import PageContext
from tests.records import record


def section(kind: str, *lines: Any) -> dict[str, Any]:
    """Return a section called as its sort."""
    return {"title": kind, "id": kind, "kind": kind, "items": list(lines or [f"做{kind}"])}


def stops(*sections: dict[str, Any], others: tuple[Record, ...] = ()) -> list[Stop]:
    """Return the day of a post with these sections."""
    made = record("roles/bar", sections=list(sections))
    assert isinstance(made, Role)
    return day(made, PageContext(Handbook([made, *others]), Strings(), "roles/bar.html"))


def test_sections_with_a_moment_stand_in_the_order_of_a_day() -> None:
    """Whatever order they are written in; duties and rules have none."""
    found = stops(section("closing"), section("duty"), section("service"), section("preparation"), section("rule"))
    assert [(stop.moment, stop.section.title) for stop in found] == [
        ("班前", "preparation"),
        ("在岗", "service"),
        ("收尾", "closing"),
    ]


def test_one_stop_is_no_day() -> None:
    """Nor is a section without a line a stop."""
    assert stops(section("service"), section("duty")) == []
    assert stops(section("service"), {"title": "空", "id": "empty", "kind": "closing", "items": []}) == []


def test_a_list_stands_where_most_of_it_is_pulled_from() -> None:
    """A list that pulls nothing of it stands nowhere."""
    ticks = [{"title": "勾", "items": [{"from": f"roles/bar#{name}"} for name in ("a", "preparation", "b")]}]
    pulled = record("checklists/open", when="开门", by=["bar"], sections=ticks)
    own = record("checklists/own", when="开门", by=["bar"], sections=[{"title": "勾", "items": ["看一看"]}])
    before = section("preparation", {"text": "擦台面", "id": "a"}, "开灯")
    before_last = section("service", {"text": "迎客", "id": "b"})
    found = stops(before, before_last, others=(pulled, own))
    assert [[one.id for one in stop.lists] for stop in found] == [["open"], []]


def test_forms_stand_where_a_line_has_them_filled_in() -> None:
    """Each once; a document is nothing to fill in."""
    log = record("forms/log", title="值班记录表", fields=[{"label": "姓名"}])
    rules = record("forms/rules", title="员工规范", document=True)
    lines = ["填写《值班记录表》", "再看《值班记录表》", "按照《员工规范》"]
    found = stops(section("service"), section("closing", *lines), others=(log, rules))
    assert [[form.id for form in stop.forms] for stop in found] == [[], ["log"]]
