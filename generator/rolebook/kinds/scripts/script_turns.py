"""A script unrolled as a call runs: one turn after the other, each answer with what follows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rolebook.kinds.scripts.model import Node, Script

DEEPEST = 5
"""How many answers deep what follows stands inside; beyond, columns and indents are too narrow to read."""


@dataclass
class Turn:
    """A node of a script, once, with the replies it leads to."""

    node: Node
    replies: list[tuple[str, list[Turn], Node | None]]
    """(answer, the turns that follow, the node to go to where it stands elsewhere)"""
    goto: Node | None = None
    """the next node, where it stands elsewhere"""


def turns(script: Script) -> list[Turn]:
    """Return the turns from the first node on, every node once; what lies too deep follows after the rest."""
    seen: set[str] = set()
    later = deque([script.nodes[0].id])
    found: list[Turn] = []
    while later:
        found += _turns(script, later.popleft(), seen, later, DEEPEST)
    return found


def _turns(script: Script, start: str, seen: set[str], later: deque[str], depth: int) -> list[Turn]:
    """Return the turns from a node on until one asks for an answer or ends the call."""
    found: list[Turn] = []
    current: str | None = start
    while current and current not in seen:
        seen.add(current)
        node = script.node[current]
        turn = Turn(node, [])
        found.append(turn)
        for reply in node.replies:
            elsewhere = reply.to in seen or depth == 1
            then = [] if elsewhere else _turns(script, reply.to, seen, later, depth - 1)
            turn.replies.append((reply.answer, then, script.node[reply.to] if elsewhere else None))
            if elsewhere:
                later.append(reply.to)
        current = node.next
        if current in seen:
            turn.goto = script.node[current]
    return found


def walk(found: Iterable[Turn]) -> Iterator[Turn]:
    """Yield turns in reading order, those that follow an answer after the turn that has it."""
    for turn in found:
        yield turn
        for _, then, _ in turn.replies:
            yield from walk(then)
