"""Help in the reader's language: of the handbook, else of the computer, else in all there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rolebook.cli import main
from rolebook.language.locales import ENVIRONMENT
from rolebook.language.strings import LANGUAGES
from rolebook.language.tables import table
from rolebook.load.settings import settings

USAGE = {"en": "Usage: ", "zh": "用法："}


def helped(*command: str, locale: str = "C") -> str:
    """Return the help of a command on a computer of this locale."""
    return CliRunner(env={**dict.fromkeys(ENVIRONMENT, ""), "LC_ALL": locale}).invoke(main, [*command, "--help"]).output


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield every command, with the words that lead to it."""
    yield path
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield from commands(command, *path, name) if isinstance(command, click.Group) else [(*path, name)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a handbook, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [*commands(main)], ids=" ".join)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_command_and_option_is_explained(code: str, command: tuple[str, ...]) -> None:
    """In each language, in words of its own."""
    locale = {"zh-Hant": "zh_TW"}.get(code, code)
    told, words = helped(*command, locale=f"{locale}.UTF-8"), table(code, "commands")
    own = words["commands"][" ".join(("rolebook", *command))]
    assert told.startswith(words["usage"])
    assert "".join(own["help"].replace("\b", "").split()) in "".join(told.split())
    assert words["options"]["help"] in told
    assert f"\n{words['headings']['Options']}\n" in told
    assert (":\n" in told) == (code == "en")


@pytest.mark.parametrize(
    ("config", "locale", "codes"),
    [
        ("", "en_GB.UTF-8", ["en"]),
        ("", "zh_CN.UTF-8", ["zh"]),
        ("", "C", ["zh", "en"]),
        ("", "de_DE.UTF-8", ["zh", "en"]),
        ("plugins: [{rolebook: {language: en}}]\n", "zh_CN.UTF-8", ["en"]),
        ("plugins: [{rolebook: {language: zh}}]\n", "en_GB.UTF-8", ["zh"]),
        ("plugins: [rolebook]\n", "en_GB.UTF-8", ["zh"]),
        ("plugins: [search]\n", "en_GB.UTF-8", ["en"]),
    ],
)
def test_the_language_of_the_handbook_goes_before_the_computers(
    config: str, locale: str, codes: list[str], folder: Path
) -> None:
    """Where neither is one of ours, help is in each language that is written by hand."""
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    told = helped("check", locale=locale)
    assert [code for code in ("zh", "en") if USAGE[code] in told] == codes


@pytest.mark.parametrize(
    ("locale", "arguments", "code"),
    [("en_US.UTF-8", [], "en"), ("zh_CN.UTF-8", [], "zh"), ("C", [], "zh"), ("en_US", ["--language", "zh"], "zh")],
)
def test_init_says_which_language_it_picked(locale: str, arguments: list[str], code: str, folder: Path) -> None:
    """By the computer's, where none is asked for; and says so only then."""
    environment = {**dict.fromkeys(ENVIRONMENT, ""), "LC_ALL": locale}
    done = CliRunner(env=environment).invoke(main, ["init", "there", *arguments])
    assert done.exit_code == 0
    picked = table(code, "starter")["picked"].format(codes=", ".join(LANGUAGES))
    assert (picked in done.output) is not bool(arguments)
    assert settings(folder / "there/docs").language == code
