"""Whether a record is still the starter it was begun from: its lines are examples, and nobody's rules."""

from __future__ import annotations

from functools import cache
from typing import Any

from rolebook.language.derived import derived
from rolebook.language.starters import starter
from rolebook.language.strings import LANGUAGES
from rolebook.load.node import Node
from rolebook.load.syntax import read

_OWN = frozenset({"title", "aliases", "department", "revision", "source"})
"""What an author fills in first; the rest is what the record says."""


def is_untouched(kind: str, root: Node) -> bool:
    """Tell whether a record of a kind says what the starter of that kind says, in any language."""
    keys = root.value.keys() - _OWN if isinstance(root.value, dict) else None
    return any(
        keys == _starter(kind, _source(code)).keys() and _rest(root) == _starter(kind, code) for code in LANGUAGES
    )


def _source(code: str) -> str:
    """Return the language that has a starter's keys already: none is made Traditional only to compare its keys."""
    made = derived(code)
    return made.source if made else code


@cache
def _starter(kind: str, code: str) -> dict[str, Any]:
    root = read(kind, starter(code, f"{kind}.yml").encode(), frozenset())[0]
    return _rest(root) if root else {}


def _rest(root: Node) -> dict[str, Any]:
    return {key: value for key, value in root.plain().items() if key not in _OWN}
