"""`rolebook check --numbers`: every number of every line and what it was read as, for the author to look through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rolebook.language import Language
from rolebook.language.quantity import Quantity, shown
from rolebook.model.handbook import Handbook, PlacedItem
from rolebook.model.measure import bounds_of


def listed(handbook: Handbook) -> Iterator[str]:
    """Yield each line that states numbers, with its place, and below it each number as a measure would write it."""
    for line, quantities in _stated(handbook):
        place = handbook.written(line)
        yield f"{place.file}:{place.line}: {' '.join(line.item.text.split())}"
        for quantity in quantities:
            yield f"    {line.item.text[quantity.start : quantity.end]} → {_read(quantity, handbook.language)}"


def as_data(handbook: Handbook) -> list[dict[str, Any]]:
    """Return every number as JSON values; `start` and `end` count the characters of the line as it was written."""
    return [
        {
            "file": (place := handbook.written(line)).file,
            "line": place.line,
            "address": str(line.address),
            "text": line.item.text,
            "start": quantity.start,
            "end": quantity.end,
            "words": line.item.text[quantity.start : quantity.end],
            "bounds": bounds_of(quantity),
            "unit": quantity.unit.text,
            "counts": quantity.unit.name,
            "said": quantity.bound_text,
            "when": quantity.condition,
        }
        for line, quantities in _stated(handbook)
        for quantity in quantities
    ]


def _stated(handbook: Handbook) -> Iterator[tuple[PlacedItem, tuple[Quantity, ...]]]:
    for line in handbook.lines.values():
        if quantities := handbook.language.quantities(line.item.text):
            yield line, quantities


def _read(quantity: Quantity, language: Language) -> str:
    """Return a number with the keys of a measure: at_most: 5, unit: minutes, when: …; 06:30/18:30 is either."""
    readings = (quantity.readings(n) for n in range(len(quantity.values)))
    bounds = {name: "/".join(map(shown, values)) for name, values in zip(bounds_of(quantity), readings, strict=True)}
    found = {**bounds, "unit": language.numbers.name(quantity.unit), "when": quantity.condition}
    return ", ".join(f"{name}: {value}" for name, value in found.items() if value)
