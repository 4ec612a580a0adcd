"""The condition a number of a line stands under: 顾客投诉时，…10分钟内, if a patient is more than 10 minutes late."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from rolebook.language.quantity import Span


class Circumstances:
    """Finds, for stretches of a text, the words under which they hold, by what opens and closes conditions."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._opens, self._closes, self._marks = (
            re.compile(table[name], re.ASCII) for name in ("opens", "closes", "marks")
        )
        self._otherwise, self._joints = (re.compile(table[name], re.ASCII) for name in ("otherwise", "parts"))
        self._trails: bool = table["trails"]

    def parts(self, text: str, start: int, end: int) -> bool:
        """Tell whether a mark, or a word that opens a condition, parts two places of a text."""
        opened = any(not match["no"] for match in self._opens.finditer(text, start, end))
        return opened or self._marks.search(text, start, end) is not None

    def around(self, text: str, at: int) -> str:
        """Return the clause of a text that holds a place."""
        start, end = 0, len(text)
        for mark in self._marks.finditer(text):
            if mark.end() <= at:
                start = mark.end()
            elif mark.start() >= at:
                end = mark.start()
                break
        return text[start:end]

    def of(self, text: str, spans: Sequence[Span]) -> list[Span | None]:
        """Return for each span of a folded text, in order, where its condition stands, or None.

        What stands inside a span opens, closes and ends nothing: in "after 6:30 pm" the time is the bound.
        """
        if not spans:
            return []
        closes = _outside(self._closes, text, spans)
        words = _Words(
            [match.start() for match in _outside(self._opens, text, spans)],
            [match.end() for match in closes],
            [match.end() for match in closes if match["inside"]],
            [match.start() for match in _outside(self._joints, text, spans)] if self._trails else [],
            {start: n for n, start in enumerate(end + 1 for _, end in spans)},
        )
        clauses, sentences = self._clauses(text, spans)
        starts = [start for start, _ in clauses]
        places = [bisect_right(starts, span[0]) - 1 for span in spans]
        general = self._general(text, clauses, sentences, words, set(places))
        nexts = [span[0] for span in spans[1:]] + [len(text)]
        return [
            self._within(clauses[place], n, span, nexts[n], words) or general[place]
            for n, (place, span) in enumerate(zip(places, spans, strict=True))
        ]

    def _clauses(self, text: str, spans: Sequence[Span]) -> tuple[list[Span], list[int]]:
        """Return the clauses of a text, and for each the number of its sentence."""
        clauses, sentences, start, sentence = [], [], 0, 0
        for mark in _outside(self._marks, text, spans):
            if text[mark.start() - 1 : mark.start()].isdigit() and text[mark.end() : mark.end() + 1].isdigit():
                continue  # 1,500
            clauses.append((start, mark.start()))
            sentences.append(sentence)
            sentence += mark["sentence"] is not None
            start = mark.end()
        return [*clauses, (start, len(text))], [*sentences, sentence]

    def _general(
        self, text: str, clauses: list[Span], sentences: list[int], words: _Words, holding: set[int]
    ) -> list[Span | None]:
        """Return for each clause the condition of its sentence: a clause that is one as a whole.

        It holds up to the next clause in which a number stands; one behind, for the clause right before it.
        """
        found: list[Span | None] = []
        opened: list[bool] = []
        for start, end in clauses:
            n, k = bisect_left(words.opens, start), bisect_left(words.closes, end)
            opened.append(n < len(words.opens) and words.opens[n] <= start + 1 and words.opens[n] < end)
            closed = k < len(words.closes) and words.closes[k] == end and end > start
            found.append((start, words.closed(start, end)) if opened[-1] else (start, end) if closed else None)
        whole = list(found)
        for n in range(1, len(clauses)):
            goes_on = sentences[n] == sentences[n - 1] and (whole[n - 1] or n - 1 not in holding)
            if not found[n] and goes_on and not self._otherwise.match(text, *clauses[n]):
                found[n] = found[n - 1]
        for n in range(1, len(clauses)) if self._trails else ():
            last = n + 1 == len(clauses) or sentences[n + 1] != sentences[n]
            if last and sentences[n] == sentences[n - 1] and opened[n] and n not in holding and not found[n - 1]:
                found[n - 1] = whole[n]
        return found

    def _within(self, clause: Span, nth: int, span: Span, after: int, words: _Words) -> Span | None:
        """Return the condition in the clause of the nth span: one that opens or closes before it, else behind it.

        A condition right behind another number is that one's: ten minutes before closing time. What "and" parts from a
        number in the middle of a clause is not its condition. `after` is where the next number begins.
        """
        start, end = clause
        opens, closes, inside = words.opens, words.closes, words.inside
        o, c, i = bisect_left(opens, span[0]), bisect_right(closes, span[0]), bisect_right(inside, span[0])
        before = opens[o - 1] if o else -1
        its = before >= start and words.behind.get(before, nth) == nth
        if its and (before <= start + 1 or not words.parted(before, span[0])):
            return before, words.closed(before, end)
        if c and closes[c - 1] > start:
            return start, closes[c - 1]
        if i < len(inside) and inside[i] <= end:
            return start, inside[i]
        if self._trails and o < len(opens) and opens[o] < end and words.behind.get(opens[o], nth) == nth:
            joint = words.joint(opens[o])
            if not words.parted(span[1], opens[o]):
                return opens[o], int(joint) if joint < after < end else end
        return None


class _Words(NamedTuple):
    """Where words open, close and part conditions; and by the place behind each span, which one it is."""

    opens: list[int]
    closes: list[int]
    inside: list[int]
    joints: list[int]
    behind: Mapping[int, int]

    def closed(self, start: int, end: int) -> int:
        """Return where a condition that is opened at a place ends: where it is closed, or with its clause."""
        n = bisect_right(self.closes, start)
        return self.closes[n] if n < len(self.closes) and self.closes[n] <= end else end

    def parted(self, start: int, end: int) -> bool:
        """Tell whether a word such as "and" stands between two places."""
        return self.joint(start) < end

    def joint(self, start: int) -> float:
        """Return where the next such word stands."""
        n = bisect_left(self.joints, start)
        return self.joints[n] if n < len(self.joints) else inf


def _outside(pattern: re.Pattern[str], text: str, spans: Sequence[Span]) -> list[re.Match[str]]:
    """Return the matches of a pattern outside of the spans; one in the group `no` is a longer word."""
    found, n = [], 0
    for match in pattern.finditer(text):
        while n < len(spans) and spans[n][1] <= match.start():
            n += 1
        if not match.groupdict().get("no") and (n == len(spans) or match.end() <= spans[n][0]):
            found.append(match)
    return found
