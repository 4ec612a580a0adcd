"""What a record leaves out, filled in from what holds for all."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.kinds.checklists.model import Checklist
from rolebook.kinds.forms.model import Form
from rolebook.kinds.roles.model import Role
from rolebook.model.defaults import Defaults
from rolebook.model.record import Record

ALL = Defaults(owner="人事部", department="客服部", paper="a5", company="某某酒店")


@pytest.mark.parametrize(
    ("kind", "written", "filled"),
    [
        (Role, {}, {"department": "客服部"}),
        (Role, {"department": "前厅部"}, {"department": "前厅部"}),
        (Checklist, {}, {"department": "客服部", "paper": "a5"}),
        (Checklist, {"paper": "a3"}, {"department": "客服部", "paper": "a3"}),
        (Form, {}, {}),
        (Form, {"revision": {"number": "2"}}, {"revision": {"number": "2", "owner": "人事部"}}),
        (Form, {"revision": {"owner": "行政部"}}, {"revision": {"owner": "行政部"}}),
        (Form, {"revision": "2"}, {"revision": "2"}),
    ],
)
def test_what_is_left_out_is_filled_in(kind: type[Record], written: dict[str, Any], filled: dict[str, Any]) -> None:
    """Where the kind has such a key, and what was written is left as it was, whatever it is."""
    before = {name: value.copy() if isinstance(value, dict) else value for name, value in written.items()}
    assert ALL.filled(kind, written) == filled
    assert written == before
    assert Defaults().filled(kind, written) == written
