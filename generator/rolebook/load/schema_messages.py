"""Turns what the schema objects to into messages an author can act on: what was expected, what was found, the fix.

No words of pydantic's own reach an author: they are English, and written for programmers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails, core_schema

from rolebook.errors import Message
from rolebook.load.mend import BULLET, LINE_KEY, OPENING
from rolebook.load.node import Node, Placed
from rolebook.model.base import Model
from rolebook.model.defaults import Defaults
from rolebook.model.likely import nearest

PYDANTIC = frozenset(get_args(core_schema.ErrorType))
"""What pydantic objects to by itself; any other type is a code of our models (`objection`)."""
OF_WHAT_IS_LEFT = ("empty-value", "list-expected", "text-expected", "keys-expected", "line-expected")
"""What is told of a value that was cut off where it is told of already."""
_NAME = re.compile("[a-z_]+")
_QUOTED = re.compile(r"'([^']*)'")
_RULES = {"greater_than": "gt", "greater_than_equal": "ge", "less_than": "lt", "less_than_equal": "le"}


def schema_messages(error: ValidationError, kind: type[Model], root: Node) -> list[Placed]:
    """Return all errors of a record, or of what else is of `kind`, whose tree is `root`.

    A key that is misspelt is not missing as well, and a list whose entries are faulty is not too short.
    """
    errors = [e for e in error.errors(include_url=False) if e["type"] != "too_short" or _is_short(e, root)]
    cut = {path: key for e in errors if (path := e["loc"][:-1]) and (key := _cut_at_a_colon(path, kind, root))}
    misspelt = {
        (*e["loc"][:-1], close)
        for e in errors
        if e["type"] == "extra_forbidden" and (close := nearest(str(e["loc"][-1]), known_keys(kind, e["loc"][:-1])))
    }
    emptied = {(*path, key) for e in errors for path in [e["loc"][:-1]] if (key := _should_hold(e, kind, root))}
    kept = [e for e in errors if e["type"] != "missing" or e["loc"] not in misspelt | emptied]
    told = [_cut(root.find(path), key) for path, key in cut.items()]
    return told + [_placed(e, kind, root) for e in kept if not any(e["loc"][: len(path)] == path for path in cut)]


def _cut_at_a_colon(path: tuple[int | str, ...], kind: type[Model], root: Node) -> str:
    """Return what stands before a ': ' that has made keys of a line at `path`; "" where it has not."""
    node = root.find(path)
    first = next(iter(node.value), "") if isinstance(node.value, dict) else ""
    if not isinstance(first, str) or not first or LINE_KEY in node.value or LINE_KEY not in known_keys(kind, path):
        return ""
    known = known_keys(kind, path)
    return "" if first in known or (_NAME.fullmatch(first) and nearest(first, known)) else first


def _cut(node: Node, key: str) -> Placed:
    """Return that a line of which `node` is what is left must stand in quotes."""
    line, column = node.keys[key]
    below = isinstance(node.value, dict) and isinstance(node.value[key].value, list)
    message = Message("list-below-a-line", key=key) if below else Message("colon-in-a-line", key=key)
    return Placed(line, column, message, len(key) + 1)


def _placed(error: ErrorDetails, kind: type[Model], root: Node) -> Placed:
    """Return one validation error of a record of `kind` whose tree is `root`."""
    path = error["loc"]
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    node = root.find(path)
    if error["type"] == "extra_forbidden":
        line, column = root.find(path[:-1]).keys.get(key, (node.line, node.column))
        if above := _should_hold(error, kind, root):
            return Placed(line, column, Message("not-indented", key=key, above=above), len(key))
        known = known_keys(kind, path[:-1])
        return Placed(
            line, column, Message("unknown-key", key=key, known=tuple(known), nearest=nearest(key, known)), len(key)
        )
    if error["type"] == "missing":
        parent = root.find(path[:-1])
        shared = kind is not Defaults and key in Defaults.model_fields
        message = Message("missing-key-of-all", key=key) if shared else Message("missing-key", key=key)
        return Placed(parent.line, parent.column, message)
    if error["type"] == "string_type" and isinstance(node.value, dict) and len(node.value) == 1:
        return _cut(node, next(iter(node.value)))
    if error["type"].endswith(("list_type", "tuple_type")) and (placed := _no_list(node, known_keys(kind, (*path, 0)))):
        return placed
    if error["type"] == "model_type" and LINE_KEY in known_keys(kind, path):
        return node.placed(Message("line-expected", key=key, found=_found(node)))
    return node.placed(_message(error["type"], key, error.get("ctx", {}), node))


def _should_hold(error: ErrorDetails, kind: type[Model], root: Node) -> str:
    """Return the key above an unknown one that holds nothing and would know it, had it been indented; "" if none."""
    *path, key = error["loc"]
    node = root.find(tuple(path))
    if error["type"] != "extra_forbidden" or not isinstance(node.value, dict):
        return ""
    for above, value in reversed([*node.value.items()][: [*node.value].index(str(key))]):
        if value.value == "" and not value.width:
            below = (*known_keys(kind, (*path, above)), *known_keys(kind, (*path, above, 0)))
            return above if key in below else ""
    return ""


def _no_list(node: Node, of_entries: list[str]) -> Placed | None:
    """Return why what was meant as a list is none, as far as it shows: brackets of another width, a dash forgotten."""
    if isinstance(node.value, str) and (bullet := BULLET.match(node.value)):
        return Placed(node.line, node.column, Message("bullet", sign=bullet["sign"]), len(bullet["sign"]))
    if isinstance(node.value, str) and node.value[:1] in OPENING:
        return Placed(node.line, node.column, Message("full-width-bracket", sign=node.value[0]))
    first = next(iter(node.value), "") if isinstance(node.value, dict) else ""
    if first in of_entries:
        return Placed(*node.keys[first], Message("dash-missing", key=first), len(first))
    return None


def _message(code: str, key: str, context: Mapping[str, Any], node: Node) -> Message:
    if code not in PYDANTIC:
        return Message(code, **context)
    if code.endswith(("list_type", "tuple_type")):
        return Message("list-expected", key=key, found=_found(node))
    if code in ("model_type", "model_attributes_type", "dict_type"):
        return Message("keys-expected", key=key, found=_found(node))
    if code == "too_short":
        return Message("too-few-entries", key=key, least=context["min_length"])
    if code == "string_too_short" and key == "[key]":  # as pydantic calls a name of the author's own
        return Message("empty-key")
    if not isinstance(node.value, str):
        return Message("text-expected", key=key, found=_found(node))
    return _of_text(code, key, context, node.value)


def _of_text(code: str, key: str, context: Mapping[str, Any], text: str) -> Message:
    """Return what is wrong with a value that is one text."""
    if code == "string_too_short":
        return Message("empty-value", key=key)
    if code == "string_too_long":
        return Message("too-long", key=key, most=context["max_length"])
    if code == "string_pattern_mismatch":
        return Message("bad-id", id=text)
    if code == "literal_error":
        return Message("no-such-choice", value=text, key=key, choices=tuple(_QUOTED.findall(context["expected"])))
    if code in _RULES:
        rule = _RULES[code]
        return Message("number-out-of-range", value=text, key=key, rule=rule, bound=context[rule])
    if code.startswith("int"):
        return Message("no-whole-number", value=text, key=key)
    if code.startswith(("float", "finite")):
        return Message("no-number", value=text, key=key)
    if code.startswith("date"):
        return Message("no-date", value=text)
    if code.startswith("bool"):
        return Message("neither-true-nor-false", value=text)
    return Message("invalid-value", value=text, key=key)


def _is_short(error: ErrorDetails, root: Node) -> bool:
    """Tell whether a list has too few entries as it is written; pydantic counts those without a fault."""
    return len(root.find(error["loc"]).value) < int(error["ctx"]["min_length"])


def _found(node: Node) -> str:
    return {str: "text", list: "list", dict: "keys"}[type(node.value)]


def known_keys(kind: type[Model], path: tuple[int | str, ...]) -> list[str]:
    """Return the keys the schema knows at `path` of a record."""
    return _known(kind, tuple(0 if isinstance(step, int) else step for step in path))


@cache
def schema_of(kind: type[Model]) -> dict[str, Any]:
    """Return the JSON Schema of a kind."""
    return kind.model_json_schema()


@lru_cache(maxsize=4096)  # an author's own names are paths too, so that there is no end of them
def _known(kind: type[Model], path: tuple[int | str, ...]) -> list[str]:
    schema = schema_of(kind)
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
