"""Branch questions: what the other side says at this point of the script, and what you say then.

All that is said there is said, and what was missed ticked off; one thing alone is compared with the line. It is never
picked: of the lines of a script one alone goes on from what was said, and who had not read it picked the right one
every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.kinds.scripts.model import Node, Script
from rolebook.language.strings import Strings
from rolebook.model.base import FieldPath
from rolebook.model.inline import plain


class Edge(NamedTuple):
    """A step from node to node of a script: what is asked about it, where it leads, and where it was written."""

    stem: str
    target: Node
    facet: str
    """what tells it apart: the node it leaves and the answer that leads on"""
    path: FieldPath


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every step from node to node of every script."""
    for script in context.handbook.of(Script):
        for edge in edges(script, context.t):
            yield _draft(context, script, edge)


def edges(script: Script, t: Strings) -> Iterator[Edge]:
    """Yield the opening, every reply of the other side and every step that follows by itself."""
    title, caller = script.title, script.caller or t("script.caller")
    yield Edge(t("ask.branch_opening", title=title), script.nodes[0], "opening", ("nodes", 0))
    for n, node in enumerate(script.nodes):
        for k, reply in enumerate(node.replies):
            stem = t("ask.branch_reply", title=title, node=node.title, caller=caller, answer=reply.answer)
            yield Edge(stem, script.node[reply.to], f"{node.id}|{reply.answer}", ("nodes", n, "replies", k))
        if node.next:
            stem = t("ask.branch_next", title=title, node=node.title, caller=caller)
            yield Edge(stem, script.node[node.next], f"{node.id}|", ("nodes", n, "next"))


def _draft(context: QuizContext, script: Script, edge: Edge) -> Draft:
    says = [(plain(script.spoken(item.text)), script.address._replace(item=item.anchor)) for item in edge.target.says]
    things = {thing: address for text, address in says for thing in context.grammar.things(text)}
    several = len(things) > 1
    stem = put(edge.stem, max(1, len(things)), context.t)
    key = tuple(Answer(text, address) for text, address in (things.items() if several else says[:1]))
    facts = tuple(dict.fromkeys(address for _, address in says))
    return Draft("branch", stem, key, facts, facet=edge.facet, answering="list" if several else "recall")


def put(stem: str, things: int, t: Strings) -> str:
    """Return a stem as it is put: with how many things are said, where they are several."""
    return t("ask.points", question=stem, n=things) if things > 1 else stem
