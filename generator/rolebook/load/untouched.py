"""Whether a record is still the starter it was begun from: its lines are examples, and nobody's rules."""

from __future__ import annotations

from functools import cache
from typing import Any

from rolebook.language.starters import starters
from rolebook.language.strings import LANGUAGES
from rolebook.load.node import Node
from rolebook.load.syntax import read

_OWN = frozenset({"title", "aliases", "department", "revision", "source"})
"""What an author fills in first; the rest is what the record says."""


def is_untouched(kind: str, root: Node) -> bool:
    """Tell whether a record of a kind says what the starter of that kind says, in any language."""
    keys = root.value.keys() - _OWN if isinstance(root.value, dict) else None
    return any(keys == starter.keys() and _rest(root) == starter for starter in _starters(kind))


@cache
def _starters(kind: str) -> list[dict[str, Any]]:
    found = (read(kind, starters(code)[f"{kind}.yml"].encode(), frozenset())[0] for code in LANGUAGES)
    return [_rest(root) for root in found if root]


def _rest(root: Node) -> dict[str, Any]:
    return {key: value for key, value in root.plain().items() if key not in _OWN}
