"""YAML under docs/ to a validated Handbook: the only user of yaml, the only place that knows line numbers."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from rolebook.errors import HandbookError, Message, Place, Problem
from rolebook.kinds import KINDS
from rolebook.kinds.schema import FILES
from rolebook.language import language as speech
from rolebook.load.defaults import shared
from rolebook.load.files import DEFAULTS, SYNONYMS, contents, scan
from rolebook.load.node import Node, Placed
from rolebook.load.schema_messages import OF_WHAT_IS_LEFT, schema_messages, schema_of
from rolebook.load.settings import CONFIG, settings
from rolebook.load.synonyms import synonyms
from rolebook.load.syntax import lines_of, problem, read
from rolebook.load.untouched import is_untouched
from rolebook.model.address import ID, Address
from rolebook.model.base import Fault, FieldPath
from rolebook.model.checks import check
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.model.likely import nearest
from rolebook.model.notices import notices
from rolebook.model.record import Record


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read: its name for messages, its text and its tree."""

    name: str
    lines: list[str]
    root: Node

    def problem(self, placed: Placed) -> Problem:
        return problem(self.name, self.lines, placed)


def load(docs: Path, base: Path | None = None, language: str = "") -> Handbook:
    """Return the handbook under `docs` (see `gather`). Raises HandbookError with all problems of all files."""
    handbook, problems = gather(docs, base, language)
    if problems:
        raise HandbookError(problems, handbook.language.say)
    return handbook


def gather(docs: Path, base: Path | None = None, language: str = "") -> tuple[Handbook, list[Problem]]:
    """Read every record under `docs`, written in `language` (default: what mkdocs.yml beside it says).

    The folder right under `docs` is its kind; folders below that are the author's own order and mean nothing.
    File names in messages are relative to `base` (default: the folder of docs).

    Returns the handbook of the records that could be read, and all problems of all files.
    """
    base = (base or docs.parent).resolve()
    records: list[Record] = []
    files: dict[Address, _File] = {}
    sources: dict[Address, str] = {}
    untouched: list[Problem] = []
    here = _shown(docs, base)
    common = shared(docs / DEFAULTS, f"{here}/{DEFAULTS}")
    found_files = scan(docs, here)
    problems = [*common.problems, *found_files.problems]
    for path in found_files.records:
        folder, source = path.relative_to(docs).parts[0], path.relative_to(docs).as_posix()
        name = f"{here}/{source}"
        if folder not in KINDS:
            message = Message("unknown-kind", folder=folder, known=tuple(KINDS), nearest=nearest(folder, KINDS))
            problems.append(Problem(name, 0, 0, message))
            continue
        address = Address(folder, path.stem)
        if address in sources:
            problems.append(Problem(name, 0, 0, Message("file-twice", other=f"{here}/{sources[address]}")))
            continue
        sources[address] = source
        record, file, found = _record(path, name, folder, common.defaults)
        problems += found
        if record and file:
            records.append(record)
            files[address] = file
            if is_untouched(folder, file.root):
                untouched.append(Problem(name, 1, 1, Message("untouched-starter")))
    order = {folder: n for n, folder in enumerate(KINDS)}
    # By its first id, so that neither another name nor another folder moves a record among the others.
    # The author's order counts before it.
    records.sort(key=lambda record: (order[record.folder], record.order or math.inf, record.first.record, record.id))

    def place(address: Address, path: FieldPath) -> Place:
        if address == Defaults.address:
            return common.place(path) or Place(CONFIG, 0)
        file = files[address]
        node = file.root.find(path)
        return Place(file.name, node.line + 1, node.column + 1)

    table, found = synonyms(docs / SYNONYMS, f"{here}/{SYNONYMS}")
    problems += found
    given = settings(docs)
    problems += given.faults
    spoken = speech(language or given.language)
    unread = frozenset(sources.keys() - files.keys())
    handbook = Handbook(records, place, table, unread, spoken, sources, common.defaults, found_files.files)
    problems += [_fault(fault, files) for fault in check(handbook)]
    handbook.notices = tuple(sorted([*untouched, *(_fault(fault, files) for fault in notices(handbook))]))
    return handbook, list(dict.fromkeys(problems))


def _record(
    path: Path, name: str, folder: str, defaults: Defaults
) -> tuple[Record | None, _File | None, list[Problem]]:
    if not re.fullmatch(ID, path.stem):
        return None, None, [Problem(name, 0, 0, Message("bad-file-name", name=path.stem))]
    data, problems = contents(path, name)
    return (None, None, problems) if problems else _record_in(data, name, folder, path.stem, defaults)


def _record_in(
    data: bytes, name: str, folder: str, record_id: str, defaults: Defaults
) -> tuple[Record | None, _File | None, list[Problem]]:
    kind = KINDS[folder].model
    root, text, problems = read(name, data, schema_keys())
    if root is None:
        return None, None, problems or [Problem(name, 0, 0, Message("empty-file", kind=folder, id=record_id))]
    file = _File(name, lines_of(text), root)
    if not isinstance(root.value, dict):
        message = Message("no-keys-full-width-colon") if "：" in text else Message("no-keys")
        return None, None, [*problems, file.problem(root.placed(message))]
    try:
        record = kind.model_validate(defaults.filled(kind, root.plain())).named(record_id)
    except ValidationError as error:
        told = {one.line - 1 for one in problems}
        found = [
            one
            for one in schema_messages(error, kind, root)
            if one.line not in told or one.message.code not in OF_WHAT_IS_LEFT
        ]
        return None, None, problems + [file.problem(placed) for placed in found]
    return record, file, problems


def record_of(path: Path, docs: Path, defaults: Defaults) -> tuple[Record | None, list[Problem]]:
    """Return the record in a file under `docs`, None where it cannot be read, and what is wrong within it."""
    docs = docs.resolve()
    source = path.resolve().relative_to(docs)
    record, _, problems = _record(path, f"{_shown(docs, docs.parent)}/{source.as_posix()}", source.parts[0], defaults)
    return record, problems


def record_in(data: bytes, folder: str, record_id: str, defaults: Defaults) -> Record | None:
    """Return the record of a kind that a text holds; None where it holds none that could be read."""
    return _record_in(data, "", folder, record_id, defaults)[0]


def _fault(fault: Fault, files: dict[Address, _File]) -> Problem:
    address = Address.parse(fault.record)
    assert address is not None
    file = files[address]
    return file.problem(file.root.find(fault.path).placed(fault.message))


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

    for kind in FILES.values():
        collect(schema_of(kind))
    return frozenset(keys)
