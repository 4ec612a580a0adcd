"""What stands under docs/ and can be neither read nor published is told in one line, before anything is opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rolebook.errors import HandbookError
from rolebook.load import load
from rolebook.load.files import contents, is_source, scan

ROLE = "title: 甲\ndepartment: 乙\nrevision:\n  number: 1\n  effective: 2026-01-02\n  owner: 丙\n"


def refused(docs: Path) -> list[tuple[str, str]]:
    """Return file and code of every problem of a handbook."""
    with pytest.raises(HandbookError) as caught:
        load(docs)
    return [(problem.file, problem.message.code) for problem in caught.value.problems]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A handbook of one role."""
    folder = tmp_path / "docs"
    (folder / "roles").mkdir(parents=True)
    (folder / "roles" / "ok.yml").write_text(ROLE, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda path: path.symlink_to("nowhere.yml"), "link-to-nothing"),
        (lambda path: path.symlink_to(path.name), "link-in-a-circle"),
        (lambda path: path.mkdir(), "folder-called-a-file"),
        (lambda path: os.mkfifo(path), "no-regular-file"),
        (lambda path: path.symlink_to("/dev/zero"), "no-regular-file"),
        (lambda path: path.symlink_to("/dev/null"), "no-regular-file"),
    ],
)
@pytest.mark.parametrize("name", ["roles/x.yml", "synonyms.yml", "handbook.yml", "roles/deep/x.yaml"])
def test_what_is_no_file_is_told_by_its_path(docs: Path, made: Callable[[Path], None], code: str, name: str) -> None:
    """Links to nothing or to themselves, folders, pipes and devices; none of them is opened."""
    (docs / name).parent.mkdir(exist_ok=True)
    made(docs / name)
    assert refused(docs) == [(f"docs/{name}", code)]


def test_pages_and_pictures_are_looked_at_too(docs: Path) -> None:
    """MkDocs would open them."""
    os.mkfifo(docs / "about.md")
    (docs / "logo.png").symlink_to("nowhere.png")
    assert refused(docs) == [("docs/about.md", "no-regular-file"), ("docs/logo.png", "link-to-nothing")]


def test_a_folder_that_leads_back_to_itself(docs: Path) -> None:
    """Is followed once."""
    (docs / "roles" / "again").symlink_to(docs)
    assert refused(docs) == [("docs/roles/again", "link-in-a-circle")]


def test_links_to_files_and_folders_elsewhere_are_followed(docs: Path, tmp_path: Path) -> None:
    """As MkDocs follows them."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "porter.yml").write_text(ROLE.replace("甲", "丁"), "utf-8")
    (docs / "roles" / "shared").symlink_to(tmp_path / "shared")
    (docs / "roles" / "cook.yml").symlink_to(tmp_path / "shared" / "porter.yml")
    assert [path.name for path in scan(docs, "docs").records] == ["cook.yml", "ok.yml", "porter.yml"]


def test_a_file_that_may_not_be_read(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so that the system's answer is made up."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert ("docs/roles/ok.yml", "unreadable-file") in refused(docs)


def test_a_file_that_goes_while_it_is_read(tmp_path: Path) -> None:
    """Is a problem like any other."""
    data, problems = contents(tmp_path / "gone.yml", "docs/gone.yml")
    assert (data, [problem.file for problem in problems]) == (b"", ["docs/gone.yml"])


def test_what_is_hidden_is_left_alone(docs: Path) -> None:
    """Editors keep their copies there, and MkDocs does not publish them."""
    (docs / ".cache").mkdir()
    (docs / ".cache" / "x.yml").write_text("?", "utf-8")
    (docs / "roles" / ".ok.yml.swp").write_bytes(b"\0")
    assert len(load(docs).records) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.yml", True),
        ("a.YAML", True),
        ("a.yml.txt", True),
        ("a.yaml~", True),
        ("a.yml.2026-01-02", True),
        ("a.bak", True),
        ("~$a.docx", True),
        ("a.md", False),
        ("a.png", False),
        ("yml.md", False),
        ("a.ymlx", False),
    ],
)
def test_what_is_never_published(name: str, source: bool) -> None:
    """YAML and copies of anything."""
    assert is_source(name) == source
