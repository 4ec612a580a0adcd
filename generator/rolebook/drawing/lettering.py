"""How wide words are, and how they are cut into lines that fit a box.

What a reader's browser has for `system-ui` nobody knows when the site is built, so that letters count as wide as the
widest of the usual fonts has them: what fits here runs out of no box there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

_WIDTHS = {0.36: " ijlI.,:;'|!", 0.44: 'frt()[]{}-/\\"`', 0.66: "0123456789", 0.86: "w~+=<>#&", 1.0: "mMWQO@%—…"}
_LETTERS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_CAPITAL, _SMALL, _FULL = 0.76, 0.64, 1.0
_JOINERS = "\u200d\ufe0f"
LONGER = 1.4
"""How far over its room a word may be before it is broken."""
CUT = "…"
"""What stands for the rest of a text that is too long."""


@cache
def _advance(char: str) -> float:
    """Return how wide a character is, in its size."""
    if char in _LETTERS:
        return _LETTERS[char]
    if unicodedata.combining(char) or char in _JOINERS:
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return _FULL
    return _CAPITAL if char.isupper() or not char.isalpha() else _SMALL


def width(text: str, size: float) -> float:
    """Return how wide a text is at most in a size."""
    return sum(map(_advance, text)) * size


def wrapped(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Return a text in at most so many lines of about one length, the rest of it cut.

    None is wider than `room`, or a word that is a little longer. A line ends with the blank that stood there, if one
    did, so that all of them together are the text.
    """
    text = " ".join(text.split())
    widest = max(width(piece.rstrip(), size) for piece in _pieces(text))
    room = max(room, min(widest, LONGER * room))
    lines = _filled(text, size, room)
    if min(len(lines), most) > 1 and (halves := _at_bracket(text, size, room)):
        return halves
    if len(lines) > most:
        return (*lines[: most - 1], _shortened("".join(lines[most - 1 :]), size, room))
    low, high = min(widest, room) - 0.01, room
    while high - low > size / 2:  # the narrowest that needs no more lines
        middle = (low + high) / 2
        fits = len(_filled(text, size, middle)) == len(lines)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(_filled(text, size, high))


def _at_bracket(text: str, size: float, room: float) -> tuple[str, str] | None:
    """Return a text in two lines, what stands in brackets at its end on the second; None where that does not fit."""
    at = next((n for n, char in enumerate(text) if n and unicodedata.category(char) == "Ps"), 0)
    halves = text[:at], text[at:]
    return halves if at and max(width(half.rstrip(), size) for half in halves) <= room else None


def _filled(text: str, size: float, room: float) -> list[str]:
    """Return lines as full as they can be; a piece that is wider than a line is broken."""
    lines = [""]
    for piece in _pieces(text):
        if width((lines[-1] + piece).rstrip(), size) <= room:
            lines[-1] += piece
            continue
        lines += [""] if lines[-1] else []
        for cluster in _clusters(piece):
            if lines[-1] and width(lines[-1] + cluster, size) > room:
                lines.append("")
            lines[-1] += cluster
    return lines


def _shortened(text: str, size: float, room: float) -> str:
    """Return as much of a text as fits with the sign for what is left out."""
    kept = ""
    for cluster in _clusters(text):
        if kept and width(kept + cluster + CUT, size) > room:
            break
        kept += cluster
    return kept.rstrip() + CUT


def _pieces(text: str) -> Iterator[str]:
    """Yield what a line may end behind: words with the blank after them, characters with the signs around them."""
    piece = ""
    for cluster in _clusters(text):
        if piece and _parts(piece[-1], cluster[0]):
            yield piece
            piece = ""
        piece += cluster
    yield piece


def _parts(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters."""
    if after == " " or unicodedata.category(after) in ("Pe", "Pf", "Po"):
        return False
    if unicodedata.category(before) in ("Ps", "Pi"):
        return False
    return before in " -/" or "W" in (unicodedata.east_asian_width(before), unicodedata.east_asian_width(after))


def _clusters(text: str) -> Sequence[str]:
    """Return the characters of a text, each with the marks that belong to it."""
    found: list[str] = []
    for char in text:
        joined = found and (unicodedata.combining(char) or char in _JOINERS or found[-1][-1] == _JOINERS[0])
        if joined:
            found[-1] += char
        else:
            found.append(char)
    return found
