"""Where a text of one language may be cut: sentences, pieces between clause marks, quotations and asides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

FILLER = "\0"
"""Stands for each character of a quotation where marks and words are looked for: what is quoted is not said."""


class Stretch(NamedTuple):
    """Part of a text, from start to end."""

    start: int
    end: int


class Marks:
    """The marks of one language."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._brackets = _between(values["brackets"])
        self._quotes = _between(values["quotes"])
        self._paired = frozenset(
            "".join(pair for pair in (*values["brackets"], *values["quotes"]) if pair[0] != pair[1])
        )
        self._sentence = re.compile(
            rf"{_any(values['sentence'])}|{_any(values['sentence_before_blank'])}(?=\W*(?:\s|$))|\n"
        )
        self._clause = re.compile(_any(values["clause"]))
        self._list = re.compile(_any(values["list"]))
        every = [*values["sentence"], *values["sentence_before_blank"], *values["clause"], *values["list"]]
        self.trimmed = " \u3000" + "".join(every)
        """what neither begins nor ends a piece that is quoted"""
        self.between = rf"\s*[{re.escape(''.join((*values['list'], *values['clause'])))}]\s*"
        """an expression for what stands between the members of a list"""
        self._joins = re.compile(_any([mark for mark in (*values["list"], *values["clause"]) if not mark.isascii()]))
        self._short = frozenset(word.lower() for word in values["abbreviations"])
        self._titles = frozenset(word.lower() for word in values.get("titles", ()))

    def names(self, text: str) -> list[str]:
        """Return the names of a list written as one: 总台、接待. A comma in ASCII parts them in YAML anyway."""
        return [name.strip() for name in self._joins.split(text) if name.strip()]

    def bare(self, text: str) -> str:
        """Return a text without its asides: what stands in brackets, unless that is digits alone, as in (020) 5550."""
        return self._brackets.sub(lambda m: "" if any(c.isalpha() for c in m[0]) else m[0], text)

    def opens(self, text: str, at: int) -> bool:
        """Tell whether an aside begins at a place, blanks left out."""
        found = self._brackets.search(text, at)
        return found is not None and not text[at : found.start()].strip()

    def balanced(self, text: str) -> bool:
        """Tell whether every bracket and quotation that a text opens or closes is whole in it."""
        rest = self._quotes.sub("", self._brackets.sub("", text))
        return not any(c in rest for c in self._paired)

    def whole(self, text: str, stretch: Stretch, at: int) -> Stretch:
        """Return the part of a stretch around a position in which no bracket is opened or closed alone."""
        part = text[stretch.start : stretch.end]
        for pairs in (self._brackets, self._quotes):
            part = pairs.sub(lambda m: FILLER * len(m[0]), part)
        alone = [n for n, c in enumerate(part, stretch.start) if c in self._paired]
        start = max((n + 1 for n in alone if n < at), default=stretch.start)
        end = min((n for n in alone if n >= at), default=stretch.end)
        return Stretch(end - len(text[start:end].lstrip(self.trimmed)), end)

    def masked(self, text: str) -> str:
        """Return a text as long, in which every quotation is filler."""
        return self._quotes.sub(lambda m: FILLER * len(m[0]), text)

    def sentences(self, text: str) -> Iterator[Stretch]:
        """Yield the sentences of a text, without the marks that end them."""
        return _cut(
            text, (stop for stop in self._sentence.finditer(self.masked(text)) if not self._goes_on(text, stop))
        )

    def _goes_on(self, text: str, stop: re.Match[str]) -> bool:
        """Tell whether a full stop belongs to an abbreviation: p.m. before a small letter, Dr. before anything."""
        if stop[0] != ".":
            return False
        word = re.split(r"\s", text[: stop.start()])[-1].lstrip("(“\"'").lower()
        after = text[stop.end() :].lstrip()
        return bool(after) and word in self._short and (word in self._titles or not after[0].isupper())

    def pieces(self, sentence: str) -> Iterator[Stretch]:
        """Yield the pieces of a sentence between its clause marks."""
        return _cut(sentence, self._clause.finditer(self.masked(sentence)))

    def announces(self, text: str, at: int) -> bool:
        """Tell whether a mark stands at a place behind which comes what was announced: a colon."""
        return text[at : at + 1] in ("：", ":")

    def goes_on(self, text: str, at: int) -> bool:
        """Tell whether a list goes on at a place: 早上8点以前、晚上9点半以后."""
        return bool(self._list.match(text, at))

    def members(self, piece: str) -> list[str]:
        """Return a piece cut at the marks between the words of a list."""
        return [piece[start:end] for start, end in _cut(piece, self._list.finditer(self.masked(piece)))]


def _cut(text: str, marks: Iterable[re.Match[str]]) -> Iterator[Stretch]:
    """Yield what stands between marks, without the blanks around it, as far as there is anything."""
    last = 0
    spans = [mark.span() for mark in marks]
    for start, end in [*spans, (len(text), len(text))]:
        piece = text[last:start].lstrip()
        if stripped := piece.rstrip():
            yield Stretch(start - len(piece), start - len(piece) + len(stripped))
        last = end


def _any(marks: Sequence[str]) -> str:
    """Return an expression for any of some marks, none of which counts between two digits: 1,500 and 7:45 are whole."""
    return rf"(?:(?!(?<=\d).\d)[{re.escape(''.join(marks))}])" if marks else "(?!)"


def _between(pairs: Sequence[str]) -> re.Pattern[str]:
    """Return an expression for a text between two marks, themselves included, that holds no other of them."""
    found = []
    for pair in pairs:
        before, after = map(re.escape, pair)
        found.append(f"{before}[^{before}{after}]*{after}")
    return re.compile("|".join(found) or "(?!)")
