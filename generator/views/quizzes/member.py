"""Member questions: which of these belongs to this section of the post, and to which step a line belongs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.handbook import Line
from generator.model.procedure import Procedure
from generator.model.record import Part, Record
from generator.model.role import Role
from generator.model.standard import Standard
from generator.views.quizzes.question import Answer, Draft, Question, draw
from generator.views.quizzes.survey import Survey

TIMED = ("preparation", "service", "closing")
"""Sections of a post that exclude each other; a duty is done in any of them."""
APART = 0.4
"""A line is offered as a wrong answer where no line of the section says this part of it."""
LENGTHS = 0.5
"""Options differ in length by no more than this part of the key, or five characters."""


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every line that its section can be told from."""
    for record in survey.handbook.records.values():
        if isinstance(record, Role | Standard):
            yield from _sections(survey, record)
        elif isinstance(record, Procedure):
            yield from _steps(survey, record)


def _sections(survey: Survey, record: Record) -> Iterator[Draft]:
    rivals = [part for part in record.parts() if part.items and part.kind in ((*TIMED, "rule"))]
    if len(rivals) < 2:
        return
    anchors = {part.anchor for part in rivals}
    parts = record.parts()
    told: dict[str, dict[str, bool]] = {}
    """whether a clause is apart from each part, by clause and part"""
    quoted: list[tuple[Line, str]] = [(line, _quoted(survey, line)) for line in survey.of(record)]
    for _, text in quoted:
        if text and text not in told:
            told[text] = {part.anchor: apart(survey, text, record, part) for part in parts}
    clear = {
        text
        for line, text in quoted
        if text and all(told[text][part.anchor] for part in parts if part.anchor != line.part.anchor)
    }
    answers = [(line, Answer(text, str(line.address))) for line, text in quoted if text in clear]
    for line, key in answers:
        own = line.part.anchor
        if own not in anchors:
            continue
        lures = [
            lure
            for other, lure in answers
            if other.part.anchor in anchors
            and other.part.anchor != own
            and told[lure.text][own]
            and fits(key.text, lure.text)
        ]
        lures.sort(key=lambda lure: draw(f"{key.text}|{lure.text}"))
        if len({lure.text for lure in lures}) > 1:
            stem = survey.t("ask.member_section", title=record.title, section=line.part.title)
            yield Draft("member", stem, (key,), (line.address,), _once(lures), "section")


def _quoted(survey: Survey, line: Line) -> str:
    return next(iter(survey.dealt(line)[1]), "")


def fits(key: str, lure: str) -> bool:
    """Tell whether two options are alike enough in length to stand side by side."""
    return abs(len(key) - len(lure)) <= max(5, LENGTHS * len(key))


def apart(survey: Survey, text: str, record: Record, part: Part) -> bool:
    """Tell whether no line of a part says what `text` says."""
    return survey.alike(text, record, part) < APART


def _once(lures: list[Answer]) -> tuple[Answer, ...]:
    return tuple({lure.text: lure for lure in lures}.values())


def _steps(survey: Survey, procedure: Procedure) -> Iterator[Draft]:
    for line in survey.of(procedure):
        clause = _quoted(survey, line)
        title = line.part.title
        if not clause or survey.pairs(title) & survey.pairs(clause):
            continue
        others = [step for step in procedure.steps if step.title != title]
        near = [step for step in others if not survey.pairs(step.title) & survey.pairs(clause)]
        if len(near) > 1 and all(
            survey.alike(clause, procedure, part) < APART for part in procedure.parts() if part.title != title
        ):
            stem = survey.t("ask.member_step", title=procedure.title, line=clause)
            lures = tuple(Answer(step.title, str(procedure.address._replace(item=step.anchor))) for step in near)
            key = Answer(title, str(procedure.address._replace(item=line.part.anchor)))
            yield Draft("member", stem, (key,), (line.address,), lures, "step")


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether a line is found in the section asked for, in these words or nearly so."""
    line = survey.line(question.source.item)
    if line is None:
        return False
    if isinstance(line.record, Procedure):
        return text == line.part.title
    return survey.alike(text, line.record, line.part) >= APART
