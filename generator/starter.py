"""Starter files for authors: one record of a kind, or a whole small handbook that builds at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.model import KINDS
from generator.model.address import ID
from generator.model.schema import json_schema

_HERE = Path(__file__).parent / "templates" / "starter"


def new(docs: Path, kind: str, record_id: str, *, force: bool = False) -> Path:
    """Write docs/KIND/ID.yml and return its path.

    Raises ValueError where the id cannot be a file name or an address, FileExistsError where the file is there.
    """
    if not re.fullmatch(ID, record_id):
        raise ValueError(f"'{record_id}' cannot be an id: use letters, digits and hyphens")
    path = docs / kind / f"{record_id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not force:
        raise FileExistsError(17, "exists", str(path))
    path.write_text((_HERE / f"{kind}.yml").read_text("utf-8"), "utf-8")
    return path


def init(folder: Path, company: str) -> list[Path]:
    """Write a handbook of one record of each kind into `folder`, which must be new or empty; return what was written.

    Raises FileExistsError otherwise.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(17, "not empty", str(folder))
    written = []
    for source in sorted((_HERE / "handbook").rglob("*")):
        if source.is_file():
            target = folder / source.relative_to(_HERE / "handbook")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                source.read_text("utf-8").replace("COMPANY", json.dumps(company, ensure_ascii=False)), "utf-8"
            )
            written.append(target)
    return written + write_schemas(folder)


def write_schemas(folder: Path) -> list[Path]:
    """Write the JSON Schema of each kind to FOLDER/.rolebook/KIND.json and return the paths."""
    target = folder / ".rolebook"
    target.mkdir(exist_ok=True)
    paths = []
    for kind, model in KINDS.items():
        path = target / f"{kind}.json"
        path.write_text(json.dumps(json_schema(model), ensure_ascii=False, indent=1) + "\n", "utf-8")
        paths.append(path)
    return paths
