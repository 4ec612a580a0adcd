"""A problem as a page shows it: words and a stretch of a line, so that no caret has to stand under wide characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rolebook.errors import Problem, Say


class Fault(NamedTuple):
    """A problem in words: its place as compilers print it, and the faulty line in three: before, at and after."""

    place: str
    text: str
    hint: str
    before: str = ""
    at: str = ""
    after: str = ""
    printed: str = ""
    """the whole as a terminal shows it"""


def faults(problems: Iterable[Problem], say: Say) -> list[Fault]:
    """Return problems in words."""
    return [_fault(problem, say) for problem in problems]


def _fault(problem: Problem, say: Say) -> Fault:
    told = problem.message.worded(say)
    place = ":".join([problem.file, *(str(n) for n in (problem.line, problem.column) if n)])
    start = problem.column - 1
    end = start + max(1, problem.width)
    line = (problem.source[:start], problem.source[start:end], problem.source[end:]) if problem.source else ("", "", "")
    return Fault(place, told.text, told.hint, *line, printed=problem.printed(say))
