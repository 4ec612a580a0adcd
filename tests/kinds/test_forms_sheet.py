"""A blank form as data, whole, and where each text of it was written."""

from __future__ import annotations

from typing import Any

from rolebook.kinds.forms.sheet import form
from tests.kinds.sheets import VISIT, texts, writer, written
from tests.records import record


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
