"""Names of posts and documents that have no record: plain words, or a reference that misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rolebook.errors import Message
from rolebook.language.likeness import Likeness
from rolebook.model.address import Address
from rolebook.model.base import Fault, FieldPath
from rolebook.model.handbook import Handbook
from rolebook.model.post import Post
from rolebook.model.record import Record
from rolebook.model.renames import now_called

_LIKE_AN_ID = re.compile(r"[a-z]+/.*|[a-z0-9]+(?:[-_][a-z0-9]+)+|.*#.*")


class FreeName(NamedTuple):
    """A name without a record, and where it is written; `sort` is "post" or "document"."""

    sort: str
    name: str
    record: Address
    path: FieldPath


def free_names(handbook: Handbook) -> Iterator[FreeName]:
    """Yield every name of a post or a document that has no record, in reading order."""
    for record in handbook.records.values():
        for path, name in record.named_posts():
            address = Address.parse(name, Post.folder)
            if handbook.role(name) or (address and (address in handbook.unread or now_called(handbook, address))):
                continue
            yield FreeName("post", name, record.address, path)
    for line in handbook.lines.values():
        for start, end in handbook.language.grammar.names.titles_at(line.item.text):
            title = line.item.text[start:end]
            if not handbook.titled(title) and not handbook.named_forms(title):
                yield FreeName("document", title, line.record.address, line.path)


def misses(handbook: Handbook) -> Iterator[Fault]:
    """Yield the names that are meant to be those of records: a slip of the pen away from one, or written as ids are."""
    found = [*free_names(handbook)]
    if not found:
        return
    titles = (name for record in handbook.records.values() for name in (record.title, *record.aliases))
    near = {
        "post": Likeness(name for role in handbook.of(Post) for name in _names(role)),
        "document": Likeness(titles, shortest=4),
    }
    # What a faulty file calls itself is not known, so that a name in it may be right.
    unread = {address.folder for address in handbook.unread}
    faulty = {"post": Post.folder in unread, "document": bool(unread)}
    for one in found:
        meant = near[one.sort].nearest(one.name)
        like_an_id = one.sort == "post" and _LIKE_AN_ID.fullmatch(one.name)
        if like_an_id or (meant and not faulty[one.sort]):
            post = Message("no-such-post", name=one.name, id=one.name.rpartition("/")[2], nearest=meant)
            document = Message("unknown-document", name=one.name, nearest=meant)
            yield Fault(str(one.record), one.path, post if one.sort == "post" else document)


def _names(role: Record) -> tuple[str, ...]:
    return (role.id, role.title, *role.aliases)
