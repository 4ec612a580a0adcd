"""How a line goes on: asked where the end says what no one guesses, of lines that nothing else asks about."""

from __future__ import annotations

import pytest

from rolebook.bank.bank import make
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record, role

OTHERS = tuple(f"擦拭{n}号柜里的花瓶和杯子" for n in "甲乙丙丁戊己庚辛")
BOOK = record("forms/book", title="交接班本")


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("锁好后门和前门，说“明天再见”离店", "说“明天再见”离店"),
        ("锁好后门和前门，电话是0800 555 0199", "电话是0800 555 0199"),
        ("锁好后门和前门，随身带好钥匙、门卡、工牌", "随身带好钥匙、门卡、工牌"),
        ("锁好后门和前门，交接情况和钥匙记在《交接班本》上", ""),
        ("锁好后门和前门，做到万无一失", ""),
        ("锁好后门和前门的门锁，后门的锁、前门的锁、门锁", ""),
        ("锁好后门和前门，把钥匙交给店长", ""),
    ],
)
def test_an_end_that_no_one_guesses(line: str, end: str) -> None:
    """A number, quoted words, things counted up; a form is asked for by itself, a post or what was said is guessed."""
    post = role("desk", line, *OTHERS, title="前台")
    made = make(Handbook([post, BOOK], language=language("zh")), Strings("zh")).questions
    assert [question.keyed[0].text for question in made if question.kind == "line" and question.facet != "recall"] == [
        end
    ] * bool(end)


def test_a_line_of_a_list_is_not_gone_on_with() -> None:
    """It is said as a whole."""
    post = role("desk", "锁好后门和前门，说“明天再见”离店", *OTHERS[:3], title="前台")
    made = make(Handbook([post], language=language("zh")), Strings("zh")).questions
    assert [question.kind for question in made] == ["list"]
