"""The words of the interface, one table for all languages (strings.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")


class Strings:
    """The interface in one language."""

    def __init__(self, language: str = "zh") -> None:
        """Raise ValueError where the table has no such language."""
        if language not in LANGUAGES:
            raise ValueError(f"no interface in '{language}'; there are: {', '.join(LANGUAGES)}")
        self.language = language
        self._words = {name: columns[language] for name, columns in table().items()}

    def __call__(self, name: str, **values: object) -> str:
        """Return the words for `name` ("role.numbers"), filled with `values`. Raises KeyError for an unknown name."""
        words = self._words[name]
        return words.format(**values) if values else words

    def by_place(self) -> dict[str, dict[str, str]]:
        """Return all words for the front end, as {"line": {"link": …}}; {braces} stay to be filled there."""
        found: dict[str, dict[str, str]] = {}
        for name, words in self._words.items():
            place, _, rest = name.partition(".")
            found.setdefault(place, {})[rest] = words
        return found


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Return {"place.name": {language: words}}."""
    data = tomllib.loads((Path(__file__).parent / "strings.toml").read_text("utf-8"))
    return {f"{place}.{name}": columns for place, names in data.items() for name, columns in names.items()}
