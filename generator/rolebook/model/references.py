"""References between records: every one leads somewhere, or its author is told where it was probably meant to lead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rolebook.errors import Message
from rolebook.model.address import Address
from rolebook.model.base import Fault
from rolebook.model.handbook import Handbook
from rolebook.model.likely import gone, likely, nearest
from rolebook.model.named_form import NamedForm
from rolebook.model.record import Record
from rolebook.model.renames import now_called


def references(handbook: Handbook, record: Record) -> Iterator[Fault]:
    """Yield the references of a record, and of its lines to forms, that lead nowhere."""
    me = str(record.address)
    mentions = [(path, folder, text, Address.parse(text, folder)) for path, folder, text in record.mentions()]
    taken = {address for *_, address in mentions if address and handbook.has(address)}
    for path, folder, text, address in mentions:
        if address is None:
            yield Fault(me, path, _no_address(handbook, text, folder))
        elif not handbook.has(address):
            of_lines = path[-1] in record.of_lines
            yield Fault(me, path, now_called(handbook, address) or _missing(handbook, address, taken, of_lines))
        elif folder == NamedForm.folder and (message := _no_form(handbook, text)):
            yield Fault(me, path, message)
    for part in record.parts():
        for path, item in part.walk():
            for n, form in enumerate(item.forms):
                if message := _no_form(handbook, form):
                    yield Fault(me, (*path, "forms", n), message)


def _no_address(handbook: Handbook, text: str, folder: str) -> Message:
    """Return that a text is no address, and of what it names by a title, or in signs of full width."""
    plain = unicodedata.normalize("NFKC", text)
    name, _, item = plain.partition("#")
    record = handbook.titled(name)
    meant = record.address._replace(item=item) if record else Address.parse(plain, folder)
    if meant is None or not handbook.has(meant):
        return Message("no-address", text=text)
    return Message("no-address", text=text, nearest=str(meant))


def _missing(handbook: Handbook, address: Address, taken: set[Address], of_lines: bool) -> Message:
    """Return that nothing is at an address, and what fits in its place: a line or a part, where `of_lines`."""
    if address.page in handbook.records:
        return gone(handbook, address, taken) or _did_you_mean(address, "")
    page = Address.parse(nearest(str(address.page), map(str, handbook.records)))
    meant = page._replace(item=address.item) if page else None
    if meant and handbook.has(meant):
        return _did_you_mean(address, f"{page}#…" if of_lines and not meant.item else str(meant))
    if address.item and (found := gone(handbook, address, taken)):
        return found
    return _did_you_mean(address, f"{page}#{likely(handbook, meant, taken) or '…'}" if meant else "")


def _did_you_mean(address: Address, near: str) -> Message:
    return Message("unknown-reference", address=str(address), nearest=near)


def _no_form(handbook: Handbook, reference: str) -> Message | None:
    """Return that a reference means no form, if it means none."""
    address = Address.parse(reference, NamedForm.folder)
    if handbook.form(reference) or (address and address.page in handbook.unread):
        return None
    near = nearest(reference, (form.id for form in handbook.of(NamedForm)))
    return (address and now_called(handbook, address)) or Message("unknown-form", form=reference, nearest=near)
