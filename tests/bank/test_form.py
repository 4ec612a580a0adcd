"""Which form an event asks for, beside forms that it might as well be."""

from __future__ import annotations

from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record, role


def forms(line: str, *titles: str) -> list[Question]:
    """Return the questions which form a line of a post names, in a handbook with these."""
    records = [record(f"forms/f{n}", title=title, fields=[{"label": "日期"}]) for n, title in enumerate(titles)]
    handbook = Handbook([role("desk", line, title="前台"), *records], language=language("zh"))
    return [question for question in make(handbook, Strings("zh")).questions if question.kind == "form"]


def test_beside_the_nearest() -> None:
    """Those that share words with the line or with the form it names; others only where these are too few."""
    near = [f"{name}登记表" for name in ("投诉", "来访", "失物", "借用", "钥匙", "车辆")]
    (question,) = forms("当天写进《值班登记表》交给领班", "出门证", "维修单", "值班登记表", *near, "计价单")
    assert question.keyed[0].text == "《值班登记表》"
    assert len(question.options) == 4
    assert {lure.text for lure in question.lures} <= {f"《{title}》" for title in near}


def test_what_the_line_tells_by_itself_is_not_asked() -> None:
    """A visit is not written down on the form for repairs, anyone can tell; where three are for visits it is asked."""
    line = "客户回访的结果当天写进《回访记录》交给领班"
    assert forms(line, "回访记录", "维修单", "计价单", "回访总结") == []
    assert len(forms(line, "回访记录", "维修单", "回访计划", "回访总结")) == 1
