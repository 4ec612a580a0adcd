"""Synonyms of a language: `synonyms.txt` in its folder, reduced to what a handbook has words of.

They are general, hence weaker than those an author wrote for one handbook: what finds a line by them says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rolebook.language.derived import derived
from rolebook.language.script import fold
from rolebook.language.tables import HERE, table

_LEAST = 3
"""Of a word of letters, no less than this is compared: its ending may be another."""


class Group(NamedTuple):
    """Words that mean the same, or, with `finds`, words that find those and are not found by them."""

    words: tuple[str, ...]
    finds: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the group as an index has it."""
        return "=".join(self.words) + ("→" + "=".join(self.finds) if self.finds else "")


@cache
def general(code: str) -> tuple[Group, ...]:
    """Return the groups of a language, folded; a language made of another has that one's."""
    made = derived(code)
    path = HERE / (made.source if made else code) / "synonyms.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return tuple(_group(line) for line in lines if line.strip() and not line.startswith("#"))


def reduced(code: str, text: str, own: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the groups that find a word of `text`, which is folded, and say more than one of an author's `own`."""
    endings = tuple(table(code, "queries")["endings"])
    known = [frozenset(map(fold, group)) for group in own]

    def stands(word: str) -> bool:
        return (_stem(word, endings) if word.isascii() else word) in text

    for words, finds in general(code):
        found = tuple(word for word in finds or words if stands(word))
        if not found or any(known_group.issuperset({*words, *finds}) for known_group in known):
            continue
        yield str(Group(words, found if finds else ()))


def _group(line: str) -> Group:
    words, _, finds = fold(line).partition("→")
    return Group(_words(words), _words(finds))


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split("=") if word.strip())


def _stem(word: str, endings: Sequence[str]) -> str:
    ending = max((one for one in endings if word.endswith(one) and len(word) - len(one) >= _LEAST), key=len, default="")
    return word.removesuffix(ending)
