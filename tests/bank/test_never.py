"""What must never be done: the act that is offered is the one that is forbidden, whole and nothing but it."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import make
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import role

ASKED = {
    "zh": ("擦拭前台桌面和座椅。", "登记访客姓名及车牌。", "清点当日的备用金。", "巡视大堂和走廊。"),
    "en": (
        "Wipe the desk and the chairs.",
        "Write down the name of every visitor.",
        "Keep the lobby and the stairs dry.",
        "Count the float in the till.",
    ),
}


def keys(code: str, line: object) -> list[str]:
    """Return the acts a post is asked for as not allowed, where it has this line beside some that are asked of it."""
    handbook = Handbook([role("porter", *ASKED[code], line, title="Porter")], language=language(code))
    questions = make(handbook, Strings(code)).questions
    return [question.keyed[0].text for question in questions if question.kind == "never"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("不准在大堂吸烟。", "在大堂吸烟"),
        ("不可私自配钥匙。", "私自配钥匙"),
        ("不得大声报房号。", "大声报房号"),
        ("不要翻动客人行李。", "翻动客人行李"),
        ("发生火情时引导客人走楼梯，不乘电梯。", "发生火情时乘电梯"),
        ("与顾客当众争辩。", "与顾客当众争辩"),
    ],
)
def test_a_line_that_is_never_to_be_done(text: str, act: str) -> None:
    """No act keeps half of a prohibition, and each keeps its condition."""
    assert keys("zh", {"text": text, "never": True}) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Never eat at the front desk.", "Eat at the front desk"),
        ("Do not discuss one guest in front of another.", "Discuss one guest in front of another"),
        ("Argue with a guest in the lobby.", "Argue with a guest in the lobby"),
    ],
)
def test_the_same_in_english(text: str, act: str) -> None:
    """With Never, with Do not, and where the line is nothing but the act."""
    assert keys("en", {"text": text, "never": True}) == [act]


def test_a_line_that_forbids_in_passing() -> None:
    """It need not be marked; what it denies only is not forbidden."""
    assert keys("zh", "钥匙柜随时上锁，严禁把钥匙借给外人。") == ["把钥匙借给外人"]
    assert keys("en", "Ask for the room number, never for the whole name.") == ["Ask for the whole name"]
    assert keys("zh", "客人不满意时请主管到场。") == []


def test_the_post_is_not_named_in_the_act() -> None:
    """It would tell nothing, and the other acts do not name it."""
    handbook = Handbook([role("desk", *ASKED["zh"], "前台客服员不得私自配钥匙。", title="前台客服员")])
    made = [q for q in make(handbook, Strings("zh")).questions if q.kind == "never"]
    assert [question.keyed[0].text for question in made] == ["私自配钥匙"]
