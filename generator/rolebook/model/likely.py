"""What a name that leads nowhere was probably meant to be: a slip of the pen, or a line that was reworded or moved."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rolebook.errors import Message
from rolebook.model.address import Address, derived_id
from rolebook.model.base import FieldPath

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook

_DERIVED = re.compile("(?P<shown>.+)-[0-9a-f]{4}")


def nearest(text: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the known word closest to `text`, or "" where none is close: where less than `cutoff` of both is alike."""
    return next(iter(difflib.get_close_matches(text, list(known), n=1, cutoff=cutoff)), "")


def nearest_id(text: str, known: Mapping[str, str]) -> str:
    """Return the id of what was probably meant, "" where nothing is close; `known` are ids and the words behind them.

    An id that was made from words is compared by what it shows of them, any other as an id, and then as the words.
    """
    derived = {id: derived_id(words) for id, words in known.items()}
    for id, words in known.items():
        if text in (words, derived[id]):
            return id
    if was := _DERIVED.fullmatch(text):
        shown = {_shown(made): id for id, made in reversed([*derived.items()])}
        return shown.get(nearest(was["shown"], shown), "")
    if close := nearest(text, known):
        return close
    by_words = {known[id].lower(): id for id in reversed([*known])}
    return by_words.get(nearest(text.lower(), by_words), "")


def _shown(derived: str) -> str:
    found = _DERIVED.fullmatch(derived)
    return found["shown"] if found else derived


class _Stands(NamedTuple):
    """A line or a part: its words and where they stand."""

    words: str
    path: FieldPath


def likely(handbook: Handbook, address: Address, taken: Iterable[Address] = (), *, parts: bool = True) -> str:
    """Return the id of what an address that leads nowhere probably meant in its record; "" where nothing is close.

    What the same record refers to already (`taken`) is meant where nothing else is; `parts`: whether a part will do.
    """
    known = {id: stands.words for id, stands in _standing(handbook, address.page, parts).items()}
    used = {one.item for one in taken if one.page == address.page}
    unused = {id: words for id, words in known.items() if id not in used}
    return nearest_id(address.item, unused) or nearest_id(address.item, known)


def gone(handbook: Handbook, address: Address, taken: Iterable[Address] = (), *, parts: bool = True) -> Message | None:
    """Return what is told of a line or a part that is not at its address but probably elsewhere; None: nowhere.

    It is looked for by its words in its record, and under its id in the others.
    """
    near = likely(handbook, address, taken, parts=parts)
    derived = _DERIVED.fullmatch(address.item)
    elsewhere = [other for other in handbook.by_id.get(address.item, ()) if parts or other in handbook.lines]
    if near and not derived:
        return Message("unknown-reference", address=str(address), nearest=str(address._replace(item=near)))
    now = elsewhere[0] if len(elsewhere) == 1 else address._replace(item=near) if near else None
    if now is None:
        return None
    words, path = _standing(handbook, now.page, parts)[now.item]
    file, line, _ = handbook.place(now.page, path)
    return Message("line-gone", address=str(address), now=str(now), text=words, file=file, line=line)


def _standing(handbook: Handbook, page: Address, parts: bool) -> dict[str, _Stands]:
    """Return the lines of a record by id, then its parts that hold any."""
    record = handbook.records.get(page)
    found: dict[str, _Stands] = {}
    of_record = record.parts() if record else ()
    for part in of_record:
        for path, item in part.walk():
            found.setdefault(item.anchor, _Stands(item.text, path))
    for part in of_record if parts else ():
        if part.items and part.title:
            found.setdefault(part.anchor, _Stands(part.title, part.path[:-1]))
    return found
