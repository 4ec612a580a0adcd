"""Work done in a process of its own beside this one, where the system can: what grows with a handbook is Python alone.

Only Linux forks here. macOS may not fork with its own libraries in use, Windows cannot; a process that had to be handed
the handbook would take as long to read it as to do without.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeVar

T = TypeVar("T")


def second_processor() -> bool:
    """Tell whether there is a processor for a second process, and a way to make one that has what this one has."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


@contextmanager
def apart(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin `work` in a copy of this process; what is yielded waits for its result, which must be picklable.

    Whatever befalls that process, an exception among it, the work is done again here, so that nothing is known of it
    but time. It ends with the block. The copy holds the files that are open here, and so a lock on one of them.
    """
    reading, writing = os.pipe()
    with (
        warnings.catch_warnings()
    ):  # Python warns of threads: those of a terminal's display, which the copy has no use for
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        try:
            yield lambda: _result(pipe.read(), work)
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _work(work: Callable[[], object], writing: int) -> NoReturn:
    """Do the work in the copy, and end it whatever happens: nothing that was begun before it may go on twice."""
    try:
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, signal.SIG_DFL)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _result(received: bytes, work: Callable[[], T]) -> T:
    try:
        found: T = pickle.loads(received)  # written by a copy of this process
    except (EOFError, pickle.UnpicklingError):
        return work()
    return found
