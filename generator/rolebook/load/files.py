"""The files under docs/: which hold records, which only look as if they did, which cannot be read.

Whatever MkDocs would open is looked at before anything is opened, so that neither a pipe nor a device stops a build.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rolebook.errors import Message, Problem
from rolebook.load.tree import UNSEEN
from rolebook.model.likely import nearest

DEFAULTS, SYNONYMS = "handbook.yml", "synonyms.yml"
"""The two files right under docs/ that hold no record."""
MAX_BYTES = 1 << 20
_YAML = re.compile(r"\.ya?ml(?![a-z0-9])", re.I)
_BACKUP = re.compile(r"~$|^~\$|\.(?:bak|orig|old|tmp|temp|save|swp|rej)$|^#.*#$", re.I)
_RECORD = re.compile(r"(?:\s*(?:#.*)?\n)*title[ \t]*[:\uff1a]")
_HEAD = 4096


class Found(NamedTuple):
    """What stands under docs/: the files of records, sorted, the names of all files relative to it, all problems."""

    records: list[Path]
    files: frozenset[str]
    problems: list[Problem]


def scan(docs: Path, shown: str) -> Found:
    """Look through the folder `docs`, called `shown` in messages; what is hidden is left alone, as by MkDocs."""
    records: list[Path] = []
    names: set[str] = set()
    problems: list[Problem] = []
    for path, message in _walk(docs, (docs.resolve(),)):
        name = path.relative_to(docs).as_posix()
        if message := message or _passed_over(path, name):
            problems.append(Problem(UNSEEN.sub("\ufffd", f"{shown}/{name}"), 0, 0, message))
            continue
        names.add(name)
        if _is_yaml(path) and "/" in name:
            records.append(path)
    return Found(sorted(records), frozenset(names), problems)


def is_source(name: str) -> bool:
    """Tell whether a file of this name is YAML or a copy of some, which no site shows: it may hold questions."""
    return bool(_YAML.search(name) or _BACKUP.search(name))


def contents(path: Path, shown: str) -> tuple[bytes, list[Problem]]:
    """Return what stands in a file, called `shown` in messages, and what is wrong where it cannot be read."""
    try:
        if message := _unfit(path, path.stat().st_mode):
            return b"", [Problem(shown, 0, 0, message)]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [Problem(shown, 0, 0, _unreadable(error))]


def _walk(folder: Path, above: tuple[Path, ...]) -> Iterator[tuple[Path, Message | None]]:
    """Yield every file below a folder, links to folders followed, and what is wrong with what can be neither."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield folder, _unreadable(error)
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if hidden := UNSEEN.search(path.name):  # titles and addresses are made of names
            yield path, Message("invisible-in-a-name", character=f"U+{ord(hidden[0]):04X}")
            continue
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield path, _unreadable(error)
            continue
        if not stat.S_ISDIR(mode):
            yield path, _unfit(path, mode)
        elif _YAML.search(path.name):
            yield path, Message("folder-called-a-file", name=path.name)
        elif (real := path.resolve()) in above:
            yield path, Message("link-in-a-circle")
        else:
            yield from _walk(path, (*above, real))


def _unfit(path: Path, mode: int) -> Message | None:
    """Return why what stands at a path is not to be opened."""
    if not stat.S_ISREG(mode):
        return Message("no-regular-file")
    if not os.access(path, os.R_OK):
        return _unreadable(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    if _is_yaml(path) and (size := path.stat().st_size) > MAX_BYTES:
        return Message("file-too-large", bytes=size, most=MAX_BYTES)
    return None


def _unreadable(error: OSError) -> Message:
    if isinstance(error, FileNotFoundError):
        return Message("link-to-nothing")
    if error.errno == errno.ELOOP:
        return Message("link-in-a-circle")
    return Message("unreadable-file", reason=error.strerror or str(error))


def _is_yaml(path: Path) -> bool:
    return path.suffix in (".yml", ".yaml")


def _passed_over(path: Path, name: str) -> Message | None:
    """Return that a file looks like content and would be read by nobody, and how to call it."""
    if name in (DEFAULTS, SYNONYMS):
        return None
    match = _YAML.search(path.name)
    written = path.name[: match.start()] if match else path.stem
    if "/" not in name and match:
        meant = nearest(f"{written.lower()}.yml", (DEFAULTS, SYNONYMS), cutoff=0.8)
        return Message("file-of-no-kind", name=path.name, nearest=meant)
    if _is_yaml(path):
        return None
    if match or _BACKUP.search(path.name) or (path.suffix != ".md" and _RECORD.match(_head(path))):
        return Message("file-passed-over", name=path.name, fix=f"{written}.yml")
    return None


def _head(path: Path) -> str:
    """Return how a file begins, as far as it is text."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""
