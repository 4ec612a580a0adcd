"""Records and handbooks for tests, made from plain values as a YAML file would give them."""

from __future__ import annotations

from typing import Any

from rolebook.kinds import KINDS
from rolebook.model.address import Address
from rolebook.model.base import Fault
from rolebook.model.checks import check
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record

REVISION = {"number": 1, "effective": "2026-01-02", "owner": "人事部"}


def record(address: str, **values: Any) -> Record:
    """Return the record at `roles/bar`; its title is its id where none is given."""
    place = Address.parse(address)
    assert place is not None
    values = {"title": place.record, "revision": REVISION} | values
    if place.folder == "roles":
        values = {"department": "客服部"} | values
    made: Record = KINDS[place.folder].model.model_validate(values)
    return made.named(place.record)


def role(name: str, *lines: Any, **values: Any) -> Record:
    """Return a role with these lines in one section called 职责 (id duties)."""
    section = {"title": "职责", "id": "duties", "items": list(lines)}
    return record(f"roles/{name}", **({"sections": [section]} | values))


def faults(*records: Record) -> list[Fault]:
    """Return what is wrong with the handbook of these records."""
    return [*check(Handbook(records))]
