"""`rolebook new`, `init` and `schema`: what they write, what they say, and their exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolebook.cli import main
from rolebook.kinds import KINDS
from rolebook.kinds.roles.model import Role
from rolebook.kinds.schema import FILES
from rolebook.language.strings import LANGUAGES
from rolebook.load import load
from rolebook.load.settings import settings
from tests.conftest import ROOT, mkdocs_build


def run(*arguments: str | Path) -> Result:
    """Run `rolebook` with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with an empty docs/, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_new_writes_a_file_that_builds(kind: str, code: str, folder: Path) -> None:
    """For every kind: with the line editors read, and without a problem."""
    done = run("new", kind, "first", "--language", code)
    path = folder / "docs" / kind / "first.yml"
    assert (done.exit_code, done.output.count("\n")) == (0, 1)
    assert done.output.endswith(f" {Path('docs') / kind / 'first.yml'}\n")
    assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema=../../.rolebook/{kind}.json\n")
    assert (folder / ".rolebook" / f"{kind}.json").is_file()
    assert run("check").exit_code == 0, run("check").output


def test_new_writes_in_the_handbooks_language(folder: Path) -> None:
    """The one mkdocs.yml says; --language overrides it, and Chinese is where nothing is said."""

    def title(*arguments: str) -> str:
        run("new", "roles", "bar", "--force", *arguments)
        return load(folder / "docs").of(Role)[0].title

    assert title() == "新岗位"
    (folder / "mkdocs.yml").write_text("theme: {name: material}\nplugins:\n  - rolebook: {language: en}\n", "utf-8")
    assert title() == "New role"
    assert title("--language", "zh") == "新岗位"


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


def test_new_knows_the_folders_of_a_kind(folder: Path) -> None:
    """An id is used once in its kind, so a file in a folder below is the one that is there."""
    path = folder / "docs" / "roles" / "hotel-a" / "bar.yml"
    path.parent.mkdir(parents=True)
    path.write_text("title: 甲\n", "utf-8")
    refused = run("new", "roles", "bar")
    assert refused.exit_code == 2
    assert f"{Path('docs', 'roles', 'hotel-a', 'bar.yml')} exists already" in refused.output
    assert run("new", "roles", "bar", "--force").exit_code == 0
    assert [*folder.rglob("bar.yml")] == [path]
    assert path.read_text("utf-8") != "title: 甲\n"


@pytest.mark.parametrize("name", ["../bar", "a b", "a/b", "-", ""])
def test_new_refuses_what_cannot_be_an_id(name: str, folder: Path) -> None:
    """Nothing is written anywhere."""
    done = run("new", "roles", "--", name)
    assert done.exit_code == 2
    assert f"'{name}' cannot be an id: use letters, digits and hyphens" in done.output
    assert [*folder.rglob("*.yml")] == []


@pytest.mark.whole
@pytest.mark.parametrize("code", LANGUAGES)
def test_init_writes_a_handbook_that_builds(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One record of each kind under the company's name, plain mkdocs builds it, and what is said comes next works."""
    done = run("init", "my book", "--company", '某某: "物业"', "--language", code)
    assert done.exit_code == 0
    assert f" {Path('my book') / 'mkdocs.yml'}\n" in done.output
    assert '  cd "my book"\n  mkdocs serve ' in done.output
    assert {path.parent.name for path in (folder / "my book" / "docs").rglob("*.yml")} == {*KINDS, "docs"}
    assert mkdocs_build(folder / "my book", folder / "site").returncode == 0
    assert "某某: &#34;物业&#34;" in (folder / "site" / "index.html").read_text("utf-8")
    monkeypatch.chdir(folder / "my book")
    told = re.findall(r"^  rolebook ((?:[\w-]+ ?)+)", done.output, re.M)
    assert [line.split()[0] for line in told] == ["check", "new"]
    assert [run(*line.split()).exit_code for line in (*told, "check")] == [0, 0, 0]


def test_init_speaks_chinese_unless_told(folder: Path) -> None:
    """Of what is written and what comes next, and in the company's name where none is given."""
    for arguments, company, wrote, said in (
        (["zh"], "示例公司", "已写好", "接下来："),
        (["en", "--language", "en"], "Example Cycles", "wrote", "Next:"),
    ):
        lines = run("init", *arguments).output.splitlines()
        assert settings(folder / arguments[0] / "docs").site_name == company
        assert f"{wrote} {Path(arguments[0]) / 'mkdocs.yml'}" in lines
        assert said in lines


def test_init_wants_an_empty_folder(folder: Path) -> None:
    """What is there stays, and so does a file of that name."""
    (folder / "a.txt").write_text("甲", "utf-8")
    done = run("init", ".")
    assert done.exit_code == 2
    assert "exists already; choose an empty folder" in done.output
    assert run("init", "a.txt").exit_code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "docs"]


def test_init_writes_an_example(folder: Path) -> None:
    """As it stands, with the schemas its files look for, and without what was built beside it."""
    done = run("init", "demo", "--example", "pool-en")
    assert done.exit_code == 0
    assert "Next:" in done.output.splitlines()
    source = ROOT / "examples" / "pool-en"
    for path in (folder / "demo").rglob("*.yml"):
        assert path.read_bytes() == (source / path.relative_to(folder / "demo")).read_bytes()
    assert {path.name for path in (folder / "demo").iterdir()} == {"mkdocs.yml", "docs", ".rolebook"}
    assert {path.stem for path in (folder / "demo" / ".rolebook").iterdir()} == set(FILES)
    assert run("check", "--docs", "demo/docs").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--example", "bakery"], "'bakery' is not one of 'bakery-zh', 'pool-en'"),
        (["--example", "pool-en", "--company", "某某物业"], "leave --company and --language out"),
        (["--example", "pool-en", "--language", "zh"], "leave --company and --language out"),
    ],
)
def test_init_says_which_examples_there_are(arguments: list[str], message: str, folder: Path) -> None:
    """Exit status 2, and nothing is written."""
    done = run("init", "demo", *arguments)
    assert done.exit_code == 2
    assert message in done.output
    assert not (folder / "demo").exists()


@pytest.mark.parametrize("kind", FILES)
def test_schema_prints_json_schema(kind: str) -> None:
    """Of a kind, or of what holds for all; with the keys an author writes, and none required that may stand there."""
    schema = json.loads(run("schema", kind).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert ({"owner", "company"} if kind == "handbook" else {"title", "revision"}) <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    for part in (schema, *schema.get("$defs", {}).values()):
        assert not {"owner", "department", "paper"} & set(part.get("required", ()))


def test_schema_of_all_kinds_and_as_files(folder: Path) -> None:
    """All at once, or one file a kind where starter files look for it."""
    assert set(json.loads(run("schema").stdout)) == set(FILES)
    assert run("schema", "--write").exit_code == 0
    assert {path.stem for path in (folder / ".rolebook").iterdir()} == set(FILES)
