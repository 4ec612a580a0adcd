"""The same handbook gives the same bytes from every Python that is found here, with the same locked packages.

Not among the tests that pytest finds by itself: each version gets an environment of its own. `make same` runs it.
"""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_same import HERE, book, first, made

__all__ = ["first"]
NEWEST = (3, 11), (3, 12), (3, 13), (3, 14)
"""The versions of Python that are looked for."""


@pytest.mark.parametrize("version", NEWEST, ids=lambda version: ".".join(map(str, version)))
def test_another_python(version: tuple[int, int], first: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """With the same locked packages. A version that this machine has not is not tried."""
    found = interpreter(version)
    if not found:
        pytest.skip(f"no Python {version[0]}.{version[1]} here")
    subprocess.run([found, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = str(tmp_path / "venv" / "bin" / "python")
    lock = str(ROOT / "requirements.lock")
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", lock], check=True)
    ours = Path(str(importlib.metadata.distribution("rolebook").locate_file("")))
    for described in ours.glob("rolebook-*.dist-info"):  # what tells MkDocs of the plugin
        shutil.copytree(described, tmp_path / "described" / described.name)
    path = os.pathsep.join([str(ROOT), str(ROOT / "generator"), str(tmp_path / "described")])
    project = book(tmp_path / "book")
    assert made(project, tmp_path / "site", python=python, **HERE, PYTHONPATH=path) == first[1]


def interpreter(version: tuple[int, int]) -> str | None:
    """Return a Python of this version, from the PATH or from pyenv; None where there is none."""
    name = f"python{version[0]}.{version[1]}"
    kept = (Path.home() / ".pyenv" / "versions").glob(f"{version[0]}.{version[1]}.*/bin/{name}")
    for path in (shutil.which(name), *map(str, kept)):
        if path and subprocess.run([path, "-c", "import ssl, venv"], capture_output=True, check=False).returncode == 0:
            return path
    return None
