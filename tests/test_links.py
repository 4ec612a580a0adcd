"""Every link and every anchor of the built site leads somewhere, as linkchecker finds it over loopback."""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.whole

CONFIG = Path(__file__).parent / "linkchecker.ini"
AS_ONESELF = """
from linkcheck.command import linkchecker
linkchecker.drop_privileges = lambda: None
linkchecker.linkchecker()
"""
"""Run by root, linkchecker becomes nobody, who may not read this folder, and goes on without looking at anchors."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Let linkchecker ask as fast as it can: it waits between requests to servers that do not say so."""
        self.send_header("LinkChecker", "yes")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to the tests."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a site made by hand."""
    return tmp_path


@pytest.fixture
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Serve the folder of the fixture named by the parameter."""
    served = request.getfixturevalue(request.param)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def checked(start: str) -> tuple[int, str]:
    """Run linkchecker from `start`; return its exit status and its report."""
    command = [sys.executable, "-c", AS_ONESELF, "--config", str(CONFIG), "--no-robots", start]
    english = os.environ | {"LANGUAGE": "en"}
    done = subprocess.run(command, env=english, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("address", ["site"], indirect=True)
def test_no_link_and_no_anchor_is_broken(address: str, site: Path) -> None:
    """From the home page everything is reached, and nothing is missing."""
    status, report = checked(address)
    assert status == 0, report[-4000:]
    found = re.search(r"(\d+) links? in (\d+) URLs? checked\. (\d+) warnings? found.*?(\d+) errors? found", report)
    assert found is not None, report[-1000:]
    assert (found[3], found[4]) == ("0", "0"), report[-4000:]
    assert int(found[2]) >= len([*site.rglob("*.html")]) - 1  # nothing links to the page for missing pages


@pytest.mark.parametrize("address", ["folder"], indirect=True)
def test_a_broken_link_or_anchor_would_be_found(address: str, folder: Path) -> None:
    """The check can fail."""
    (folder / "index.html").write_text('<a href="#甲">a</a><a href="b.html">b</a><p id="乙"></p>', "utf-8")
    status, report = checked(address)
    assert status != 0
    assert "404" in report
    assert "Anchor" in report
