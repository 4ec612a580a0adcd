"""The command line: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model import KINDS
from tests.conftest import ROOT, mkdocs_build

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
    assert ": query: " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("no problems: ")


def test_check_of_a_broken_handbook(broken: Path) -> None:
    """The problem as compilers print it, on stderr; exit status 1."""
    done = run("check", "--docs", broken)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == CASE.with_suffix(".txt").read_text("utf-8").rstrip("\n") + "\n1 problem\n"


def test_check_for_programs(broken: Path) -> None:
    """JSON with file, line, column, message and hint."""
    done = run("check", "--docs", broken, "--format", "json")
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "problems": [
            {
                "file": "docs/roles/bar.yml",
                "line": 17,
                "column": 13,
                "message": "鞠躬角度 is given otherwise in roles/bar#bow",
                "hint": "make them agree, or add 'differs_from: roles/bar#bow'",
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
    """One workflow command a problem."""
    done = run("check", "--docs", broken, "--format", "github")
    assert done.exit_code == 1
    assert done.stdout == (
        "::error file=docs/roles/bar.yml,line=17,col=13::鞠躬角度 is given otherwise in roles/bar#bow "
        "make them agree, or add 'differs_from: roles/bar#bow'\n"
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


@pytest.mark.parametrize("kind", KINDS)
def test_new_writes_a_file_that_builds(kind: str, folder: Path) -> None:
    """For every kind: commented, with the line editors read, and without a problem."""
    done = run("new", kind, "first")
    path = folder / "docs" / kind / "first.yml"
    assert (done.exit_code, done.output) == (0, f"wrote {Path('docs') / kind / 'first.yml'}\n")
    assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema=../../.rolebook/{kind}.json\n")
    assert path.read_text("utf-8").count("#") > 2
    assert (folder / ".rolebook" / f"{kind}.json").is_file()
    assert run("check").exit_code == 0, run("check").output


def test_new_overwrites_nothing_unasked(folder: Path) -> None:
    """Only with --force."""
    run("new", "roles", "bar")
    path = folder / "docs" / "roles" / "bar.yml"
    path.write_text("title: 甲\n", "utf-8")
    refused = run("new", "roles", "bar")
    assert refused.exit_code == 2
    assert "exists already; --force overwrites it" in refused.output
    assert path.read_text("utf-8") == "title: 甲\n"
    assert run("new", "roles", "bar", "--force").exit_code == 0
    assert path.read_text("utf-8") != "title: 甲\n"


@pytest.mark.parametrize("name", ["../bar", "a b", "a/b", "-", ""])
def test_new_refuses_what_cannot_be_an_id(name: str, folder: Path) -> None:
    """Nothing is written anywhere."""
    done = run("new", "roles", "--", name)
    assert done.exit_code == 2
    assert f"'{name}' cannot be an id: use letters, digits and hyphens" in done.output
    assert [*folder.rglob("*.yml")] == []


def test_init_writes_a_handbook_that_builds(folder: Path) -> None:
    """One record of each kind, and plain mkdocs builds it, under the company's name."""
    done = run("init", "book", "--company", '某某: "物业"')
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == "next: cd book && mkdocs serve"
    assert {path.parent.name for path in (folder / "book" / "docs").rglob("*.yml")} == set(KINDS)
    assert run("check", "--docs", "book/docs").exit_code == 0
    assert mkdocs_build(folder / "book", folder / "site").returncode == 0
    assert "某某: &#34;物业&#34;" in (folder / "site" / "index.html").read_text("utf-8")


def test_init_wants_an_empty_folder(folder: Path) -> None:
    """What is there stays."""
    (folder / "a.txt").write_text("甲", "utf-8")
    done = run("init", ".")
    assert done.exit_code == 2
    assert "exists already; choose an empty folder" in done.output
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "docs"]


@pytest.mark.parametrize("kind", KINDS)
def test_schema_prints_json_schema(kind: str) -> None:
    """Of one kind, with the keys an author writes and what they mean."""
    schema = json.loads(run("schema", kind).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"title", "revision"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False


def test_schema_of_all_kinds_and_as_files(folder: Path) -> None:
    """All at once, or one file a kind where starter files look for it."""
    assert set(json.loads(run("schema").stdout)) == set(KINDS)
    assert run("schema", "--write").exit_code == 0
    assert {path.stem for path in (folder / ".rolebook").iterdir()} == set(KINDS)


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield every command that does something, with the words that lead to it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield (*path, name)


@pytest.mark.parametrize("command", [(), *commands(main)], ids=" ".join)
def test_help_has_examples(command: tuple[str, ...]) -> None:
    """That can be copied."""
    done = run(*command, "--help")
    assert done.exit_code == 0
    assert "Examples:\n" in done.output
    assert " ".join(("  rolebook", *command)) in done.output
