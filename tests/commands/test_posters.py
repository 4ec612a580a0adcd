"""`rolebook posters` as a user runs it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolebook.cli import main
from tests import pdf

DAILY = """title: 班前
revision: {number: %s, effective: %s, owner: 客服部}
when: 班前
by: [吧台]
sections:
  - title: 设备
    items: [%s]
"""


def run(*arguments: str) -> Result:
    """Run `rolebook posters`."""
    return CliRunner().invoke(main, ["posters", *arguments])


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, whoever the user is."""
    who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A handbook of one checklist in a git repository, in a folder below its top."""
    folder = tmp_path / "book" / "docs"
    write(folder, 1, "2026-01-02", "开灯")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "tag", "printed")
    return folder


def write(docs: Path, number: int, day: str, *lines: str) -> None:
    """Write the checklist."""
    (docs / "checklists").mkdir(parents=True, exist_ok=True)
    (docs / "checklists" / "daily.yml").write_text(
        DAILY % (number, day, ", ".join(f'"{line}"' for line in lines)), "utf-8"
    )


def test_the_list_of_sheets(docs: Path) -> None:
    """Path, title, pages and type size."""
    done = run("--docs", str(docs))
    assert (done.output, done.exit_code) == (
        "posters/checklists/daily.pdf：班前，1 张，字号 30 磅（不小于 12 磅）\n",
        0,
    )


def test_changed_since_a_commit(docs: Path) -> None:
    """What prints differently, and why."""
    assert run("--docs", str(docs), "--changed-since", "printed").output == "从 printed 到现在，没有要重印的\n"
    write(docs, 2, "2026-03-04", "开灯", "关窗")
    lines = run("--docs", str(docs), "--changed-since", "printed").output.splitlines()
    assert lines[:2] == ["重印 checklists/daily：班前", "  checklists/daily 现在是第 2 版，2026-03-04 生效"]
    assert lines[2].startswith("  增加了 checklists/daily#")


def test_changed_since_a_day(docs: Path) -> None:
    """By document control, without git."""
    assert run("--docs", str(docs), "--changed-since", "2026-01-02").output == (
        "重印 checklists/daily：班前\n  checklists/daily 现在是第 1 版，2026-01-02 生效\n"
    )
    assert run("--docs", str(docs), "--changed-since", "2026-01-03").output == ("从 2026-01-03 到现在，没有要重印的\n")


@pytest.mark.parametrize("commit", ["nosuch", "--output=x", "printed:nosuch"])
def test_no_such_commit(docs: Path, commit: str) -> None:
    """Says so, without a traceback, and never runs what it is given as an option."""
    done = run("--docs", str(docs), f"--changed-since={commit}")
    assert done.exit_code == 2
    assert "Error: Invalid value for --changed-since" in done.output
    assert "Traceback" not in done.output


def test_a_pack_is_written(docs: Path, tmp_path: Path) -> None:
    """With the site's address from mkdocs.yml in the codes."""
    (docs.parent / "mkdocs.yml").write_text("site_url: https://handbook.example.com/b/\n", "utf-8")
    write(docs, 1, "2026-01-02", "开灯")
    role = "title: 吧台\ndepartment: 客服部\nrevision: {number: 1, effective: 2026-01-02, owner: 客服部}\n"
    (docs / "roles").mkdir()
    (docs / "roles" / "bar.yml").write_text(role + "qualifications: [细心]\nsections: []\n", "utf-8")
    target = tmp_path / "bar.pdf"
    done = run("--docs", str(docs), "--pack", "吧台", "-o", str(target))
    assert not done.exception, done.exception
    assert done.output == f"已写好 {target}：2 份，加一张封面\n"
    assert pdf.codes(target.read_bytes()) == [
        "https://handbook.example.com/b/roles/bar.html?rev=1",
        "https://handbook.example.com/b/checklists/daily.html?rev=1",
    ]


def test_a_pack_in_another_script(docs: Path, tmp_path: Path) -> None:
    """The lines too are in its characters, and the codes lead where the others lead."""
    write(docs, 1, "2026-01-02", "开灯，核对里面的签字")
    role = "title: 吧台\ndepartment: 客服部\nrevision: {number: 1, effective: 2026-01-02, owner: 客服部}\n"
    (docs / "roles").mkdir()
    (docs / "roles" / "bar.yml").write_text(role + "qualifications: [细心]\nsections: []\n", "utf-8")
    options = ("--docs", str(docs), "--pack", "吧台", "--site-url", "https://a.example/", "-o", str(tmp_path / "a.pdf"))
    assert not run(*options, "--language", "zh-Hant").exception
    content = (tmp_path / "a.pdf").read_bytes()
    assert "開燈，核對裡面的簽字" in pdf.words(content)
    assert "吧檯" in pdf.words(content)
    assert "https://a.example/checklists/daily.html?rev=1" in pdf.codes(content)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--pack", "nosuch"], "没有岗位或部门叫“nosuch”"),
        (["--pack", "x", "--changed-since", "x"], "--changed-since and --pack are two different jobs"),
        (["--output", "x.pdf"], "--output goes with --pack"),
    ],
)
def test_wrong_usage(docs: Path, arguments: list[str], message: str) -> None:
    """Exit status 2 and what to give instead."""
    done = run("--docs", str(docs), *arguments)
    assert done.exit_code == 2
    assert message in done.output


def test_a_sheet_that_does_not_print(docs: Path) -> None:
    """Its problem on stderr, exit status 1."""
    write(docs, 1, "2026-01-02", "开灯😀")
    done = run("--docs", str(docs))
    assert done.exit_code == 1
    assert "checklists/daily.yml:7:13: 错误：打印用的字体里没有这些字符：😀 (U+1F600)" in done.output
