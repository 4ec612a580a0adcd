"""What was saved is noticed: written, made, removed; nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rolebook.preview import watch
from rolebook.preview.watch import Watch


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EVERY", 0)
    monkeypatch.setattr(watch, "REST", 0)


def test_nothing_saved_nothing_changed(tmp_path: Path) -> None:
    """Looking changes nothing, a folder that is not there is no fault."""
    (tmp_path / "a.yml").write_text("a")
    seen = Watch([tmp_path, tmp_path / "none"])
    assert seen.changed() == seen.changed() == frozenset()


def test_what_is_written_made_and_removed(tmp_path: Path) -> None:
    """Each is told once, at any depth."""
    deep, config = tmp_path / "docs" / "roles" / "north", tmp_path / "mkdocs.yml"
    deep.mkdir(parents=True)
    config.write_text("a")
    (deep / "a.yml").write_text("a")
    seen = Watch([tmp_path / "docs", config])
    (deep / "a.yml").write_text("ab")
    (deep / "b.yml").write_text("b")
    config.write_text("ab")
    assert seen.changed() == {deep / "a.yml", deep / "b.yml", config}
    (deep / "b.yml").unlink()
    assert seen.changed() == {deep / "b.yml"}
    assert seen.changed() == frozenset()


def test_the_same_length_at_the_same_second_is_a_change(tmp_path: Path) -> None:
    """Editors write a new file and rename it over the old one; its time may be the old one's."""
    file = tmp_path / "a.yml"
    file.write_text("a")
    found, seen = file.stat(), Watch([tmp_path])
    (tmp_path / ".a.swp").write_text("b")
    (tmp_path / ".a.swp").replace(file)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert seen.changed() == {file}


def test_hidden_files_are_an_editors_own(tmp_path: Path) -> None:
    """And what stands in hidden folders, .git among them."""
    seen = Watch([tmp_path])
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("a")
    (tmp_path / ".a.swp").write_text("a")
    assert seen.changed() == frozenset()
