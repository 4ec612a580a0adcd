"""`rolebook check` finds what a build refuses, and leaves nothing behind."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner

from rolebook import starter
from rolebook.cli import main
from rolebook.language import language
from rolebook.theme.trial import kept, preview
from tests.conftest import mkdocs_build

pytestmark = pytest.mark.whole


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A small handbook in English, sound."""
    starter.init(tmp_path / "book", "Mill Lane", "en")
    return tmp_path / "book"


def told(book: Path) -> list[tuple[str, int, str]]:
    """Return file, line and code of each problem that a check finds."""
    done = CliRunner().invoke(main, ["check", "--docs", str(book / "docs"), "--format", "json"])
    assert not done.exception or isinstance(done.exception, SystemExit), done.exception
    found = json.loads(done.stdout)["problems"]
    assert done.exit_code == (1 if found else 0)
    return [(one["file"], one["line"], one["code"]) for one in found]


def settings(book: Path, old: str, new: str) -> None:
    """Change mkdocs.yml."""
    text = (book / "mkdocs.yml").read_text("utf-8")
    assert old in text
    (book / "mkdocs.yml").write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("page", "line", "code"),
    [
        ("# A\n\n[there](nothing.md)\n", 3, "link-missing"),
        ("# A\n\n<script>1</script>\n", 3, "page-script"),
        ("---\ntitle: [a\n---\n# A\n", 2, "sign-at-the-start"),
    ],
)
def test_what_is_wrong_with_a_hand_written_page(book: Path, page: str, line: int, code: str) -> None:
    """Is found at its line, as a build finds it; what is built stays as it is."""
    assert told(book) == []
    before = sorted(path for path in book.rglob("*") if ".rolebook" not in path.parts)
    (book / "docs" / "own.md").write_text(page, "utf-8")
    assert told(book) == [("docs/own.md", line, code)]
    built = mkdocs_build(book, book / "built")
    assert built.returncode == 1
    assert f"docs/own.md:{line}:" in built.stderr
    (book / "docs" / "own.md").unlink()
    assert sorted(path for path in book.rglob("*") if ".rolebook" not in path.parts) == before


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  name: material", "  name: mkdocs", "theme-other"),
        ("site_name:", "site_nam:", "unknown-key"),
        ("  - rolebook", "  - nosuch\n  - rolebook", "unknown-plugin"),
        ("language: en", "language: english", "no-such-choice"),
        ("  - rolebook", "  - rolbook", "unknown-plugin"),
    ],
)
def test_what_is_wrong_with_the_settings(book: Path, old: str, new: str, code: str) -> None:
    """In our words or in those of MkDocs; a build fails as well."""
    settings(book, old, new)
    found = told(book)
    assert found
    assert {(file, found_code) for file, _, found_code in found} == {("mkdocs.yml", code)}
    assert mkdocs_build(book, book / "built").returncode == 1


def test_another_plugin_that_fails_is_no_traceback(book: Path) -> None:
    """What it objects to is told."""
    (book / "hook.py").write_text("def on_env(*_, **__):\n    raise ValueError('a hook is wrong')\n", "utf-8")
    settings(book, "site_name:", "hooks: [hook.py]\nsite_name:")
    assert told(book) == [("mkdocs.yml", 0, "mkdocs-says")]


def test_nobody_is_listened_to_afterwards(book: Path) -> None:
    """MkDocs' own messages go where they went before."""
    logger = logging.getLogger("mkdocs")
    before = (list(logger.handlers), logger.propagate)
    told(book)
    assert (list(logger.handlers), logger.propagate) == before


def test_a_preview_before_it_leaves_no_trace(book: Path, tmp_path: Path) -> None:
    """In one process too, where MkDocs keeps the plugin: the site is kept by devices, and the preview by none."""
    say = language("en").say
    preview(book / "docs", say, tmp_path / "shown", "http://127.0.0.1:8000/")
    kept(book / "docs", say, {"site_dir": str(tmp_path / "site")})
    workers = [(tmp_path / name / "rolebook-worker.js").read_bytes() for name in ("shown", "site")]
    assert [b"registration.unregister" in worker for worker in workers] == [True, False]
    assert [(tmp_path / name / "offline.html").exists() for name in ("shown", "site")] == [False, True]


def test_a_folder_without_settings(book: Path) -> None:
    """Can be checked as well."""
    (book / "mkdocs.yml").unlink()
    assert told(book) == []


@pytest.mark.parametrize("plugins", ["plugins: [search]", "pluggins: [rolebook]"])
def test_a_site_without_the_plugin(book: Path, plugins: str) -> None:
    """Would have no handbook in it, and a build would say nothing."""
    (book / "mkdocs.yml").write_text(f"site_name: H\ntheme: {{name: material}}\n{plugins}\n", "utf-8")
    assert told(book) == [("mkdocs.yml", 0, "plugin-missing")]
