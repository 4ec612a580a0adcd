"""What the tests do harm to: a site, and a project with its site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.publish.project import State, made
from tests.publish.sites import GONE, KEPT, write


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> State:
    """A project with its site, and a change of which that does not know."""
    return made(tmp_path_factory.mktemp("states"))


@pytest.fixture
def state(states: State, tmp_path: Path) -> State:
    """A copy of it."""
    project, old, new = states
    shutil.copytree(project, tmp_path / "project")
    return tmp_path / "project", old, new


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, with what others keep in such a folder."""
    write(tmp_path / "out" / "site", *KEPT, *GONE)
    return tmp_path / "out" / "site"
