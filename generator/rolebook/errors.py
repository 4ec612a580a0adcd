"""What can be wrong with a handbook, as data: one Problem a fault, and an exception that carries them all.

Nothing here holds words: a Message is a code and facts, and the tables of a language tell it. Imports nothing of ours,
so that every layer may use it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

WINDOW = 160
"""How many characters of a faulty line are shown."""
Value = str | int | float | tuple[str, ...]


class Told(Protocol):
    """A message in words, and what to do about it ("" where there is nothing to add)."""

    @property
    def text(self) -> str: ...  # noqa: D102  # the class says it
    @property
    def hint(self) -> str: ...  # noqa: D102  # the class says it


class Say(Protocol):
    """Tells messages in one language."""

    def __call__(self, code: str, /, **values: Value) -> Told:
        """Return a code and its facts in words. Raises KeyError for a code without words."""


@dataclass(frozen=True, order=True)
class Message:
    """What is to be told, as facts: a code that stays the same from release to release, and what it is about.

    Its words are those of `language/*/messages.toml`.
    """

    code: str
    values: tuple[tuple[str, Value], ...]

    def __init__(self, code: str, /, **values: Value) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "values", tuple(sorted(values.items())))

    def worded(self, say: Say) -> Told:
        """Return it in the language of `say`."""
        return say(self.code, **dict(self.values))


@dataclass(frozen=True, order=True)
class Problem:
    """One fault and where it is.

    `line` and `column` count from 1 and are 0 where a whole file is meant. `source` is the text of the faulty line,
    `width` the number of its characters the caret underlines.
    """

    file: str
    line: int
    column: int
    message: Message
    source: str = ""
    width: int = 1

    def printed(self, say: Say, label: str = "error-label") -> str:
        """Return the problem as compilers print it: place, message, the source line, a caret and the fix.

        `label` is the code of the word between place and message, if any.
        """
        told = self.message.worded(say)
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        head = f"{place}: {say(label).text if label else ''}{told.text}"
        if not self.source:
            return f"{head}\n   {say('hint-label').text}{told.hint}" if told.hint else head
        number = f"{self.line:>5} | "
        gutter = " " * (len(number) - 2) + "| "
        at = self.column - 1
        start = max(0, at - WINDOW // 2) if len(self.source) > WINDOW else 0
        shown = self.source[start : start + WINDOW]
        before = cells(shown[: at - start])
        under = max(1, cells(shown[at - start : at - start + self.width]))
        caret = gutter + " " * before + "^" * under
        return "\n".join([head, number + shown, f"{caret} {told.hint}".rstrip()])


class Place(NamedTuple):
    """Where something was written: the file as the author knows it, line and column from 1 (0: not known)."""

    file: str
    line: int
    column: int = 0

    def problem(self, message: Message) -> Problem:
        """Return a fault that was written here."""
        return Problem(*self, message)


class HandbookError(Exception):
    """The handbook cannot be built; `problems` holds every fault that was found, in file order.

    It is told in the language of `say`, the handbook's own.
    """

    def __init__(self, problems: Iterable[Problem], say: Say) -> None:
        self.problems = sorted(problems)
        self.say = say
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.printed(self.say) for problem in self.problems)


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes: two for each wide East Asian character, none for a combining one."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
