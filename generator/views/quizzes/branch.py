"""Branch questions: the customer says X at this point of the script; which line is yours."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.script import Node, Script
from generator.render import plain
from generator.views.quizzes.guess import characters
from generator.views.quizzes.question import Answer, Draft, Question
from generator.views.quizzes.survey import Survey


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for the opening, for every reply of the customer and for every step that follows by itself."""
    for script in survey.handbook.of(Script):
        title, first = script.title, script.nodes[0]
        stem = survey.t("ask.branch_opening", title=title)
        yield from _draft(survey, script, stem, first, "opening", {first.id})
        for node in script.nodes:
            for reply in node.replies:
                stem = survey.t("ask.branch_reply", title=title, node=node.title, answer=reply.answer)
                yield from _draft(survey, script, stem, script.node[reply.to], edge(node, reply.answer), {reply.to})
            if node.next:
                stem = survey.t("ask.branch_next", title=title, node=node.title)
                yield from _draft(survey, script, stem, script.node[node.next], edge(node, ""), {node.next})


def edge(node: Node, answer: str) -> str:
    """Return what tells a way through the script apart: the node it leaves and the answer that leads on."""
    return f"{node.id}|{answer}"


def _draft(survey: Survey, script: Script, stem: str, target: Node, facet: str, right: set[str]) -> Iterator[Draft]:
    own = [(plain(script.spoken(item.text)), item) for item in target.says]
    # Of several lines the one is asked that has least in common with the question: the others would answer it.
    text, item = min(own, key=lambda said: len(characters(said[0]) & characters(stem)) / len(said[0]))
    others = [
        Answer(plain(script.spoken(line.text)), str(script.address._replace(item=line.anchor)))
        for node in script.nodes
        if node.id not in right
        for line in node.says
    ]
    said = {text for text, _ in own}
    lures = sorted((a for a in others if a.text not in said), key=lambda a: abs(len(a.text) - len(text)))
    if len(lures) > 1:
        key = Answer(text, str(script.address._replace(item=item.anchor)))
        yield Draft("branch", stem, (key,), (script.address._replace(item=item.anchor),), tuple(lures), facet)


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether a line is said in the node that the question leads to."""
    line = survey.line(question.source.item)
    if line is None or not isinstance(line.record, Script):
        return False
    return any(plain(line.record.spoken(item.text)) == text for item in line.part.items)
