"""Synonyms: words that mean the same to someone who looks something up."""

from __future__ import annotations

import re
from typing import NamedTuple

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
        """Read `顾客 = 客户 = 客人` or `打官司 → 诉讼 = 纠纷`. Raises ValueError, worded for the author."""
        sides = _FINDS.split(text.strip())
        if len(sides) > 2:
            raise ValueError("one arrow at most stands in a group; write two groups")
        words, finds = (tuple(_SAME.split(side)) for side in (*sides, "")[:2])
        finds = finds if len(sides) == 2 else ()
        every = (*words, *finds)
        if len(every) < 2:
            raise ValueError(f"'{text.strip()}' stands alone; write 'word = other word', or 'typed → found'")
        if not all(every):
            raise ValueError("a word is missing beside '=' or '→'")
        if twice := [word for n, word in enumerate(every) if word in every[:n]]:
            raise ValueError(f"'{twice[0]}' stands twice in its group; remove one of the two")
        if long := [word for word in every if len(word) > LONGEST]:
            raise ValueError(f"'{long[0]}' is longer than {LONGEST} characters; a synonym is a word, not a sentence")
        return cls(words, finds)
