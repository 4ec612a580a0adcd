"""What can be found: the lines of every record and of every hand-written page, grouped by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.handbook import Handbook, posts
from generator.model.item import Item
from generator.model.quiz import Quiz
from generator.model.record import Part, Record
from generator.model.role import Role
from generator.model.script import Script
from generator.render import plain
from generator.strings import Strings
from generator.wording import measure_label

TITLE, HEADING, LINE, NEVER = "t", "h", "i", "n"
"""The sorts of entries: a record's title, the heading of a section, step or node, a line, and one never to be done."""
PAGES = "pages"
"""The kind of hand-written pages, beside the folders of the records."""
_UNTITLED = {"qualifications": "role.qualifications", "rules": "script.rules", "fields": "form.fields"}
_GAP = re.compile(r"\s+")


@dataclass(frozen=True)
class Entry:
    """One line that can be found: its anchor on the page ("" for a title), words, sort, and the number it states."""

    anchor: str
    text: str
    sort: str = LINE
    measure: str = ""
    pinned: bool = False
    """whether its author wants it before lines that fit as well"""


@dataclass(frozen=True)
class Group:
    """The entries of one page, its title first. `posts` are positions in the list of groups."""

    address: str
    """the page without its ending, as in roles/bar-attendant"""
    kind: str
    entries: tuple[Entry, ...]
    aliases: tuple[str, ...] = ()
    posts: tuple[int, ...] = ()


def groups(handbook: Handbook, strings: Strings) -> Iterator[Group]:
    """Yield every record.

    Lines a checklist pulls from elsewhere are not repeated: they are found where they are written.
    """
    position = {address: n for n, address in enumerate(handbook.records)}
    for record in handbook.records.values():
        roles = [role.address for role in _roles(handbook, record)]
        entries = (Entry("", record.title, TITLE), *_entries(record, strings))
        yield Group(str(record.address), record.folder, entries, record.aliases, tuple(position[a] for a in roles))


def _roles(handbook: Handbook, record: Record) -> Iterable[Role]:
    """Return the posts a record belongs to: those it names, and those that refer to it."""
    if isinstance(record, Role):
        return (record,)
    users = (handbook.records[address] for address in handbook.backlinks[record.address])
    found = [*(handbook.role(name) for name in posts(record)), *users]
    return dict.fromkeys(role for role in found if isinstance(role, Role))


def _entries(record: Record, strings: Strings) -> Iterator[Entry]:
    if isinstance(record, Quiz):
        return  # a question repeats the words of the line it asks about, and would stand before it
    for part in record.parts():
        if title := part.title or (strings(_UNTITLED[part.anchor]) if part.anchor in _UNTITLED else ""):
            yield Entry(part.anchor, one_line(title), HEADING)
        for _, item in part.walk():
            yield _entry(record, part, item, strings)


def _entry(record: Record, part: Part, item: Item, strings: Strings) -> Entry:
    text = record.spoken(item.text) if isinstance(record, Script) else item.text
    measure = " · ".join(dict.fromkeys(measure_label(measure, item.text, strings) for measure in item.measures))
    return Entry(item.anchor, one_line(plain(text)), NEVER if item.never else LINE, measure, item.pin)


def one_line(text: str) -> str:
    """Return `text` without line ends or runs of blanks, which an index of lines has no place for."""
    return _GAP.sub(" ", text).strip()
