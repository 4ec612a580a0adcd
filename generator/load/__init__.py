"""YAML under docs/ to a validated Handbook: the only user of yaml, the only place that knows line numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from generator.errors import HandbookError, Problem
from generator.load.synonyms import SYNONYMS, synonyms
from generator.load.syntax import read
from generator.load.tree import Node
from generator.load.wording import Worded, word_all
from generator.model import KINDS
from generator.model.address import ID, Address
from generator.model.base import Fault
from generator.model.base import Path as Steps
from generator.model.checks import check, nearest
from generator.model.handbook import Handbook, Place
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read: its name for messages, its text and its tree."""

    name: str
    text: str
    root: Node

    def problem(self, at: Worded) -> Problem:
        line, column, message, hint, width = at
        lines = self.text.splitlines()
        source = lines[line] if line < len(lines) else ""
        return Problem(self.name, line + 1, column + 1, message, hint, source, width)


def load(docs: Path, base: Path | None = None) -> Handbook:
    """Read every record under `docs`; file names in messages are relative to `base` (default: the folder of docs).

    Raises HandbookError with all problems of all files.
    """
    base = (base or docs.parent).resolve()
    records: list[Record] = []
    files: dict[Address, _File] = {}
    problems: list[Problem] = []
    unread: set[Address] = set()
    for path in record_files(docs):
        name = _shown(path, base)
        folder = path.parent.relative_to(docs).as_posix()
        if folder not in KINDS:
            problems.append(
                Problem(
                    name, 0, 0, f"there is no kind '{folder}'", nearest(folder, KINDS) or f"kinds: {', '.join(KINDS)}"
                )
            )
            continue
        record, file, found = _record(path, name, folder)
        problems += found
        if record and record.address in files:
            problems.append(
                Problem(name, 0, 0, f"{files[record.address].name} has the same id", "rename one of the two")
            )
        elif record and file:
            records.append(record)
            files[record.address] = file
        else:
            unread.add(Address(folder, path.stem))
    order = {folder: n for n, folder in enumerate(KINDS)}
    records.sort(key=lambda record: (order[record.folder], record.id))

    def place(address: Address, path: Steps) -> Place:
        file = files[address]
        node = file.root.find(path)
        return Place(file.name, node.line + 1, node.column + 1)

    table, found = synonyms(docs / SYNONYMS, _shown(docs / SYNONYMS, base))
    problems += found
    handbook = Handbook(records, place, table, frozenset(unread))
    problems += [_fault(fault, files) for fault in check(handbook)]
    if problems:
        raise HandbookError(problems)
    return handbook


def record_files(docs: Path) -> list[Path]:
    """Return the YAML files in the folders under `docs`, sorted; those directly in docs/ are no records."""
    found = [*docs.glob("*/**/*.yml"), *docs.glob("*/**/*.yaml")]
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(docs).parts))


def _record(path: Path, name: str, folder: str) -> tuple[Record | None, _File | None, list[Problem]]:
    kind = KINDS[folder]
    if not re.fullmatch(ID, path.stem):
        return (
            None,
            None,
            [Problem(name, 0, 0, f"'{path.stem}' cannot be an id", "name the file with letters, digits and hyphens")],
        )
    root, text, problems = read(name, path.read_bytes(), schema_keys())
    if root is None:
        return (
            None,
            None,
            problems
            or [
                Problem(name, 0, 0, "the file is empty", f"rolebook new {folder} {path.stem} --force writes a starter")
            ],
        )
    file = _File(name, text, root)
    if not isinstance(root.value, dict):
        hint = "the colon is full-width; write 'title: …' with ': '" if "：" in text else "begin with 'title: …'"
        return (
            None,
            None,
            [*problems, file.problem((root.line, root.column, "the file holds no keys", hint, max(1, root.width)))],
        )
    try:
        record = kind.model_validate(root.plain()).named(path.stem)
    except ValidationError as error:
        return None, None, problems + [file.problem(at) for at in word_all(error, kind, root)]
    return record, file, problems


def _fault(fault: Fault, files: dict[Address, _File]) -> Problem:
    address = Address.parse(fault.record)
    assert address is not None
    file = files[address]
    node = file.root.find(fault.path)
    return file.problem((node.line, node.column, fault.message, fault.hint, max(1, node.width)))


def _shown(path: Path, base: Path) -> str:
    path = path.resolve()
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()


@cache
def schema_keys() -> frozenset[str]:
    """Return every key any kind knows, at any depth."""
    keys: set[str] = set()

    def collect(schema: object) -> None:
        if isinstance(schema, dict):
            if isinstance(properties := schema.get("properties"), dict):
                keys.update(properties)
            for value in schema.values():
                collect(value)
        elif isinstance(schema, list):
            for value in schema:
                collect(value)

    for kind in KINDS.values():
        collect(_schema(kind))
    return frozenset(keys)


def _schema(kind: type[BaseModel]) -> dict[str, object]:
    return kind.model_json_schema()
