"""Records that had another id before: every earlier id leads to one record, and nothing refers to it any more."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.errors import Message
from rolebook.model.address import Address
from rolebook.model.base import Fault
from rolebook.model.handbook import Handbook
from rolebook.model.post import Post
from rolebook.model.record import Record


def renames(handbook: Handbook) -> Iterator[Fault]:
    """Yield what is wrong with earlier ids: no address, in use again, claimed twice, still the name of a post."""
    claimed: dict[Address, Address] = {}
    for record in handbook.records.values():
        me = str(record.address)
        for n, text in enumerate(record.renamed_from):
            if message := _unfit(handbook, record, text, claimed):
                yield Fault(me, ("renamed_from", n), message)
        # A post named by an earlier id would pass for the plain name of a post without a record.
        for path, name in record.named_posts():
            address = Address.parse(name, Post.folder)
            if address and handbook.role(name) is None and (message := now_called(handbook, address)):
                yield Fault(me, path, message)


def _unfit(handbook: Handbook, record: Record, text: str, claimed: dict[Address, Address]) -> Message | None:
    """Return why a text is no earlier id of a record, or None; what is, is noted in `claimed`."""
    earlier = Address.parse(text, record.folder)
    if earlier is None or earlier.item:
        return Message("bad-earlier-id", text=text)
    if earlier == record.address:
        return Message("earlier-id-its-own", id=text)
    if handbook.has(earlier):
        return Message("earlier-id-in-use", address=str(earlier))
    if earlier in claimed:
        return Message("earlier-id-twice", address=str(earlier), other=str(claimed[earlier]))
    claimed[earlier] = record.address
    return None


def now_called(handbook: Handbook, address: Address) -> Message | None:
    """Return what a reference to an earlier id is told; None where no record had it."""
    record = handbook.renamed.get(address.page)
    if record is None:
        return None
    now = record.address._replace(item=address.item)
    return Message("now-called", old=str(address.page), record=str(record.address), now=str(now))
