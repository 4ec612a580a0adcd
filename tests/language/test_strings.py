"""The words of the interface: complete in every language, each used, and none missing where one is asked for."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from rolebook.language.strings import LANGUAGES, Strings, words
from tests.conftest import ROOT

PYTHON = sorted((ROOT / "generator").rglob("*.py"))
TEMPLATES = [
    path
    for room in ("templates", "kinds", "theme")
    for path in (ROOT / "generator" / "rolebook" / room).rglob("*")
    if path.suffix in (".html", ".typ")
]
FRONTEND = [path for path in (ROOT / "frontend" / "src").rglob("*.ts") if not path.name.endswith(".test.ts")]
_NAME = r"[a-z_]+\.[a-z_0-9]*"
_WHOLE = re.compile(rf"""(?:\bt|strings|words?|say|text)\s*\(\s*['"`]({_NAME})['"`]\s*[,)]""")
_BEGUN = re.compile(rf"""['"`]({_NAME})(?:['"]\s*[~+]|\$?\{{)""")
_LITERAL = re.compile(rf"""['"`]({_NAME})['"`]""")


def fields(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def sources() -> dict[Path, str]:
    """Return every file that may ask for words."""
    return {path: path.read_text("utf-8") for path in (*PYTHON, *TEMPLATES, *FRONTEND)}


NAMES = sorted({name for language in LANGUAGES for name in words(language)})


@pytest.mark.parametrize("name", NAMES)
def test_every_language_has_every_word(name: str) -> None:
    """With the same names in braces."""
    columns = {language: words(language).get(name, "") for language in LANGUAGES}
    assert all(text.strip() for text in columns.values()), columns
    assert len({frozenset(fields(text)) for text in columns.values()}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_english_words_are_english(name: str) -> None:
    """No Chinese character is left in them."""
    assert not re.search(r"[\u4e00-\u9fff]", words("en")[name])


def test_every_word_asked_for_exists() -> None:
    """In Python, templates and the front end; a name put together has words that begin so."""
    missing = []
    for path, text in sources().items():
        for name in _WHOLE.findall(text):
            if name not in NAMES:
                missing.append((path.name, name))
        for begun in _BEGUN.findall(text):
            place = begun.partition(".")[0]
            if any(word.startswith(f"{place}.") for word in NAMES) and not any(
                word.startswith(begun) for word in NAMES
            ):
                missing.append((path.name, begun))
    assert missing == []


def test_every_word_is_used() -> None:
    """A word no one asks for is a leftover."""
    text = "\n".join(sources().values())
    named, begun = set(_LITERAL.findall(text)), set(_BEGUN.findall(text))
    # The front end and Typst take the words of a place at once, and then each by its name.
    taken = "\n".join(found for path, found in sources().items() if path.suffix in (".ts", ".typ"))
    members, places = set(re.findall(r"[a-z_0-9]+", taken)), set(re.findall(r"""['"]([a-z_]+)['"]""", text))
    unused = [
        name
        for name in NAMES
        if name not in named
        and not any(name.startswith(start) for start in begun)
        and not (name.partition(".")[0] in places and name.partition(".")[2] in members)
    ]
    assert unused == []


def test_words_are_filled_in() -> None:
    """With the values given; braces stay for the front end."""
    assert Strings("zh")("index.lines", n=3) == "3 条"
    assert Strings("en")("index.lines", n=3) == "Lines: 3"
    assert Strings("zh").by_place()["index"]["lines"] == "{n} 条"


def test_a_language_there_is_not() -> None:
    """Names those there are."""
    with pytest.raises(ValueError, match="no interface in 'fr'; there are: zh, en"):
        Strings("fr")
