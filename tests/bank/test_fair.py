"""Wrong answers are chosen so that no way of guessing pays, be a handbook small or large and its posts alike or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.bank import fair, guess, lint
from rolebook.bank.bank import make
from rolebook.bank.question import Answer, Draft
from rolebook.bank.tally import Family, Tally
from rolebook.kinds.quizzes.model import Quiz
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.records import record, role

CHINESE = language("zh")

ZH = Strings("zh")
WORDS = st.text("甲乙丙丁戊己", min_size=1, max_size=4)


def draft(n: int, key: str, *lures: str, kind: str = "cloze", stem: str = "") -> Draft:
    """Return the draft of a question about line n."""
    address = Address("roles", "bar", f"line-{n}")
    return Draft(kind, stem or f"问题{n}", (Answer(key),), (address,), tuple(map(Answer, lures)))  # type: ignore[arg-type]


def near_copies(count: int) -> Handbook:
    """Return so many posts that bow and fill cups alike, each under a name of its own."""
    measures = [
        ("鞠躬30度。", {"of": "鞠躬角度", "value": "30", "unit": "度"}),
        ("迎上两步。", {"of": "迎上步数", "value": "2", "unit": "步"}),
        ("饮品添加至七分满。", {"of": "饮品添加量", "value": "7/10"}),
        ("2分钟后加水。", {"of": "第一次加水时间", "value": "2", "unit": "分钟"}),
        ("检查半小时。", {"of": "检查的时间", "value": "0.5", "unit": "小时"}),
    ]
    posts = [
        role(f"bar-{n}", *({"text": text, "measures": [m]} for text, m in measures), title=f"吧台岗{n}")
        for n in range(count)
    ]
    return Handbook(posts)


@pytest.mark.parametrize("count", [6, 24, 70, 150])
def test_near_identical_posts_cannot_be_guessed(count: int) -> None:
    """The same numbers asked of many posts: the key is not the option that stands out by being there always."""
    bank = make(near_copies(count), ZH)
    assert sum(question.answering == "number" for question in bank.questions) == 2 * count
    assert [odds for odds in lint.strategies(bank, CHINESE) if odds.hits > odds.bound] == []


def test_one_key_has_one_set_of_wrong_answers() -> None:
    """Questions with the same key and the same wrong answers to choose from show the same."""
    bank = make(near_copies(10), ZH)
    shown: dict[str, set[frozenset[str]]] = {}
    for question in (question for question in bank.questions if question.is_picked):
        shown.setdefault(question.keyed[0].text, set()).add(frozenset(lure.text for lure in question.lures))
    assert {key: len(sets) for key, sets in shown.items()} == {"30度；两步；2分钟；半小时": 1, "七分满": 1}


@settings(max_examples=40)
@given(st.sets(st.integers(0, 40), min_size=1))
def test_no_part_of_the_handbook_can_be_guessed(handbook: Handbook, chosen: set[int]) -> None:
    """Whichever records a handbook has, its bank passes its own judgement: an author need not repair chance."""
    records = [known for known in handbook.records.values() if not isinstance(known, Quiz)]
    some: list[Record] = [known for n, known in enumerate(records) if n in chosen]
    part = Handbook(some, handbook.place, handbook.synonyms)
    assert lint.lint(make(part, ZH), part, ZH) == []


def test_what_is_written_by_hand_is_shown_as_written() -> None:
    """An author's fifth option is not dropped."""
    written = draft(1, "甲", "乙", "丙", "丁", "戊", kind="written")
    made = draft(2, "甲", "乙", "丙", "丁", "戊")
    shown = {
        asked.kind: {option.text for option in options}
        for asked, options in fair.choose_options([written, made], CHINESE)
    }
    assert shown["written"] == {"甲", "乙", "丙", "丁", "戊"}
    assert len(shown["cloze"]) == 4


def test_a_key_that_stands_out_gets_company() -> None:
    """Where the key is longer than every wrong answer of the first five, the next that is as long may be chosen too."""
    asked = draft(1, "甲乙丙", "丁", "戊", "己", "庚", "辛", "壬", "子丑寅", "卯辰巳")
    assert [lure.text for lure in fair.pooled(asked)] == ["丁", "戊", "己", "庚", "辛", "子丑寅"]
    alike = draft(1, "甲", "丁", "戊", "己", "庚", "辛", "壬", "子丑寅")
    assert [lure.text for lure in fair.pooled(alike)] == ["丁", "戊", "己", "庚", "辛"]


def test_what_would_be_guessed_has_no_options() -> None:
    """Keys that are always the longest, whatever stands beside them: some of the questions are recalled."""
    drafts = [draft(n, "甲乙丙丁", "戊", "己", stem=f"第{n}题") for n in range(30)]
    asked = fair.choose_options(drafts, CHINESE)
    assert len(asked) == len(drafts)
    shown = [options for question, options in asked if question.answering == "single"]
    assert len(shown) <= guess.bound([1 / 3] * len(shown))
    assert {options for question, options in asked if question.answering == "recall"} == {(Answer("甲乙丙丁"),)}


def test_what_is_typed_stays_typed() -> None:
    """Its second form goes where it would be guessed, and the first stays."""
    drafts = [
        replace(draft(n, "100度", "90度", "80度", kind="measure", stem=f"第{n}题"), answering="number")
        for n in range(30)
    ]
    asked = fair.choose_options(drafts, CHINESE)
    assert {question.answering for question, _ in asked} == {"number"}
    assert sum(len(options) > 1 for _, options in asked) <= guess.bound([1 / 3] * 30)


def test_what_must_be_asked_is_asked_from_memory() -> None:
    """A measure whose number stands out, whatever stands beside it, is not given up: the learner recalls it."""
    drafts = [draft(n, "100度", "90度", "80度", kind="measure", stem=f"第{n}题") for n in range(30)]
    asked = fair.choose_options(drafts, CHINESE)
    assert len(asked) == 30
    shown = [options for question, options in asked if question.answering == "single"]
    assert len(shown) < 30
    assert len(shown) <= guess.bound([1 / 3] * len(shown))
    assert {options for question, options in asked if question.answering == "recall"} == {(Answer("100度"),)}


def test_no_option_stands_twice() -> None:
    """Two forms may have a field of one name; as a wrong answer it is one, and never the key once more."""
    asked = draft(1, "姓名", "日期", "日期", "姓名", "电话", kind="form")
    assert [lure.text for lure in fair.pooled(asked)] == ["日期", "电话"]


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, min_size=2, max_size=5, unique=True)), min_size=1, max_size=12))
def test_a_tally_knows_what_joining_and_leaving_change(asked: list[tuple[str, list[str]]]) -> None:
    """Counting step by step comes to what counting everything anew comes to; the first family leaves again."""
    families = [
        Family("cloze", key, [lure for lure in lures if lure != key] or ["庚"], 1, CHINESE) for key, lures in asked
    ]
    for family in families:
        family.count("甲丁")
    tally = Tally(families)
    for family in families:
        tally.join(family)
    tally.recount()
    tally.leave(families.pop(0))
    seen = Counter(text for family in families for text in family.texts[family.chosen])
    keys = Counter(family.texts[0][0] for family in families)
    expected: Counter[str] = Counter()
    for family in families:
        texts = family.texts[family.chosen]
        keyed = [keys[text] - (n == 0) for n, text in enumerate(texts)]
        for name, picked in guess.picks("甲丁", texts, seen, keyed, CHINESE).items():
            expected[name] += guess.hit(picked, 0, len(texts)) - 1 / len(texts)  # type: ignore[assignment]
    names = (*guess.FEATURES, *guess.SETS, *guess.SEEN)
    assert tally._excess == pytest.approx([expected[name] for name in names])


def test_a_form_alone_makes_no_bank() -> None:
    """A handbook without lines to ask about has no questions and nothing to find."""
    alone = Handbook([record("forms/log", fields=[{"label": "姓名"}])])
    bank = make(alone, ZH)
    assert bank.questions == ()
    assert lint.lint(bank, alone, ZH) == []
