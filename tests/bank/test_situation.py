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
            "前台：前台为固定岗，当班期间，不能做什么？",
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
            "Desk: when a patient arrives, what do you do, and what do you not do? (2 points)",
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
    ("line", "when"), [("吧台客服员当班期间，锁好抽屉。", "当班期间"), ("客服员添水时，轻开轻关。", "添水时")]
)
def test_the_question_says_you(line: str, when: str) -> None:
    """And no name of the post beside it: the whole title's, or what the title ends with."""
    handbook = Handbook([role("bar", line, title="吧台岗客服员")], language=language("zh"))
    stems = [question.stem for question in make(handbook, Strings("zh")).questions if question.kind == "situation"]
    assert stems == [f"吧台岗客服员：{when}，你怎么做？"]


@pytest.mark.parametrize(
    ("code", "line", "asked"),
    [
        ("zh", "面团发酵时，盖上湿布，不要开门。", "面团发酵时，该做什么、不该做什么？（共 2 点）"),
        ("zh", "顾客试吃时，无需称重，递上纸巾。", "顾客试吃时，该做什么、不该做什么？（共 2 点）"),
        ("zh", "油锅起火时，严禁泼水，不得离开。", "油锅起火时，不能做什么？（共 2 点）"),
        ("zh", "油锅起火时，不断观察，盖上锅盖。", "油锅起火时，你怎么做？（共 2 点）"),
        ("en", "If the fryer burns, never pour water on it.", "if the fryer burns, what must you not do?"),
        (
            "en",
            "If the fryer burns, put the lid on it, never pour water.",
            "if the fryer burns, what do you do, and what do you not do? (2 points)",
        ),
    ],
)
def test_what_is_forbidden_is_not_asked_as_what_is_done(code: str, line: str, asked: str) -> None:
    """Nobody asks how a thing is done that is not to be done."""
    assert [question.stem.partition("：" if code == "zh" else ": ")[2] for question in situations(code, line)] == [
        asked
    ]


@pytest.mark.parametrize(
    ("code", "lines", "asked", "things"),
    [
        (
            "zh",
            ("营业期间，打开排风扇，每小时巡看炉温，随手关门。",),
            "前台：营业期间，打开排风扇。手册接着还写了什么？（共 2 点）",
            ["每小时巡看炉温", "随手关门"],
        ),
        (
            "zh",
            ("送餐上楼时，戴好手套，核对门牌。", "帮厨送餐或上楼收筐时，按铃两声。"),
            "前台：送餐上楼时，戴好手套。手册接着还写了什么？",
            ["核对门牌"],
        ),
        (
            "en",
            ("While the pool is open, watch the deep end, count the bathers every hour.",),
            "Desk: while the pool is open, watch the deep end. What else does the handbook say there?",
            ["count the bathers every hour"],
        ),
    ],
)
def test_a_condition_that_holds_for_much_names_what_comes_first(
    code: str, lines: tuple[str, ...], asked: str, things: list[str]
) -> None:
    """As what is done the whole time, or in what another line speaks of too, is not one line alone."""
    question = next(question for question in situations(code, *lines) if question.keyed[0].text == things[0])
    assert (question.stem, [option.text for option in question.options]) == (asked, things)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("zh", "营业期间，第一次加炭在开门后2小时，第二次在开门后5小时，炭灰倒进铁桶。"),
        ("en", "While the pool is open, test the water every 2 hours, count the bathers every 30 minutes."),
    ],
)
def test_numbers_that_hold_for_a_time_are_asked_as_numbers(code: str, line: str) -> None:
    """They tell when and how much, and nothing that is done at one time."""
    assert situations(code, line) == []


@pytest.mark.parametrize(("title", "several"), [("打烊后的清洁", False), ("厨房", True)])
def test_a_condition_that_a_section_is_about(title: str, several: bool) -> None:
    """All of its lines hold under it: 打烊后 in 打烊后的清洁."""
    lines = ["餐厅打烊后，倒掉废油，拉下卷帘。", *(OTHER["zh"].format(n) for n in "甲乙丙丁戊己庚辛")]
    post = role("desk", title="前台", sections=[{"title": title, "id": "one", "items": lines}])
    made = make(Handbook([post], language=language("zh")), Strings("zh")).questions
    (question,) = (question for question in made if question.kind == "situation")
    assert (question.answering, "接着" in question.stem) == (("list", False) if several else ("recall", True))


def test_what_a_post_tells_itself_is_not_asked() -> None:
    """A slip of the line: 前台 does not tell 前台."""
    (question,) = situations("zh", "顾客取餐时，核对单号，通知前台打包，递上餐具。")
    assert [option.text for option in question.options] == ["核对单号", "递上餐具"]


def test_what_follows_then_is_another_condition() -> None:
    """Each is asked by itself."""
    made = situations("zh", "如是面粉受潮，退回仓库3袋以内；是包装破损，则换包装袋8个。")
    assert [(question.stem.partition("：")[2], question.keyed[0].text) for question in made] == [
        ("如是面粉受潮，你怎么做？", "退回仓库3袋以内"),
        ("是包装破损，你怎么做？", "换包装袋8个"),
    ]
