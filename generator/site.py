"""What a view has to know of the site beside the handbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.strings import Strings


@dataclass(frozen=True)
class Site:
    """The site's name, the words of its interface, and where it will be found ("" where that is not known)."""

    name: str = ""
    strings: Strings = field(default_factory=Strings)
    url: str = ""
    """absolute, with a closing slash"""
    posters: bool = True
    """whether sheets are typeset"""
    quizzes: bool = True
    """whether questions are made from the lines"""
    cache: Path | None = None
    """a folder for what is costly to make and depends on nothing but its input; None: nothing is kept"""
