"""Member questions: which of these belongs to this section of the post, and to which step a line belongs."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question, draw
from rolebook.kinds.procedures.model import Procedure
from rolebook.kinds.roles.model import Role
from rolebook.kinds.standards.model import Standard
from rolebook.model.handbook import PlacedItem
from rolebook.model.record import Record

TIMED = ("preparation", "service", "closing")
"""Sections of a post that exclude each other; a duty is done in any of them."""
APART = 0.4
"""A line says what a clause says where it has this part of it or more (see QuizContext.alike)."""
LENGTHS = 0.5
"""Options differ in length by no more than this part of the key, or five characters."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every line that its section can be told from."""
    for record in context.handbook.records.values():
        if isinstance(record, Role | Standard):
            yield from _sections(context, record)
        elif isinstance(record, Procedure):
            yield from _steps(context, record)


def _sections(context: QuizContext, record: Record) -> Iterator[Draft]:
    sections = {part.anchor for part in record.parts() if part.items and part.kind in (*TIMED, "rule")}
    if len(sections) < 2:
        return
    quoted = [(line, clause) for line in context.of(record) if (clause := _quoted(context, line))]
    stands_in = {clause: _parts_saying(context, clause, record) for _, clause in quoted}
    # A clause that two sections have is true of both.
    clear = {clause for line, clause in quoted if stands_in[clause] <= {line.part.anchor}}
    answers = [(line, Answer(clause, line.address)) for line, clause in quoted if clause in clear]
    for line, key in answers:
        own = line.part.anchor
        if own not in sections:
            continue
        lures = [
            lure
            for other, lure in answers
            if other.part.anchor in sections
            and other.part.anchor != own
            and own not in stands_in[lure.text]
            and fits(key.text, lure.text)
        ]
        lures.sort(key=lambda lure: draw(f"{key.text}|{lure.text}"))
        if len({lure.text for lure in lures}) > 1:
            stem = context.t("ask.member_section", title=record.title, section=line.part.title)
            yield Draft("member", stem, (key,), (line.address,), _once(lures), "section")


def _quoted(context: QuizContext, line: PlacedItem) -> str:
    return next(iter(context.owner_clause_and_rest(line)[1]), "")


def fits(key: str, lure: str) -> bool:
    """Tell whether two options are alike enough in length to stand side by side."""
    return abs(len(key) - len(lure)) <= max(5, LENGTHS * len(key))


def _parts_saying(context: QuizContext, text: str, record: Record) -> set[str]:
    """Return the parts of a record, by their anchors, in which a line says nearly what `text` says."""
    return {anchor for anchor, alike in context.alike_by_part(text, record).items() if alike >= APART}


def _once(lures: list[Answer]) -> tuple[Answer, ...]:
    return tuple({lure.text: lure for lure in lures}.values())


def _steps(context: QuizContext, procedure: Procedure) -> Iterator[Draft]:
    for line in context.of(procedure):
        clause = _quoted(context, line)
        title = line.part.title
        if not clause or context.pairs(title) & context.pairs(clause):
            continue
        others = [step for step in procedure.steps if step.title != title]
        near = [step for step in others if not context.pairs(step.title) & context.pairs(clause)]
        elsewhere = {step.anchor for step in others}
        if len(near) > 1 and elsewhere.isdisjoint(_parts_saying(context, clause, procedure)):
            stem = context.t("ask.member_step", title=procedure.title, line=clause)
            lures = tuple(Answer(step.title, procedure.address._replace(item=step.anchor)) for step in near)
            key = Answer(title, procedure.address._replace(item=line.part.anchor))
            yield Draft("member", stem, (key,), (line.address,), lures, "step")


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether a line is found in the section asked for, in these words or nearly so."""
    line = context.line(question.source.item)
    if line is None:
        return False
    if isinstance(line.record, Procedure):
        return text == line.part.title
    return line.part.anchor in _parts_saying(context, text, line.record)
