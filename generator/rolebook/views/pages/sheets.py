"""What a page says of its sheet on paper: where to print it, and which revision is current."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from rolebook.model.record import Earlier, Record, Revision
from rolebook.site import Site
from rolebook.views import paths


class SheetLink(NamedTuple):
    """The sheet of a record: a link to its PDF, and the record's revisions as JSON for the page's script."""

    href: str
    revisions: str


def links(site: Site) -> Callable[[Record, str], SheetLink | None]:
    """Return what templates call as `sheet(record, here)`; it gives None where no sheet is made."""

    def sheet(record: Record, here: str) -> SheetLink | None:
        path = paths.sheet_path(record) if site.posters else ""
        return SheetLink(paths.href(here, path), _revisions(record)) if path else None

    return sheet


def _revisions(record: Record) -> str:
    """Return [{number, effective, changes}], the newest first."""
    known: list[Revision | Earlier] = [record.revision, *sorted(record.history, key=lambda earlier: -earlier.number)]
    found = [{"number": r.number, "effective": str(r.effective), "changes": r.changes} for r in known]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
