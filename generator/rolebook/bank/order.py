"""Order questions: the steps of a procedure in their order, and which step comes next, by their names."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, draw
from rolebook.kinds.procedures.model import Procedure
from rolebook.model.address import Address

MOST = 7
"""Longer procedures are asked step by step: no one keeps more apart on a phone."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield one question about all steps; where they are too many, for every step one that has it as its answer.

    Not both: whoever has put all of them in order was told each that comes next.
    """
    for procedure in context.handbook.of(Procedure):
        titles = [step.title for step in procedure.steps]
        if len(set(titles)) < len(titles):
            continue
        answers = [Answer(title, _address(procedure, n)) for n, title in enumerate(titles)]
        every = tuple(_address(procedure, n) for n in range(len(titles)))
        steps = " → ".join(f"{n}. {title}" for n, title in enumerate(titles, 1))
        if len(titles) <= MOST:
            stem = context.t("ask.order_all", title=procedure.title, n=len(titles))
            yield Draft("order", stem, tuple(answers), every, facet="all", answering="order", explain=steps)
            continue
        for n, answer in enumerate(answers):
            asked = "order_next" if n else "order_first"
            stem = context.t(f"ask.{asked}", title=procedure.title, step=titles[n - 1])
            others = [other for other in answers if other.text not in (answer.text, titles[n - 1] if n else "")]
            others.sort(key=lambda other: (abs(answers.index(other) - n), draw(other.text)))
            yield Draft("order", stem, (answer,), (every[n],), tuple(others), "next", explain=steps)


def _address(procedure: Procedure, n: int) -> Address:
    return procedure.address._replace(item=procedure.steps[n].anchor)
