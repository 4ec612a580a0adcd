"""Days as people write them, in any language that has tables: 2026-1-2, 2026/1/2, 2026年1月2日, 2 January 2026."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from rolebook.language.strings import WRITTEN
from rolebook.language.tables import table

_FIGURES = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})")
"""Year, month and day: the only order of mere figures that is read in one way everywhere."""


def day(text: str) -> datetime.date | None:
    """Return the day that a text is; None where it is none, or none that there is."""
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    for form, months in _forms():
        if match := form.fullmatch(text):
            month = match["m"].lower()
            try:
                return datetime.date(int(match["y"]), months.get(month) or int(month), int(match["d"]))
            except ValueError:
                return None
    return None


@cache
def _forms() -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    return ((_FIGURES, {}), *_written())


def _written() -> Iterator[tuple[re.Pattern[str], dict[str, int]]]:
    """Yield the forms of every language, each with the numbers of its months by name."""
    for code in WRITTEN:
        found = table(code, "grammar")["dates"]
        months = {name.lower(): n for names in found["months"] for n, name in enumerate(names, 1)}
        named = "|".join(map(re.escape, sorted(months, key=len, reverse=True))) or "(?!)"
        parts = {"y": r"(?P<y>\d{4})", "m": rf"(?P<m>\d{{1,2}}|{named})", "d": r"(?P<d>\d{1,2})", " ": " ?"}
        for form in found["forms"]:
            pieces = re.split(r"\{([ymd])\}", form)
            yield re.compile(" ?".join(parts.get(piece, re.escape(piece)) for piece in pieces), re.I), months
