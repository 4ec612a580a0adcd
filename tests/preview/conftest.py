"""A small handbook, and its site as it is shown while it is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.site import Site
from rolebook.views import pages

BOOK = Path(__file__).parents[1] / "cases" / "variant"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a folder with mkdocs.yml and docs/."""
    shutil.copytree(BOOK, tmp_path / "book")
    config = "site_name: 手册\ntheme: {name: material}\nplugins: [{rolebook: {posters: false, quizzes: false}}]\n"
    (tmp_path / "book" / "mkdocs.yml").write_text(config, "utf-8")
    return tmp_path / "book"


@pytest.fixture
def site(book: Path, tmp_path: Path) -> Path:
    """Return a folder with its pages in a frame."""
    folder = tmp_path / "site"
    for page in pages.pages(load(book / "docs"), Site("手册", Strings("zh"), posters=False, quizzes=False)):
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_text(f"<html><body><main>{page.body}</main></body></html>", "utf-8")
    return folder
