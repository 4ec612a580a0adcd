"""Exchanging two folders: in one step where the system can, else with what was there kept aside."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path

import pytest

from rolebook.publish import swap
from tests.publish.sites import found, write


def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return a new folder, an old one, and a name that is free."""
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name, "utf-8")
    return tmp_path / "new", tmp_path / "old", tmp_path / "aside"


@pytest.fixture(params=["one step", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of exchanging, whatever this machine can."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchanged", lambda one, other: False)
    return str(request.param)


def test_what_was_there_is_kept(tmp_path: Path, way: str) -> None:
    """And where it is now is told."""
    new, old, aside = folders(tmp_path)
    left = swap.put(new, old, aside)
    assert ((old / "page").read_text(), (left / "page").read_text()) == ("new", "old")


def test_an_empty_place_is_filled(tmp_path: Path, way: str) -> None:
    """Nothing is aside then."""
    new, _, aside = folders(tmp_path)
    swap.put(new, tmp_path / "place", aside)
    assert (tmp_path / "place" / "page").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old", "place"]


def test_nothing_is_exchanged_with_nothing(tmp_path: Path) -> None:
    """It is told, not raised: there are other ways."""
    new, _, aside = folders(tmp_path)
    assert not swap.exchanged(new, aside)
    assert (new / "page").is_file()


def test_a_c_library_without_the_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as that of Alpine, or Windows, which has none to ask."""
    new, old, _ = folders(tmp_path)
    for library in (object(), None):
        monkeypatch.setattr(ctypes, "CDLL", lambda name, library=library: library or len(name))
        assert not swap.exchanged(new, old)
    assert (old / "page").read_text() == "old"


def test_where_the_old_one_is_told_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place of the new one, or aside."""
    for step, left in ((True, "new"), (False, "aside")):
        folder = tmp_path / str(step)
        write(folder / "new", "page", text="new")
        write(folder / "old", "page", text="old")
        if not step:
            monkeypatch.setattr(swap, "exchanged", lambda one, other: False)
        assert swap.put(folder / "new", folder / "old", folder / "aside") == folder / left
        assert found(folder) == {"old/page": "new", f"{left}/page": "old"}


def test_a_link_in_the_place_is_put_aside_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even one that leads nowhere."""
    monkeypatch.setattr(swap, "exchanged", lambda one, other: False)
    write(tmp_path / "new", "page", text="new")
    (tmp_path / "place").symlink_to("nowhere")
    swap.put(tmp_path / "new", tmp_path / "place", tmp_path / "aside")
    assert (tmp_path / "aside").is_symlink()
    assert found(tmp_path / "place") == {"page": "new"}


@pytest.mark.parametrize(("answer", "done"), [(0, True), (-1, False)])
def test_each_system_is_asked_in_its_own_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int, done: bool
) -> None:
    """macOS with the two names, Linux with the folder they are seen from before each; 0 says that it was done."""
    asked: dict[str, list[object]] = {}

    class Library:
        """A C library that notes what it is asked."""

        def __getattr__(self, name: str) -> Callable[..., int]:
            return lambda *arguments: asked.update({name: [*arguments]}) or answer

    monkeypatch.setattr(ctypes, "CDLL", lambda name: Library())
    names = [str(tmp_path / name).encode() for name in ("a", "b")]
    for system, call, expected in (
        ("darwin", "renamex_np", names),
        ("linux", "renameat2", [-100, names[0], -100, names[1]]),
    ):
        monkeypatch.setattr("sys.platform", system)
        assert swap.exchanged(tmp_path / "a", tmp_path / "b") is done
        *rest, exchange = asked.pop(call)
        assert rest == expected
        assert isinstance(exchange, ctypes.c_uint) and exchange.value == 2
    assert asked == {}
