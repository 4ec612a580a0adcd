"""The strip of a procedure as data, whole, and where each text of it was written."""

from __future__ import annotations

from rolebook.kinds.procedures.sheet import strip
from tests.kinds.sheets import BOW, VISIT, line, texts, writer, written
from tests.records import record, role


def test_the_strip_of_a_procedure() -> None:
    """Steps numbered from one, posts and forms by their titles."""
    first = {"title": "登记", "items": ["请坐", BOW], "by": ["bar", "店长"], "fills": ["visit", "visit"]}
    guest = record("procedures/guest", department="客服部", steps=[first, {"title": "带路"}])
    sheet = strip(guest, writer(guest, role("bar", title="吧台"), VISIT))  # type: ignore[arg-type]
    bow = line("", runs=[["鞠躬", 0], ["30度", 1]])
    assert sheet.body == {
        "steps": [
            {
                "n": 1,
                "title": "登记",
                "lines": [line("请坐"), bow],
                "by": "吧台、店长",
                "fills": "《登记表》、《登记表》",
            },
            {"n": 2, "title": "带路", "lines": [], "by": "", "fills": ""},
        ]
    }
    assert sheet.head["facts"] == [["部门", "客服部"], ["共", "2 步"]]
    assert written(sheet) == [("steps", 0), ("steps", 1)]
    where = texts(sheet)
    assert where["吧台"] == ("steps", 0, "by", 0)
    assert where["店长"] == ("steps", 0, "by", 1)
    assert where["《登记表》"] == ("steps", 0, "fills", 0)
    assert (where["登记"], where["带路"]) == (("steps", 0, "title"), ("steps", 1, "title"))
    assert (where["请坐"], where["鞠躬30度"]) == (("steps", 0, "items", 0), ("steps", 0, "items", 1))
    assert where["客服部"] == ("department",)
