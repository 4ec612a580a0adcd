"""What is said of a line when a question word takes the place of one of its words, and where nobody would say it so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.language import language
from rolebook.language.marks import Stretch


def aloud(text: str, word: str, code: str = "zh") -> str | None:
    """Return what is said of a text around a word of it, the word starred; None where a blank has to ask."""
    grammar = language(code).grammar
    at = text.index(word)
    part = grammar.aloud.part(text, grammar.clause_around(text, at), Stretch(at, at + len(word)))
    return part and grammar.aloud.spoken(text[part.start : at]) + "*" + text[at + len(word) : part.end]


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("炉温控制在220℃，不宜过高，每日记录在册。", "220℃", "炉温控制在*"),
        ("擦净台面；面团静置要满两小时，盖上湿布。", "两小时", "面团静置要满*"),
        ("烤盘出炉，须在5分钟内脱模，并装筐。", "5分钟", "烤盘出炉，要在*内脱模"),
        ("负责核对当日配送单，并报店长签字。", "店长", "核对当日配送单，报*签字"),
        ("负责人每周盘点三次，并签名。", "三次", "负责人每周盘点*"),
        ("应急灯亮满30分钟，再关闭。", "30分钟", "应急灯亮满*"),
        ("收好托盘及告知店长补货。", "店长", "告知*补货"),
        ("打烊后，擦净台面以及通知店长锁门。", "店长", "打烊后，通知*锁门"),
        ("及时通知店长补货。", "店长", "及时通知*补货"),
        ("收筐；温度为4℃。", "4℃", "收筐；温度为*"),
    ],
)
def test_what_is_said(text: str, word: str, said: str) -> None:
    """No more than the piece that asks and what it leans on, as people say it."""
    assert aloud(text, word) == said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("身高1.2米以下儿童，须由家长陪同。", "1.2米"),
        ("超过28℃时，打开风机。", "28℃"),
        ("订购10箱及以上送货上门。", "10箱"),
        ("遇停电，需请示店长及以上并封存冷柜。", "店长"),
        ("保证熟客的90%的回访。", "90%"),
    ],
)
def test_what_nobody_says(text: str, word: str) -> None:
    """A condition asked without what it is for, and what is bound to the word."""
    assert aloud(text, word) is None


def test_english_lines_are_quoted_whole() -> None:
    """A blank asks in them."""
    assert aloud("Hose the deck, then rinse it for 5 minutes.", "5 minutes", "en") is not None
    assert language("en").grammar.asking.ends == ""


@given(st.text("炉温至4℃，。；()（）<>=1 ", min_size=1, max_size=12), st.data())
def test_any_text_can_be_asked_of(text: str, data: st.DataObject) -> None:
    """Whatever stands around a word, a part of the text that has the word is said, or none is."""
    start = data.draw(st.integers(0, len(text) - 1))
    asked = Stretch(start, data.draw(st.integers(start + 1, len(text))))
    grammar = language("zh").grammar
    part = grammar.aloud.part(text, grammar.clause_around(text, start), asked)
    assert part is None or part.start <= part.end <= len(text)
