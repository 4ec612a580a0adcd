"""Order questions: the steps of a procedure in their order, and which step comes next."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import Address
from generator.model.procedure import Procedure
from generator.views.quizzes.question import Answer, Draft, draw
from generator.views.quizzes.survey import Survey

MOST = 7
"""Longer procedures are asked step by step only: no one keeps more apart on a phone."""


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield one question about all steps, and for every step one that has it as its answer."""
    for procedure in survey.handbook.of(Procedure):
        titles = [step.title for step in procedure.steps]
        if len(set(titles)) < len(titles):
            continue
        answers = [Answer(step.title, str(_address(procedure, n))) for n, step in enumerate(procedure.steps)]
        every = tuple(_address(procedure, n) for n in range(len(titles)))
        if len(titles) <= MOST:
            stem = survey.t("ask.order_all", title=procedure.title, n=len(titles))
            yield Draft("order", stem, tuple(answers), every, facet="all", answering="order", explain=_told(procedure))
        for n, answer in enumerate(answers):
            asked = "order_next" if n else "order_first"
            stem = survey.t(f"ask.{asked}", title=procedure.title, n=n)
            others = [other for other in answers if other is not answer]
            others.sort(key=lambda other: (abs(answers.index(other) - n), draw(other.text)))
            yield Draft("order", stem, (answer,), (every[n],), tuple(others), "next", explain=_told(procedure))


def _address(procedure: Procedure, n: int) -> Address:
    return procedure.address._replace(item=procedure.steps[n].anchor)


def _told(procedure: Procedure) -> str:
    return " → ".join(f"{n}. {step.title}" for n, step in enumerate(procedure.steps, 1))
