"""A script unrolled as a call runs: one turn after the other, each answer with what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.script import Node, Script


@dataclass
class Turn:
    """A node of a script where it is first met, with the replies it leads to."""

    node: Node
    replies: list[tuple[str, list[Turn], Node | None]]
    """(answer, the turns that follow, the node to go to where it stands elsewhere)"""
    goto: Node | None = None
    """the next node, where it stands elsewhere"""


def turns(script: Script) -> list[Turn]:
    """Return the turns from the first node on, every node once, until one asks for an answer or ends the call."""
    return _turns(script, script.nodes[0].id, set())


def _turns(script: Script, start: str, seen: set[str]) -> list[Turn]:
    found: list[Turn] = []
    current: str | None = start
    while current and current not in seen:
        seen.add(current)
        node = script.node[current]
        turn = Turn(node, [])
        found.append(turn)
        for reply in node.replies:
            known = script.node[reply.to] if reply.to in seen else None
            turn.replies.append((reply.answer, [] if known else _turns(script, reply.to, seen), known))
        current = node.next
        if current in seen:
            turn.goto = script.node[current]
    return found
