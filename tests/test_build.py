"""From a handbook to files: each view's go to disk as they are made, and no two views write one path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rolebook import build
from rolebook.errors import HandbookError
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import pages, paths

NAMES = ("pages", "files")


def _alone(monkeypatch: pytest.MonkeyPatch, view: build.View) -> None:
    """Let one view be all that there is."""
    monkeypatch.setattr(build, "READ", build.Group(NAMES, (), (view,)))
    monkeypatch.setattr(build, "ASKED", build.Group(NAMES, (), ()))


def test_files_are_on_disk_as_soon_as_they_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large handbook's sheets are then never held all at once."""

    def view(handbook: Handbook, site: Site) -> Iterator[build.Asset]:
        yield "a/b.pdf", b"first"
        assert (tmp_path / "a" / "b.pdf").read_bytes() == b"first"
        yield "c.js", b"second"

    _alone(monkeypatch, view)
    made = build.build(Handbook(()), Site(), tmp_path).assets
    assert made == {"a/b.pdf": tmp_path / "a" / "b.pdf", "c.js": tmp_path / "c.js"}
    assert (tmp_path / "c.js").read_bytes() == b"second"


@pytest.mark.parametrize("path", ["twice.js", paths.HOME])
def test_two_writers_of_one_path_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Two files, or a file and a page."""
    monkeypatch.setattr(build, "ASKED", build.Group(NAMES, (), (lambda handbook, site: [("twice.js", b"")],)))
    monkeypatch.setattr(build, "READ", build.Group(NAMES, (pages.pages,), (lambda handbook, site: [(path, b"")],)))
    with pytest.raises(build.TwoWriters, match=path):
        build.build(Handbook(()), Site(), tmp_path)


def test_a_fault_found_late_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written before it is of no use, and nobody is told of it."""

    def view(handbook: Handbook, site: Site) -> Iterator[build.Asset]:
        yield "a.pdf", b"first"
        raise HandbookError([], handbook.language.say)

    _alone(monkeypatch, view)
    with pytest.raises(HandbookError):
        build.build(Handbook(()), Site(), tmp_path)
