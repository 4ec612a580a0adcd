"""How much better or worse than chance each strategy of guessing does over questions that are judged together."""

from __future__ import annotations

import itertools
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rolebook.bank import guess
from rolebook.language import Language

SLACK = 0.5
"""How far, in standard deviations, a strategy may be from chance."""
Changes = list[float]
"""By how many keys each strategy does better: those of FEATURES, the middle number, the most frequent option."""
_NONE = [0.0] * (len(guess.FEATURES) + 2)


class Family:
    """Questions of one kind that have the same key and the same wrong answers to choose from.

    They get the same ones: a key asked of seventy posts, beside wrong answers that change, would stand out as the
    option that is always there.
    """

    def __init__(self, kind: str, key: str, pool: Sequence[str], shown: int, language: Language) -> None:
        """Take the texts of the key and of the wrong answers, of which `shown` are shown."""
        every = list(itertools.combinations(range(len(pool)), shown))
        drawn = [zlib.crc32("|".join((kind, key, *(pool[n] for n in lures))).encode()) for lures in every]
        self._order = sorted(range(len(every)), key=lambda n: drawn[n])
        self.lure_sets = [every[n] for n in self._order]
        """all choices of wrong answers, by their places in the pool; between equals the first is taken"""
        self.kind, self.size, self.chosen, self._shown = kind, 0, 0, shown
        self.texts = [(key, *(pool[n] for n in lures)) for lures in self.lure_sets]
        """for each choice, the key and the wrong answers"""
        self.gains: list[Changes] = [[0.0] * (len(guess.FEATURES) + 1) for _ in every]
        """for each choice, all changes but that of the most frequent option, which depends on other families"""
        self._options = (key, *pool)
        self._middle = [_middle(texts, language) for texts in self.texts]

    def count(self, stem: str) -> None:
        """Take in a question."""
        self.size += 1
        for n, values in enumerate(guess.features(stem, self._options)):
            advantages = _advantages(values, self._shown)
            for gains, place in zip(self.gains, self._order, strict=True):
                gains[n] += advantages[place]
        for gains, gain in zip(self.gains, self._middle, strict=True):
            gains[-1] += gain


@lru_cache(maxsize=65536)
def _advantages(values: Sequence[int], shown: int) -> Sequence[float]:
    """Return by how much taking the greatest value does better than chance, for each choice of `shown` wrong answers.

    The key's value comes first, then those of all wrong answers.
    """
    key, *lures = values
    chance = 1 / (1 + shown)
    return [guess.share(key, chosen) - chance for chosen in itertools.combinations(lures, shown)]


def _middle(texts: Sequence[str], language: Language) -> float:
    picked = guess.middle([guess.number(text, language) for text in texts])
    return (0 in picked) - 1 / len(texts) if picked else 0.0


class Tally:
    """A kind, or the whole bank."""

    def __init__(self, families: Iterable[Family]) -> None:
        """Take the families that will join: how far a strategy may drift depends on all of them."""
        chances = [(family.size, 1 / len(family.texts[0])) for family in families]
        self._slack = 0.5 + SLACK * math.sqrt(sum(size * chance * (1 - chance) for size, chance in chances))
        self.size = sum(size for size, _ in chances)
        self._excess = list(_NONE)
        self._seen: Counter[str] = Counter()
        self._showing: defaultdict[str, list[Family]] = defaultdict(list)
        self._families: dict[Family, None] = {}
        self._frequent: dict[Family, float] = {}

    def cost(self, changes: Sequence[float] = _NONE) -> float:
        """Return how far beyond the slack the strategies would stand with these changes, squared."""
        total = 0.0
        for excess, change in zip(self._excess, changes, strict=True):
            beyond = abs(excess + change) / self._slack - 1
            if beyond > 0:
                total += beyond * beyond
        return total

    def joined(self, family: Family, choice: int) -> Changes:
        """Return what would change with one family more, what is offered later left out of account."""
        return [*family.gains[choice], self._picked(family, choice)]

    def join(self, family: Family) -> None:
        """Count one family more."""
        self._add(self.joined(family, family.chosen))
        for text in family.texts[family.chosen]:
            self._seen[text] += family.size
            self._showing[text].append(family)
        self._families[family] = None

    def recount(self) -> None:
        """Look anew at which options are offered most often, all families having joined."""
        self._frequent = {family: self._picked(family, family.chosen) for family in self._families}
        self._excess[-1] = sum(self._frequent.values())

    def beyond(self) -> int | None:
        """Return a strategy that finds more keys than chance does 99 times in 100, by its place in changes."""
        middle = len(guess.FEATURES)
        for n, excess in enumerate(self._excess):
            if excess > (1 if n == middle else 2 * self._slack):
                asked = [family for family in self._frequent if n != middle or family.gains[family.chosen][n]]
                chances = [1 / len(family.texts[0]) for family in asked for _ in range(family.size)]
                if excess > guess.bound(chances) - sum(chances) + 1e-9:
                    return n
        return None

    def guessed(self, n: int) -> Iterator[Family]:
        """Yield the families whose keys one strategy finds more often than by chance."""
        for family, frequent in self._frequent.items():
            if [*family.gains[family.chosen], frequent][n] > 0:
                yield family

    def leave(self, family: Family) -> None:
        """Count one family less."""
        self._add([-change for change in (*family.gains[family.chosen], self._frequent[family])])
        texts = family.texts[family.chosen]
        for text in texts:
            self._seen[text] -= family.size
        del self._families[family], self._frequent[family]
        for other in {other: None for text in texts for other in self._showing[text] if other in self._families}:
            self._frequent[other] = self._picked(other, other.chosen)
        self._excess[-1] = sum(self._frequent.values())

    def _add(self, changes: Sequence[float]) -> None:
        self._excess = [excess + change for excess, change in zip(self._excess, changes, strict=True)]

    def _picked(self, family: Family, choice: int) -> float:
        """Return by how many keys the most frequent option does better than chance.

        Whether the family itself is counted does not matter: it offers each of its options equally often.
        """
        key, *lures = map(self._seen.__getitem__, family.texts[choice])
        return (guess.share(key, lures) - 1 / (1 + len(lures))) * family.size
