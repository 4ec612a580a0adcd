"""The marks of a line where an author can have meant them: **bold**, *emphasis*, `code`, [links](…), ![pictures](…).

CommonMark's rules are for prose set apart by blanks. By them 30*40*50 loses its stars, and so does 长*宽*高; here what
may be a sign of the text stays one. Whatever is no mark is shown as it was written, backslashes too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple
from unicodedata import category

Kind = Literal["strong", "em", "strongest", "code", "link", "picture"]
_MARKS = re.compile(r"[*_`\[]")
_TICKS = re.compile(r"`+")
_LINK = re.compile(r"(!?)\[([^\[\]]+)\]\(([^()\s<>\"'`]+)\)")
_RUN = re.compile(r"\*+|_+")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f\uff10-\uff19]")
_ABROAD = re.compile(r"(?:https?://[^\s/]|mailto:[^\s]+@|tel:\+?\d)", re.I)
_HERE = re.compile(r"(?!//)(?![a-z][a-z0-9+.-]*:)(?:#.+|.*\.[A-Za-z][A-Za-z0-9]{1,4}(?:[?#].*)?|\.{0,2}/.*/)", re.I)
_SIZES: dict[int, Kind] = {1: "em", 2: "strong", 3: "strongest"}
_STOPS = frozenset(",.;:!?")
"""Beside them, whatever Unicode has as punctuation outside ASCII."""
_BEGINS = frozenset("([{\"'#$@&+-<*_`~")
_ENDS = frozenset(")]}>\"'!?.,;:%*_`")
_SIGNS = ("So", "Sc", "Sm")


class Span(NamedTuple):
    """A stretch of a line between two marks: all of it from start to end, what is shown from `open` to `close`."""

    kind: Kind
    start: int
    open: int
    close: int
    end: int
    href: str = ""


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[Span, ...]:
    """Return the marked stretches of a line in order; of two, one lies inside the other or they are apart."""
    if not _MARKS.search(text):
        return ()
    code = [*_code(text)]
    links = [*_links(text, code)]
    return tuple(sorted([*code, *links, *_emphasis(text, code, links)], key=lambda span: (span.start, -span.end)))


def plain(text: str) -> str:
    """Return a line's words without its marks."""
    if not (found := spans(text)):
        return text
    shown, last = "", 0
    rendered = [span for span in found if span.kind != "picture"]
    for start, end in sorted(edge for span in rendered for edge in ((span.start, span.open), (span.close, span.end))):
        shown += text[last:start]
        last = end
    return shown + text[last:]


def _code(text: str) -> Iterator[Span]:
    """Yield what stands between two equal runs of backticks that neither begin nor end inside a word or number."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    closing: dict[int, list[int]] = {}
    for start, end in runs:
        closing.setdefault(end - start, []).append(start)
    last = 0
    for start, end in runs:
        starts = closing[end - start]
        if start < last or _LATIN.match(text[start - 1 : start] if start else ""):
            continue
        at = bisect_left(starts, end)
        if at < len(starts) and text[end : starts[at]].strip():
            last = starts[at] + end - start
            if not _LATIN.match(text[last : last + 1]):
                yield Span("code", start, end, starts[at], last)


def _links(text: str, code: list[Span]) -> Iterator[Span]:
    """Yield links and pictures; brackets before brackets that hold no address are text: 是[否](有/无)."""
    inside = _Inside(code)
    for match in _LINK.finditer(text):
        href = match[3]
        if not (_ABROAD.match(href) or _HERE.fullmatch(href)) or any(map(inside.cuts, (match.start(), match.end(2)))):
            continue
        kind: Kind = "picture" if match[1] else "link"
        yield Span(kind, match.start(), match.start(2), match.end(2), match.end(), href)


class _Inside:
    """Which positions of a text lie inside some stretches that are in order and apart."""

    def __init__(self, stretches: list[Span]) -> None:
        self._starts, self._ends = [one.start for one in stretches], [one.end for one in stretches]

    def cuts(self, position: int) -> bool:
        """Tell whether a position lies inside a stretch."""
        n = bisect_left(self._starts, position + 1) - 1
        return n >= 0 and position < self._ends[n]


def _emphasis(text: str, code: list[Span], links: list[Span]) -> Iterator[Span]:
    """Yield what stands between two equal runs of * or _, both inside the words of one link or outside of all."""
    verbatim = _Inside(code)
    rooms = [room for link in links for room in ((link.start, link.open, link.close), (link.close, link.end, 0))]
    stack: list[tuple[str, int, int]] = []
    by_run: dict[str, list[int]] = {}
    base, room = 0, 0

    def leave(height: int) -> None:
        while len(stack) > height:
            by_run[stack.pop()[0]].pop()

    for match in _RUN.finditer(text):
        start, end = match.span()
        while room < len(rooms) and rooms[room][0] <= start:
            if rooms[room][2]:
                base = len(stack)
            else:
                leave(base)
                base = 0
            room += 1
        in_address = room and not rooms[room - 1][2] and start < rooms[room - 1][1]
        kind = _SIZES.get(end - start)
        if not kind or in_address or verbatim.cuts(start) or text[start - 1 : start] == "\\":
            continue
        opens, closes = _sides(text, start, end)
        same = by_run.setdefault(match[0], [])
        if closes and same and same[-1] >= base:
            _, begun, shown = stack[same[-1]]
            leave(same[-1])
            yield Span(kind, begun, shown, start, end)
        elif opens:
            same.append(len(stack))
            stack.append((match[0], start, end))


def _sides(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run of marks can open and whether it can close, by the characters beside it.

    Between two Latin letters or digits it does neither. A single * and _ want a blank, a bracket or a stop outside.
    """
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if _LATIN.match(before) and _LATIN.match(after):
        return False, False
    opens = bool(after) and (after.isalnum() or after in _BEGINS or _is_one_of(after, "Ps", "Pi", *_SIGNS))
    closes = bool(before) and (before.isalnum() or before in _ENDS or _is_one_of(before, "Pe", "Pf", "Po", *_SIGNS))
    if text[start:end] in ("**", "***"):
        return opens, closes
    return opens and _is_outside(before), closes and _is_outside(after)


def _is_one_of(character: str, *categories: str) -> bool:
    """Tell whether a character outside ASCII is of one of Unicode's categories."""
    return not character.isascii() and category(character) in categories


def _is_outside(character: str) -> bool:
    """Tell whether a mark may stand beside a character that is outside of what it marks ("" for an end of the text)."""
    return (
        not character
        or character.isspace()
        or character in _STOPS
        or character in "\"'*_()[]{}<>"
        or _is_one_of(character, "Ps", "Pe", "Pi", "Pf", "Po", "Pd")
    )
