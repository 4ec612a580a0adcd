"""JSON Schema of a kind, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

from generator.model.record import Record

SCALARS = ["string", "number", "boolean"]


def json_schema(kind: type[Record]) -> dict[str, Any]:
    """Return the schema of a kind.

    Rolebook reads every scalar as the text that was written; an editor takes 30 for a number and `on` for a boolean, so
    wherever text may stand the schema lets those stand too.
    """
    schema = kind.model_json_schema()
    _widen(schema)
    return schema | {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def _widen(part: Any) -> None:
    if isinstance(part, dict):
        if part.get("type") == "string" and not {"enum", "format"} & part.keys():
            part["type"] = SCALARS
        for value in part.values():
            _widen(value)
    elif isinstance(part, list):
        for value in part:
            _widen(value)
