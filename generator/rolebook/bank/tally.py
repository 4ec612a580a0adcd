"""How much better or worse than chance each strategy of guessing does over questions that are judged together."""

from __future__ import annotations

import itertools
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rolebook.bank import guess
from rolebook.language import Language

SLACK = 0.5
"""How far, in standard deviations, a strategy may be from chance."""
Changes = list[float]
"""By how many keys each strategy does better: those of FEATURES, of SETS, of SEEN."""
_STATIC = (*guess.FEATURES, *guess.SETS)
_NONE = [0.0] * (len(_STATIC) + len(guess.SEEN))
_UNCHANGED = [0.0] * len(_STATIC)
_MUTE = {_STATIC.index(name) for name in guess.MUTE}


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
        self.gains: list[Changes] = [[0.0] * len(_STATIC) for _ in every]
        """for each choice, all changes but those of SEEN, which depend on other families"""
        self._options = (key, *pool)
        self._sets = [_sets(texts, language) for texts in self.texts]

    def count(self, stem: str) -> None:
        """Take in a question."""
        self.size += 1
        for n, values in enumerate(guess.features(stem, self._options)):
            advantages = _advantages(values, self._shown)
            for gains, place in zip(self.gains, self._order, strict=True):
                gains[n] += advantages[place]
        for gains, found in zip(self.gains, self._sets, strict=True):
            for n, gain in enumerate(found, len(guess.FEATURES)):
                gains[n] += gain


@lru_cache(maxsize=65536)
def _advantages(values: Sequence[int], shown: int) -> Sequence[float]:
    """Return by how much taking the greatest value does better than chance, for each choice of `shown` wrong answers.

    The key's value comes first, then those of all wrong answers.
    """
    key, *lures = values
    chance = 1 / (1 + shown)
    return [guess.share(key, chosen) - chance for chosen in itertools.combinations(lures, shown)]


@lru_cache(maxsize=65536)
def _sets(texts: tuple[str, ...], language: Language) -> tuple[float, ...]:
    """Return by how much each of SETS does better than chance, the key standing first."""
    chance = 1 / len(texts)
    return tuple(guess.hit(picked, 0, len(texts)) - chance for picked in guess.sets(texts, language))


class Tally:
    """A kind, or the whole bank."""

    def __init__(self, families: Sequence[Family]) -> None:
        """Take the families that will join: how far a strategy may drift depends on all of them."""
        chances = [(family.size, 1 / len(family.texts[0])) for family in families]
        self._variance = sum(size * chance * (1 - chance) for size, chance in chances)
        self._slack = 0.5 + SLACK * math.sqrt(self._variance)
        self.size = sum(size for size, _ in chances)
        self._excess = list(_NONE)
        self._seen: Counter[str] = Counter()
        self._showing: defaultdict[str, list[Family]] = defaultdict(list)
        self._families: dict[Family, None] = {}
        self._others: dict[Family, Changes] = {}
        self._keys: Counter[str] = Counter()
        for family in families:
            self._keys[family.texts[0][0]] += family.size

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
        return [*family.gains[choice], *self._picked(family, choice)]

    def join(self, family: Family) -> None:
        """Count one family more."""
        self._add(self.joined(family, family.chosen))
        for text in family.texts[family.chosen]:
            self._seen[text] += family.size
            self._showing[text].append(family)
        self._families[family] = None

    def recount(self) -> None:
        """Look anew at which options are offered most often, all families having joined."""
        self._others = {family: self._picked(family, family.chosen) for family in self._families}
        sums = [sum(changes) for changes in zip(*self._others.values(), strict=True)] or _NONE[len(_STATIC) :]
        self._excess[len(_STATIC) :] = sums

    def beyond(self) -> tuple[int, float] | None:
        """Return a strategy that finds more keys than chance does 99 times in 100, and by how many it may find more.

        It is told by its place in changes.
        """
        least = 1 + 2 * SLACK * math.sqrt(max(0.0, self._variance))  # no bound is nearer
        for n, excess in enumerate(self._excess):
            if excess > (1 if n in _MUTE else least):
                asked = [family for family in self._others if n not in _MUTE or family.gains[family.chosen][n]]
                chances = [1 / len(family.texts[0]) for family in asked for _ in range(family.size)]
                if excess > (most := guess.bound(chances) - sum(chances) + 1e-9):
                    return n, most
        return None

    def excess(self, n: int) -> float:
        """Return how many keys more than chance a strategy finds."""
        return self._excess[n]

    def guessed(self, n: int) -> Iterator[Family]:
        """Yield the families whose keys one strategy finds more often than by chance."""
        for family, others in self._others.items():
            if [*family.gains[family.chosen], *others][n] > 0:
                yield family

    def leave(self, family: Family) -> None:
        """Count one family less."""
        self._add([-change for change in (*family.gains[family.chosen], *self._others[family])])
        texts = family.texts[family.chosen]
        for text in texts:
            self._seen[text] -= family.size
        self._keys[texts[0]] -= family.size
        self._variance -= family.size * (1 - 1 / len(texts)) / len(texts)
        del self._families[family], self._others[family]
        for other in {other: None for text in texts for other in self._showing[text] if other in self._families}:
            before, self._others[other] = self._others[other], self._picked(other, other.chosen)
            self._add([*_UNCHANGED, *(new - old for new, old in zip(self._others[other], before, strict=True))])

    def _add(self, changes: Sequence[float]) -> None:
        self._excess = [excess + change for excess, change in zip(self._excess, changes, strict=True)]

    def _picked(self, family: Family, choice: int) -> Changes:
        """Return by how many keys each of SEEN does better than chance.

        Whether the family itself is counted does not matter to what is offered: it offers each of its options equally
        often; what is right in its own questions is not what is right elsewhere.
        """
        texts = family.texts[choice]
        key, *lures = map(self._seen.__getitem__, texts)
        right, *wrong = map(self._keys.__getitem__, texts)
        chance = 1 / len(texts)
        found = (
            guess.share(key, lures),
            guess.share(-key, [-count for count in lures]),
            guess.share(right - family.size, wrong),
        )
        return [(hit - chance) * family.size for hit in found]
