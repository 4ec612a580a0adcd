"""A day, as people write one."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator

from rolebook.language.dates import day
from rolebook.model.base import objection

EARLIEST, LATEST = 1970, 2199
"""Years a record may name: before, no computer counts days; beyond, nobody means a day (9999-12-31)."""


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = day(value)
    if found is None:
        raise objection("no-date", value=value)
    if not EARLIEST <= found.year <= LATEST:
        raise objection("day-out-of-range", value=value, earliest=EARLIEST, latest=LATEST)
    return found


Day = Annotated[datetime.date, BeforeValidator(_day)]
