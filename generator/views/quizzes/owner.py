"""Owner questions: which post does this."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from generator.model.handbook import Line
from generator.model.record import Record
from generator.model.role import Role
from generator.views.quizzes.question import Answer, Draft, Question
from generator.views.quizzes.survey import Survey

APART = 0.24
"""A post is offered as a wrong answer where each of its lines says less than this part of the duty."""
SAYS = 40
"""A clause that says less (see Survey.weight) might be said of anyone: 提高服务质量."""
ENOUGH = 5
"""So many wrong answers are looked for."""
SHARED = 0.6
"""Where a line of a neighbouring post says as much of the duty as this, the duty is shared and is no question."""
KINDS = ("duty", "preparation", "service", "closing", "summary")


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every duty of a post that no neighbour shares."""
    for line in survey.lines:
        if isinstance(line.record, Role) and line.part.kind in KINDS and (draft := _draft(survey, line)):
            yield draft


def _draft(survey: Survey, line: Line) -> Draft | None:
    clause = survey.dealt(line)[0]
    text = survey.masked(clause, line.record)
    near = survey.near(line.record)
    if (
        not clause
        or survey.weight(survey.pairs(clause)) < SAYS
        or gives_away(survey, text, line.record)
        or any(shared(survey, clause, other) for other in near)
    ):
        return None
    fit = (other for other in near if not _named(survey, text, other) and apart(survey, clause, other))
    lures = list(itertools.islice(fit, ENOUGH))
    if len(lures) < 2:
        return None
    which = "department" if getattr(line.record, "is_department", False) else "post"
    return Draft(
        "owner",
        survey.t(f"ask.owner_{which}", line=text),
        (Answer(line.record.title, str(line.record.address)),),
        (line.address,),
        tuple(Answer(other.title, str(other.address)) for other in lures),
    )


def shared(survey: Survey, clause: str, other: Record) -> bool:
    """Tell whether a line of a post says much of what a clause says; none does where all of them together do not."""
    return survey.shared(clause, survey.says(other)) > SHARED and survey.alike(clause, other) > SHARED


def apart(survey: Survey, clause: str, other: Record) -> bool:
    """Tell whether a post clearly does not do what a clause says: no line of it says much of the clause."""
    said = survey.says(other)
    return bool(said) and (survey.shared(clause, said) < APART or survey.alike(clause, other) < APART)


def gives_away(survey: Survey, text: str, record: Record) -> bool:
    """Tell whether a clause names its post in part: 会议 for 会议接待客服员."""
    common = set("客服专员岗部门工作")
    pairs = {pair for pair in survey.pairs(record.title) if not set(pair) & common}
    return bool(pairs & survey.pairs(text))


def _named(survey: Survey, text: str, other: Record) -> bool:
    return any(name in text for name in survey.names(other))


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether the post called `text` does what the question asks."""
    role = survey.handbook.role(text)
    asked = _asked(survey, question)
    return role is None or not asked or (str(role.address) in question.quizzes) or not apart(survey, asked, role)


def _asked(survey: Survey, question: Question) -> str:
    line = survey.line(question.source.item)
    return survey.dealt(line)[0] if line else ""
