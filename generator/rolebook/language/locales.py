"""The language of the computer."""

from __future__ import annotations

import locale
import os

from rolebook.language.strings import LANGUAGES
from rolebook.language.tables import table

ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def computers() -> str:
    """Return the language this computer speaks, by its locale; "" where it is none of ours."""
    given = next((found for name in ENVIRONMENT if (found := os.environ.get(name))), locale.getlocale()[0] or "")
    return like(given.partition(":")[0])


def like(name: str) -> str:
    """Return the language a name begins with: en for en_GB or english; "" where it is none of ours."""
    name = name.replace("-", "_").casefold()
    known = ((begins, code) for code in LANGUAGES for begins in table(code, "tags")["locales"])
    return next((code for begins, code in sorted(known, key=_longest) if name.startswith(begins)), "")


def _longest(known: tuple[str, str]) -> tuple[int, str]:
    return -len(known[0]), known[0]
