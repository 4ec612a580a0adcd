"""Turns what the schema objects to into Problems an author can act on: what was expected, what was found, the fix."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.tree import Node
from generator.model.checks import nearest
from generator.model.record import Record

Worded = tuple[int, int, str, str, int]
"""line and column from 0, message, hint, width"""


def word_all(error: ValidationError, kind: type[Record], root: Node) -> list[Worded]:
    """Word all errors of a record of `kind` whose tree is `root`; a key that is misspelt is not missing as well."""
    errors = error.errors(include_url=False)
    misspelt = {
        (*e["loc"][:-1], close)
        for e in errors
        if e["type"] == "extra_forbidden" and (close := _closest(str(e["loc"][-1]), known_keys(kind, e["loc"][:-1])))
    }
    return [worded(e, kind, root) for e in errors if e["type"] != "missing" or e["loc"] not in misspelt]


def _closest(word: str, known: list[str]) -> str:
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.5)), "")


def worded(error: ErrorDetails, kind: type[Record], root: Node) -> Worded:
    """Word one validation error of a record of `kind` whose tree is `root`."""
    path = error["loc"]
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), kind.folder)
    node = root.find(path)
    code, context = error["type"], error.get("ctx", {})
    if code == "extra_forbidden":
        line, column = root.find(path[:-1]).keys.get(name, (node.line, node.column))
        known = known_keys(kind, path[:-1])
        return (
            line,
            column,
            f"unknown key '{name}'",
            nearest(name, known) or f"known here: {', '.join(known)}",
            len(name),
        )
    if code == "missing":
        parent = root.find(path[:-1])
        return parent.line, parent.column, f"'{name}' is missing", f"add '{name}: …'", 1
    message, hint = _phrase(code, name, context, error["msg"], node)
    return node.line, node.column, message, hint, max(1, node.width)


def _phrase(code: str, name: str, context: dict[str, Any], default: str, node: Node) -> tuple[str, str]:
    found = {str: "text", list: "a list", dict: "keys"}[type(node.value)]
    if code == "value_error":
        return str(context["error"]), ""
    if code in ("string_too_short", "too_short"):
        return (
            f"'{name}' is empty",
            "write it, or remove the key" if code == "string_too_short" else f"at least {context['min_length']} needed",
        )
    if code == "literal_error":
        return f"'{node.value}' is no '{name}'", f"one of {context['expected'].replace(' or ', ', ')}"
    if code.startswith(("date", "datetime")):
        return f"'{node.value}' is no date", "write it as 2026-11-23"
    if code == "string_pattern_mismatch":
        return f"'{node.value}' cannot be an id", "use letters, digits and hyphens, without spaces"
    if code.startswith(("int", "float", "greater", "less", "finite")):
        return f"'{node.value}' is no valid number for '{name}'", default.replace("Input should be", "it should be")
    if code.startswith("bool"):
        return f"'{node.value}' is neither true nor false", "write true or false"
    if code in ("tuple_type", "list_type"):
        return f"'{name}' needs a list, and this is {found}", "begin each entry on a line of its own with '- '"
    if code == "string_type":
        return f"'{name}' needs text, and this is {found}", 'put text that holds ": " or begins with { or [ in quotes'
    if code in ("model_type", "model_attributes_type", "dict_type"):
        return f"'{name}' needs keys, and this is {found}", "write 'key: value' lines under it, indented"
    return default, ""


def known_keys(kind: type[Record], path: tuple[int | str, ...]) -> list[str]:
    """Return the keys the schema knows at `path` of a record."""
    schema = kind.model_json_schema()
    definitions = schema.get("$defs", {})
    here = [schema]
    for step in path:
        here = [below for part in here for below in _below(part, step, definitions)]
    return [key for part in here for option in _options(part, definitions) for key in option.get("properties", {})]


def _options(part: dict[str, Any], definitions: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in part:
        return _options(definitions[part["$ref"].rsplit("/", 1)[1]], definitions)
    return [o for option in part["anyOf"] for o in _options(option, definitions)] if "anyOf" in part else [part]


def _below(part: dict[str, Any], step: int | str, definitions: dict[str, Any]) -> list[dict[str, Any]]:
    options = _options(part, definitions)
    if isinstance(step, int):
        return [option["items"] for option in options if "items" in option]
    found = [option["properties"][step] for option in options if step in option.get("properties", {})]
    return found or [o["additionalProperties"] for o in options if isinstance(o.get("additionalProperties"), dict)]
