"""What must hold across a handbook: references exist, ids are unique, numbers agree with their text and each other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from generator.model.address import PAGE_ANCHORS, Address
from generator.model.base import Fault, Path
from generator.model.checklist import Checklist
from generator.model.handbook import Handbook, Line
from generator.model.measure import Measure
from generator.model.record import Record

_TITLED = re.compile(r"《([^《》]+)》")


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yield every fault of the handbook as a whole and of each record alone."""
    for record in handbook.records.values():
        yield from record.check()
        yield from _history(record)
        yield from _anchors(record)
        yield from _references(handbook, record)
        if isinstance(record, Checklist):
            yield from _pulled(handbook, record)
    for line in handbook.lines.values():
        yield from _measures(line)
        yield from _documents(handbook, line)
    yield from _contradictions(handbook)


def _history(record: Record) -> Iterator[Fault]:
    """An earlier revision has a lower number and took effect no later; no number stands twice."""
    seen = {record.revision.number}
    for n, earlier in enumerate(record.history):
        where = (str(record.address), ("history", n))
        if earlier.number in seen:
            yield Fault(
                *where,
                f"revision {earlier.number} stands twice",
                "give each its own number, the current one the highest",
            )
        elif earlier.number > record.revision.number:
            yield Fault(
                *where, f"revision {earlier.number} is later than the current one", "raise 'number' under 'revision'"
            )
        elif earlier.effective > record.revision.effective:
            yield Fault(*where, "an earlier revision takes effect after the current one", "correct one of the two days")
        seen.add(earlier.number)


def _anchors(record: Record) -> Iterator[Fault]:
    """Every id of a record is used once: ids are addresses, and two lines cannot live at one."""
    seen: set[str] = set()
    for part in record.parts():
        if part.path and part.anchor in PAGE_ANCHORS:
            yield _taken(record, part.path[:-1], part.anchor)
        if part.path and part.anchor in seen:
            yield Fault(
                str(record.address),
                part.path[:-1],
                f"'{part.anchor}' is the id of two things",
                "give each its own 'id'",
            )
        seen.add(part.anchor)
        for path, item in part.walk():
            if item.anchor in PAGE_ANCHORS:
                yield _taken(record, path, item.anchor)
            if item.anchor in seen and path != ("summary",):
                what = f"'{item.id}' is the id of two things" if item.id else "the same line stands here twice"
                yield Fault(str(record.address), path, what, "give each its own 'id'")
            seen.add(item.anchor)


def _pulled(handbook: Handbook, checklist: Checklist) -> Iterator[Fault]:
    """A checklist ticks every line once, so no two lines pulled have one id, nor a line and a heading."""
    seen = {section.anchor: True for section in checklist.sections}
    for n, section in enumerate(checklist.sections):
        for k, entry in enumerate(section.items):
            for tick in handbook.ticked(entry):
                pulled, anchor = tick.origin is not None, tick.item.anchor
                if anchor in seen and (pulled or seen[anchor]):
                    yield Fault(
                        str(checklist.address),
                        ("sections", n, "items", k),
                        f"'{anchor}' is the id of two things on this checklist",
                        "pull a line once, or give one of the two another 'id'",
                    )
                seen[anchor] = pulled


def _taken(record: Record, path: Path, anchor: str) -> Fault:
    return Fault(
        str(record.address), path, f"'{anchor}' is the id of a heading pages have by themselves", "give another 'id'"
    )


def _references(handbook: Handbook, record: Record) -> Iterator[Fault]:
    me = str(record.address)
    mentions = [*record.mentions()]
    if isinstance(record, Checklist):
        mentions += [(path, "", text) for path, text in record.pulls()]
    for path, folder, text in mentions:
        address = Address.parse(text, folder)
        if address is None:
            yield Fault(me, path, f"'{text}' is no address", "write it as folder/record, or folder/record#line")
        elif not handbook.has(address):
            known: Iterable[Address] = handbook.records
            if address.page in handbook.records:
                known = [a for a in (*handbook.lines, *handbook.parts) if a.page == address.page]
            yield Fault(me, path, f"there is no '{address}'", nearest(str(address), map(str, known)))
    for part in record.parts():
        for path, item in part.walk():
            for n, form in enumerate(item.forms):
                if not handbook.has(Address("forms", form)):
                    forms = [a.record for a in handbook.records if a.folder == "forms"]
                    yield Fault(me, (*path, "forms", n), f"there is no form '{form}'", nearest(form, forms))


def _measures(line: Line) -> Iterator[Fault]:
    for n, measure in enumerate(line.item.measures):
        if missing := measure.missing_from(line.item.text):
            yield Fault(
                str(line.record.address),
                (*line.path, "measures", n),
                f"the line does not state '{missing}'",
                "a measure repeats a number of its own line; correct one of the two",
            )


def _documents(handbook: Handbook, line: Line) -> Iterator[Fault]:
    if any(address.folder == "forms" for address in handbook.unread):
        return
    for title in _TITLED.findall(line.item.text):
        if not any(True for _ in handbook.named_forms(title)):
            yield Fault(
                str(line.record.address),
                line.path,
                f"the line names 《{title}》, and no record under docs/forms/ is called so",
                "write it (rolebook new forms ID), or add the name to a form's 'aliases'",
            )


def _contradictions(handbook: Handbook) -> Iterator[Fault]:
    """The same thing measured under the same condition has one value, unless a line says whom it differs from."""
    stated: dict[tuple[str, str], list[tuple[Line, Measure, int]]] = {}
    for line in handbook.lines.values():
        for n, measure in enumerate(line.item.measures):
            if measure.differs_from:
                target = Address.parse(measure.differs_from)
                if target is None or not handbook.has(target):
                    yield Fault(
                        str(line.record.address),
                        (*line.path, "measures", n, "differs_from"),
                        f"there is no line '{measure.differs_from}'",
                        nearest(measure.differs_from, map(str, handbook.lines)),
                    )
            stated.setdefault((measure.of, measure.when), []).append((line, measure, n))
    for (of, when), uses in stated.items():
        plain = [use for use in uses if not use[1].differs_from]
        for line, measure, n in plain[1:]:
            first_line, first, _ = plain[0]
            if (measure.says, measure.unit) != (first.says, first.unit):
                about = f"{of}（{when}）" if when else of
                yield Fault(
                    str(line.record.address),
                    (*line.path, "measures", n),
                    f"{about} is given otherwise in {first_line.address}",
                    f"make them agree, or add 'differs_from: {first_line.address}'",
                )


def nearest(text: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word closest to `text`, or "" where none is close."""
    close = difflib.get_close_matches(text, list(known), n=1, cutoff=0.5)
    return f"did you mean '{close[0]}'?" if close else ""
