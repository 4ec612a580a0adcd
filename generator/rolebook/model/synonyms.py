"""Synonyms: words that mean the same to someone who looks something up."""

from __future__ import annotations

import re
from typing import NamedTuple

from rolebook.model.base import objection

_SAME = re.compile(r"\s*[=＝]\s*")
_FINDS = re.compile(r"\s*(?:→|->|=>)\s*")
LONGEST = 16
"""A longer text is a sentence, and no one types it word by word."""


class Synonyms(NamedTuple):
    """`words` that find each other, or, with `finds`, words that find those but are not found by them."""

    words: tuple[str, ...]
    finds: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the group as it is written in the table, without blanks: 顾客=客户, 禁语→杜绝=不说."""
        return "=".join(self.words) + ("→" + "=".join(self.finds) if self.finds else "")

    @classmethod
    def parse(cls, text: str) -> Synonyms:
        """Read `顾客 = 客户 = 客人` or `打官司 → 诉讼 = 纠纷`. Raises an `objection`."""
        sides = _FINDS.split(text.strip())
        if len(sides) > 2:
            raise objection("synonym-arrows")
        words, finds = (tuple(_SAME.split(side)) for side in (*sides, "")[:2])
        finds = finds if len(sides) == 2 else ()
        every = (*words, *finds)
        if len(every) < 2:
            raise objection("synonym-alone", word=text.strip())
        if not all(every):
            raise objection("synonym-missing")
        if twice := [word for n, word in enumerate(every) if word in every[:n]]:
            raise objection("synonym-twice", word=twice[0])
        if long := [word for word in every if len(word) > LONGEST]:
            raise objection("synonym-too-long", word=long[0], most=LONGEST)
        return cls(words, finds)
