"""A checklist: lines to tick, most of them pulled from a role by address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, PositiveInt, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from rolebook.errors import Message
from rolebook.model.address import Address
from rolebook.model.base import Anchored, Fault, FieldPath, Id, Model, objection
from rolebook.model.checks import too_many
from rolebook.model.defaults import Paper
from rolebook.model.item import Item
from rolebook.model.measure import Text
from rolebook.model.record import Part, Record, each_post

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook, PlacedItem


class Entry(Model):
    """One line to tick: pulled `from` an address (an item, or a section for all its lines), or with its own text."""

    from_: Annotated[Text | None, Field(alias="from")] = None
    text: Text | None = None
    id: Id | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.from_ is None) == (self.text is None):
            raise objection("from-or-text")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


def _bare_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class CheckSection(Anchored):
    """A heading and the lines under it."""

    title: Text
    items: Annotated[tuple[Annotated[Entry, BeforeValidator(_bare_text)], ...], Field(min_length=1)]


_CLOCK = r"\d?\d\W\d\d"
_HOURS = re.compile(rf"(?P<name>.*?)\s*(?P<begins>{_CLOCK})\W+(?P<ends>{_CLOCK})\W*")


def _hours(shift: str) -> tuple[str, str, str] | None:
    """Return name, beginning and end of a shift as it is written, signs of any script between them; None without."""
    found = _HOURS.fullmatch(shift)
    times = [(int(time[:-3]), int(time[-2:])) for time in found.group("begins", "ends")] if found else []
    if not found or any(time > (24, 0) or time[1] > 59 for time in times):
        return None
    name = found["name"]
    if name and unicodedata.category(name[-1]) == "Ps":  # the bracket that the hours stand in
        name = name[:-1].rstrip()
    begins, ends = (f"{hour:02}:{minute:02}" for hour, minute in times)
    return name or shift, begins, ends


def _with_hours_or_none(shift: str) -> str:
    times = len(re.findall(r"\d:\d\d", unicodedata.normalize("NFKC", shift)))
    if times > 1 and not _hours(shift):  # a single time is a name: the round at 8:00
        raise objection("shift-hours", shift=shift)
    return shift


class SignOff(Model):
    """How the sheet is signed: a row a day of the week or a shift, with date, initials and time."""

    by: Literal["day", "shift"] = "shift"
    shifts: tuple[Annotated[Text, AfterValidator(_with_hours_or_none)], ...] = ()
    """the shifts, where they are signed one by one: their names, and perhaps their hours, 早班 08:00–16:00"""

    @property
    def hours(self) -> tuple[dict[str, str], ...]:
        """Each shift's `name`, and when it runs, `from` and `to` as HH:MM in local time; "" where that is not said."""
        split = (_hours(shift) or (shift, "", "") for shift in self.shifts)
        return tuple({"name": name, "from": begins, "to": ends} for name, begins, ends in split)


class Checklist(Record):
    """When it is done, by whom, what is ticked, how it is signed and how it prints."""

    folder: ClassVar[str] = "checklists"
    of_lines: ClassVar[frozenset[str]] = frozenset(("from",))

    department: str = ""
    when: Text
    """when it is done: 班前, 会议结束后"""
    by: Annotated[tuple[Text, ...], Field(min_length=1)]
    """posts, by id or by name"""
    sections: Annotated[tuple[CheckSection, ...], Field(min_length=1)]
    sign_off: SignOff | None = None
    paper: Paper = "a4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    reading_distance: Annotated[float, Field(gt=0, le=5)] = 0.6
    """metres between the reader and the wall"""
    pages: PositiveInt | None = None
    """the build fails where the sheet needs more pages than this"""

    def parts(self) -> tuple[Part, ...]:
        """Return the lines with a text of their own; `sections_of` has the pulled ones too."""
        return tuple(
            Part(
                section.anchor,
                section.title,
                "check",
                tuple(Item(text=entry.text, id=entry.id) for entry in section.items if entry.text),
                ("sections", n, "items"),
                tuple(("sections", n, "items", k) for k, entry in enumerate(section.items) if entry.text),
            )
            for n, section in enumerate(self.sections)
        )

    def named_posts(self) -> Iterator[tuple[FieldPath, str]]:
        """Yield who does it."""
        yield from each_post(("by",), self.by)

    def mentions(self) -> Iterator[tuple[FieldPath, str, str]]:
        """Yield what is pulled."""
        yield from super().mentions()
        for n, section in enumerate(self.sections):
            for k, entry in enumerate(section.items):
                if entry.from_:
                    yield ("sections", n, "items", k, "from"), "", entry.from_

    def check(self, handbook: Handbook) -> Iterator[Fault]:
        """Every line is ticked once, so no two lines pulled have one id, nor a line and a heading."""
        me = str(self.address)
        yield from too_many(self, sum(len(lines) for _, lines in sections_of(handbook, self)))
        seen = {section.anchor: True for section in self.sections}
        for n, section in enumerate(self.sections):
            for k, entry in enumerate(section.items):
                path = ("sections", n, "items", k)
                whole = Address.parse(entry.from_ or "")
                if whole in handbook.records:
                    yield Fault(me, (*path, "from"), Message("pulls-a-whole-record", address=str(whole)))
                for line in lines_of(handbook, entry, path):
                    pulled, anchor = line.origin is not None, line.item.anchor
                    if anchor in seen and (pulled or seen[anchor]):
                        yield Fault(me, path, Message("id-twice-on-checklist", id=anchor))
                    seen[anchor] = pulled


class Pulled(NamedTuple):
    """A line to tick, where it stands on the checklist, and where it was pulled from (None: the checklist's own)."""

    item: Item
    path: FieldPath
    origin: PlacedItem | None


def sections_of(handbook: Handbook, checklist: Checklist) -> list[tuple[CheckSection, tuple[Pulled, ...]]]:
    """Return the sections of a checklist with their lines, everything pulled in its place."""
    return [
        (
            section,
            tuple(
                line
                for k, entry in enumerate(section.items)
                for line in lines_of(handbook, entry, ("sections", n, "items", k))
            ),
        )
        for n, section in enumerate(checklist.sections)
    ]


def lines_of(handbook: Handbook, entry: Entry, path: FieldPath) -> Iterator[Pulled]:
    """Yield the lines the entry at `path` stands for: its own, the one it pulls, or all of a section."""
    address = Address.parse(entry.from_ or "")
    if address is None:
        yield Pulled(Item(text=entry.text or "…", id=entry.id), path, None)
    elif address in handbook.lines:
        yield Pulled(handbook.lines[address].item, path, handbook.lines[address])
    elif address in handbook.parts:
        for item in handbook.parts[address].items:
            line = handbook.lines[address._replace(item=item.anchor)]
            yield Pulled(line.item, path, line)
