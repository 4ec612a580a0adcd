"""What commands read of mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.errors import Message
from rolebook.load.settings import OPTIONS, Settings, settings
from rolebook.theme.options import RolebookConfig


def test_the_options_are_read(tmp_path: Path) -> None:
    """Name and address of the site, and the options of our plugin; the address ends with a slash."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 手册\nsite_url: https://example.com/a\nplugins:\n  - search\n"
        "  - rolebook:\n      language: en\n      site_id: hotel-1\n",
        "utf-8",
    )
    expected = Settings(
        site_name="手册", site_url="https://example.com/a/", language="en", handbook=True, site_id="hotel-1"
    )
    assert settings(tmp_path / "docs") == expected


@pytest.mark.parametrize(
    "config",
    [
        None,
        "",
        "- a list",
        "plugins: rolebook",
        "plugins: [rolebook]",
        "plugins:\n  rolebook: {}\n",
        "plugins:\n  - rolebook:\n      language: fr\n",
        "plugins:\n  - rolebook:\n      site_id: a b\n",
        "site_url: [\n",
        "\x00",
        "site_url: !ENV [SITE_URL, 'https://example.com/']\nmarkdown_extensions:\n  - a: !!python/name:b.c\n",
    ],
)
def test_what_is_not_said_is_as_by_default(tmp_path: Path, config: str | None) -> None:
    """Neither a missing or broken file nor the tags MkDocs knows stop a command."""
    if config is not None:
        (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    assert settings(tmp_path / "docs") == Settings(handbook="rolebook" in (config or ""))


def test_a_mapping_of_plugins(tmp_path: Path) -> None:
    """MkDocs takes it as well as a list."""
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  rolebook: {language: en}\n", "utf-8")
    assert settings(tmp_path / "docs").language == "en"


@pytest.mark.parametrize(("locale", "language"), [("en_GB.UTF-8", "en"), ("zh_CN.UTF-8", "zh"), ("de_DE", "zh")])
def test_what_cannot_be_read_is_told_in_the_language_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    """As nobody knows that of the handbook: a configuration that is not UTF-8, or no YAML."""
    monkeypatch.setenv("LANGUAGE", locale)
    for data in ("site_name: 手册\n".encode("gbk"), b"site_name: a: b\n"):
        (tmp_path / "mkdocs.yml").write_bytes(data)
        assert settings(tmp_path / "docs") == Settings(language=language)


@pytest.mark.parametrize(
    ("options", "message", "place", "language"),
    [
        (
            "language: english",
            Message("no-such-choice", key="language", value="english", choices=("zh", "en", "zh-Hant")),
            (3, 16),
            "en",
        ),
        (
            "quizes: false",
            Message("unknown-key", key="quizes", known=tuple(OPTIONS), nearest="quizzes"),
            (3, 16),
            "zh",
        ),
        (
            "quizzes: nein",
            Message("no-such-choice", key="quizzes", value="nein", choices=("true", "false")),
            (3, 16),
            "zh",
        ),
    ],
)
def test_options_that_do_not_exist_are_told(
    tmp_path: Path, options: str, message: Message, place: tuple[int, int], language: str
) -> None:
    """By their place, in the language that was probably meant."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: H\nplugins:\n  - rolebook: {{{options}}}\n", "utf-8")
    found = settings(tmp_path / "docs")
    assert [(one.message, (one.line, one.column)) for one in found.faults] == [(message, place)]
    assert found.language == language


def test_all_options_are_known() -> None:
    """Those of the plugin itself."""
    assert set(OPTIONS) == {name for name, _ in RolebookConfig._schema}


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        ("site_name: 手册\n".encode("gbk"), Message("not-utf-8"), (1, 12)),
        (b"site_name: a: b\n", Message("second-colon"), (1, 13)),
        (b"site_name: a\n\tplugins: []\n", Message("tab-in-indentation"), (2, 1)),
        (b'site_name: "a\\uE002"\n', Message("invisible-character", character="U+E002"), (1, 12)),
        ("site_name: a\u202eb\n".encode(), Message("invisible-character", character="U+202E"), (1, 13)),
        ("site_name: 甲\ufffe\n".encode(), Message("forbidden-character"), (1, 13)),
        (
            "site_name: 甲\nsite_url: \u2028\ufffe\n".encode(),
            Message("invisible-character", character="U+2028"),
            (2, 11),
        ),
        (b"site_name: \x07\n", Message("invisible-character", character="U+0007"), (1, 12)),
    ],
)
def test_what_is_wrong_with_the_file_is_told(
    tmp_path: Path, data: bytes, message: Message, place: tuple[int, int]
) -> None:
    """By its line; what would reach pages unseen as well as what MkDocs cannot read."""
    (tmp_path / "mkdocs.yml").write_bytes(data)
    (problem,) = settings(tmp_path / "docs").faults
    assert (problem.file, problem.message, (problem.line, problem.column)) == ("mkdocs.yml", message, place)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("a: b\nsite_name: a: b\n", "site_name: a: b"),
        ("site_name: 甲\ufffe\n", "site_name: 甲\ufffe"),
        ("site_name: a\u202eb\n", "site_name: a\ufffdb"),
        ('site_name: "a\\uE002"\n', 'site_name: "a\\uE002"'),
        ("plugins:\n  - rolebook: {quizes: no}\n", "  - rolebook: {quizes: no}"),
    ],
)
def test_the_line_is_shown(tmp_path: Path, text: str, source: str) -> None:
    """As it was written; what cannot be seen is replaced."""
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert [one.source for one in settings(tmp_path / "docs").faults] == [source]


@pytest.mark.parametrize(
    ("config", "language"),
    [
        ("theme: {name: material, language: en}\n", "en"),
        ("theme: {name: material, language: en}\nplugins:\n  - rolebook: {language: zh}\n", "zh"),
        ("theme: {name: material, language: fr}\n", "zh"),
        ("theme: {name: material, language: english}\n", "zh"),
        ("theme: material\n", "zh"),
    ],
)
def test_the_language_of_the_theme(tmp_path: Path, config: str, language: str) -> None:
    """Is that of the handbook, unless the plugin has one."""
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    assert settings(tmp_path / "docs").language == language
