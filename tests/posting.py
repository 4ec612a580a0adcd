"""One sheet of a small handbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views.posters import Poster, typeset_all
from tests.records import record

BLANK = Site("手册", Strings("zh"))


def one(records: Iterable[Record], address: str, site: Site = BLANK) -> Poster:
    """Return the sheet of one record of a handbook."""
    found = {str(poster.sheet.record.address): poster for poster in typeset_all(Handbook(records), site)}
    return found[address]


def checklist(*items: Any, **values: Any) -> Record:
    """Return a checklist with one section of these lines."""
    values = {"when": "班前", "by": ["吧台"], "sections": [{"title": "设备", "items": list(items)}]} | values
    return record("checklists/daily", **values)
