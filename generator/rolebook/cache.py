"""What is costly to make and depends on nothing but its input, kept in a folder between builds.

What is kept is believed only if its digest says so. A folder that cannot be read or written costs time, and nothing
else.
"""

from __future__ import annotations

import hashlib
import os
import threading
from contextlib import suppress
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


class Cache:
    """Bytes by key in `folder`; None: nothing is kept. Threads and processes may share it."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.fault = ""
        """why nothing more is kept, if that is so"""
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """Return what was kept as `key`, byte for byte; None if that is not there, or no longer whole."""
        self._used.add(key)
        if not self.folder:
            return None
        try:
            found = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, content = found[:_DIGEST], found[_DIGEST:]
        return content if _digest(key, content) == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` as `key`: whole, or not at all."""
        if not self.folder or self.fault:
            return
        part = self.folder / f"{key}.{os.getpid()}-{threading.get_ident()}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_digest(key, content) + content)
            part.replace(self.folder / key)
        except FileNotFoundError:
            pass  # another build has tidied up meanwhile
        except OSError as error:
            self.fault = f"{self.folder}: {error.strerror}"
            with suppress(OSError):
                part.unlink()

    def prune(self) -> None:
        """Remove what is kept and was not asked for."""
        with suppress(OSError):
            for path in self.folder.iterdir() if self.folder else ():
                if path.name not in self._used:
                    path.unlink(missing_ok=True)


def _digest(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + content).digest()
