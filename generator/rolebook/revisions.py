"""What git knows of a handbook's revisions: which records say something else than when their number was given."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from rolebook.errors import Message, Problem
from rolebook.kinds.quizzes.model import Quiz
from rolebook.load import record_in
from rolebook.model.base import FieldPath
from rolebook.model.essence import essence
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record

Said = tuple[str, str, FieldPath]
"""Something a record says: its essence, its words, and where it stands."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in a folder. Raises FileNotFoundError where there is none, CalledProcessError where it objects."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True, input=given).stdout


def commit_before(docs: Path, day: datetime.date) -> str:
    """Return the last commit before a day, else the first there is; "" without git."""
    try:
        before = git(docs, "rev-list", "-1", f"--before={day}T00:00:00", "HEAD").decode().strip()
        return before or git(docs, "rev-list", "--max-parents=0", "HEAD").decode().split()[-1]
    except (OSError, subprocess.CalledProcessError):
        return ""


def unrevised(handbook: Handbook, docs: Path) -> Iterator[Problem]:
    """Yield the records a line, title or heading of which has changed while the number of the revision stayed.

    They are compared with the commit that gave the number; without git, or before the first commit, nothing is told.
    """
    printed = {address: record for address, record in handbook.records.items() if not isinstance(record, Quiz)}
    by_source = {handbook.source(address): record for address, record in printed.items()}
    try:
        given = {source: commit for source, commit in _numbered(docs) if source in by_source}
        texts = texts_at(docs, given)
    except (OSError, subprocess.CalledProcessError):
        return
    for source, text in texts.items():
        record = by_source[source]
        if text == (docs / source).read_bytes():
            continue
        then = record_in(text, record.folder, record.id, handbook.defaults)
        if then and then.revision.number == record.revision.number and (found := _changed(then, record)):
            message, path = found
            yield handbook.place(record.address, path).problem(message)


def _numbered(docs: Path) -> Iterator[tuple[str, str]]:
    """Yield the file of each record, relative to docs/, and the last commit that touched a number in it."""
    log = git(docs, "log", "-z", "--no-renames", "--relative", "--name-only", "--format=%x01%H", "-Gnumber:", "--", ".")
    seen: set[str] = set()
    for entry in log.decode("utf-8", errors="replace").split("\x01")[1:]:
        commit, *names = (part.strip() for part in entry.replace("\n", "\0").split("\0"))
        for name in names:
            if name and name not in seen:
                seen.add(name)
                yield name, commit


def texts_at(docs: Path, commits: dict[str, str]) -> dict[str, bytes]:
    """Return each file, named relative to docs/, as it was at its commit; those that were not there are left out."""
    asked = "".join(f"{commit}:./{source}\n" for source, commit in commits.items())
    answer = git(docs, "cat-file", "--batch", given=asked.encode()) if commits else b""
    found: dict[str, bytes] = {}
    for source in commits:
        head, _, answer = answer.partition(b"\n")
        if head.endswith(b" missing"):
            continue
        size = int(head.rsplit(b" ", 1)[1])
        found[source], answer = answer[:size], answer[size + 1 :]
    return found


def _changed(then: Record, now: Record) -> tuple[Message, FieldPath] | None:
    """Return what is told of the first thing a record did not say, or else said, or said elsewhere, and its place."""
    before, after = [*said(then)], [*said(now)]
    number = now.revision.number
    if found := _first_not_in(after, before):
        return Message("line-unrevised", number=number, what=found[0]), found[1]
    if lost := _first_not_in(before, after):
        return Message("line-unrevised", number=number, what=lost[0]), ("revision", "number")
    for (old, _, _), (new, _, _) in zip(before, after, strict=False):
        if old != new:  # the one that went elsewhere: without it, all stands as it stood
            moved = new if _without(new, before) == _without(new, after) else old
            return next(
                (Message("line-moved", number=number, what=words), at) for one, words, at in after if one == moved
            )
    return None


def _without(one: str, some: Iterable[Said]) -> list[str]:
    return [said for said, _, _ in some if said != one]


def _first_not_in(some: Iterable[Said], others: Iterable[Said]) -> tuple[str, FieldPath] | None:
    known = {said for said, _, _ in others}
    return next(((words, path) for said, words, path in some if said not in known), None)


def said(record: Record) -> Iterator[Said]:
    """Yield title, headings and lines; punctuation is no change, being told or forbidden to do something is one."""
    yield f"title {essence(record.title)}", record.title, ("title",)
    for part in record.parts():
        if part.title:
            yield f"heading {essence(part.title)}", part.title, part.path[:-1]
        for path, item in part.walk():
            yield f"{item.never} {essence(item.text)}", item.text, path
