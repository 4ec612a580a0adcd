"""Reads the tables of a language, `NAME.toml` in its folder, and what all languages share, `NAME.toml` beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rolebook.language.derived import derived

HERE = Path(__file__).parent


@cache
def table(code: str, name: str) -> Mapping[str, Any]:
    """Return one table of a language, as in table("zh", "numbers"). Raises FileNotFoundError where it has none.

    A language made of another has that one's tables, rewritten where they are told to people.
    """
    path = HERE / code / f"{name}.toml"
    if (made := derived(code)) and not path.exists():
        found = table(made.source, name)
        return made.table(found) if name in made.told else found
    return tomllib.loads(path.read_text("utf-8"))


@cache
def shared(name: str) -> Mapping[str, Any]:
    """Return a table that is the same in every language."""
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
