"""The numbers of a line, and the usual ones of a section, are asked for at once: one is guessed, two are not."""

from __future__ import annotations

from collections import Counter

import pytest

from rolebook.bank import lint, measure
from rolebook.bank.bank import make
from rolebook.bank.context import QuizContext
from rolebook.bank.question import Question
from rolebook.errors import Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record, role


def asked(code: str, *lines: object) -> list[Question]:
    """Return the questions about the numbers of a post's lines, with which nothing is wrong."""
    post = role("desk", *lines, title="Desk")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/desk.yml", 1), language=language(code))
    bank = make(handbook, Strings(code))
    assert lint.lint(bank, handbook, Strings(code)) == []
    return [question for question in bank.questions if question.kind == "measure"]


@pytest.mark.parametrize(
    ("code", "line", "quoted", "numbers"),
    [
        ("zh", "早上7:45到岗，8:00前开空调。", "早上＿＿＿＿到岗，＿＿＿＿前开空调", "7:45；8:00"),
        ("zh", "会员日九五折，保健品八折。", "会员日＿＿＿＿，保健品＿＿＿＿", "九五折；八折"),
        ("zh", "先等5分钟，再等5分钟。", "先等＿＿＿＿分钟，再等＿＿＿＿分钟", "5分钟；5分钟"),
        (
            "zh",
            "提前3小时做：6寸40分钟，8寸50分钟，10寸80分钟。",
            "提前＿＿＿＿小时做：＿＿＿＿寸＿＿＿＿分钟，＿＿＿＿寸＿＿＿＿分钟，＿＿＿＿寸＿＿＿＿分钟",
            "3小时；6寸；40分钟；8寸；50分钟；10寸；80分钟",
        ),
        ("en", "Refund up to $50; keep $1,500.", "Refund up to $______; keep $______", "$50; $1,500"),
        ("en", "Knock twice, wait 1 minute.", "Knock ______, wait ______ minutes", "twice; 1 minute"),
    ],
)
def test_all_numbers_of_a_line(code: str, line: str, quoted: str, numbers: str) -> None:
    """In one question, typed in the order of the blanks; a unit does not tell one from several."""
    (question,) = asked(code, line)
    assert question.stem.partition("\n")[2] == f"“{quoted}”"
    assert (question.keyed[0].text, question.answering) == (numbers, "number")


@pytest.mark.parametrize(
    ("code", "lines", "quoted", "numbers"),
    [
        (
            "zh",
            ("烤盘冷却10分钟。", "擦净台面。", "面团静置2小时。"),
            "“烤盘冷却＿＿＿＿分钟\n面团静置＿＿＿＿小时”",
            "10分钟；2小时",
        ),
        (
            "en",
            ("Rinse the pan for 30 seconds.", "Dry it.", "Rest the dough for 2 hours."),
            "“Rinse the pan for ______ seconds\nRest the dough for ______ hours”",
            "30 seconds; 2 hours",
        ),
    ],
)
def test_usual_numbers_of_a_section(code: str, lines: tuple[str, ...], quoted: str, numbers: str) -> None:
    """In one question about all their lines, each wrong answer with some right numbers and some wrong ones."""
    (question,) = asked(code, *lines)
    assert question.stem.partition("\n")[2] == quoted
    assert question.keyed[0].text == numbers
    apart = Strings(code)("text.semicolon")
    columns = list(zip(*(option.text.split(apart) for option in question.options), strict=True))
    assert [sorted(Counter(column).values()) for column in columns] == [[2, 2], [2, 2]]
    assert len(question.facts) == 2
    assert all(line.rstrip("。.") in question.explain for line in (lines[0], lines[2]))


def test_an_english_line_is_quoted_with_its_condition() -> None:
    """A long one as well: cut at its comma it would say something else."""
    then = (
        "the porter fetches the yellow sign from the locked store behind the kitchen door and mops the whole aisle dry"
    )
    long = f"After a spill on the shop floor near the long shelves, {then} within 10 minutes."
    (question,) = asked("en", long, "Rinse the mop for 30 seconds.")
    assert f"“{long.rstrip('.').replace('10', '______')}\nRinse" in question.stem


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (("晾干37分钟。", "静置2小时。"), [2]),  # one that nobody guesses keeps a usual one company
        (("晾干37分钟。", "静置23小时。"), [1, 1]),
        (("晾干37分钟。", "静置2小时。", "冷却10分钟。"), [1, 2]),
        (("静置2小时。", "擦净台面。"), [1]),
        (tuple(f"第{c}炉晾{n}分钟。" for c, n in zip("甲乙丙丁戊己庚", (1, 2, 3, 5, 10, 15, 20), strict=True)), [3, 4]),
    ],
)
def test_which_numbers_are_asked_together(lines: tuple[str, ...], counts: list[int]) -> None:
    """A usual one never alone where another stands in its section; no more than anyone keeps apart."""
    made = [len(question.keyed[0].text.split("；")) for question in asked("zh", *lines)]
    assert sorted(made) == counts


def test_what_is_measured_in_words_stays_by_itself() -> None:
    """Numbers are asked for beside it."""
    measures = [{"of": "清洗的次数", "value": "每日"}, {"of": "水温", "value": "40", "unit": "℃"}]
    made = asked("zh", {"text": "每日用40℃的水洗3分钟。", "measures": measures})
    assert sorted((q.answering, q.stem.partition("：")[2]) for q in made) == [
        ("number", "横线处的 2 个数字各是多少？依次填写。\n“每日用＿＿＿＿℃的水洗＿＿＿＿分钟”"),
        ("recall", "清洗，多久一次？"),
    ]


@pytest.mark.parametrize(
    ("code", "of", "stem"),
    [
        ("zh", "巡查的次数", "Desk：巡查，多久一次？"),
        ("zh", "更新资料的频率", "Desk：更新资料，多久一次？"),
        ("zh", "巡查的路线", "Desk：巡查的路线是什么？"),
        ("en", "frequency of rounds", "Desk: rounds: how often?"),
    ],
)
def test_what_is_counted_is_asked_as_people_ask(code: str, of: str, stem: str) -> None:
    """多久一次, and not 次数是什么."""
    word = "每日" if code == "zh" else "every shift"
    (question,) = asked(code, {"text": f"Rounds {word}.", "measures": [{"of": of, "value": word}]})
    assert question.stem == stem


@pytest.mark.parametrize(
    ("line", "measure", "stem"),
    [
        ("三天之内打电话。", {"of": "答谢期限", "at_most": "3", "unit": "天"}, "Desk：答谢期限，最多多少天？"),
        ("饭后取走。", {"of": "取餐盒的时间", "value": "饭后"}, "Desk：取餐盒，是在什么时候？"),
    ],
)
def test_what_is_asked_by_its_name_is_a_sentence(line: str, measure: dict[str, str], stem: str) -> None:
    """最多多少天, and not 最多多少."""
    (question,) = asked("zh", {"text": line, "measures": [measure]})
    assert question.stem == stem


def test_what_an_author_retired_is_not_asked_among_others() -> None:
    """Its number is not wanted, neither alone nor beside two."""
    lines = ("静置2小时。", "守则有三条。", "冷却10分钟。")
    post = role("desk", *lines, title="Desk")
    context = QuizContext(Handbook([post], language=language("zh")), Strings("zh"))
    gone = next(draft.id for draft in measure.apart(context) if draft.key[0].text == "三条")
    quiz = record("quizzes/own", title="自编", retires=[gone])
    made = make(Handbook([post, quiz], language=language("zh")), Strings("zh"))
    assert [q.keyed[0].text for q in made.questions if q.kind == "measure"] == ["2小时；10分钟"]
    assert made.unmatched == ()


def test_a_wrong_number_is_none_of_the_others() -> None:
    """Three litres of water are not offered as the salt."""
    (question,) = asked("zh", "加水3升，加盐5升。")
    assert [len(set(option.text.split("；"))) for option in question.options] == [2, 2, 2, 2]


def test_times_stand_in_their_order() -> None:
    """Nobody opens before he arrives: whoever knows that knew which two times are meant."""
    (question,) = asked("zh", "早上7:45到岗，9:00前开门，12:30吃饭。")
    times = [
        option.text.replace("7:", "07:").replace("9:", "09:").replace("8:", "08:").split("；")
        for option in question.options
    ]
    assert len(times) == 4
    assert all(one == sorted(one) for one in times)
