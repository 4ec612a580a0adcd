"""The card of a call script: as a tree, or as turns with numbers to go to."""

from __future__ import annotations

from typing import Any

from rolebook.kinds.scripts.model import Script
from rolebook.kinds.scripts.sheet import unrolled
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.posters import Poster, typeset_all
from rolebook.views.posters.writer import SheetWriter
from tests import pdf
from tests.records import record


def card(nodes: list[dict[str, Any]]) -> Poster:
    """Return the sheet of a script of these nodes."""
    (poster,) = typeset_all(Handbook([record("scripts/x", nodes=nodes)]), Site())
    return poster


def test_a_script_of_many_questions_becomes_pages_with_numbers_to_go_to() -> None:
    """Thirty questions, each asked after an answer to the one before: every turn once, and where each answer leads."""
    nodes: list[dict[str, Any]] = []
    for n in range(30):
        replies = [{"answer": "是", "to": f"q{n + 1}"}, {"answer": "否", "to": f"e{n}"}]
        nodes.append({"id": f"q{n}", "title": f"问{n}", "says": [f"甲{n}吗？"], "replies": replies})
        nodes.append({"id": f"e{n}", "title": f"完{n}", "says": [f"乙{n}。"], "outcome": f"止{n}止"})
    nodes.append({"id": "q30", "title": "问30", "says": ["甲30。"], "outcome": "成"})
    poster = card(nodes)
    text = pdf.words(poster.pdf)
    assert poster.fit.pages > 1
    for n in range(30):
        assert text.count(f"甲{n}吗？") == text.count(f"乙{n}。") == 1
        assert text.count(f"通话结束止{n}止") == 1
    for number, title in ((3, "问1"), (61, "问30"), (2, "完0"), (60, "完29")):
        assert f"{number}.{title}" in text.replace(f"转到：{number}.{title}", "")
        assert f"转到：{number}.{title}" in text


def test_a_script_on_one_sheet_is_numbered_only_where_an_answer_leads_elsewhere() -> None:
    """Side by side, the answers show what follows them."""
    ends: list[dict[str, Any]] = [{"id": name, "title": name, "says": ["再见"]} for name in "bc"]
    first = {"id": "a", "title": "开始", "says": ["您好"], "replies": [{"answer": name, "to": name} for name in "bc"]}
    assert "1." not in pdf.words(card([first, *ends]).pdf)
    ends[1] |= {"replies": [{"answer": "回", "to": "a"}, {"answer": "完", "to": "b"}]}
    assert "转到：1.开始" in pdf.words(card([first, *ends]).pdf)


def test_a_hint_is_on_the_card() -> None:
    """Beneath what is said, under its name."""
    text = pdf.words(card([{"id": "a", "title": "开始", "says": ["您好"], "hint": "先听完再说"}]).pdf)
    assert "您好提示先听完再说" in text.replace("：", "")


def test_a_flat_card_says_where_a_turn_goes_on() -> None:
    """Also where nobody is asked."""
    many: list[dict[str, Any]] = [{"id": f"n{n}", "title": f"题{n}", "says": [f"说{n}"]} for n in range(12)]
    first: dict[str, Any] = {"id": "a", "title": "开始", "says": ["您好"]}
    first["replies"] = [{"answer": f"答{n}", "to": f"n{n}"} for n in range(12)]
    many[0]["next"] = "n5"
    poster = card([first, *many])
    assert "接着转到：7.题5" in pdf.words(poster.pdf)


def test_a_block_is_blamed_where_it_stands() -> None:
    """Rules first, if there are any, then each node."""
    for rules, first in (([], "nodes"), (["小声"], "rules")):
        script = record("scripts/x", nodes=[{"id": "a", "title": "开始", "says": ["您好"]}], rules=rules)
        handbook = Handbook([script])
        sheet = unrolled(handbook.of(Script)[0], SheetWriter(handbook, Site(), script))
        assert [block.path[0] for block in sheet.blocks] == list(dict.fromkeys([first, "nodes"]))
        assert sheet.head["orientation"] == "portrait"
