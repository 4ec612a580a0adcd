"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the project: what they add is built."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests import pdf
from tests.conftest import ROOT

pytestmark = pytest.mark.whole

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
NOT_COPIED = (".*", "node_modules", "site", "__pycache__", "images")


def blocks(recipe: str) -> Iterator[tuple[str, str, str]]:
    """Yield the blocks of a recipe as (language, file, text), in their order."""
    manual = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (text,) = re.findall(rf"^### {recipe}\n(.*?)(?=^##)", manual, re.M | re.S)
    for match in _BLOCK.finditer(text):
        yield match[1], match[2] or "", match[3]


def followed(recipe: str, folder: Path) -> Path:
    """Return a copy of the project in `folder` in which a recipe was followed."""
    project = shutil.copytree(ROOT, folder / "project", ignore=shutil.ignore_patterns(*NOT_COPIED))
    for language, name, text in blocks(recipe):
        path = project / name
        if language == "sh":
            subprocess.run(["sh", "-ec", text], cwd=project, check=True)
        elif language == "diff":
            was, now = ("".join(line[1:] for line in text.splitlines(True) if line[0] != sign) for sign in "+-")
            before = path.read_text("utf-8")
            assert before.count(was) == 1, f"{name} has no such lines, or has them twice: {was}"
            path.write_text(before.replace(was, now), "utf-8")
        else:
            assert not path.exists(), name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return project


def run(project: Path, folder: Path, *arguments: str) -> None:
    """Run a module in `folder` with the copy in place of what is installed."""
    environment = os.environ | {"PYTHONPATH": str(project / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def built(project: Path, language: str) -> Path:
    """Return the site of a small handbook that the copy began in a language."""
    run(project, project, "rolebook.cli", "init", f"book-{language}", "--language", language)
    run(project, project / f"book-{language}", "mkdocs", "build", "-q", "--strict")
    return project / f"book-{language}" / "site"


def page(path: Path) -> BeautifulSoup:
    """Return a page."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def with_notices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with one kind more."""
    return followed("A kind of record", tmp_path_factory.mktemp("kind"))


@pytest.mark.parametrize(
    ("code", "name", "until", "line", "heading"),
    [
        ("en", "Notices", "Until", "Take bicycles to the cellar by the ramp in the yard.", "What is new"),
        ("zh", "通知", "有效至", "送货一律走后院的坡道。", "通知内容"),
        ("zh-Hant", "通知", "有效至", "送貨一律走後院的坡道。", "通知內容"),
    ],
)
def test_a_new_kind_is_built(with_notices: Path, code: str, name: str, until: str, line: str, heading: str) -> None:
    """Its page, its index, its sheet and lookup have its lines, and something is asked about it."""
    site = built(with_notices, code)
    notice = page(site / "notices" / "lift.html")
    assert line in [found.get_text().strip() for found in notice.select(".rb-line__text")]
    assert f"{until} 2026-12-31" in [found.get_text() for found in notice.select(".rb-lead")]
    assert notice.select(".rb-quiz-link a")
    assert name in page(site / "notices" / "index.html").get_text()
    assert [link["href"] for link in page(site / "index.html").select("a[href='notices/index.html']")]
    words = pdf.words((site / "posters" / "notices" / "lift.pdf").read_bytes())
    assert pdf.squeezed(line) in words and pdf.squeezed(until) in words
    listed = page(site / "lines.html").get_text()
    assert line in listed and heading in listed
    assert line in (site / "assets" / "rolebook" / "lookup.js").read_text("utf-8")
    asked = json.loads((site / "quizzes" / "bank.json").read_text("utf-8"))["items"]
    assert [one for one in asked if one["source"]["item"].startswith("notices/lift#")]


@pytest.mark.parametrize("tests", ["test_starter.py", "test_architecture.py", "language/test_strings.py"])
def test_a_new_kind_lacks_nothing(with_notices: Path, tests: str) -> None:
    """The tests that compare kinds and languages are content with it."""
    only = "notices or language_is_complete or every_word"
    run(with_notices, with_notices, "pytest", "-q", "-p", "no:cacheprovider", f"tests/{tests}", "-k", only)


def test_a_new_language_is_built(tmp_path: Path) -> None:
    """Its words are on the pages and sheets are in it."""
    site = built(followed("A language", tmp_path), "eo")
    home = page(site / "index.html").select_one("html")
    assert home is not None and home["lang"] == "eo"
    (role,) = (site / "roles").glob("[!i]*.html")
    assert "Estro" in [term.get_text() for term in page(role).select("dt")]
    assert list((site / "posters").rglob("*.pdf"))


def test_a_new_view_is_built(tmp_path: Path) -> None:
    """It has every question with one right option, and of each option whether it is."""
    site = built(followed("A view", tmp_path), "en")
    exported = (site / "quizzes" / "bank.gift.txt").read_text("utf-8")
    asked = json.loads((site / "quizzes" / "bank.json").read_text("utf-8"))["items"]
    chosen = [one for one in asked if len(one["key"]) == 1 and len(one["options"]) > 1]
    assert re.findall(r"^::(\S+?)::", exported, re.M) == [one["id"] for one in chosen]
    assert len(re.findall("^=", exported, re.M)) == len(chosen) > 3
    assert len(re.findall("^~", exported, re.M)) == sum(len(one["options"]) - 1 for one in chosen)
