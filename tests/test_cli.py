"""The command line: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from rolebook.cli import main
from tests.conftest import ROOT

CASE = ROOT / "tests" / "cases" / "load" / "contradiction.yml"


def run(*arguments: str | Path) -> Result:
    """Run `rolebook` with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with an empty docs/, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.fixture
def broken(folder: Path) -> Path:
    """A docs folder with one contradiction."""
    roles = folder / "docs" / "roles"
    roles.mkdir(parents=True)
    (roles / "bar.yml").write_bytes(CASE.read_bytes())
    return folder / "docs"


def test_check_of_a_sound_handbook() -> None:
    """Queries, then how much there is; exit status 0."""
    done = run("check", "--docs", ROOT / "docs")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "docs/roles/bar-attendant.yml" in done.stdout
    assert ": 待确认：" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("没有问题：")


def test_check_of_a_broken_handbook(broken: Path) -> None:
    """The problem as compilers print it, on stderr; exit status 1."""
    done = run("check", "--docs", broken)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == CASE.with_suffix(".zh.txt").read_text("utf-8").rstrip("\n") + "\n共 1 个问题\n"


def test_check_in_english(broken: Path) -> None:
    """In the language mkdocs.yml names: problems, queries and the summary."""
    (broken.parent / "mkdocs.yml").write_text(
        "site_name: H\ntheme: {name: material}\nplugins:\n  - rolebook: {language: en}\n", "utf-8"
    )
    done = run("check", "--docs", broken)
    assert done.stderr == CASE.with_suffix(".en.txt").read_text("utf-8").rstrip("\n") + "\n1 problem\n"
    text = CASE.read_text("utf-8").replace("value: 45", "value: 30").replace("鞠躬45", "鞠躬30")
    (broken / "roles" / "bar.yml").write_text(f"{text}query: 谁？\n", "utf-8")
    done = run("check", "--docs", broken)
    assert done.stdout.splitlines()[0] == "docs/roles/bar.yml:19: query: 谁？"
    assert done.stdout.splitlines()[-1] == "no problems: 1 record, 2 lines, 1 open query"


def test_check_for_programs(broken: Path) -> None:
    """JSON with file, line, column, code, message and hint."""
    done = run("check", "--docs", broken, "--format", "json")
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "problems": [
            {
                "file": "docs/roles/bar.yml",
                "line": 17,
                "column": 13,
                "code": "contradiction",
                "message": "“鞠躬角度”和 roles/bar#bow 那一条写得不一样",
                "hint": "改成一样的；确实不同，就加上“differs_from: roles/bar#bow”",
            }
        ],
        "queries": [],
    }


def test_check_of_a_sound_handbook_for_programs() -> None:
    """No problems, and every query with its address."""
    done = run("check", "--docs", ROOT / "docs", "--format", "json")
    found = json.loads(done.stdout)
    assert (done.exit_code, found["problems"]) == (0, [])
    assert all(query["query"] and query["line"] > 0 and "/" in query["address"] for query in found["queries"])


def test_check_for_a_pull_request(broken: Path) -> None:
    """One workflow command a problem, titled with its code."""
    done = run("check", "--docs", broken, "--format", "github")
    assert done.exit_code == 1
    assert done.stdout == (
        "::error file=docs/roles/bar.yml,line=17,col=13,title=contradiction::"
        "“鞠躬角度”和 roles/bar#bow 那一条写得不一样%0A改成一样的；确实不同，就加上“differs_from: roles/bar#bow”\n"
    )


def test_a_workflow_command_cannot_be_forged(folder: Path) -> None:
    """Percent signs and line ends of a message are escaped."""
    roles = folder / "docs" / "roles"
    roles.mkdir(parents=True)
    (roles / "bar.yml").write_text('title: 甲\n"a%0A\\n::error::x": 1\n', "utf-8")
    done = run("check", "--format", "github")
    assert done.exit_code == 1
    assert all(line.startswith("::error file=docs/roles/bar.yml,") for line in done.stdout.splitlines())
    assert "%250A" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--docs", "nowhere"],
        ["new", "roles", "a", "--docs", "nowhere"],
        ["check", "--format", "xml"],
        ["new", "roles"],
        ["new", "rolse", "a"],
        ["frob"],
    ],
)
def test_wrong_usage(arguments: list[str], folder: Path) -> None:
    """Exit status 2, and no traceback."""
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert "Usage:" in done.output


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield every command that does something, with the words that lead to it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield (*path, name)


@pytest.mark.parametrize("command", [(), *commands(main)], ids=" ".join)
def test_help_has_examples(command: tuple[str, ...], folder: Path) -> None:
    """That can be copied."""
    done = CliRunner(env={"LC_ALL": "en_US"}).invoke(main, [*command, "--help"])
    assert done.exit_code == 0
    assert "Examples:\n" in done.output
    assert " ".join(("  rolebook", *command)) in done.output


def test_check_lists_the_numbers(folder: Path) -> None:
    """Each line with numbers, and each number with the keys a measure would have."""
    roles = folder / "docs" / "roles"
    roles.mkdir()
    (roles / "desk.yml").write_text(
        "title: Desk\ndepartment: Hall\nrevision: {number: 1, effective: 2026-01-01, owner: Manager}\nsections:\n"
        "  - title: Duties\n    id: duties\n    kind: duty\n    items:\n"
        "      - If a guest waits, answer within 2 minutes.\n"
        "      - Smile.\n      - Call (020) 5550 0142.\n",
        "utf-8",
    )
    (folder / "mkdocs.yml").write_text("theme: {name: material}\nplugins: [{rolebook: {language: en}}]\n", "utf-8")
    done = run("check", "--numbers")
    assert done.exit_code == 0
    assert done.stdout == (
        "docs/roles/desk.yml:9: If a guest waits, answer within 2 minutes.\n"
        "    2 minutes → at_most: 2, unit: minutes, when: If a guest waits\n"
    )
    (found,) = json.loads(run("check", "--numbers", "--format", "json").stdout)["numbers"]
    assert found == {
        "file": "docs/roles/desk.yml",
        "line": 9,
        "address": found["address"],
        "text": "If a guest waits, answer within 2 minutes.",
        "start": 32,
        "end": 41,
        "words": "2 minutes",
        "bounds": {"at_most": "2"},
        "unit": "minutes",
        "counts": "minute",
        "said": "within",
        "when": "If a guest waits",
    }
    assert run("check", "--numbers", "--format", "github").exit_code == 2
