"""The starter files of a language: a record of each kind with every key explained, and a whole small handbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import indent

from rolebook.language.derived import derived

HERE = Path(__file__).parent
_PART = re.compile(r"^( *)#\+ (\w+)\n", re.M)


@cache
def starters(code: str) -> Mapping[str, str]:
    """Return the text of each starter file of a language by its path: `roles.yml`, `handbook/mkdocs.yml`, ….

    What several kinds have in common is written once, in `parts/NAME.yml`; the line `#+ NAME` stands where it belongs.
    """
    if made := derived(code):
        return {name: starter(code, name) for name in starters(made.source)}
    root = HERE / code / "starter"
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.yml"))}
    return {
        name: _PART.sub(lambda place: indent(files[f"parts/{place[2]}.yml"], place[1]), text)
        for name, text in files.items()
        if not name.startswith("parts/")
    }


@cache
def starter(code: str, name: str) -> str:
    """Return the text of one starter file: of a derived language no more is made than what is asked for."""
    made = derived(code)
    return made.interface(starter(made.source, name)) if made else starters(code)[name]
