"""A record whose file got another name is told what to write, so that nothing of it is lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from rolebook.cli import main
from rolebook.load import load
from rolebook.renamed import renamed
from tests.load.test_files import ROLE
from tests.test_revisions import LINES, commit

BAR = ROLE + LINES


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A handbook of two roles, in a repository of its own."""
    roles = tmp_path / "docs" / "roles"
    roles.mkdir(parents=True)
    (roles / "bar.yml").write_text(BAR, "utf-8")
    (roles / "hall.yml").write_text(
        ROLE.replace("甲", "大堂") + LINES.replace("问好", "拖地").replace("鞠躬", "擦"), "utf-8"
    )
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    commit(tmp_path, "2026-01-02")
    return tmp_path / "docs"


def move(docs: Path, old: str, new: str, text: str = BAR) -> None:
    """Give a file another name, and perhaps another text."""
    (docs / old).unlink()
    (docs / new).parent.mkdir(parents=True, exist_ok=True)
    (docs / new).write_text(text, "utf-8")


def told(docs: Path) -> list[tuple[str, int, object, object]]:
    """Return file and line, the old address, and what is to be written."""
    found = [(one, dict(one.message.values)) for one in renamed(load(docs), docs)]
    return [(one.file, one.line, facts["old"], facts["ids"]) for one, facts in found]


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize(
    ("new", "text", "expected"),
    [
        ("roles/bartender.yml", BAR, [("docs/roles/bartender.yml", 1, "roles/bar", "bar")]),
        ("roles/bartender.yml", BAR.replace("甲", "调酒"), [("docs/roles/bartender.yml", 1, "roles/bar", "bar")]),
        (
            "standards/bar.yml",
            BAR.replace("department: 乙\n", ""),
            [("docs/standards/bar.yml", 1, "roles/bar", "roles/bar")],
        ),
        ("roles/hotel-a/bar.yml", BAR, []),
        ("roles/bartender.yml", BAR + "renamed_from: [bar]\n", []),
        (
            "roles/bartender.yml",
            BAR + "renamed_from: [barkeeper]\n",
            [("docs/roles/bartender.yml", 12, "roles/bar", "barkeeper, bar")],
        ),
    ],
)
def test_a_file_that_got_another_name(
    docs: Path, new: str, text: str, expected: list[tuple[str, int, str, str]], committed: bool
) -> None:
    """In another kind too, though its text changed a little; another folder of the same kind changes no address."""
    move(docs, "roles/bar.yml", new, text)
    if committed:
        commit(docs.parent, "2026-02-02")
    assert told(docs) == expected


def test_a_file_that_got_several_names(docs: Path) -> None:
    """All of them, the first one first; those that are in use again are not lost."""
    for day, old, new in (("02", "bar", "barkeeper"), ("03", "barkeeper", "bartender")):
        move(docs, f"roles/{old}.yml", f"roles/{new}.yml")
        commit(docs.parent, f"2026-02-{day}")
    assert told(docs) == [("docs/roles/bartender.yml", 1, "roles/barkeeper", "bar, barkeeper")]
    move(docs, "roles/bartender.yml", "roles/mixer.yml")
    assert told(docs) == [("docs/roles/mixer.yml", 1, "roles/bartender", "bar, barkeeper, bartender")]
    (docs / "roles/bar.yml").write_text(ROLE + "sections: [{title: 别的, items: [另一件事]}]\n", "utf-8")
    assert told(docs) == [("docs/roles/mixer.yml", 1, "roles/bartender", "barkeeper, bartender")]


def test_a_record_that_is_gone_is_no_other_one(docs: Path) -> None:
    """Where a new one says something else, or there is none."""
    other = ROLE.replace("甲", "丁") + "sections: [{title: 别的, items: [另一件事, 第三件事]}]\n"
    move(docs, "roles/bar.yml", "roles/cellar.yml", other)
    assert told(docs) == []
    (docs / "roles/cellar.yml").unlink()
    assert told(docs) == []


def test_without_git_nothing_is_told(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is anything a fault."""
    move(docs, "roles/bar.yml", "roles/bartender.yml")
    handbook = load(docs)
    monkeypatch.setenv("PATH", "")
    assert [*renamed(handbook, docs)] == []


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("zh", "提醒：“roles/bar”好像改名成了“roles/bartender”：旧链接和贴在墙上的二维码都打不开，学过的也要从头来"),
        (
            "en",
            "notice: 'roles/bar' seems to be called 'roles/bartender' now: old links and codes on printed sheets lead "
            "nowhere, and what was learnt is lost",
        ),
    ],
)
def test_check_tells_it_with_the_cure(docs: Path, language: str, notice: str) -> None:
    """As a notice: the site can be built."""
    (docs.parent / "mkdocs.yml").write_text(
        f"site_name: H\ntheme: {{name: material}}\nplugins:\n  - rolebook: {{language: {language}}}\n", "utf-8"
    )
    move(docs, "roles/bar.yml", "roles/bartender.yml")
    done = CliRunner().invoke(main, ["check", "--docs", str(docs)])
    assert done.exit_code == 0
    assert f"docs/roles/bartender.yml:1:1: {notice}" in done.output
    assert "renamed_from: [bar]" in done.output
