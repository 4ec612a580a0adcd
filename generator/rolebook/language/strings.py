"""The words of the interface in one language: every file in its folder `words/`, or made of another language's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rolebook.language.derived import derived

HERE = Path(__file__).parent
FIRST = "zh"
"""The language where nothing else is said: the first author's."""
WRITTEN = (FIRST, *sorted({folder.parent.name for folder in HERE.glob("*/words")} - {FIRST}))
"""The languages whose words are written by hand, by their folders."""
LANGUAGES = (*WRITTEN, *sorted(table.parent.name for table in HERE.glob("*/derived.toml")))
"""The languages there are: those, and the ones made of them."""


class Strings:
    """The interface in one language."""

    def __init__(self, language: str = LANGUAGES[0]) -> None:
        """Raise ValueError where there is no such language."""
        if language not in LANGUAGES:
            raise ValueError(f"no interface in '{language}'; there are: {', '.join(LANGUAGES)}")
        self.language = language
        self._words = words(language)

    def __call__(self, name: str, **values: object) -> str:
        """Return the words for `name` ("role.numbers"), filled with `values`. Raises KeyError for an unknown name."""
        text = self._words[name]
        return text.format(**values) if values else text

    def by_place(self) -> dict[str, dict[str, str]]:
        """Return all words for the front end, as {"line": {"link": …}}; {braces} stay to be filled there."""
        found: dict[str, dict[str, str]] = {}
        for name, text in self._words.items():
            place, _, rest = name.partition(".")
            found.setdefault(place, {})[rest] = text
        return found


@cache
def words(language: str) -> Mapping[str, str]:
    """Return {"place.name": words} of a language, from all its files in the order of their names."""
    if made := derived(language):
        return {name: made.interface(text) for name, text in words(made.source).items()}
    found: dict[str, str] = {}
    for path in sorted((HERE / language / "words").glob("*.toml")):
        for place, names in tomllib.loads(path.read_text("utf-8")).items():
            found |= {f"{place}.{name}": text for name, text in names.items()}
    return found
