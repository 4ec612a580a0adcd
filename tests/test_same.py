"""The same handbook gives the same bytes, wherever and whenever it is built: sheets, questions, both scripts.

What is promised are the bytes of every file and the names of all. Who may read them is for the umask of whoever builds.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rolebook import starter
from tests.conftest import ROOT
from tests.test_plugin import digests

pytestmark = pytest.mark.whole

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "zh_CN.GBK",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "gbk",
}


def book(folder: Path, *, backwards: bool = False) -> Path:
    """Write a handbook with everything in it; its files are written in the one order or in the other."""
    starter.init(folder.with_name("written"), "某公司", "zh")
    config = folder.with_name("written") / "mkdocs.yml"
    text = config.read_text("utf-8").replace("- rolebook:\n", "- rolebook:\n      variants: [zh-Hant]\n")
    config.write_text(f"{text}\nsite_url: https://example.org/h/\n", "utf-8")
    (config.parent / "docs" / "own.md").write_text("# 公司\n\n[前台](roles/receptionist.md)\n", "utf-8")
    for path in sorted(config.parent.rglob("*"), reverse=backwards):
        if path.is_file():
            target = folder / path.relative_to(config.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return folder


def made(project: Path, site: Path, *place: str, python: str = sys.executable, **environment: str) -> dict[str, str]:
    """Build it in a process of its own; return what its files hold."""
    clean = {name: value for name, value in os.environ.items() if not re.match("LC_|LANG|SOURCE_DATE|PYTHON", name)}
    env = {**clean, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), **environment}
    command = [python, "-m", "tests.elsewhere", str(project / "mkdocs.yml"), str(site), *place]
    mask = os.umask(0o077 if place else 0o022)
    try:
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, errors="replace")
    finally:
        os.umask(mask)
    assert done.returncode == 0, done.stderr[-3000:]
    return digests(site)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The handbook, and its site as it is here and now."""
    folder = tmp_path_factory.mktemp("same")
    project = book(folder / "book")
    return project, made(project, folder / "site", **HERE)


def test_there_is_something_to_compare(first: tuple[Path, dict[str, str]]) -> None:
    """Of each thing that is made."""
    _, site = first
    assert {"quizzes/bank.json", "sitemap.xml.gz", "zh-Hant/index.html", "own.html", "404.html"} <= site.keys()
    assert len([name for name in site if name.endswith(".pdf")]) >= 10


def test_a_second_build(first: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """What is kept from the first changes nothing."""
    project, site = first
    assert (project / ".rolebook" / "cache").is_dir()
    assert made(project, tmp_path / "site", **HERE) == site


def test_another_machine_at_another_time(first: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """Another folder, order of files, hash seed, time zone, locale, encoding, umask, day, number of processors."""
    project = book(tmp_path / "另一 个(folder)" / "book", backwards=True)
    assert made(project, tmp_path / "site", "4000000000", "1", **ELSEWHERE) == first[1]
