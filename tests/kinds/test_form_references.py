"""A form is referred to by its id or its address, and what is no form is told to be none, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.errors import Message
from rolebook.model.base import Fault, FieldPath
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views.pages import pages
from tests import pdf
from tests.posting import one
from tests.records import faults, record, role

VISIT = record("forms/visit", title="来访登记", fields=[{"label": "来客姓名", "id": "name"}])


def script(form: str) -> Record:
    """Return a script that fills a form."""
    node: dict[str, Any] = {"id": "a", "title": "开头", "says": ["您好"], "records": ["name"]}
    return record("scripts/call", form=form, nodes=[node])


def procedure(form: str) -> Record:
    """Return a procedure that fills a form at its first step."""
    steps = [{"title": "登记", "items": ["请客人坐"], "fills": [form]}, {"title": "带路", "items": ["走在前面"]}]
    return record("procedures/guest", steps=steps)


def line(form: str) -> Record:
    """Return a role with a line that means a form."""
    return role("bar", {"text": "请客人留名", "forms": [form]})


PLACES: list[tuple[Any, FieldPath]] = [
    (script, ("form",)),
    (procedure, ("steps", 0, "fills", 0)),
    (line, ("sections", 0, "items", 0, "forms", 0)),
]


@pytest.mark.parametrize("form", ["visit", "forms/visit"])
def test_a_form_is_referred_to_in_one_way(form: str) -> None:
    """By its id or by its address: pages link it, sheets print its title and the labels of its fields."""
    records = [VISIT, script(form), procedure(form), line(form)]
    assert faults(*records) == []
    made = {page.path: page.body for page in pages(Handbook(records), Site())}
    for path in ("scripts/call.html", "procedures/guest.html"):
        assert '<a href="../forms/visit.html">来访登记</a>' in made[path], path
    assert "来客姓名" in made["scripts/call.html"]
    assert Handbook(records).links[records[3].address] == (VISIT.address,)
    printed = pdf.words(one(records, "scripts/call").pdf)
    assert "《来访登记》" in printed and "来客姓名" in printed
    assert "《来访登记》" in pdf.words(one(records, "procedures/guest").pdf)


@pytest.mark.parametrize(("made", "place"), PLACES)
def test_what_is_no_form_is_told(made: Any, place: FieldPath) -> None:
    """Also where there is such a record, of another kind."""
    other = made("roles/door")
    message = Message("unknown-form", form="roles/door", nearest="")
    assert faults(VISIT, role("door", "开门"), other) == [Fault(str(other.address), place, message)]
