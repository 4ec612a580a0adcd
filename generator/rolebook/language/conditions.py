"""On what condition something holds: 发生火情时, 如客户询问, when a patient arrives."""

from __future__ import annotations

import re

from rolebook.language.marks import Marks
from rolebook.language.wordlist import Section, pattern

LEAST = 2
"""A condition that is told by its end has so many characters before that: 开会时, but no 同时."""


class Conditions:
    """How one language opens and closes a condition."""

    def __init__(self, section: Section, marks: Marks) -> None:
        self._marks = marks
        self._opens = section.starts("opens")
        self._opening = section.anywhere("opens")
        self._closes = section.ends("closes")
        self._then = section.starts("then")
        self._lasting = re.compile(f"{section.starts('while').pattern}|{section.ends('during').pattern}", re.I)
        self._reach = max(map(len, section.values["closes"]), default=0)
        inside = pattern(section.values["closes_inside"], section.values.get("closes_but", ()))
        self._inside = re.compile(rf".{{{LEAST},}}?{inside}")
        frames = (f"{re.escape(before)}.*{re.escape(after)}" for before, after in section.values["frames"])
        self._frames = re.compile("|".join(frames) or "(?!)")

    def opened(self, piece: str) -> bool:
        """Tell whether a piece of a sentence begins with a word that opens a condition."""
        return bool(self._opens.match(piece))

    def closed(self, piece: str) -> bool:
        """Tell whether a piece ends with a word that closes a condition."""
        ended = self._closes.search(piece, max(0, len(piece) - self._reach))
        return bool(ended or self._frames.fullmatch(piece))

    def told(self, following: str) -> bool:
        """Tell whether a piece tells that the one before it is a condition: 属服务问题，则…."""
        return bool(self._then.match(following))

    def lasts(self, condition: str) -> bool:
        """Tell whether a condition holds for a time in which much is done."""
        return bool(self._lasting.search(condition))

    def framed(self, piece: str) -> bool:
        """Tell whether a piece says under whom or what, rather than when: 在主管的领导下."""
        return bool(self._frames.fullmatch(piece)) and not self._closes.search(piece)

    def lead(self, piece: str) -> int:
        """Return how long the condition is that a piece begins with: all of it, a part, or 0 for none."""
        if self.closed(piece):
            return len(piece)
        inside = self._inside.match(self._marks.masked(piece))
        return inside.end() if inside else len(piece) if self.opened(piece) else 0

    def find(self, text: str) -> str:
        """Return the first condition of a text; "" where it names none."""
        for sentence in self._marks.sentences(text):
            said = text[slice(*sentence)]
            pieces = [said[slice(*piece)] for piece in self._marks.pieces(said)]
            for piece in pieces:
                if lead := self.lead(piece):
                    return piece[:lead]
            for piece in pieces:
                if found := self._opening.search(piece):
                    return piece[found.start() :]
        return ""
