"""What git knows: a line that changes under an old number is told of, and its sheet is printed again."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from rolebook.cli import main
from rolebook.load import load
from rolebook.revisions import commit_before, unrevised
from tests.load.test_files import ROLE

FIRST, SECOND = "      - 微笑并问好。\n", "      - 鞠躬30度。\n"
LINES = f"sections:\n  - title: 职责\n    items:\n{FIRST}{SECOND}"


def commit(folder: Path, day: str) -> None:
    """Commit everything as of a day."""
    moment = f"{day}T12:00:00+0000"
    env = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(folder), "add", "-A"], check=True, env=env)
    subprocess.run(["git", "-C", str(folder), *who, "commit", "-qm", "x"], check=True, env=env)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A handbook of one role whose file has a Chinese name, in a repository of its own."""
    role = tmp_path / "docs" / "roles" / "前台.yml"
    role.parent.mkdir(parents=True)
    role.write_text(ROLE + LINES, "utf-8")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    commit(tmp_path, "2026-01-02")
    return tmp_path / "docs"


def change(docs: Path, old: str, new: str) -> None:
    """Change the role's file."""
    path = docs / "roles" / "前台.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def told(docs: Path) -> list[tuple[int, object]]:
    """Return line and words of what is told."""
    return [(problem.line, dict(problem.message.values)["what"]) for problem in unrevised(load(docs), docs)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("鞠躬30度", "鞠躬45度", [(11, "鞠躬45度。")]),
        ("title: 职责", "title: 工作", [(8, "工作")]),
        ("title: 甲", "title: 戊", [(1, "戊")]),
        (SECOND, "", [(4, "鞠躬30度。")]),
        (
            "      - 微笑并问好。\n      - 鞠躬30度。\n",
            "      - 鞠躬30度。\n      - 微笑并问好。\n",
            [(10, "鞠躬30度。")],
        ),
        ("微笑并问好。", "微笑，并问好", []),
        ("owner: 丙", "owner: 丁", []),
    ],
)
@pytest.mark.parametrize("committed", [False, True])
def test_a_change_without_a_new_revision(
    docs: Path, old: str, new: str, expected: list[tuple[int, str]], committed: bool
) -> None:
    """Of a line, a heading or the title, committed or not; a comma is no change."""
    change(docs, old, new)
    if committed:
        commit(docs.parent, "2026-02-02")
    assert told(docs) == expected


@pytest.mark.parametrize(("after", "moved"), [("BCDA", "A"), ("DABC", "D"), ("ACDB", "B"), ("BACD", "B")])
def test_a_line_that_moved_is_told_as_moved(docs: Path, after: str, moved: str) -> None:
    """It and no other; nothing has changed. Of two that changed places, the one that stands first now."""
    before = "ABCD"
    lines = {letter: f"      - 第{letter}件事。\n" for letter in before}
    change(docs, SECOND, "".join(lines[letter] for letter in before))
    change(docs, "number: 1", "number: 2")
    commit(docs.parent, "2026-02-02")
    change(docs, "".join(lines[letter] for letter in before), "".join(lines[letter] for letter in after))
    (problem,) = unrevised(load(docs), docs)
    assert (problem.message.code, dict(problem.message.values)["what"]) == ("line-moved", f"第{moved}件事。")


def test_a_new_revision_is_what_counts_from_then_on(docs: Path) -> None:
    """With it nothing is told; what changes after it is."""
    change(docs, "鞠躬30度", "鞠躬45度")
    change(docs, "number: 1", "number: 2")
    assert told(docs) == []
    commit(docs.parent, "2026-02-02")
    assert told(docs) == []
    change(docs, "鞠躬45度", "鞠躬60度")
    assert told(docs) == [(11, "鞠躬60度。")]


def test_without_git_nothing_is_told(tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither outside of a repository nor where there is no git."""
    change(docs, "鞠躬30度", "鞠躬45度")
    handbook = load(docs)
    monkeypatch.setenv("PATH", "")
    assert [*unrevised(handbook, docs)] == []
    assert commit_before(docs, datetime.date(2026, 3, 1)) == ""


def test_sheets_since_a_day(docs: Path) -> None:
    """Those of a new revision, and those that changed without one."""
    change(docs, "鞠躬30度", "鞠躬45度")
    commit(docs.parent, "2026-03-02")
    for since, listed in (("2026-03-01", True), ("2026/3/1", True), ("2026-03-03", False)):
        done = CliRunner().invoke(main, ["posters", "--docs", str(docs), "--changed-since", since])
        assert done.exit_code == 0, done.output
        assert ("鞠躬45度。" in done.output) == listed, done.output
