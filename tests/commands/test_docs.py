"""Where there is no handbook, every command says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from rolebook.cli import main
from rolebook.language.locales import ENVIRONMENT


@pytest.mark.parametrize("command", [["check"], ["posters"], ["quiz", "lint"]])
@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("zh_CN.UTF-8", "这里没有“docs”文件夹\n先进入手册所在的文件夹"),
        ("en_GB.UTF-8", "there is no folder 'docs' here\ngo to the folder of your handbook first"),
    ],
)
def test_what_to_do_where_there_is_no_handbook(
    command: list[str], locale: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the language of the computer, as wrong usage."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner(env={**dict.fromkeys(ENVIRONMENT, ""), "LANG": locale}).invoke(main, command)
    assert done.exit_code == 2
    assert told in done.output
