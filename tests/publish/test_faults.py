"""Whatever goes wrong in a build: the old site or the new one, whole; an exit status and a line that say so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.project import ENV, MKDOCS, State, beside, run
from tests.test_plugin import digests

pytestmark = pytest.mark.whole


def faulty(project: Path, event: str, part: str, nth: int, what: str) -> subprocess.CompletedProcess[str]:
    """Build a project; at the nth event of a kind something goes wrong."""
    command = (sys.executable, "-m", "tests.publish.fault", event, part, str(nth), what, "mkdocs")
    return run(project, "-q", command=command)


PAGE = "staged/roles/counter-assistant.html"
POINTS = {
    "at the start": ("os.mkdir", "rolebook-files", False),
    "in the views": ("open", "rolebook-files/quizzes/bank.json", False),
    "in the pages": ("open", PAGE, False),
    "before the exchange": ("ctypes.dlsym", "renameat2", False),
    "after the exchange": ("os.rename", "rolebook-staged", True),
    "while the old one is removed": ("os.rmdir", "rolebook-gone-1", True),
    "at the very end": ("os.remove", "rolebook-lock", True),
}


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_build(state: State, point: str) -> None:
    """The site is the old one or the new one, and the next build succeeds and tidies up."""
    project, old, new = state
    event, part, done = POINTS[point]
    assert faulty(project, event, part, 1, "SIGKILL").returncode == -9
    assert digests(project / "site") == (new if done else old)
    again = run(project, "-q")
    assert (again.returncode, again.stderr, digests(project / "site"), beside(project)) == (0, "", new, [])


@pytest.mark.parametrize("signal", ["SIGTERM", "SIGINT"])
@pytest.mark.parametrize("point", ["in the pages", "after the exchange"])
def test_an_interrupted_build(state: State, point: str, signal: str) -> None:
    """It says what has become of the site, and leaves nothing beside it."""
    project, old, new = state
    event, part, done = POINTS[point]
    ended = faulty(project, event, part, 1, signal)
    assert ended.returncode not in (0, -9)
    standing = "the new site is in place" if done else "the site was not changed"
    assert f"the build was interrupted; {standing}" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert (digests(project / "site"), beside(project)) == (new if done else old, [])


@pytest.mark.parametrize(
    ("event", "part", "error", "line"),
    [
        ("open", PAGE, "ENOSPC", "the build stopped: No space left on device; the site was not changed"),
        ("open", "staged/assets", "EIO", "the build stopped: Input/output error; the site was not changed"),
        ("open", "files/quizzes", "ENOSPC", "the build stopped: No space left on device; the site was not changed"),
        ("os.mkdir", "rolebook-staged", "EROFS", "Read-only file system; choose another site_dir"),
        ("open", "rolebook-lock", "EACCES", "Permission denied; choose another site_dir"),
        (
            "ctypes.dlsym",
            "renameat2",
            "EXDEV",
            "Invalid cross-device link; the site was not changed; move that folder away or choose another",
        ),
    ],
)
def test_the_system_refuses(state: State, event: str, part: str, error: str, line: str) -> None:
    """A full or broken disk, a folder that cannot be written."""
    project, old, _ = state
    failed = faulty(project, event, part, 1, error)
    assert failed.returncode == 1
    assert line in failed.stderr
    assert "Traceback" not in failed.stderr + failed.stdout
    assert digests(project / "site") == old


def test_a_file_that_cannot_be_written_whole(state: State) -> None:
    """The system's own doing: no file of this process may be larger than 100 kB, kept ones included."""
    project, old, _ = state
    resource = pytest.importorskip("resource")
    command = [*MKDOCS, "build", "-q"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    failed = subprocess.run(
        command, cwd=project, env=ENV, capture_output=True, text=True, check=False, preexec_fn=limit
    )
    assert failed.returncode == 1
    line = next(line for line in failed.stderr.splitlines() if "the build stopped: File too large" in line)
    assert line.endswith("; the site was not changed")
    assert "Traceback" not in failed.stderr + failed.stdout
    assert (digests(project / "site"), beside(project)) == (old, [])
