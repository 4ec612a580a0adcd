"""Call scripts: every way through is asked about, and what is not asked about is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rolebook.bank import branch, lint
from rolebook.bank.bank import Bank, make
from rolebook.errors import Message
from rolebook.kinds.scripts.model import Script
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.records import record

ZH = Strings("zh")


def script(*nodes: dict[str, object]) -> Record:
    """Return a script of these nodes."""
    return record("scripts/call", title="预约电话", nodes=list(nodes))


def node(name: str, *says: str, next: str | None = None, **replies: str) -> dict[str, object]:
    """Return a node that says this and leads there."""
    found: dict[str, object] = {"id": name, "title": name, "says": list(says)}
    if replies:
        found["replies"] = [{"answer": answer, "to": to} for answer, to in replies.items()]
    return found | ({"next": next} if next else {})


CALL = script(
    node("hello", "您好，我是前台。", next="ask"),
    node("ask", "您明天方便过来吗？", 方便="when", 不方便="later"),
    node("when", "上午还是下午？", next="bye"),
    node("later", "那我改日再打给您。"),
    node("bye", "明天见。"),
)


def test_every_way_is_asked() -> None:
    """The opening, both answers of the customer, and every node that follows by itself."""
    bank = make(Handbook([CALL]), ZH)
    asked = {question.stem: question.keyed[0].text for question in bank.questions if question.kind == "branch"}
    assert asked == {
        "“预约电话”：电话接通后，开头怎么说？": "您好，我是前台。",
        "“预约电话”：说完“hello”，客户也答了话。你接着怎么说？": "您明天方便过来吗？",
        "“预约电话”：问到“ask”，客户说“方便”。你接着怎么说？": "上午还是下午？",
        "“预约电话”：问到“ask”，客户说“不方便”。你接着怎么说？": "那我改日再打给您。",
        "“预约电话”：说完“when”，客户也答了话。你接着怎么说？": "明天见。",
    }


@pytest.mark.parametrize(
    ("facet", "what"),
    [
        ("opening", "scripts/call#opening"),
        ("hello|", "scripts/call#hello"),
        ("ask|方便", "scripts/call#ask 方便"),
        ("when|", "scripts/call#when"),
    ],
)
def test_a_way_without_a_question_is_found(facet: str, what: str) -> None:
    """Each way counts for itself: the question about another one is no excuse."""
    handbook = Handbook([CALL])
    assert isinstance(CALL, Script)
    stem = next(edge.stem for edge in branch.edges(CALL, ZH) if edge.facet == facet)
    bank = make(handbook, ZH)
    kept = replace(bank, questions=tuple(question for question in bank.questions if question.stem != stem))
    assert len(kept.questions) == len(bank.questions) - 1
    assert without(what) in [problem.message for problem in lint.lint(kept, handbook, ZH)]


def without(what: str) -> Message:
    """Return what is told of a way that has no question."""
    return Message("without-question", thing="branch", what=what)


def test_two_answers_that_lead_to_one_node() -> None:
    """Both are asked about, and neither counts for the other."""
    call = script(
        node("ask", "您方便吗？", 方便="bye", 不太方便="bye", 不方便="later"),
        node("bye", "好的，明天见。"),
        node("later", "那改日再打给您。"),
    )
    handbook = Handbook([call])
    bank = make(handbook, ZH)
    assert sum(question.kind == "branch" for question in bank.questions) == 4
    fewer = tuple(question for question in bank.questions if "不太方便" not in question.stem)
    found = [problem.message for problem in lint.lint(Bank(fewer), handbook, ZH)]
    assert without("scripts/call#ask 不太方便") in found


def test_a_short_script_is_asked_from_memory() -> None:
    """With nothing to choose from the line is recalled; the script is covered all the same."""
    handbook = Handbook([script(node("hello", "您好。", next="bye"), node("bye", "再见。"))])
    bank = make(handbook, ZH)
    assert [question.answering for question in bank.questions if question.kind == "branch"] == ["recall", "recall"]
    assert "without-question" not in [problem.message.code for problem in lint.lint(bank, handbook, ZH)]


def test_all_lines_of_a_node_are_said() -> None:
    """Not one of them that a machine has chosen; each point by itself, a greeting with what follows it."""
    call = script(
        node("hello", "您好，这里是前台。", "打扰您了，请问您明天方便过来吗？", next="bye"), node("bye", "再见。")
    )
    handbook = Handbook([call])
    bank = make(handbook, ZH)
    (opening,) = (question for question in bank.questions if question.kind == "branch" and question.key[1:])
    assert opening.stem == "“预约电话”：电话接通后，开头怎么说？（共 3 点）"
    assert [option.text for option in opening.options] == ["您好，这里是前台", "打扰您了", "请问您明天方便过来吗"]
    assert opening.answering == "list"
    assert "without-question" not in [problem.message.code for problem in lint.lint(bank, handbook, ZH)]
