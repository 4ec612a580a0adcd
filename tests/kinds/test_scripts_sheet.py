"""The card of a call script: as a tree, or as turns with numbers to go to."""

from __future__ import annotations

from typing import Any

from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.posters import Poster, typeset_all
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
