"""The Item: what an author may write on a line."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.kinds.roles.model import Role
from rolebook.kinds.schema import json_schema
from rolebook.model.item import Item


@pytest.mark.parametrize(("written", "pinned"), [({}, False), ({"pin": "true"}, True), ({"pin": "false"}, False)])
def test_a_line_is_pinned_where_its_author_says_so(written: dict[str, Any], pinned: bool) -> None:
    """And not otherwise."""
    assert Item.model_validate({"text": "鞠躬30度", **written}).pin is pinned


def test_a_pin_changes_no_address() -> None:
    """So that nothing learned of the line is lost."""
    assert Item(text="鞠躬30度", pin=True).anchor == Item(text="鞠躬30度").anchor


def test_an_editor_knows_the_pin() -> None:
    """As true or false, with what it is for."""
    item = json_schema(Role)["$defs"]["Item"]["anyOf"][1]["properties"]["pin"]
    assert (item["type"], item["default"]) == ("boolean", False)
    assert "often" in item["description"]
