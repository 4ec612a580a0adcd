"""How much of a text is said when a question word takes the place of another: 需通知谁, and not what follows."""

from __future__ import annotations

import re

from rolebook.language.conditions import Conditions
from rolebook.language.marks import Marks, Stretch
from rolebook.language.wordlist import Section


class Aloud:
    """How one language makes a question of a line."""

    def __init__(self, own: Section, links: Section, marks: Marks, conditions: Conditions, shortest: int) -> None:
        """Take the words that ask, those that bind, and how many characters a clause has at least."""
        self._marks, self._conditions, self._shortest = marks, conditions, shortest
        self._bounds, self._obliges = own.starts("bounds"), own.starts("obliges")
        self._formal = re.compile(rf"(?:{own.pattern('joined')}\s*)?({own.pattern('formal')})?", re.I)
        self._beside = re.compile(rf".*{own.pattern('beside')}(?={own.pattern('handing')}$)", re.I)
        self._duty = own.starts("duty")
        self._informal: str = own.values["informal"]
        self._behind, self._before = links.starts("links"), links.ends("links")

    def part(self, text: str, clause: Stretch, asked: Stretch) -> Stretch | None:
        """Return so much of a clause as is said when what is `asked` gives way to a question word.

        It ends where the comma after it is, and says nothing of a sentence before its own that it can do without.
        None where there are no words to say, or no one would say it so: what follows is said of it (多少岁以下儿童，
        须…), or a word is bound to it (及以上).
        """
        if self._bounds.match(text, asked.end) or (
            self._before.search(text[: asked.start]) and self._behind.match(text, asked.end)
        ):
            return None
        inside = text[slice(*clause)]
        sentences = [Stretch(clause.start + a, clause.start + b) for a, b in self._marks.sentences(inside)]
        own = next((found for found in sentences if found.start <= asked.start < found.end), clause)
        pieces = [Stretch(own.start + a, own.start + b) for a, b in self._marks.pieces(text[slice(*own)])]
        if not pieces:
            return None  # a number among signs alone
        at = next((n for n, piece in enumerate(pieces) if asked.end <= piece.end), len(pieces) - 1)
        while at + 1 < len(pieces) and not self._marks.balanced(text[own.start : pieces[at].end]):
            at += 1
        if at + 1 < len(pieces) and self._is_told(text, pieces[at], pieces[at + 1]):
            return None
        start = own.start if pieces[at].end - own.start >= self._shortest else clause.start
        return Stretch(start, pieces[at].end)

    def _is_told(self, text: str, piece: Stretch, following: Stretch) -> bool:
        """Tell whether a piece only says when, or of what, the piece behind it holds."""
        words = text[slice(*piece)]
        condition = self._conditions.opened(words) or self._conditions.closed(words)
        return condition or bool(self._obliges.match(text[slice(*following)]))

    def spoken(self, before: str) -> str:
        """Return what is said before a question word as people say it: 需通知 → 要通知, 并向 → 向, 负责制定 → 制定."""
        before = before[duty.end() :] if (duty := self._duty.match(before)) else before
        pieces = list(self._marks.pieces(before))
        at = pieces[-1].start if pieces else 0
        if beside := self._beside.match(before, at):
            before = before[:at] + before[beside.end() :]
        found = self._formal.match(before, at)
        return before[:at] + (self._informal if found and found[1] else "") + before[found.end() if found else at :]
