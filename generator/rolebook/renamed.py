"""What git knows of files that got another name: the records that should say what they were called before."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from rolebook.errors import Message, Problem
from rolebook.kinds import KINDS
from rolebook.load import record_in
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.revisions import git, said, texts_at

_ALIKE = 0.5
"""How much of what a file said must stand in another for that to be the same record; git's own measure."""


def renamed(handbook: Handbook, docs: Path) -> Iterator[Problem]:
    """Yield the records whose files had another name, in a commit or since the last one, and that do not say so.

    Their old addresses lead nowhere, on paper and on devices. Without git, or before the first commit, nothing is told.
    """
    try:
        names = [*_committed(docs), *_since(handbook, docs)]
    except (OSError, subprocess.CalledProcessError):
        return
    before: dict[Address, list[Address]] = {}
    for old, new in names:  # the earliest first, so that what a record was called at first leads on to what it is now
        if old != new:
            before.setdefault(new, []).extend([*before.get(old, ()), old])
    for address, earlier in before.items():
        record = handbook.records.get(address)
        known = {*handbook.records, *handbook.renamed}
        lost = [one for one in dict.fromkeys(earlier) if one not in known]
        if record and lost:
            ids = [*record.renamed_from, *(one.record if one.folder == record.folder else str(one) for one in lost)]
            message = Message("renamed-unsaid", old=str(lost[-1]), now=str(address), ids=", ".join(ids))
            yield handbook.place(address, ("renamed_from",)).problem(message)


def _committed(docs: Path) -> Iterator[tuple[Address, Address]]:
    """Yield what records were called and what after it, as git tells of each commit, the earliest first."""
    answer = git(docs, "log", "-z", "-M", "--diff-filter=R", "--relative", "--name-status", "--format=", "--", ".")
    fields = [field for field in answer.decode("utf-8", errors="replace").split("\0") if field.strip()]
    pairs = [(_address(old), _address(new)) for old, new in zip(fields[1::3], fields[2::3], strict=True)]
    yield from ((old, new) for old, new in reversed(pairs) if old and new)


def _since(handbook: Handbook, docs: Path) -> Iterator[tuple[Address, Address]]:
    """Yield what records were called at the last commit and are called now, by what they say."""
    names = git(docs, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".").decode("utf-8", errors="replace")
    then = {address: name for name in names.split("\0") if (address := _address(name))}
    gone = {name: "HEAD" for address, name in then.items() if not handbook.has(address)}
    new: dict[str, list[Address]] = {}
    """the records that were not there, by what they say"""
    for address, record in handbook.records.items():
        if address not in then:
            for line, _, _ in said(record):
                new.setdefault(line, []).append(address)
    for name, text in (texts_at(docs, gone) if new else {}).items():
        address = _address(name)
        was = address and record_in(text, address.folder, address.record, handbook.defaults)
        if address and was and (now := _most_alike([line for line, _, _ in said(was)], new)):
            yield address, now


def _most_alike(lines: list[str], new: Mapping[str, Iterable[Address]]) -> Address | None:
    shared = Counter(address for line in lines for address in new.get(line, ()))
    return next((address for address, count in shared.most_common(1) if count >= _ALIKE * len(lines)), None)


def _address(name: str) -> Address | None:
    """Return the address of the record in a file, named relative to docs/; None for what holds no record."""
    path = PurePosixPath(name)
    if len(path.parts) < 2 or path.parts[0] not in KINDS or path.suffix not in (".yml", ".yaml"):
        return None
    return Address(path.parts[0], path.stem)
