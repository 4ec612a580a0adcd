"""Branch questions: the customer says X at this point of the script; which line is yours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.base import Path
from generator.model.script import Node, Script
from generator.render import plain
from generator.strings import Strings
from generator.views.quizzes.guess import characters
from generator.views.quizzes.question import Answer, Draft, Question
from generator.views.quizzes.survey import Survey


class Edge(NamedTuple):
    """A way through a script: what is asked about it, the node it leads to, and where it was written."""

    stem: str
    target: Node
    facet: str
    """what tells it apart: the node it leaves and the answer that leads on"""
    path: Path


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every way through every script."""
    for script in survey.handbook.of(Script):
        for edge in edges(script, survey.t):
            yield _draft(script, edge)


def edges(script: Script, t: Strings) -> Iterator[Edge]:
    """Yield the opening, every reply of the customer and every step that follows by itself."""
    title = script.title
    yield Edge(t("ask.branch_opening", title=title), script.nodes[0], "opening", ("nodes", 0))
    for n, node in enumerate(script.nodes):
        for k, reply in enumerate(node.replies):
            stem = t("ask.branch_reply", title=title, node=node.title, answer=reply.answer)
            yield Edge(stem, script.node[reply.to], f"{node.id}|{reply.answer}", ("nodes", n, "replies", k))
        if node.next:
            stem = t("ask.branch_next", title=title, node=node.title)
            yield Edge(stem, script.node[node.next], f"{node.id}|", ("nodes", n, "next"))


def _draft(script: Script, edge: Edge) -> Draft:
    own = [(plain(script.spoken(item.text)), script.address._replace(item=item.anchor)) for item in edge.target.says]
    # Of several lines the one is asked that has least in common with the question: the others would answer it.
    text, address = min(own, key=lambda said: len(characters(said[0]) & characters(edge.stem)) / len(said[0]))
    others = {
        plain(script.spoken(line.text)): str(script.address._replace(item=line.anchor))
        for node in script.nodes
        if node is not edge.target
        for line in node.says
    }
    said = {text for text, _ in own}
    lures = [Answer(other, origin) for other, origin in others.items() if other not in said]
    lures.sort(key=lambda lure: abs(len(lure.text) - len(text)))
    key = (Answer(text, str(address)),)
    if len(lures) < 2:  # so short a script has nothing to choose from
        return Draft("branch", edge.stem, key, (address,), (), edge.facet, "recall")
    return Draft("branch", edge.stem, key, (address,), tuple(lures), edge.facet)


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether a line is said in the node that the question leads to."""
    line = survey.line(question.source.item)
    if line is None or not isinstance(line.record, Script):
        return False
    return any(plain(line.record.spoken(item.text)) == text for item in line.part.items)
