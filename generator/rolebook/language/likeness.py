"""Which known name a name was probably meant to be: a letter or two lost, doubled, changed or turned round, or a
character that sounds the same, as an input method offers it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from rolebook.language.script import fold

_HAN = re.compile("[\u3400-\u9fff]")
LONGEST = 64
"""Of longer names none is found by its letters: the parts of a name grow with the square of its length."""


class Likeness:
    """Finds names among known ones. The work grows with the number of both, not with their product."""

    def __init__(self, known: Iterable[str], shortest: int = 5) -> None:
        """`shortest` is the least number of Chinese characters of which one may differ.

        Two posts of four may well differ in one (客房主管, 客房主任), two documents hardly.
        """
        self._shortest = shortest
        self._by_part: dict[str, list[str]] = {}
        self._by_sound: dict[tuple[str, ...], str] = {}
        for name in dict.fromkeys(known):
            for part in _parts(fold(name), self._allowed(name)):
                self._by_part.setdefault(part, []).append(name)
            if _HAN.search(name):
                self._by_sound.setdefault(_sound(name), name)

    def nearest(self, name: str) -> str:
        """Return the known name that differs from `name` as a slip of the pen would have it; "" where none does."""
        if _HAN.search(name) and (same := self._by_sound.get(_sound(name))):
            return same
        mine = fold(name)
        found = {
            other: distance
            for part in _parts(mine, self._allowed(name))
            for other in self._by_part.get(part, ())
            if (distance := _distance(mine, fold(other))) <= min(self._allowed(name), self._allowed(other))
        }
        return min(found, key=lambda other: (found[other], other), default="")

    def _allowed(self, name: str) -> int:
        """Return how many letters of a name may differ."""
        size = len(name)
        if size > LONGEST:
            return 0
        if _HAN.search(name):
            return 0 if size < self._shortest else 1
        return 0 if size < 4 else 1 if size < 6 else 2


def _parts(name: str, lost: int) -> set[str]:
    """Return a name with up to `lost` letters left out: two names that are close have one in common."""
    positions = range(len(name))
    gone = (set(some) for n in range(lost + 1) for some in combinations(positions, n))
    return {"".join(c for k, c in enumerate(name) if k not in some) for some in gone}


@lru_cache(maxsize=4096)
def _sound(name: str) -> tuple[str, ...]:
    import pypinyin  # costs more to load than all else here, and is needed where a name is not found

    return tuple(pypinyin.lazy_pinyin(fold(name)))


def _distance(one: str, other: str) -> int:
    """Return how many letters are lost, added, changed or turned round with their neighbour between two names.

    The restricted edit distance of Damerau and Levenshtein.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for n, a in enumerate(one, 1):
        row = [n]
        for k, b in enumerate(other, 1):
            best = min(above[k] + 1, row[k - 1] + 1, above[k - 1] + (a != b))
            if n > 1 and k > 1 and a == other[k - 2] and one[n - 2] == b:
                best = min(best, before[k - 2] + 1)
            row.append(best)
        before, above = above, row
    return above[-1]
