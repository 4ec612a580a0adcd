"""What the browser gets of a language's tables, as data: the front end reads the same words as the generator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rolebook.language.patterns import patterns
from rolebook.language.script import simplified
from rolebook.language.tables import table


def browser_tables(code: str) -> Mapping[str, Any]:
    """Return the tables as JSON values, by name; frontend/src/core/language.ts says what each holds."""
    return {"grammar": _grammar(table(code, "grammar"), table(code, "queries")), "numbers": _browsers(_numbers(code))}


def _grammar(found: Mapping[str, Any], queries: Mapping[str, Any]) -> Mapping[str, Any]:
    lookup, marks = found["lookup"], found["marks"]
    return {
        "empty": [*lookup["empty"], *queries["empty"]],
        "weak": queries["weak"],
        "asks": queries["asks"],
        "persons": queries["persons"],
        "makes": queries["makes"],
        "endings": queries["endings"],
        "asksBetween": lookup["asks_between"],
        "post": lookup["post"],
        "kind": lookup["kind"],
        "stops": "".join((*marks["sentence"], *marks["clause"])),
        "endStops": "".join(marks["sentence_before_blank"]),
    }


def _numbers(code: str) -> Mapping[str, Any]:
    found = dict(patterns(code))
    used = {character for character in str(found) if character >= "\u3400"}
    # The table of Traditional characters is read for a language that uses Chinese ones.
    variants = {old: new for old, new in simplified().items() if new in used} if used else {}
    left_out = ("said", "list", "script")
    folds = "".join(old + new for old, new in sorted(variants.items()))
    return {**{name: value for name, value in found.items() if name not in left_out}, "folds": folds}


def _browsers(value: Any) -> Any:
    """Return tables with their named groups as browsers write them."""
    if isinstance(value, str):
        return value.replace("(?P<", "(?<")
    if isinstance(value, Mapping):
        return {name: _browsers(inner) for name, inner in value.items()}
    return [_browsers(inner) for inner in value] if isinstance(value, list | tuple) else value
