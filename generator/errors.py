"""What can be wrong with a handbook, as data: one Problem a fault, and an exception that carries them all.

Imports nothing of ours, so that every layer may use it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, worded for the author.

    `line` and `column` count from 1 and are 0 where a whole file is meant. `source` is the text of the faulty line,
    `width` the number of its characters the caret underlines.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    source: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Return the message as compilers print it: place, message, the source line, a caret and the fix."""
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        head = f"{place}: error: {self.message}"
        if not self.source:
            return f"{head}\n   hint: {self.hint}" if self.hint else head
        number = f"{self.line:>5} | "
        gutter = " " * (len(number) - 2) + "| "
        before = cells(self.source[: self.column - 1])
        under = max(1, cells(self.source[self.column - 1 : self.column - 1 + self.width]))
        caret = gutter + " " * before + "^" * under
        return "\n".join([head, number + self.source, f"{caret} {self.hint}".rstrip()])


class HandbookError(Exception):
    """The handbook cannot be built; `problems` holds every fault that was found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes: two for each wide East Asian character, none for a combining one."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
