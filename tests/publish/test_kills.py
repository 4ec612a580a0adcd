"""A build is ended at every step it takes; what stands in the site's place is the old site or the new one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rolebook.publish import Publication
from tests.conftest import ROOT
from tests.publish.fault import publish
from tests.publish.sites import KEPT, NEW, found, names, write

pytestmark = pytest.mark.whole

OLD = dict.fromkeys((*KEPT, "index.html", "deep/page.html"), "old")


def ended(site: Path, way: str, signal: str, nth: int) -> bool:
    """Put a site at `site`, end that before its nth step; tell whether it came so far."""
    command = [sys.executable, "-m", "tests.publish.fault", *way.split(), "*", "", str(nth), signal, "publish"]
    return subprocess.run([*command, str(site)], cwd=ROOT, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("way", ["", "--renames"])
@pytest.mark.parametrize("signal", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_the_site_is_the_old_or_the_new(tmp_path: Path, signal: str, way: str) -> None:
    """Byte for byte, with all that is kept in it; the next build tidies up first, and succeeds.

    Where an exchange takes two renames, SIGKILL between them leaves nothing there until the next build starts.
    """
    left, steps = [], 0
    while True:
        site = tmp_path / str(steps) / "site"
        write(site, *OLD)
        if not ended(site, way, signal, steps + 1):
            break
        steps += 1
        left.append(found(site))
        Publication(str(site), [], print).close()
        assert found(site) in (OLD, NEW | dict.fromkeys(KEPT, "old"))
        assert names(site.parent) == ["site"]
        publish(str(site))
        assert found(site) == NEW | dict.fromkeys(KEPT, "old")
        assert names(site.parent) == ["site"]
        shutil.rmtree(site.parent)
    assert steps > 25
    missing = [there for there in left if there not in (OLD, NEW | dict.fromkeys(KEPT, "old"))]
    assert missing == ([{}] if (way, signal) == ("--renames", "SIGKILL") else [])
