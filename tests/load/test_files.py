"""What stands under docs/ and can be neither read nor published is told in one line, before anything is opened."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rolebook.errors import HandbookError, Message, Problem
from rolebook.load import load
from rolebook.load.files import MAX_BYTES, contents, is_source, scan

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


SCANNED = {
    "roles/g.yaml": None,
    "roles/h.yml": None,
    "roles/n.ymlx": None,
    "roles/e.md": None,
    "assets/k.png": None,
    "handbook.yml": None,
    "synonyms.yml": None,
    "handbok.yml": Message("file-of-no-kind", name="handbok.yml", nearest="handbook.yml"),
    "Synonyms.yaml": Message("file-of-no-kind", name="Synonyms.yaml", nearest="synonyms.yml"),
    "handbook.yml.bak": Message("file-of-no-kind", name="handbook.yml.bak", nearest="handbook.yml"),
    "other.yml": Message("file-of-no-kind", name="other.yml", nearest=""),
    "notes.txt": Message("file-passed-over", name="notes.txt", fix="notes.yml"),
    "roles/synonyms.yaml.txt": Message("file-passed-over", name="synonyms.yaml.txt", fix="synonyms.yml"),
    "roles/b.YML": Message("file-passed-over", name="b.YML", fix="b.yml"),
    "roles/c.yaml.txt": Message("file-passed-over", name="c.yaml.txt", fix="c.yml"),
    "roles/f.yml~": Message("file-passed-over", name="f.yml~", fix="f.yml"),
    "roles/i.old": Message("file-passed-over", name="i.old", fix="i.yml"),
    "roles/l": Message("file-passed-over", name="l", fix="l.yml"),
}
TITLED = ("notes.txt", "roles/l", "roles/e.md")
"""What begins as a record does, whatever it is called."""


def test_what_only_looks_like_a_record_is_told_how_to_be_called(docs: Path) -> None:
    """In the order of the names; the rest is what MkDocs has, of which YAML in folders holds records."""
    (docs / "assets").mkdir()
    for name in SCANNED:
        (docs / name).write_text("# a\n\ntitle : x\n" if name in TITLED else "x", "utf-8")
    found = scan(docs, "shown")
    told = {name: message for name, message in SCANNED.items() if message}
    assert found.problems == [Problem(f"shown/{name}", 0, 0, told[name]) for name in sorted(told)]
    assert found.files == {*SCANNED, "roles/ok.yml"} - {*told}
    assert found.records == [docs / "roles" / name for name in ("g.yaml", "h.yml", "ok.yml")]


def test_a_file_that_is_no_text_may_look_like_a_record_too(docs: Path) -> None:
    """As far as it can be read; a picture does not."""
    (docs / "roles" / "p.bin").write_bytes(b"title: \xff\xfe")
    (docs / "roles" / "q.png").write_bytes(b"\x89PNG\xff title: x")
    message = Message("file-passed-over", name="p.bin", fix="p.yml")
    assert scan(docs, "docs").problems == [Problem("docs/roles/p.bin", 0, 0, message)]


def test_how_large_a_file_may_be(docs: Path) -> None:
    """YAML alone is limited, and told before it is read."""
    path = docs / "roles" / "ok.yml"
    path.write_bytes(b"#" * MAX_BYTES)
    (docs / "film.mp4").write_bytes(b"#" * (MAX_BYTES + 1))
    assert scan(docs, "docs").problems == []
    assert contents(path, "x") == (b"#" * MAX_BYTES, [])
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    message = Message("file-too-large", bytes=MAX_BYTES + 1, most=MAX_BYTES)
    assert scan(docs, "docs").problems == [Problem("docs/roles/ok.yml", 0, 0, message)]
    assert contents(path, "x") == (b"", [Problem("x", 0, 0, message)])


def test_why_a_file_cannot_be_read_is_told_as_the_system_says_it(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, or the folder as a whole."""
    denied = Message("unreadable-file", reason=os.strerror(errno.EACCES))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert contents(docs / "roles" / "ok.yml", "x") == (b"", [Problem("x", 0, 0, denied)])

    def refuse(path: Path) -> Iterator[Path]:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "iterdir", refuse)
    failed = Message("unreadable-file", reason=os.strerror(errno.EIO))
    assert scan(docs, "docs").problems == [Problem("docs/.", 0, 0, failed)]


def test_a_name_with_a_sign_that_cannot_be_seen(docs: Path) -> None:
    """Is told with the sign replaced; what stands below such a folder is not looked at, what comes after it is."""
    for folder in ("a\u200b", "z"):
        (docs / folder).mkdir()
        (docs / folder / "x.yml").write_text(ROLE, "utf-8")
    message = Message("invisible-in-a-name", character="U+200B")
    found = scan(docs, "docs")
    assert found.problems == [Problem("docs/a\ufffd", 0, 0, message)]
    assert found.records == [docs / "roles" / "ok.yml", docs / "z" / "x.yml"]


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
