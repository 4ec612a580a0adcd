"""What is told of a handbook, in the words of one language: `messages.toml` in its folder.

An entry is a message's code, with the words of the message and of the hint beneath it; facts stand in {braces}. A fact
that is one of a few, or a count, has its words in a table of its own name: `n.1 = "1 problem"`, else
`n.other = "{n} problems"`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rolebook.language.tables import table


class Told(NamedTuple):
    """A message in words, and what to do about it."""

    text: str
    hint: str = ""


class Messages:
    """The messages in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, code: str, /, **values: object) -> Told:
        """Return the words of a message. Raises KeyError where there is no such code or a fact is missing.

        A fact `nearest` (what there is that is written most alike) makes the hint ask for it.
        """
        entry = table(self.language, "messages")[code]
        words = {name: self._words(entry.get(name, {}), name, value) for name, value in values.items()}
        near = values.get("nearest")
        hint = self("did-you-mean", word=near).text if near else entry.get("hint", "").format(**words)
        return Told(entry["message"].format(**words), hint)

    def _words(self, choices: Mapping[str, str], name: str, value: object) -> object:
        """Return a fact as it is told: by its table, a list with its separator, else as it is."""
        if isinstance(value, tuple):
            return self("list-separator").text.join(value)
        text = choices.get(str(value), choices.get("other"))
        return value if text is None else text.format(**{name: value})
