"""Which files were saved: looked at again and again, as what a system tells of changes fails on shared drives."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

EVERY = 0.15
"""Seconds between two looks; a look at 1,000 files takes 5 ms."""
REST = 10
"""So many times as long as a look takes nobody looks."""
Seen = dict[Path, tuple[int, int, int]]


class Watch:
    """Files, and folders with all that is in them, hidden ones apart."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots = tuple(roots)
        self._seen = self._look()

    def changed(self) -> frozenset[Path]:
        """Wait a moment; return what was written, made or removed since it was asked last."""
        start = time.monotonic()
        now = self._look()
        before, self._seen = self._seen, now
        time.sleep(max(EVERY, REST * (time.monotonic() - start)))
        return frozenset(path for path, _ in before.items() ^ now.items())

    def _look(self) -> Seen:
        return {path: found for root in self._roots for path, found in _files(root)}


def _files(root: Path) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    """Yield the files at or below `root`, each with what changes when it is saved."""
    pending = [os.fspath(root)]
    while pending:
        try:
            entries = list(os.scandir(path := pending.pop()))
        except NotADirectoryError:
            yield Path(path), _stamp(Path(path).stat())
            continue
        except OSError:
            continue  # removed meanwhile
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    yield Path(entry.path), _stamp(entry.stat())
            except OSError:
                continue


def _stamp(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_mtime_ns, found.st_size, found.st_ino
