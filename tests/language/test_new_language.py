"""A new language is a folder: with its tables in it, nothing else has to be written for a handbook to be built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT

REVISION = "revision: {number: 1, effective: 2026-01-02, owner: Estro}\n"
FILES = {
    "mkdocs.yml": """site_name: Akceptejo
theme: {name: material}
plugins: [{rolebook: {language: eo, posters: false}}]
""",
    "docs/roles/akceptisto.yml": f"""title: Akceptisto
department: Akceptejo
reports_to: [Mastro]
{REVISION}sections:
  - title: Devoj
    id: devoj
    items:
      - {{text: Neniam manĝu ĉe la tablo., id: mangi, never: true}}
      - {{text: Disputi kun gasto., id: disputi, never: true}}
      - Ŝlosu la ŝrankon kaj enskribu ĝin en la ŝlosillibro.
""",
    "docs/forms/ŝlosillibro.yml": f"title: Ŝlosillibro\n{REVISION}fields: [{{label: Nomo}}, {{label: Tago}}]\n",
}
WORDS = {
    "words/site.toml": ('never = "Never:"', 'never = "Neniam:"'),
    "words/lookup.toml": ('placeholder = "Look up"', 'placeholder = "Serĉu"'),
    "words/roles.toml": ('reports_to = "Reports to"', 'reports_to = "Estro"'),
    "grammar.toml": ('forbids = [\n  "never"', 'forbids = [\n  "neniam"'),
    "messages.toml": ("there is no", "mankas"),
}
"""What the new language has of its own; the rest of it is English still."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with a third language in it."""
    folder = tmp_path_factory.mktemp("library")
    package = shutil.copytree(ROOT / "generator" / "rolebook", folder / "rolebook")
    shutil.copytree(package / "language" / "en", package / "language" / "eo")
    for name, (old, new) in WORDS.items():
        path = package / "language" / "eo" / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), "utf-8")
    return folder


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook in that language."""
    folder = tmp_path_factory.mktemp("akceptejo")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _run(library: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(library), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.whole
def test_a_handbook_in_a_language_that_is_a_folder(library: Path, handbook: Path) -> None:
    """Its words are on the page, its grammar is read, its forms are found, and the browser gets its tables."""
    done = _run(library, handbook, "mkdocs", "build", "-q")
    assert done.returncode == 0, done.stdout + done.stderr
    page = BeautifulSoup((handbook / "site" / "roles" / "akceptisto.html").read_text("utf-8"), "html.parser")
    found = page.select_one("html")
    assert found is not None and found["lang"] == "eo"
    assert "Estro" in [term.get_text() for term in page.select("dt")]
    assert [line.get_text().strip() for line in page.select(".rb-line--never .rb-line__text")] == [
        "Neniam manĝu ĉe la tablo.",
        "Neniam:Disputi kun gasto.",
    ]
    form = page.select_one("a.rb-form")
    assert form is not None and form.get_text() == "ŝlosillibro"
    words = (handbook / "site" / "assets" / "rolebook" / "words.js").read_text("utf-8")
    assert "Serĉu" in words and "rolebookLanguage" in words


def test_its_faults_are_told_in_it(library: Path, handbook: Path, tmp_path: Path) -> None:
    """As every language's are."""
    folder = shutil.copytree(handbook, tmp_path / "faulty", ignore=shutil.ignore_patterns("site"))
    path = folder / "docs" / "roles" / "akceptisto.yml"
    path.write_text(path.read_text("utf-8") + "procedures: [nenio]\n", "utf-8")
    done = _run(library, folder, "rolebook.cli", "check")
    assert done.returncode == 1
    assert "mankas 'procedures/nenio'" in done.stdout + done.stderr


def test_the_first_language_stays_the_first(library: Path, tmp_path: Path) -> None:
    """Whatever others are called."""
    shutil.copytree(library / "rolebook" / "language" / "en", library / "rolebook" / "language" / "zz")
    code = "from rolebook.language import DEFAULT, LANGUAGES; print(DEFAULT, *LANGUAGES)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(library)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[0] == "zh"
    assert {"eo", "zz", "en"} <= set(done.stdout.split())
