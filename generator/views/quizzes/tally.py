"""How much better or worse than chance each way of guessing does over questions that are judged together."""

from __future__ import annotations

import copy
import itertools
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.views.quizzes import guess

SLACK = 0.5
"""How far, in standard deviations, a way of guessing may be from chance."""
MANY = 24
"""One question more says little of a text that so many families offer: those are looked at again in the next round."""

Changes = list[float]
"""By how many keys each way of guessing does better: those of LOOKS, the middle number, the most frequent option."""
_NONE = [0.0] * (len(guess.LOOKS) + 2)


class Family:
    """Questions of one kind that have the same key and the same wrong answers to choose from.

    They get the same ones: a key asked of seventy posts, beside wrong answers that change, would stand out as the
    option that is always there.
    """

    def __init__(self, kind: str, key: str, pool: Sequence[str], shown: int) -> None:
        """Take the texts of the key and of the wrong answers, of which `shown` are shown."""
        ways = list(itertools.combinations(range(len(pool)), shown))
        ways.sort(key=lambda way: zlib.crc32("|".join((kind, key, *(pool[n] for n in way))).encode()))
        self.kind, self.ways, self.size, self.way = kind, ways, 0, 0
        self.parts = [self]
        self._stems: list[str] = []
        self.texts = [(key, *(pool[n] for n in way)) for way in ways]
        """for each way to choose, the key and the wrong answers"""
        self.gains: list[Changes] = [[0.0] * (len(guess.LOOKS) + 1) for _ in ways]
        """for each way to choose, all changes but that of the most frequent option, which depends on other families"""
        self._options = (key, *pool)
        self._middle = [_middle(texts) for texts in self.texts]

    def count(self, stem: str) -> None:
        """Take in a question."""
        self.size += 1
        self._stems.append(stem)
        values = zip(*(guess.looks(stem, text) for text in self._options), strict=True)
        for n, (key, *lures) in enumerate(values):
            if any(value != key for value in lures):
                for gains, way in zip(self.gains, self.ways, strict=True):
                    gains[n] += guess.share(key, [lures[lure] for lure in way]) - 1 / (1 + len(way))
        for gains, gain in zip(self.gains, self._middle, strict=True):
            gains[-1] += gain

    def split(self, count: int) -> None:
        """Divide the family into parts, which choose alike at first and may then part."""
        self.parts = []
        for n in range(count):
            part = copy.copy(self)
            part.size, part._stems, part.parts = 0, [], [part]
            part.gains = [[0.0] * len(gains) for gains in self.gains]
            for stem in self._stems[n::count]:
                part.count(stem)
            self.parts.append(part)


def _middle(texts: Sequence[str]) -> float:
    picked = guess.middle([guess.number(text) for text in texts])
    return (0 in picked) - 1 / len(texts) if picked else 0.0


class Tally:
    """A kind, or the whole bank."""

    def __init__(self, families: Iterable[Family]) -> None:
        """Take the families that will join: how far a way of guessing may drift depends on all of them."""
        chances = [(family.size, 1 / len(family.texts[0])) for family in families]
        self._slack = 0.5 + SLACK * math.sqrt(sum(size * chance * (1 - chance) for size, chance in chances))
        self.size = sum(size for size, _ in chances)
        self._excess = list(_NONE)
        self._seen: Counter[str] = Counter()
        self._offering: defaultdict[str, dict[Family, None]] = defaultdict(dict)
        self._frequent: dict[Family, float] = {}

    def cost(self, changes: Sequence[float] = _NONE) -> float:
        """Return how far beyond the slack the ways of guessing would stand with these changes, squared."""
        total = 0.0
        for excess, change in zip(self._excess, changes, strict=False):  # `gains` lack the last one
            beyond = abs(excess + change) / self._slack - 1
            if beyond > 0:
                total += beyond * beyond
        return total

    def joined(self, family: Family, way: int) -> Changes:
        """Return what would change with one family more, what is offered later left out of account."""
        texts = family.texts[way]
        self._count(family, texts, ())
        frequent = self._picked(family, texts)
        self._count(family, (), texts)
        return [*family.gains[way], frequent]

    def join(self, family: Family) -> None:
        """Count one family more."""
        self._add(self.joined(family, family.way))
        self._offer(family, family.texts[family.way], ())

    def recount(self) -> None:
        """Look anew at which options are offered most often, all families having joined."""
        families = {family: None for offering in self._offering.values() for family in offering}
        self._frequent = {family: self._picked(family, family.texts[family.way]) for family in families}
        self._excess[-1] = sum(self._frequent.values())

    def gains(self, family: Family, way: int) -> Changes:
        """Return what would change if a family chose otherwise, apart from the most frequent option."""
        return [after - now for after, now in zip(family.gains[way], family.gains[family.way], strict=True)]

    def changes(self, family: Family, way: int) -> Changes:
        """Return what would change if a family chose otherwise."""
        old, new = family.texts[family.way], family.texts[way]
        self._count(family, new, old)
        frequent = self._picked(family, new) - self._frequent[family]
        for other in self._touched(family, old, new):
            frequent += self._picked(other, other.texts[other.way]) - self._frequent[other]
        self._count(family, old, new)
        return [*self.gains(family, way), frequent]

    def move(self, family: Family, way: int) -> None:
        """Let a family choose otherwise; its own `way` is for the caller to set, once every tally has been told."""
        self._add(self.changes(family, way))
        old, new = family.texts[family.way], family.texts[way]
        self._offer(family, new, old)
        self._frequent[family] = self._picked(family, new)
        for other in self._touched(family, old, new):
            self._frequent[other] = self._picked(other, other.texts[other.way])

    def beyond(self) -> int | None:
        """Return a way of guessing that finds more keys than chance does 99 times in 100, by its place in changes."""
        middle = len(guess.LOOKS)
        for n, excess in enumerate(self._excess):
            if excess > (1 if n == middle else 2 * self._slack):
                asked = [family for family in self._frequent if n != middle or family.gains[family.way][n]]
                chances = [1 / len(family.texts[0]) for family in asked for _ in range(family.size)]
                if excess > guess.bound(chances) - sum(chances) + 1e-9:
                    return n
        return None

    def guessed(self, n: int) -> Iterator[Family]:
        """Yield the families whose keys one way of guessing finds more often than by chance."""
        for family, frequent in self._frequent.items():
            if [*family.gains[family.way], frequent][n] > 0:
                yield family

    def leave(self, family: Family) -> None:
        """Count one family less."""
        self._add([-change for change in (*family.gains[family.way], self._frequent[family])])
        self._offer(family, (), family.texts[family.way])
        self.recount()

    def _add(self, changes: Sequence[float]) -> None:
        self._excess = [excess + change for excess, change in zip(self._excess, changes, strict=True)]

    def _picked(self, family: Family, texts: Sequence[str]) -> float:
        """Return by how many keys the most frequent option does better than chance."""
        key, *lures = map(self._seen.__getitem__, texts)
        return (guess.share(key, lures) - 1 / len(texts)) * family.size

    def _touched(self, family: Family, old: Sequence[str], new: Sequence[str]) -> dict[Family, None]:
        """Return the other families that offer a text which only one of two ways to choose has."""
        moved = [text for text in (*old, *new) if (text in old) != (text in new)]
        offering = [self._offering[text] for text in moved]
        return {other: None for found in offering if len(found) < MANY for other in found if other is not family}

    def _count(self, family: Family, new: Sequence[str], old: Sequence[str]) -> None:
        for text in new:
            self._seen[text] += family.size
        for text in old:
            self._seen[text] -= family.size

    def _offer(self, family: Family, new: Sequence[str], old: Sequence[str]) -> None:
        self._count(family, new, old)
        for text in old:
            del self._offering[text][family]
        for text in new:
            self._offering[text][family] = None
