"""What is told can be told wherever it goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.test_files import ROLE

LINES = "sections:\n  - title: 职责\n    items:\n      - {text: 微笑, query: 含𠮷和😀}\n"


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
@pytest.mark.parametrize("wrong", [False, True])
def test_a_character_the_encoding_lacks_is_replaced(tmp_path: Path, encoding: str, wrong: bool) -> None:
    """As where output goes to a file on a Chinese Windows; the check says what it has to say all the same."""
    role = tmp_path / "docs" / "roles" / "a.yml"
    role.parent.mkdir(parents=True)
    role.write_text(ROLE + LINES + ("titel: 𠮷\n" if wrong else ""), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "rolebook.cli", "check", "--docs", str(tmp_path / "docs")],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == int(wrong), done.stderr
    assert b"Traceback" not in done.stderr
    assert b"?" in (done.stderr if wrong else done.stdout)
