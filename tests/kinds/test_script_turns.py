"""A script unrolled: every node once, answers beside what follows them, what lies too deep after the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rolebook.kinds.scripts.model import Script
from rolebook.kinds.scripts.script_turns import DEEPEST, Turn, turns, walk
from tests.records import record


def script(targets: list[list[str]]) -> Script:
    """Return a script whose nth node, called n, has an answer for each of its targets."""
    nodes: list[dict[str, Any]] = [
        {"id": str(n), "title": "问", "says": ["您好"], "replies": [{"answer": to, "to": to} for to in leads]}
        for n, leads in enumerate(targets)
    ]
    made = record("scripts/call", nodes=nodes)
    assert isinstance(made, Script)
    return made


def depth(found: Iterable[Turn]) -> int:
    """Return how many answers deep turns stand inside each other, the outermost 1."""
    return max(1 + max((depth(then) for _, then, _ in turn.replies if then), default=0) for turn in found)


@st.composite
def graphs(draw: st.DrawFn) -> Script:
    """Return a script all nodes of which can be reached, with ways back and across."""
    size = draw(st.integers(1, 24))
    targets: list[list[str]] = [[] for _ in range(size)]
    for n in range(1, size):
        targets[draw(st.integers(max(0, n - 3), n - 1))].append(str(n))
    for leads in targets:
        leads += draw(st.lists(st.integers(0, size - 1).map(str), max_size=2))
    return script(targets)


@given(graphs())
def test_every_node_stands_once_and_every_answer_leads_where_it_says(made: Script) -> None:
    """To the turn that stands beneath it, or in words to a turn elsewhere; none stands too deep."""
    found = turns(made)
    order = [turn.node.id for turn in walk(found)]
    assert sorted(order) == sorted(node.id for node in made.nodes)
    assert order[0] == "0"
    assert depth(found) <= DEEPEST
    for turn in walk(found):
        for reply, (answer, then, known) in zip(turn.node.replies, turn.replies, strict=True):
            assert answer == reply.answer
            assert (then[0].node if then else known) == made.node[reply.to]
            assert bool(then) != bool(known)


def test_what_lies_too_deep_follows_after_the_rest() -> None:
    """A hundred questions one in the other are as deep as a page can show, again and again."""
    found = turns(script([[str(n + 1)] for n in range(100)] + [[]]))
    assert [turn.node.id for turn in found] == [str(n) for n in range(0, 101, DEEPEST)]
    assert depth(found) == DEEPEST


def test_a_script_of_any_length_unrolls() -> None:
    """Two thousand questions, each in the answer before."""
    assert len([*walk(turns(script([[str(n + 1)] for n in range(2000)] + [[]])))]) == 2001
