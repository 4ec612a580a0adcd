"""What must hold across a handbook: references exist, ids are unique, numbers agree with their text and each other."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.errors import Message
from rolebook.model.address import PAGE_ANCHORS, Address
from rolebook.model.base import Fault
from rolebook.model.essence import essence
from rolebook.model.free_names import misses
from rolebook.model.handbook import Handbook, PlacedItem
from rolebook.model.inline import spans
from rolebook.model.item import Item
from rolebook.model.likely import gone, nearest
from rolebook.model.measure import Measure
from rolebook.model.record import Record
from rolebook.model.references import references
from rolebook.model.renames import now_called, renames


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yield every fault of the handbook as a whole and of each record alone."""
    for record in handbook.records.values():
        yield from record.check(handbook)
        yield from _size(record)
        yield from _history(record)
        yield from _anchors(record)
        yield from references(handbook, record)
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
                    path = (*line.path, "measures", n, "differs_from")
                    message = (target and now_called(handbook, target)) or _no_line(handbook, measure.differs_from)
                    yield Fault(str(line.record.address), path, message)
            stated.setdefault((measure.of, measure.when), []).append((line, measure, n))
    for (of, when), uses in stated.items():
        plain = [use for use in uses if not use[1].differs_from]
        for line, measure, n in plain[1:]:
            first_line, first, _ = plain[0]
            if measure.says(handbook.language) != first.says(handbook.language):
                message = Message("contradiction", of=of, when=when, other=str(first_line.address))
                yield Fault(str(line.record.address), (*line.path, "measures", n), message)


def _no_line(handbook: Handbook, text: str) -> Message:
    """Return that a text is the address of no line, and of which one it was probably meant to be."""
    target = Address.parse(text)
    found = gone(handbook, target, parts=False) if target and target.item else None
    if found and found.code == "line-gone":
        return found
    return Message("unknown-line", address=text, nearest=nearest(text, map(str, handbook.lines)))
