"""The checklist on paper: a box a line, and where it is signed for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from rolebook.kinds.checklists.model import Checklist, sections_of
from rolebook.sheet import Line, Origin, Sheet, chunks

if TYPE_CHECKING:
    from rolebook.views.posters.writer import SheetWriter

SECTION = 9
"""The most lines a section has (Gawande, A Checklist for Checklists)."""
BLANK_SHIFTS = 4


class Section(TypedDict):
    """A heading, what is noted beside it, and the lines to tick."""

    title: str
    note: str
    lines: list[Line]


class Sign(TypedDict):
    """The grid that is signed: a column a day or shift, a row for each thing to write."""

    by: str
    columns: list[str]
    rows: list[str]
    done: str


class CheckSheet(TypedDict):
    """What sheet.typ reads."""

    sections: list[Section]
    sign: Sign | None


def checklist(checklist: Checklist, writer: SheetWriter) -> Sheet:
    """Return the sheet of a checklist, its long sections in parts."""
    t = writer.t
    sections: list[Section] = []
    blocks: list[Origin] = []
    count = 0
    for n, (section, found) in enumerate(sections_of(writer.handbook, checklist)):
        parts = list(chunks(found, SECTION))
        if len(parts) > 1:
            split = t("poster.split", section=section.title, n=len(found), most=SECTION, parts=len(parts))
            writer.notices.append(split)
        for k, part in enumerate(parts):
            lines = [
                writer.line(line.item, line.origin.path, line.origin.record.address)
                if line.origin
                else writer.line(line.item, line.path)
                for line in part
            ]
            name = writer.text(section.title, ("sections", n, "title")) + (
                t("text.part", n=k + 1, of=len(parts)) if len(parts) > 1 else ""
            )
            sections.append({"title": name, "note": t("index.lines", n=len(part)), "lines": lines})
            blocks.append(writer.origin("sections", n))
            count += len(part)
    facts = [
        (t("checklist.when"), writer.text(checklist.when, ("when",))),
        (t("checklist.by"), writer.text(writer.posts(checklist.by), ("by",))),
        (t("poster.count"), t("index.lines", n=count)),
    ]
    return writer.sheet(
        facts,
        [*blocks, writer.origin("sign_off")],
        CheckSheet(sections=sections, sign=_sign(writer, checklist, count)),
        paper=checklist.paper,
        orientation=checklist.orientation,
        distance=checklist.reading_distance,
        allowed=checklist.pages,
    )


def _sign(writer: SheetWriter, checklist: Checklist, count: int) -> Sign | None:
    sign, t = checklist.sign_off, writer.t
    if sign is None:
        return None
    columns = t("poster.days").split() if sign.by == "day" else list(sign.shifts) or [""] * BLANK_SHIFTS
    return {
        "by": t(f"poster.by_{sign.by}"),
        "columns": columns,
        "rows": [t("poster.date"), t("poster.initials"), t("poster.time")],
        "done": t("poster.done", n=count),
    }
