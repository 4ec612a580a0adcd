"""A lock that the operating system holds: whatever ends a process ends its lock, so none is ever left behind.

The file may stay after a kill; it means nothing then, and the next holder takes it over and removes it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL = 0.1
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_UNKNOWN = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
"""What a file system that has no locks answers."""


class Lock:
    """The lock at `path`, held from when it is made until `release`.

    Where another process holds it, `told` is called once and it is waited for, `wait` seconds at most. Raises
    TimeoutError when they are over, another OSError where the file cannot be made. Where the file system knows no
    locks, nothing is held and nobody is kept out.
    """

    def __init__(self, path: Path, wait: float, told: Callable[[], None]) -> None:
        self.path = path
        end, waiting = time.monotonic() + wait, False
        while not self._taken():
            if time.monotonic() >= end:
                raise TimeoutError(f"{path} is held by another process")
            if not waiting:
                told()
            waiting = True
            time.sleep(POLL)

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if sys.platform == "win32":  # removes no file that is open
            os.close(self._file)
        with suppress(OSError):
            self.path.unlink()
        if sys.platform != "win32":
            os.close(self._file)

    def _taken(self) -> bool:
        """Take the lock if it is free. A holder removes the file, so what was locked may be gone from the folder."""
        self._file = _opened(self.path)
        try:
            if _held(self._file) and os.path.samestat(os.fstat(self._file), self.path.stat()):
                return True
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(self._file)
            raise
        os.close(self._file)
        return False


def _opened(path: Path) -> int:
    """Open the file, making it if need be; one that another user has left is only read."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, os.O_RDONLY)


def _held(file: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno not in _UNKNOWN:
            raise
    return True
