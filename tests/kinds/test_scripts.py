"""A call script: every target exists, every node is reached and reaches an end, every placeholder is defined."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.errors import Message
from rolebook.kinds.scripts.model import Script
from rolebook.model.base import Fault
from rolebook.model.handbook import Handbook
from tests.records import record

ME = "scripts/call"


def script(*nodes: dict[str, Any], **values: Any) -> Script:
    """Return a script of these nodes; a node's title is its id, and it says one line."""
    made = record(ME, nodes=[{"title": node["id"], "says": ["您好"]} | node for node in nodes], **values)
    assert isinstance(made, Script)
    return made


def leads(node: str, *targets: str) -> dict[str, Any]:
    """Return a node whose replies lead to `targets`."""
    return {"id": node, "replies": [{"answer": f"{target}？", "to": target} for target in targets]}


def test_a_call_that_branches_and_ends_is_sound() -> None:
    """Two answers, two endings, and a loop that can be left."""
    made = script(leads("a", "b", "c"), {"id": "b", "next": "d"}, leads("c", "a", "d"), {"id": "d", "outcome": "成"})
    assert [*made.check(Handbook([]))] == []


def test_a_target_that_does_not_exist() -> None:
    """Named with the nodes there are, at the reply that leads there."""
    made = script(leads("a", "b", "x"), {"id": "b", "next": "y"}, {"id": "c"})
    assert [*made.check(Handbook([]))] == [
        Fault(ME, ("nodes", 0, "replies", 1, "to"), Message("unknown-node", id="x", known=("a", "b", "c"))),
        Fault(ME, ("nodes", 1, "next"), Message("unknown-node", id="y", known=("a", "b", "c"))),
        Fault(ME, ("nodes", 0, "id"), Message("endless-call", id="a")),
        Fault(ME, ("nodes", 1, "id"), Message("endless-call", id="b")),
        Fault(ME, ("nodes", 2, "id"), Message("unreached-node", id="c")),
    ]


def test_a_node_nothing_leads_to() -> None:
    """Only the first node needs no answer before it."""
    assert [*script({"id": "a"}, {"id": "b"}).check(Handbook([]))] == [
        Fault(ME, ("nodes", 1, "id"), Message("unreached-node", id="b"))
    ]


def test_a_loop_without_an_exit_never_ends() -> None:
    """Each node of the loop, and what leads only into it, is named; a call that can also end is not."""
    made = script(leads("a", "b", "end"), leads("b", "c"), {"id": "c", "next": "b"}, {"id": "end"})
    assert [(fault.path, fault.message) for fault in made.check(Handbook([]))] == [
        (("nodes", 1, "id"), Message("endless-call", id="b")),
        (("nodes", 2, "id"), Message("endless-call", id="c")),
    ]


def test_a_node_that_leads_to_itself_never_ends() -> None:
    """Unless another answer leaves it."""
    assert [fault.message for fault in script(leads("a", "a")).check(Handbook([]))] == [Message("endless-call", id="a")]
    assert [*script(leads("a", "a", "b"), {"id": "b"}).check(Handbook([]))] == []


def test_two_nodes_of_one_name() -> None:
    """An answer could not tell them apart."""
    made = script({"id": "a", "next": "b"}, {"id": "b"}, {"id": "b"})
    assert [*made.check(Handbook([]))] == [Fault(ME, ("nodes", 1, "id"), Message("node-id-twice", id="b"))]


def test_only_an_end_has_an_outcome() -> None:
    """A call that goes on has no result yet."""
    made = script({"id": "a", "next": "b", "outcome": "成"}, {"id": "b"})
    assert [*made.check(Handbook([]))] == [Fault(ME, ("nodes", 0, "outcome"), Message("outcome-before-the-end"))]


def test_a_placeholder_without_a_definition() -> None:
    """In what is said and in the rules; each where it is written."""
    made = script(
        {"id": "a", "says": ["您好{姓名}，我是{我}"]}, rules=["别催{客户}"], placeholders={"我": {"label": "我"}}
    )
    assert [*made.check(Handbook([]))] == [
        Fault(ME, ("rules", 0, "text"), Message("undefined-placeholder", name="客户")),
        Fault(
            ME,
            ("nodes", 0, "says", 0, "text"),
            Message("undefined-placeholder", name="姓名"),
        ),
    ]


@pytest.mark.parametrize(
    ("placeholder", "shown"),
    [
        ({"label": "姓名"}, "您好××"),
        ({"label": "姓名", "blank": "____"}, "您好____"),
        ({"label": "姓名", "choices": ["甲", "乙"]}, "您好甲/乙"),
    ],
)
def test_a_line_is_shown_with_its_blanks(placeholder: dict[str, Any], shown: str) -> None:
    """Until it is filled; braces that are no placeholder of the script stay."""
    made = script({"id": "a"}, placeholders={"姓名": placeholder})
    assert made.spoken("您好{姓名}") == shown
    assert made.spoken("{别的}") == "{别的}"


GRAPHS = st.lists(st.lists(st.integers(0, 5), max_size=3), min_size=1, max_size=6)


@given(GRAPHS)
def test_a_call_is_sound_when_walks_say_so(graph: list[list[int]]) -> None:
    """What is reported as unreached or unending is exactly what walking every answer finds."""
    count = len(graph)
    edges = {f"n{n}": [f"n{target % count}" for target in targets] for n, targets in enumerate(graph)}

    def walk(start: str) -> set[str]:
        seen = {start}
        for _ in edges:
            seen |= {target for node in seen for target in edges[node]}
        return seen

    made = script(*(leads(node, *targets) for node, targets in edges.items()))
    expected = {Message("unreached-node", id=node) for node in edges if node not in walk("n0")}
    expected |= {Message("endless-call", id=node) for node in edges if all(edges[reached] for reached in walk(node))}
    assert {fault.message for fault in made.check(Handbook([]))} == expected
