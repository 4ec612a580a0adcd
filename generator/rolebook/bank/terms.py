"""The key terms of a clause: noun phrases and the posts it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rolebook.language.grammar import Grammar

NOUNS = ("n", "nz")
QUALIFIERS = (*NOUNS, "vn")
_WORDS = 2
"""The most words a term has: more of them are seldom one thing."""


class Term(NamedTuple):
    """A stretch of a clause that names something."""

    start: int
    end: int
    text: str
    noun_class: str
    """what it names: "post", "department", or a class of nouns (see `language`)"""
    before: str
    after: str
    """the characters beside it: terms with the same neighbours can stand in each other's place"""


def terms(text: str, named: list[tuple[int, int, str]], grammar: Grammar) -> Iterator[Term]:
    """Yield the terms of a clause; nothing inside `named`, stretches already known as (start, end, class), is a noun.

    Stretches of the class "" are no terms themselves.
    """
    yield from (_term(text, start, end, known) for start, end, known in named if known)
    position = 0
    run: list[tuple[int, str, bool]] = []
    for word, tag in [*grammar.words.cut(text), ("", "x")]:
        inside = any(start < position + len(word) and position < end for start, end, _ in named)
        if tag in QUALIFIERS and not inside and len(word) > 1 and not grammar.words.is_function(word):
            run.append((position, word, tag in NOUNS))
        elif not (word.isspace() and run):
            if len(word) != 1 or not tag.startswith("n"):  # 投影幕 before 布: the term is cut in two
                yield from _closed(run, text, grammar)
            run = []
        position += len(word)


def _closed(run: list[tuple[int, str, bool]], text: str, grammar: Grammar) -> Iterator[Term]:
    """Yield the head of a run of nouns: the noun at its end, and what it is told by where that is a noun as well."""
    if not run or not run[-1][2]:
        return
    shortest, longest = grammar.size["term"]
    end = run[-1][0] + len(run[-1][1])
    for start, word, _ in run[-_WORDS:]:
        term, last = text[start:end], start == run[-1][0]
        noun_class = grammar.noun_class(term)
        tells = last or grammar.spaced or grammar.noun_class(word)
        if noun_class and tells and shortest <= len(term) <= longest and not grammar.names_nothing(term, run[-1][1]):
            yield _term(text, start, end, noun_class)
            return


def _term(text: str, start: int, end: int, noun_class: str) -> Term:
    return Term(start, end, text[start:end], noun_class, text[max(0, start - 2) : start], text[end : end + 1])
