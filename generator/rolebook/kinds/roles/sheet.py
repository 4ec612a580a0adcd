"""The post card: what must never be done, the key numbers, then the duties."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TypedDict

from rolebook.kinds.roles.model import Role
from rolebook.measure_label import measure_label
from rolebook.sheet import Line, Origin, Sheet, chunks, unbreakable

if TYPE_CHECKING:
    from rolebook.views.posters.writer import SheetWriter

LOOSE = 4
"""How many lines a block has at most where whole sections do not fit."""
WHOLE = 10_000


class Number(TypedDict):
    """A key number."""

    of: str
    value: str
    when: str


class Section(TypedDict, total=False):
    """A heading with either lines or numbers."""

    title: str
    lines: list[Line]
    numbers: list[Number]


class Card(TypedDict):
    """What sheet.typ reads; `narrow` are words that stick out of a third of the page."""

    lead: list[Line]
    sections: list[Section]
    narrow: list[str]


def card(role: Role, writer: SheetWriter, most: int = WHOLE) -> Sheet:
    """Return the card of a post, its blocks of at most `most` lines."""
    t = writer.t
    sections: list[Section] = []
    blocks: list[Origin] = []
    lines = [(path, item) for part in role.parts() for path, item in part.walk()]
    lead = [writer.line(role.summary, ("summary",))] if role.summary else []
    blocks += [writer.origin("summary")] if lead else []

    def add(title: str, found: Sequence[Line], where: Origin) -> None:
        for part in chunks(found, most):
            sections.append({"title": title, "lines": list(part)})
            blocks.append(where)

    never = [(path, item) for path, item in lines if item.never]
    add(t("poster.never_do"), [writer.line(item, path) for path, item in never], writer.origin())
    numbers: list[Number] = [
        {"of": m.of, "value": measure_label(m, item.text, writer.handbook.language, t), "when": m.when}
        for _, item in lines
        for m in item.measures
    ]
    for part in chunks(numbers, 3 * most):
        sections.append({"title": t("role.numbers"), "numbers": list(part)})
        blocks.append(writer.origin())
    duties = [(n, s) for n, s in enumerate(role.sections) if s.kind == "duty" and s.items]
    for n, section in duties or [(n, s) for n, s in enumerate(role.sections) if s.items]:
        kept = [(k, item) for k, item in enumerate(section.items) if not item.never]
        found = [writer.line(item, ("sections", n, "items", k), n=i + 1) for i, (k, item) in enumerate(kept)]
        add(writer.text(section.title, ("sections", n, "title")), found, writer.origin("sections", n))
    if not sections:
        wanted = [writer.line(item, ("qualifications", k), n=k + 1) for k, item in enumerate(role.qualifications)]
        add(t("role.qualifications"), wanted, writer.origin("qualifications"))
    facts = [
        (t("role.department"), writer.text(role.department, ("department",))),
        (t("role.reports_to"), writer.text(writer.posts(role.reports_to), ("reports_to",))),
        (t("role.relieved_by"), writer.text(writer.posts(role.relieved_by), ("relieved_by",))),
    ]
    narrow = unbreakable(text for number in numbers for text in (number["of"], number["value"], number["when"]))
    return writer.sheet(facts, blocks, Card(lead=lead, sections=sections, narrow=narrow))


loose_card = partial(card, most=LOOSE)
