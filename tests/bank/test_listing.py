"""Lists: what a line counts up is said, all of it, and what was missed is ticked off."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import make
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import role


@pytest.mark.parametrize(
    ("code", "line", "members"),
    [
        ("zh", "记录客人的情况：姓氏，身高，体型，车牌号码等。", ["姓氏", "身高", "体型", "车牌号码"]),
        ("zh", "熟悉业主情况（姓名、性别、车号和习惯等）；", ["姓名", "性别", "车号", "习惯"]),
        ("en", "Write down four things: name, age, costume and hair.", ["name", "age", "costume", "hair"]),
        ("zh", "准备两样：杯子、毛巾。", []),
        ("zh", "接听电话、登记访客、清点备用金、巡视大堂。", []),
    ],
)
def test_what_is_counted_up(code: str, line: str, members: list[str]) -> None:
    """Behind a mark that announces it, or in brackets; a few things, or a line of duties, are no list."""
    handbook = Handbook([role("desk", line, title="Desk")], language=language(code))
    found = [question for question in make(handbook, Strings(code)).questions if question.kind == "list"]
    assert [[option.text for option in question.keyed] for question in found] == ([members] if members else [])
    assert all(question.answering == "list" for question in found)


@pytest.mark.parametrize(
    ("code", "line", "lead"),
    [
        ("zh", "招呼熟客，及时上菜，记下忌口菜（大葱、大蒜、香菜、辣椒）。", "记下忌口菜"),
        ("zh", "擦净柜台，如需外送，记在外卖单：门牌、电话、楼层、时间。", "如需外送，记在外卖单"),
        ("zh", "擦净柜台，每晚盘点，记：大米、白面、豆油、盐罐。", "每晚盘点，记"),
        ("en", "Greet the guest, then write down: name, plate, room and floor.", "then write down"),
    ],
)
def test_what_announces_a_list(code: str, line: str, lead: str) -> None:
    """Is its last piece, with what that leans on, and nothing the line says before."""
    handbook = Handbook([role("desk", line, title="Desk")], language=language(code))
    stems = [question.stem for question in make(handbook, Strings(code)).questions if question.kind == "list"]
    assert [f"“{lead}”" in stem for stem in stems] == [True]
