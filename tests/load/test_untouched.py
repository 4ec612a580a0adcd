"""A starter nobody has changed is told of; one with a line of its own is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook import starter
from rolebook.kinds import KINDS
from rolebook.language.strings import LANGUAGES
from rolebook.load import load


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_starter_is_told_of_until_it_says_something_else(tmp_path: Path, kind: str, code: str) -> None:
    """Whatever title it has by then."""
    docs = tmp_path / "docs"
    starter.init(tmp_path / "project", language=code)
    docs = tmp_path / "project" / "docs"
    path = starter.new(docs, kind, "fresh", code)
    told = [(notice.file, notice.message.code) for notice in load(docs).notices]
    assert (f"docs/{kind}/fresh.yml", "untouched-starter") in told
    assert [file for file, message in told if message == "untouched-starter"] == [f"docs/{kind}/fresh.yml"]
    lines = path.read_text("utf-8").splitlines()
    title = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    path.write_text("\n".join([*lines[:title], "title: 别的", *lines[title + 1 :]]), "utf-8")
    assert "untouched-starter" in [notice.message.code for notice in load(docs).notices]
    path.write_text("\n".join([*lines, "tags: [x]"]), "utf-8")
    assert "untouched-starter" not in [notice.message.code for notice in load(docs).notices]
