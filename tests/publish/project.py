"""A small handbook with a site that is behind it, and ways to build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from rolebook import starter
from tests.conftest import ROOT
from tests.test_plugin import digests

ENV = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
MKDOCS = (sys.executable, "-m", "mkdocs")
State = tuple[Path, dict[str, str], dict[str, str]]
"""A project, what its site holds, and what it will hold."""


def run(project: Path, *arguments: str, command: tuple[str, ...] = MKDOCS) -> subprocess.CompletedProcess[str]:
    """Build a project, by MkDocs alone or by another command that ends in it."""
    return subprocess.run(
        [*command, "build", *arguments], cwd=project, env=ENV, capture_output=True, text=True, check=False
    )


def made(folder: Path) -> State:
    """Make a project with its site, and then a change of which that does not know."""
    project = folder / "project"
    starter.init(project, "Some company", "en")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("- rolebook:\n", "- rolebook:\n      posters: false\n", 1), "utf-8"
    )
    assert run(project, "-q").returncode == 0
    old = digests(project / "site")
    shutil.copytree(project / "site", project.with_name("old"))
    (project / "docs" / "own.md").write_text("# 公司\n", "utf-8")
    assert run(project, "-q").returncode == 0
    new = digests(project / "site")
    assert old != new
    shutil.rmtree(project / "site")
    project.with_name("old").rename(project / "site")
    return project, old, new


def beside(project: Path) -> list[str]:
    """Return what stands beside the site and is ours."""
    return [path.name for path in project.iterdir() if ".rolebook-" in path.name]
