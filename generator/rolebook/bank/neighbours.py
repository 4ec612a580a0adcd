"""Which records stand beside which: whose lines a line is compared with, and who is offered as a wrong answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolebook.model.address import Address
from rolebook.model.record import Record

NEAR = 12
"""How many other records of its kind a record is compared with; a bound, so that the work stays linear."""
FURTHER = 4
"""How many more there may be, from other departments."""


def neighbours(records: Iterable[Record]) -> dict[Address, tuple[Record, ...]]:
    """Return for each record others of its kind, those of its department first."""
    found: dict[Address, tuple[Record, ...]] = {}
    kinds: dict[tuple[str, bool], list[Record]] = {}
    for record in records:
        kinds.setdefault((record.folder, getattr(record, "is_department", False)), []).append(record)
    for kind in kinds.values():
        by_department: dict[str, list[Record]] = {}
        for record in kind:
            by_department.setdefault(getattr(record, "department", ""), []).append(record)
        within = {record.address: n for members in by_department.values() for n, record in enumerate(members)}
        for n, record in enumerate(kind):
            members = by_department[getattr(record, "department", "")]
            first = _ring(members, within[record.address], NEAR)
            others = {other.address: other for other in (*first, *_ring(kind, n, NEAR))}
            found[record.address] = tuple(others.values())[: NEAR + FURTHER]
    return found


def _ring(members: Sequence[Record], n: int, count: int) -> list[Record]:
    """Return up to `count` others, those that follow first and then from the beginning: each is near to as many."""
    return [members[(n + k) % len(members)] for k in range(1, min(count, len(members) - 1) + 1)]
