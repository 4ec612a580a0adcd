"""JSON Schema of each sort of file, for editors that complete and check YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rolebook.kinds import KINDS
from rolebook.model.base import Model
from rolebook.model.defaults import Defaults

SCALARS = ["string", "number", "boolean"]
FILES: Mapping[str, type[Model]] = {**{folder: kind.model for folder, kind in KINDS.items()}, "handbook": Defaults}
"""What each sort of file holds: a record of a kind, or the defaults for all of them."""


def json_schema(kind: type[Model]) -> dict[str, Any]:
    """Return the schema of what a file holds.

    Rolebook reads every scalar as the text that was written; an editor takes 30 for a number and `on` for a boolean, so
    wherever text may stand the schema lets those stand too. What docs/handbook.yml may say for all is nowhere required.
    """
    schema = kind.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        if "required" in part:
            part["required"] = [key for key in part["required"] if key not in Defaults.model_fields]
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
