"""What a build is at, and how long each part of it took: told to whoever listens, a terminal or `build --profile`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Heard = Callable[[str, float | None], None]
"""Takes the name of a part: with None where it begins, with its seconds where it ended."""

_listening: list[Heard] = []


@contextmanager
def heard(listener: Heard) -> Iterator[None]:
    """Tell a listener of every part that is done meanwhile."""
    _listening.append(listener)
    try:
        yield
    finally:
        _listening.remove(listener)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Do a part of a build."""
    _tell(name, None)
    start = time.perf_counter()
    yield
    _tell(name, time.perf_counter() - start)


@contextmanager
def noted(seconds: dict[str, float]) -> Iterator[None]:
    """Note how long parts take that are done in a process of its own; `passed` tells it afterwards."""

    def note(name: str, took: float | None) -> None:
        if took is not None:
            seconds[name] = seconds.get(name, 0) + took

    outside, _listening[:] = _listening[:], [note]  # a terminal is not for two processes to write to
    yield
    _listening[:] = outside


def passed(seconds: dict[str, float]) -> None:
    """Tell of parts that were done elsewhere."""
    for name, took in seconds.items():
        _tell(name, took)


def _tell(name: str, took: float | None) -> None:
    for listener in _listening:
        listener(name, took)
