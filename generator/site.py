"""What a view has to know of the site beside the handbook."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.strings import Strings


@dataclass(frozen=True)
class Site:
    """The site's name, the words of its interface, and where it will be found ("" where that is not known)."""

    name: str = ""
    strings: Strings = field(default_factory=Strings)
    url: str = ""
    """absolute, with a closing slash"""
