"""Records and handbooks for tests, made from plain values as a YAML file would give them."""

from __future__ import annotations

from typing import Any

from generator.model import KINDS
from generator.model.address import Address
from generator.model.base import Fault
from generator.model.checks import check
from generator.model.handbook import Handbook
from generator.model.record import Record

REVISION = {"number": 1, "effective": "2026-01-02", "owner": "人事部"}


def record(address: str, **values: Any) -> Record:
    """Return the record at `roles/bar`; its title is its id where none is given."""
    place = Address.parse(address)
    assert place is not None
    values = {"title": place.record, "revision": REVISION} | values
    if place.folder == "roles":
        values = {"department": "客服部"} | values
    return KINDS[place.folder].model_validate(values).named(place.record)


def role(name: str, *lines: Any, **values: Any) -> Record:
    """Return a role with these lines in one section called 职责 (id duties)."""
    section = {"title": "职责", "id": "duties", "items": list(lines)}
    return record(f"roles/{name}", **({"sections": [section]} | values))


def faults(*records: Record) -> list[Fault]:
    """Return what is wrong with the handbook of these records."""
    return [*check(Handbook(records))]
