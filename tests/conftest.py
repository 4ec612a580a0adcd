"""What many tests share: the real handbook, and its site built once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import load
from generator.model.handbook import Handbook

ROOT = Path(__file__).parents[1]


def mkdocs_build(folder: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the project in `folder` into `site` in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    return subprocess.run(
        command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real handbook."""
    return load(ROOT / "docs")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real site, built once."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs_build(ROOT, target)
    assert done.returncode == 0, done.stderr + done.stdout
    yield target
