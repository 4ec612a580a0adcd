"""What can be found: the lines of every record and of every hand-written page, grouped by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rolebook.kinds import kind_of
from rolebook.language import Language
from rolebook.language.strings import Strings
from rolebook.measure_label import measure_label
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain
from rolebook.model.item import Item
from rolebook.model.record import Record

TITLE, HEADING, LINE, NEVER, LABEL, SPOKEN = "t", "h", "i", "n", "l", "s"
"""The types of entries: a record's title, the heading of a section, step or node, a line, one never to be done, the
name of a field, and what is said in a call."""
PAGES = "pages"
"""The kind of hand-written pages, beside the folders of the records."""
_GAP = re.compile(r"\s+")


@dataclass(frozen=True)
class Entry:
    """One line that can be found: its anchor on the page ("" for a title), words, type, and the numbers it states."""

    anchor: str
    text: str
    entry_type: str = LINE
    measures: tuple[str, ...] = ()
    """in words"""
    pinned: bool = False
    """whether its author wants it before lines that fit as well"""
    also: tuple[str, ...] = ()
    """what else it is found by, though it does not say it"""


@dataclass(frozen=True)
class Group:
    """The entries of one page, its title first. `posts` are positions in the list of groups."""

    address: str
    """the page without its ending, as in roles/bar-attendant"""
    kind: str
    entries: tuple[Entry, ...]
    aliases: tuple[str, ...] = ()
    posts: tuple[int, ...] = ()


@lru_cache(maxsize=1)  # for the index and for the page of all lines
def groups(handbook: Handbook, strings: Strings) -> tuple[Group, ...]:
    """Return every record.

    Lines a checklist pulls from elsewhere are not repeated: they are found where they are written.
    """
    return tuple(_groups(handbook, strings))


def _groups(handbook: Handbook, strings: Strings) -> Iterator[Group]:
    position = {address: n for n, address in enumerate(handbook.records)}
    for record in handbook.records.values():
        posts = tuple(position[post.address] for post in handbook.posts_of(record))
        entries = (Entry("", record.title, TITLE), *_entries(handbook.language, record, strings))
        yield Group(str(record.address), record.folder, entries, record.aliases, posts)


def _entries(language: Language, record: Record, strings: Strings) -> Iterator[Entry]:
    kind = kind_of(record)
    also = kind.also(record)
    for part in record.parts() if kind.looked_up else ():
        if title := kind.title(part, strings):
            yield Entry(part.anchor, one_line(title), HEADING)
        for n, (_, item) in enumerate(part.walk()):
            entry = _entry(language, record, item, strings)
            if part.kind == "node" and entry.entry_type == LINE:
                entry = replace(entry, entry_type=SPOKEN)
            words = [*(also.get(part.anchor, ()) if n == 0 else ()), *also.get(item.anchor, ()), *_measured(item)]
            unsaid = dict.fromkeys(word for word in map(one_line, words) if word not in entry.text)
            yield replace(entry, entry_type=LABEL if kind.labels else entry.entry_type, also=tuple(unsaid))


def _entry(language: Language, record: Record, item: Item, strings: Strings) -> Entry:
    labels = dict.fromkeys(measure_label(measure, item.text, language, strings) for measure in item.measures)
    text = one_line(plain(record.spoken(item.text)))
    return Entry(item.anchor, text, NEVER if item.never else LINE, tuple(labels), item.pin)


def _measured(item: Item) -> Iterator[str]:
    """Yield what the numbers of a line are of, and when they hold."""
    for measure in item.measures:
        yield from filter(None, (measure.of, measure.when))


def one_line(text: str) -> str:
    """Return `text` without line ends or runs of blanks, which an index of lines has no place for."""
    return _GAP.sub(" ", text).strip()
