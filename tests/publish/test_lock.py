"""The lock: one holder, no stale ones, bounded waiting."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rolebook.publish import lock
from rolebook.publish.lock import Lock

HOLDER = """
import sys
from pathlib import Path
from rolebook.publish.lock import Lock
Lock(Path(sys.argv[1]), 0, lambda: None)
print("held", flush=True)
sys.stdin.read()
"""


def silent() -> None:
    """Say nothing."""


def test_a_second_holder_waits_and_is_refused(tmp_path: Path) -> None:
    """The wait is told once, however long it is."""
    told: list[str] = []
    first = Lock(tmp_path / "lock", 0, silent)
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 3 * lock.POLL, lambda: told.append("waiting"))
    assert told == ["waiting"]
    first.release()
    Lock(tmp_path / "lock", 0, silent).release()
    assert list(tmp_path.iterdir()) == []


def test_who_waits_gets_it_when_it_is_given_back(tmp_path: Path) -> None:
    """Although the file he waited at is removed."""
    first = Lock(tmp_path / "lock", 0, silent)
    second = Lock(tmp_path / "lock", 60, first.release)
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 0, silent)
    second.release()


def test_a_file_that_was_removed_meanwhile_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another has it and gives it back between opening and locking: who comes then makes a file of his own."""
    held = lock._held

    def late(file: int) -> bool:
        monkeypatch.setattr(lock, "_held", held)
        (tmp_path / "lock").unlink()
        return held(file)

    monkeypatch.setattr(lock, "_held", late)
    first = Lock(tmp_path / "lock", 60, silent)
    with pytest.raises(TimeoutError):
        Lock(tmp_path / "lock", 0, silent)
    first.release()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    """Even if that is killed; the file it leaves keeps nobody out."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(TimeoutError):
            Lock(tmp_path / "lock", 0, silent)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert (tmp_path / "lock").exists()
    Lock(tmp_path / "lock", 0, silent).release()
    assert not (tmp_path / "lock").exists()


def test_a_file_system_without_locks_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build there is better than none."""

    def unknown(file: int, how: int) -> None:
        raise OSError(lock._UNKNOWN[0], "no locks available")

    monkeypatch.setattr("fcntl.flock", unknown)
    held = [Lock(tmp_path / "lock", 0, silent) for _ in range(2)]
    for one in held:
        one.release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The system's own error is raised, with the name of the file."""
    with pytest.raises(FileNotFoundError, match="missing"):
        Lock(tmp_path / "missing" / "lock", 0, silent)
