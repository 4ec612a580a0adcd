"""What the system may answer where a lock is asked for, and how it is waited for."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from rolebook.publish import lock
from rolebook.publish.lock import Lock
from tests.publish.sites import names


def test_a_lock_that_is_free_is_taken_without_a_word(tmp_path: Path) -> None:
    """Its file is there while it is held, for all to open, and no longer."""
    held = Lock(tmp_path / "lock", 0, lambda: pytest.fail("told"))
    assert held.path == tmp_path / "lock" and held.path.is_file()
    held.release()
    assert names(tmp_path) == []


def test_a_lock_that_is_held_is_told_with_its_path(tmp_path: Path) -> None:
    """When the time is over."""
    held = Lock(tmp_path / "lock", 0, lambda: None)
    with pytest.raises(TimeoutError, match=f"{tmp_path}/lock is held by another process"):
        Lock(tmp_path / "lock", 0, lambda: pytest.fail("told, although nobody waits"))
    held.release()


def test_who_waits_sleeps_between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as is said, until it is free or the time is over, counted by a clock of its own."""
    now, slept, told = [100.0], [], []
    first = Lock(tmp_path / "lock", 0, lambda: None)

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += 1
        if len(slept) == 5:
            first.release()

    monkeypatch.setattr(time, "sleep", sleep)
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 3, lambda: told.append(1))
    assert (slept, told) == ([lock.POLL] * 3, [1])
    Lock(tmp_path / "lock", 3, lambda: told.append(2)).release()
    assert (slept, told) == ([lock.POLL] * 5, [1, 2])


@pytest.mark.parametrize("number", [errno.EACCES, errno.EAGAIN])
def test_an_answer_that_somebody_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Whatever number a system has for it."""

    def refuse(file: int, how: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 0, lambda: None)


def test_any_other_answer_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no file stays open."""
    opened: list[int] = []

    def refuse(file: int, how: int) -> None:
        opened.append(file)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        Lock(tmp_path / "lock", 0, lambda: None)
    for file in opened:
        with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
            os.fstat(file)


def test_a_file_of_another_user_is_locked_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though it may only be read; where it cannot be made, that is told."""
    (tmp_path / "lock").touch()
    really = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    held = Lock(tmp_path / "lock", 0, lambda: None)
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 0, lambda: None)
    held.release()
    with pytest.raises(PermissionError):
        Lock(tmp_path / "lock", 0, lambda: None)


def test_a_lock_leaves_no_file_open(tmp_path: Path) -> None:
    """Neither when it is given back nor when it was not got; nobody could run what it makes."""
    held = Lock(tmp_path / "lock", 0, lambda: None)
    assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) & 0o111 == 0
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 0, lambda: None)
    before = os.open(tmp_path, os.O_RDONLY)
    os.close(before)
    held.release()
    freed = os.open(tmp_path, os.O_RDONLY)
    os.close(freed)
    assert freed < before
