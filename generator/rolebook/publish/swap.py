"""One folder put in the place of another, in one step where the operating system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: names are as the process sees them
_EXCHANGE = ctypes.c_uint(2)  # RENAME_EXCHANGE of Linux, and by chance RENAME_SWAP of macOS


def put(new: Path, place: Path, aside: Path) -> Path:
    """Put `new` at `place`; return where that which was there, if anything was, is now: at `new`, or at `aside`.

    One system call does it on Linux and on macOS. Elsewhere (Windows, old file systems) there are two renames, and
    between them nothing is at `place`, but all that was is at `aside`. Raises OSError, with `place` as it was or,
    after the first of two renames, what was there at `aside`.
    """
    if exchanged(new, place):
        return new
    if os.path.lexists(place):
        place.rename(aside)
    new.rename(place)
    return aside


def exchanged(one: Path, other: Path) -> bool:
    """Exchange what two names stand for, in one step; tell whether that was done."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return int(libc.renamex_np(*names, _EXCHANGE)) == 0
        return int(libc.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)) == 0
    except (AttributeError, TypeError):  # this C library has no such call; Windows has none to ask
        return False
