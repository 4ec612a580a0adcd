"""What a text counts up: behind a mark that announces it, or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from rolebook.language.marks import Marks
from rolebook.language.wordlist import Section


class Listing(NamedTuple):
    """Members of a list, and what announces them, in the words of the line."""

    lead: str
    members: tuple[str, ...]


class Listings:
    """How one language counts up."""

    def __init__(self, sections: Mapping[str, Section], marks: Marks) -> None:
        own = sections["listing"]
        values: Mapping[str, Any] = own.values
        self._marks = marks
        stops = re.escape("".join((*values["announces"], *values["closes"], *values["stops"])))
        self._announced = re.compile(
            rf"(?P<lead>[^{stops}]+)[{re.escape(''.join(values['announces']))}](?P<rest>[^{stops}]+)"
        )
        self._between = re.compile(
            rf"{marks.between}(?:{own.pattern('joints')}\s*)?|\s*{own.pattern('joints')}\s*", re.I
        )
        self._drops = re.compile(rf"^(?:{own.pattern('before')}\s*)|{own.pattern('behind')}$", re.I)
        self._shortest, self._longest = values["member"]
        self._lead: int = sections["size"].values["piece"]

    def of(self, text: str) -> Iterator[Listing]:
        """Yield the lists of a text."""
        for found in self._announced.finditer(text):
            lead = found["lead"].strip(self._marks.trimmed)
            rest = self._drops.sub("", found["rest"].strip(self._marks.trimmed))
            members = [member.strip(self._marks.trimmed) for member in self._between.split(rest)]
            fit = all(self._shortest <= len(member) <= self._longest for member in members)
            if fit and len(lead) >= self._lead and len(set(members)) == len(members):
                yield Listing(lead, tuple(members))
