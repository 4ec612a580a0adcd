"""Situations: the condition of a line, what is done then, and wrong answers that are good practice elsewhere."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import role

OTHER = {"zh": "擦拭{}号柜。", "en": "Wipe shelf {}."}


def situations(code: str, *lines: str) -> list[Question]:
    """Return the questions about situations of a post with these lines, and too many others to be said as a list."""
    others = [OTHER[code].format(n) for n in "甲乙丙丁戊己庚辛"]
    post = role("desk", *lines, *others, title="前台" if code == "zh" else "Desk")
    handbook = Handbook([post], language=language(code))
    return [question for question in make(handbook, Strings(code)).questions if question.kind == "situation"]


@pytest.mark.parametrize(
    ("code", "line", "stem", "key"),
    [
        ("zh", "如遇停电，立即报告领班。", "前台：如遇停电，你怎么做？", "立即报告领班"),
        ("zh", "有客户到访时前台立即迎上。", "前台：有客户到访时，你怎么做？", "立即迎上"),
        (
            "zh",
            "备量要够两天使用，如有缺货，通知领班补充。",
            "前台：备量要够两天使用，如有缺货，你怎么做？",
            "通知领班补充",
        ),
        (
            "zh",
            "前台为固定岗，前台当班期间，不离开岗位。",
            "前台：前台为固定岗，当班期间，你怎么做？",
            "不离开岗位",
        ),
        (
            "zh",
            "保持机器清洁，商标摆在正中，水槽满时，及时清理掉。",
            "前台：水槽满时，你怎么做？",
            "及时清理掉",
        ),
        (
            "en",
            "When a patient arrives, ask for name and date of birth.",
            "Desk: when a patient arrives, what do you do?",
            "ask for name and date of birth",
        ),
        (
            "en",
            "Check that the light is green; if it is not, call the nurse at once.",
            "Desk: Check that the light is green; if it is not, what do you do?",
            "call the nurse at once",
        ),
    ],
)
def test_a_condition_asks_for_what_is_done(code: str, line: str, stem: str, key: str) -> None:
    """With what the line says before it, where it leans on that; said, and compared with the line."""
    (question,) = situations(code, line)
    assert (question.stem, question.keyed[0].text, question.answering) == (stem, key, "recall")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("zh", "避免在客户休息时打扰客户。"),
        ("zh", "不得在值班时玩手机。"),
        ("zh", "接听电话，做好记录。"),
        ("en", "Be at the desk before the doors open."),
        ("en", "Never leave when a patient is waiting."),
    ],
)
def test_no_situation(code: str, line: str) -> None:
    """What is forbidden under a condition is not what is done then; a condition behind an act asks for nothing."""
    assert situations(code, line) == []


@pytest.mark.parametrize(
    ("code", "line", "stem", "things"),
    [
        (
            "zh",
            "顾客投诉时，先道歉，再请店长到场，10分钟内要有人接待。",
            "前台：顾客投诉时，你怎么做？（共 3 点）",
            ["先道歉", "再请店长到场", "10分钟内要有人接待"],
        ),
        (
            "zh",
            "核对温度，应在2℃到20℃之间，超出时，立即转入冷柜并电话通知店长。",
            "前台：核对温度，应在2℃到20℃之间，超出时，你怎么做？（共 2 点）",
            ["立即转入冷柜", "电话通知店长"],
        ),
        (
            "en",
            "When a patient arrives, ask for the name, never for the reason of the visit.",
            "Desk: when a patient arrives, what do you do? (2 points)",
            ["ask for the name", "never for the reason of the visit"],
        ),
    ],
)
def test_several_things_are_all_said(code: str, line: str, stem: str, things: list[str]) -> None:
    """With their number in the question; each is a piece of the line."""
    (question,) = situations(code, line)
    assert (question.stem, question.answering) == (stem, "list")
    assert [option.text for option in question.options] == things


def test_what_anyone_would_do_is_no_question_where_its_list_is() -> None:
    """A number or a quoted word in it is something else."""
    lines = ("客户落座时，拉椅。", "客户起身时，说“请慢走”。", "客户入座后，3分钟内上茶。")
    handbook = Handbook([role("desk", *lines, title="前台")], language=language("zh"))
    made = [question for question in make(handbook, Strings("zh")).questions if question.kind == "situation"]
    assert [question.keyed[0].text for question in made] == ["说“请慢走”", "3分钟内上茶"]
    assert len(situations("zh", *lines)) == 3


def test_an_act_that_its_condition_tells_is_no_question() -> None:
    """Whoever hears that a cup is wanted knows that one is fetched."""
    assert situations("zh", "顾客要更换烟缸时，更换烟缸。") == []
    assert len(situations("zh", "顾客要更换烟缸时，通知吧台来人。")) == 1


@pytest.mark.parametrize(
    ("line", "when"), [("吧台客服员当班期间，不离开岗位。", "当班期间"), ("客服员添水时，轻开轻关。", "添水时")]
)
def test_the_question_says_you(line: str, when: str) -> None:
    """And no name of the post beside it: the whole title's, or what the title ends with."""
    handbook = Handbook([role("bar", line, title="吧台岗客服员")], language=language("zh"))
    stems = [question.stem for question in make(handbook, Strings("zh")).questions if question.kind == "situation"]
    assert stems == [f"吧台岗客服员：{when}，你怎么做？"]
