"""The kinds of records, one a folder: model, page, sheet and what else is the kind's own, bound by one descriptor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rolebook.kinds.checklists import CHECKLISTS
from rolebook.kinds.forms import FORMS
from rolebook.kinds.kind import Kind
from rolebook.kinds.procedures import PROCEDURES
from rolebook.kinds.quizzes import QUIZZES
from rolebook.kinds.roles import ROLES
from rolebook.kinds.scripts import SCRIPTS
from rolebook.kinds.standards import STANDARDS
from rolebook.model.record import Record

KINDS: Mapping[str, Kind[Any]] = {
    kind.folder: kind
    for kind in (
        ROLES,
        PROCEDURES,
        SCRIPTS,
        STANDARDS,
        CHECKLISTS,
        FORMS,
        QUIZZES,
    )
}
"""Every kind by its folder, in the order a reader meets them."""


def kind_of(record: Record) -> Kind[Any]:
    """Return the kind of a record."""
    return KINDS[record.folder]
