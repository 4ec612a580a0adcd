"""`rolebook check --names`: posts and documents that are mere names, for the author to look through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolebook.errors import Place
from rolebook.model.free_names import free_names
from rolebook.model.handbook import Handbook


def listed(handbook: Handbook) -> Iterator[str]:
    """Yield each name, what it is the name of, and where it stands."""
    for (sort, name), places in _places(handbook).items():
        where = "  ".join(f"{place.file}:{place.line}" for place in places)
        yield handbook.language.say("free-name", sort=sort, name=name, where=where).text


def as_data(handbook: Handbook) -> list[dict[str, Any]]:
    """Return the same as JSON values."""
    return [
        {"sort": sort, "name": name, "places": [{"file": place.file, "line": place.line} for place in places]}
        for (sort, name), places in _places(handbook).items()
    ]


def _places(handbook: Handbook) -> Mapping[tuple[str, str], list[Place]]:
    found: dict[tuple[str, str], list[Place]] = {}
    for one in free_names(handbook):
        found.setdefault((one.sort, one.name), []).append(handbook.place(one.record, one.path))
    return found
