"""What must never be done: each line as it is written, whole, and never an act torn out of its prohibition."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import Bank, make
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import role

RED = {
    "zh": ("不得大声报房号。", "不准在大堂吸烟。", "与顾客当众争辩。"),
    "en": ("Never eat at the front desk.", "No one works alone after ten.", "Argue with a guest in the lobby."),
}


def bank(code: str, *lines: object) -> Bank:
    """Return the bank of a post with these lines."""
    handbook = Handbook([role("porter", *lines, title="Porter")], language=language(code))
    return make(handbook, Strings(code))


@pytest.mark.parametrize("code", RED)
def test_the_red_lines_of_a_section(code: str) -> None:
    """Said together; what is shown is every line in its own words, forbidding words and all."""
    made = bank(code, *({"text": text, "never": True} for text in RED[code]))
    (question,) = (question for question in made.questions if question.kind == "never")
    assert [option.text for option in question.keyed] == [text.rstrip("。.") for text in RED[code]]
    assert question.answering == "list"
    assert "3" in question.stem


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("zh", "送餐守则：三个不，即：不催客、不插话、不收小费。", "不催客、不插话、不收小费"),
        ("zh", "注意：不得赤手取面包。", "不得赤手取面包"),
        ("zh", "取面包：不得赤手。", "取面包：不得赤手"),
        ("en", "Please note: never touch the bread.", "never touch the bread"),
    ],
)
def test_a_heading_is_not_said(code: str, text: str, said: str) -> None:
    """Neither here nor in the list of a section: it is no act."""
    made = bank(code, *({"text": line, "never": True} for line in (text, *RED[code])))
    (question,) = (question for question in made.questions if question.kind == "never")
    assert question.keyed[0].text == said
    lines = [text, "擦净台面", "锁好后门"] if code == "zh" else [text, "Wipe the counter", "Lock the back door"]
    made = bank(code, *lines)
    (question,) = (question for question in made.questions if question.facet == "section")
    assert question.keyed[0].text == said


@pytest.mark.parametrize(
    ("code", "text", "torn"),
    [
        ("zh", "不准在大堂吸烟。", ("准在大堂吸烟", "在大堂吸烟")),
        ("zh", "避免在客户休息时打扰客户。", ("打扰客户",)),
        ("zh", "不得在值班时玩手机。", ("玩手机",)),
        ("zh", "客服员不得在值班时玩手机，违者罚款。", ("玩手机，违者罚款",)),
        ("zh", "发生火情时不乘电梯，走楼梯。", ("乘电梯", "乘电梯，走楼梯")),
        ("en", "Never give results over the telephone.", ("Give results over the telephone",)),
        ("en", "No one works alone after ten at night.", ("works alone after ten at night",)),
        ("en", "Mobile phones must not be used near the scanner.", ("be used near the scanner",)),
        ("en", "Do not leave before the relief is there.", ("leave before the relief is there",)),
    ],
)
@pytest.mark.parametrize("never", [True, False])
def test_no_half_of_a_prohibition(code: str, text: str, torn: tuple[str, ...], never: bool) -> None:
    """No option of any kind says what the line forbids as if it were asked for, marked or not."""
    made = bank(code, {"text": text, "never": never}, *({"text": line, "never": True} for line in RED[code]))
    options = [option.text for question in made.questions for option in question.options]
    assert options
    assert [option for option in options if option in torn] == []
