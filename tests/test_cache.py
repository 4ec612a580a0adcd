"""What is kept between builds: whole or not at all, believed only by its digest, and never in anyone's way."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.cache import Cache


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """In another run too; the folder is made when it is needed."""
    Cache(tmp_path / "a" / "b").put("key", b"content")
    assert Cache(tmp_path / "a" / "b").get("key") == b"content"
    assert Cache(tmp_path / "a" / "b").get("other") is None
    assert names(tmp_path / "a" / "b") == ["key"]


@given(st.binary(max_size=60), st.data())
def test_no_damage_is_handed_out(tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject) -> None:
    """Cut short, empty, a byte changed or added, or what was kept as something else."""
    folder = tmp_path_factory.mktemp("cache")
    Cache(folder).put("key", content)
    Cache(folder).put("other", content)
    whole = (folder / "key").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = (folder / "other").read_bytes()
    changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
    damaged = data.draw(st.sampled_from([whole[:at], changed, whole + b"\0", b"", other]))
    (folder / "key").write_bytes(damaged)
    assert Cache(folder).get("key") is None
    Cache(folder).put("key", content)
    assert Cache(folder).get("key") == content


def test_without_a_folder_nothing_is_kept() -> None:
    """And nothing is wrong."""
    cache = Cache(None)
    cache.put("key", b"content")
    cache.prune()
    assert (cache.get("key"), cache.fault) == (None, "")


def test_only_what_was_asked_for_stays(tmp_path: Path) -> None:
    """What a killed build has left half-written goes too."""
    for key in ("a", "b"):
        Cache(tmp_path).put(key, b"content")
    (tmp_path / "a.1-2.part").write_bytes(b"half")
    cache = Cache(tmp_path)
    cache.get("a")
    cache.prune()
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """It is told once, in one line; what is there already is still of use, and nothing half-written is left."""
    Cache(tmp_path).put("before", b"content")
    write = Path.write_bytes

    def fail(path: Path, content: bytes) -> int:
        write(path, content[:3])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fail)
    cache = Cache(tmp_path)
    for key in ("a", "b"):
        cache.put(key, b"content")
    assert cache.fault == f"{tmp_path}: {os.strerror(number)}"
    assert (cache.get("before"), cache.get("a"), names(tmp_path)) == (b"content", None, ["before"])


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    """A file of that name, or what cannot be read."""
    (tmp_path / "file").write_text("mine", "utf-8")
    cache = Cache(tmp_path / "file")
    cache.put("key", b"content")
    cache.prune()
    assert cache.get("key") is None
    assert cache.fault.startswith(str(tmp_path))


def test_another_build_that_tidies_up_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It removes what is half-written here."""
    write = Path.write_bytes

    def interrupted(path: Path, content: bytes) -> int:
        written = write(path, content)
        Cache(tmp_path).prune()
        return written

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    cache = Cache(tmp_path)
    cache.put("key", b"content")
    assert (cache.get("key"), cache.fault) == (None, "")
