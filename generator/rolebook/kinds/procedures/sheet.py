"""The procedure strip: numbered steps, how, who does it, which form it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from rolebook.kinds.procedures.model import Procedure
from rolebook.sheet import Line, Sheet

if TYPE_CHECKING:
    from rolebook.views.posters.writer import SheetWriter


class Step(TypedDict):
    """A step; who does it and what it fills in one text each, "" for nothing."""

    n: int
    title: str
    lines: list[Line]
    by: str
    fills: str


class Strip(TypedDict):
    """What sheet.typ reads."""

    steps: list[Step]


def strip(procedure: Procedure, writer: SheetWriter) -> Sheet:
    """Return the strip of a procedure."""
    steps: list[Step] = []
    comma = writer.t("text.comma")
    for n, step in enumerate(procedure.steps):
        who = [writer.text(writer.post(name), ("steps", n, "by", k)) for k, name in enumerate(step.by)]
        filled = [writer.text(writer.form(name), ("steps", n, "fills", k)) for k, name in enumerate(step.fills)]
        steps.append(
            {
                "n": n + 1,
                "title": writer.text(step.title, ("steps", n, "title")),
                "lines": [writer.line(item, ("steps", n, "items", k)) for k, item in enumerate(step.items)],
                "by": comma.join(who),
                "fills": comma.join(filled),
            }
        )
    facts = [
        (writer.t("role.department"), writer.text(procedure.department, ("department",))),
        (writer.t("poster.count"), writer.t("procedure.steps", n=len(steps))),
    ]
    return writer.sheet(facts, [writer.origin("steps", n) for n, _ in enumerate(steps)], Strip(steps=steps))
