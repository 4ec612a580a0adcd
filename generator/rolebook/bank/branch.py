"""Branch questions: what the other side says at this point of the script, and what you say then.

Said, and compared with the line; once it is known, picked among the other lines of the script.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rolebook.bank import guess
from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question
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
            yield _draft(script, edge)


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


def _draft(script: Script, edge: Edge) -> Draft:
    own = [(plain(script.spoken(item.text)), script.address._replace(item=item.anchor)) for item in edge.target.says]
    # Of several lines the one is asked that has least in common with the question: the others would answer it.
    text, address = min(
        own, key=lambda line: len(guess.characters(line[0]) & guess.characters(edge.stem)) / len(line[0])
    )
    others = {
        plain(script.spoken(line.text)): script.address._replace(item=line.anchor)
        for node in script.nodes
        if node is not edge.target
        for line in node.says
    }
    right = {text for text, _ in own}
    # A line that has less in common with the question than the right one tempts no one.
    said = guess.twos(edge.stem)
    least = max(1, len(said & guess.twos(text)))
    lures = [
        Answer(other, origin)
        for other, origin in others.items()
        if other not in right and len(said & guess.twos(other)) >= least
    ]
    lures.sort(key=lambda lure: abs(len(lure.text) - len(text)))
    key = (Answer(text, address),)
    return Draft("branch", edge.stem, key, (address,), tuple(lures), edge.facet, "recall")


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether a line is said in the node that the question leads to."""
    line = context.line(question.source.item)
    if line is None or not isinstance(line.record, Script):
        return False
    return any(plain(line.record.spoken(item.text)) == text for item in line.part.items)
