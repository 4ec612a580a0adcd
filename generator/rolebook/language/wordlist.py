"""Words of a table as one pattern, the longest first, so that no word is taken for the beginning of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

LETTERS = "A-Za-z\u00c0-\u024f"
"""Letters of scripts that set words apart; between two of them no word begins or ends."""
_INSIDE = re.compile(f"[{LETTERS}]{{2}}")


def pattern(words: Iterable[str], but: Iterable[str] = (), though: Iterable[str] = ()) -> str:
    """Return a regular expression, as one group, for any of `words`.

    Inside a longer word of `but` it does not match, unless a longer one still of `though` begins there. An empty list
    matches nothing. A word of letters matches whole words only; matching is to ignore case.
    """
    but, though = tuple(but), tuple(though)
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_one(word, but, though) for word in ordered)})" if ordered else "(?!)"


def _one(word: str, but: Sequence[str], though: Sequence[str]) -> str:
    """Return the expression for one word, with a look around for every longer word that it stands in."""
    kept = "|".join(re.escape(longer[len(word) :]) for longer in though if longer.startswith(word))
    lost = []
    for longer in but:
        at = longer.lower().find(word.lower())
        while at >= 0:
            end = at + len(word)
            lost.append(f"(?<={re.escape(longer[:end])}){re.escape(longer[end:])}{_edge(longer[-1], after=True)}")
            at = longer.lower().find(word.lower(), at + 1)
    guard = f"(?!{'|'.join(lost)})" if lost else ""
    guard = f"(?:(?={kept})|{guard})" if kept and guard else guard
    return _edge(word[0]) + re.escape(word).replace(r"\ ", r"\s+") + _edge(word[-1], after=True) + guard


def _edge(character: str, *, after: bool = False) -> str:
    """Return what must hold beside a word that begins or ends with a character: a letter is not followed by letters."""
    if not re.match(f"[{LETTERS}]", character):
        return ""
    return f"(?![{LETTERS}])" if after else f"(?<![{LETTERS}])"


@lru_cache(maxsize=4096)
def words_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return an expression that finds any of some names, capitals or not, whole words where blanks part them."""
    return re.compile(pattern(names), re.I)


def is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text neither begins nor ends inside a word of letters."""
    return not (_INSIDE.match(text[max(0, start - 1) : start + 1]) or _INSIDE.match(text[end - 1 : end + 1]))


def small(text: str) -> str:
    """Return a text with its capitals made small, a character for a character, so that positions hold."""
    made = text.lower()
    return made if len(made) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Section:
    """A section of a table of words."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values

    def pattern(self, name: str = "words") -> str:
        """Return the pattern of a list, with the longer words that stand beside it as NAME_but and NAME_though."""
        lists = (self.values.get(f"{name}{suffix}", ()) for suffix in ("", "_but", "_though"))
        return pattern(*lists)

    def anywhere(self, name: str = "words") -> re.Pattern[str]:
        """Return a list as an expression to be searched for."""
        return re.compile(self.pattern(name), re.I)

    def starts(self, name: str = "words") -> re.Pattern[str]:
        """Return a list as an expression for how a text begins."""
        return re.compile(rf"\s*{self.pattern(name)}", re.I)

    def ends(self, name: str = "words") -> re.Pattern[str]:
        """Return a list as an expression for how a text ends."""
        return re.compile(rf"{self.pattern(name)}\s*$", re.I)
