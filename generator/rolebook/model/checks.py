"""What must hold across a handbook: references exist, ids are unique, numbers agree with their text and each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from rolebook.errors import Message
from rolebook.model.address import PAGE_ANCHORS, Address
from rolebook.model.base import Fault
from rolebook.model.essence import essence
from rolebook.model.free_names import misses
from rolebook.model.handbook import Handbook, PlacedItem
from rolebook.model.inline import spans
from rolebook.model.item import Item
from rolebook.model.measure import Measure
from rolebook.model.named_form import NamedForm
from rolebook.model.record import Record
from rolebook.model.renames import now_called, renames


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yield every fault of the handbook as a whole and of each record alone."""
    for record in handbook.records.values():
        yield from record.check(handbook)
        yield from _size(record)
        yield from _history(record)
        yield from _anchors(record)
        yield from _references(handbook, record)
    yield from renames(handbook)
    for line in handbook.lines.values():
        yield from _measures(handbook, line)
        yield from _pictures(line)
    yield from misses(handbook)
    yield from _contradictions(handbook)


def _size(record: Record) -> Iterator[Fault]:
    """A record's sheet is set as a whole, and nobody learns a post of so many lines."""
    yield from too_many(record, sum(1 for part in record.parts() for _ in part.walk()))


def too_many(record: Record, lines: int) -> Iterator[Fault]:
    """Yield that a record has more lines than it may."""
    if lines > record.most_lines:
        yield Fault(str(record.address), ("title",), Message("too-many-lines", lines=lines, most=record.most_lines))


def _history(record: Record) -> Iterator[Fault]:
    """An earlier revision has a lower number and took effect no later; no number stands twice."""
    seen = {record.revision.number}
    for n, earlier in enumerate(record.history):
        where = (str(record.address), ("history", n))
        if earlier.number in seen:
            yield Fault(*where, Message("revision-twice", number=earlier.number))
        elif earlier.number > record.revision.number:
            yield Fault(*where, Message("revision-later", number=earlier.number))
        elif earlier.effective > record.revision.effective:
            yield Fault(*where, Message("revision-days", number=earlier.number))
        seen.add(earlier.number)


def _anchors(record: Record) -> Iterator[Fault]:
    """Every id of a record is used once: ids are addresses, and two lines cannot live at one."""
    me = str(record.address)
    seen: dict[str, str] = {}
    """what stands at each id"""
    for part in record.parts():
        if part.path and part.anchor in PAGE_ANCHORS:
            yield Fault(me, part.path[:-1], Message("id-of-the-page", id=part.anchor))
        if part.path and part.anchor in seen:
            yield Fault(me, part.path[:-1], Message("id-twice", id=part.anchor))
        seen.setdefault(part.anchor, part.title)
        for path, item in part.walk():
            if item.anchor in PAGE_ANCHORS:
                yield Fault(me, path, Message("id-of-the-page", id=item.anchor))
            if item.anchor in seen and path != ("summary",):
                yield Fault(me, (*path, "id") if item.id else path, _twice(item, seen[item.anchor]))
            seen.setdefault(item.anchor, item.text)


def _twice(item: Item, other: str) -> Message:
    """Return that a line and `other` have one id, and why."""
    if item.id:
        return Message("id-twice", id=item.id)
    if item.text == other:
        return Message("line-twice")
    if essence(item.text) == essence(other):
        return Message("line-twice-but-for-marks", other=other)
    return Message("id-twice-by-chance", other=other, id=item.anchor)


def _references(handbook: Handbook, record: Record) -> Iterator[Fault]:
    me = str(record.address)
    for path, folder, text in record.mentions():
        address = Address.parse(text, folder)
        if address is None:
            yield Fault(me, path, Message("no-address", text=text))
        elif not handbook.has(address):
            known: Iterable[Address] = handbook.records
            if address.page in handbook.records:
                known = [a for a in (*handbook.lines, *handbook.parts) if a.page == address.page]
                close = nearest(str(address), map(str, known))
            else:  # the line that is meant stands in what is suggested, too
                close = nearest(str(address.page), map(str, known))
                close = f"{close}#{address.item}" if close and address.item else close
            missing = Message("unknown-reference", address=str(address), nearest=close)
            yield Fault(me, path, now_called(handbook, address) or missing)
        elif folder == NamedForm.folder and (message := _no_form(handbook, text)):
            yield Fault(me, path, message)
    for part in record.parts():
        for path, item in part.walk():
            for n, form in enumerate(item.forms):
                if message := _no_form(handbook, form):
                    yield Fault(me, (*path, "forms", n), message)


def _no_form(handbook: Handbook, reference: str) -> Message | None:
    """Return that a reference means no form, if it means none."""
    address = Address.parse(reference, NamedForm.folder)
    if handbook.form(reference) or (address and address.page in handbook.unread):
        return None
    near = nearest(reference, (form.id for form in handbook.of(NamedForm)))
    return (address and now_called(handbook, address)) or Message("unknown-form", form=reference, nearest=near)


def _measures(handbook: Handbook, line: PlacedItem) -> Iterator[Fault]:
    """A measure says what its line says: the number, its unit and its bound."""
    for n, measure in enumerate(line.item.measures):
        if found := measure.disagreement(line.item.text, handbook.language, line.item.never):
            yield Fault(str(line.record.address), (*line.path, "measures", n, found.key), found.message)


def _pictures(line: PlacedItem) -> Iterator[Fault]:
    """A line is words: a picture would be lost on a sheet, in lookup and in a question."""
    for span in spans(line.item.text):
        if span.kind == "picture":
            yield Fault(str(line.record.address), line.path, Message("picture-in-a-line", picture=span.href))


def _contradictions(handbook: Handbook) -> Iterator[Fault]:
    """The same thing measured under the same condition has one value, unless a line says whom it differs from."""
    stated: dict[tuple[str, str], list[tuple[PlacedItem, Measure, int]]] = {}
    for line in handbook.lines.values():
        for n, measure in enumerate(line.item.measures):
            if measure.differs_from:
                target = Address.parse(measure.differs_from)
                if target is None or not handbook.has(target):
                    near = nearest(measure.differs_from, map(str, handbook.lines))
                    missing = Message("unknown-line", address=measure.differs_from, nearest=near)
                    path = (*line.path, "measures", n, "differs_from")
                    message = (target and now_called(handbook, target)) or missing
                    yield Fault(str(line.record.address), path, message)
            stated.setdefault((measure.of, measure.when), []).append((line, measure, n))
    for (of, when), uses in stated.items():
        plain = [use for use in uses if not use[1].differs_from]
        for line, measure, n in plain[1:]:
            first_line, first, _ = plain[0]
            if measure.says(handbook.language) != first.says(handbook.language):
                message = Message("contradiction", of=of, when=when, other=str(first_line.address))
                yield Fault(str(line.record.address), (*line.path, "measures", n), message)


def nearest(text: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the known word closest to `text`, or "" where none is close: where less than `cutoff` of both is alike."""
    return next(iter(difflib.get_close_matches(text, list(known), n=1, cutoff=cutoff)), "")
