"""Strategies to guess an answer without knowing it, and how often they may be right by chance.

Strategies after Haladyna, Downing & Rodriguez (2002), A Review of Multiple-Choice Item-Writing Guidelines, rules 20-24;
position after Bar-Hillel & Attali (2001), Seek Whence.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from rolebook.language import Language

Picked = tuple[int, ...]
"""The options a strategy would take, by position; several where it cannot tell them apart, none where it is mute."""

Z99 = 2.3263478740408408
"""The 99 % point of the normal distribution."""


def skeleton(text: str, language: Language) -> str:
    """Return a text with every number in it replaced by #: its unit, and what it is a number of."""
    found, last = "", 0
    for start, end in (span for amount in language.numbers.amounts(text) for span in amount.digits):
        found += text[last:start] + "#"
        last = end
    return found + text[last:]


def share(key: float, others: Sequence[float]) -> float:
    """Return how likely the key is found by taking the greatest value, or one of the greatest at random."""
    most = max(others)
    return 0.0 if key < most else 1.0 if key > most else 1 / (1 + others.count(key))


def greatest(values: Sequence[float]) -> Picked:
    """Return where the greatest value stands; none where all are equal."""
    best = max(values)
    found = tuple(n for n, value in enumerate(values) if value == best)
    return found if len(found) < len(values) else ()


def middle(values: Sequence[Fraction | None]) -> Picked:
    """Return where the number in the middle stands; none where not all are numbers, or two are equal."""
    known = sorted(value for value in values if value is not None)
    if len(known) < len(values) or len(values) < 3 or len(set(known)) < len(known) or len(known) % 2 == 0:
        return ()
    return (values.index(known[len(known) // 2]),)


@lru_cache(maxsize=65536)
def characters(text: str) -> frozenset[str]:
    """Return the letters and digits of a text."""
    return frozenset(c for c in text if c.isalnum())


@lru_cache(maxsize=65536)
def twos(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text."""
    return frozenset(a + b for a, b in itertools.pairwise(text) if a.isalnum() and b.isalnum())


@lru_cache(maxsize=65536)
def number(text: str, language: Language) -> Fraction | None:
    """Return the first number a text states, times as minutes, or None."""
    for amount in language.numbers.amounts(text)[:1]:
        value = amount.values[0]
        if isinstance(value, Fraction):
            return value
        hour, _, minute = value.partition(":")
        return Fraction(int(hour) * 60 + int(minute))
    return None


def features(stem: str, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Return for each of FEATURES what it is of each option: the greatest is taken."""
    signs, pairs = characters(stem), twos(stem)
    return (
        tuple(map(len, texts)),
        tuple(-len(text) for text in texts),
        tuple(len(signs & characters(text)) for text in texts),
        tuple(len(pairs & twos(text)) for text in texts),
    )


FEATURES = ("longest", "shortest", "overlap", "overlap in pairs")
"""Strategies that compare options by a value of their own; the overlaps count what the stem has in common with one."""


SETS = ("middle", "smallest", "alike", "odd")
"""Strategies that compare all options of a question: their numbers, and the characters they share with each other."""
MUTE = ("middle", "smallest")
"""Of these, those that say nothing of options that are no numbers."""
SEEN = ("frequent", "rare", "keyed")
"""Strategies that look at other questions: what is offered most, least, and what is most often right elsewhere."""


def sets(texts: Sequence[str], language: Language) -> tuple[Picked, ...]:
    """Return for each of SETS what it takes; two options that share a character stand out against a third."""
    numbers = [number(text, language) for text in texts]
    signs = [characters(text) for text in texts]
    shared = [max(len(mine & its) for its in signs if its is not mine) if len(texts) > 2 else 0 for mine in signs]
    least = min((value for value in numbers if value is not None), default=None)
    smallest = () if None in numbers or numbers.count(least) > 1 else (numbers.index(least),)
    return middle(numbers), smallest, greatest(shared), greatest([-value for value in shared])


def picks(
    stem: str, texts: Sequence[str], seen: Mapping[str, int], keyed: Sequence[int], language: Language
) -> dict[str, Picked]:
    """Return what each strategy would take of the options in the order they are shown.

    `seen` tells how often each text is offered in all the questions that are judged together, `keyed` how often each
    option is right in others of them.
    """
    offered = [seen.get(text, 0) for text in texts]
    return {
        "first": (0,),
        "last": (len(texts) - 1,),
        **{name: greatest(found) for name, found in zip(FEATURES, features(stem, texts), strict=True)},
        **dict(zip(SETS, sets(texts, language), strict=True)),
        "frequent": greatest(offered),
        "rare": greatest([-count for count in offered]),
        "keyed": greatest(keyed),
    }


def hit(picked: Picked, key: int, count: int) -> float:
    """Return how likely a strategy finds the key: 1 or 0, a share where it wavers, chance where it is mute."""
    return (1 / len(picked) if key in picked else 0.0) if picked else 1 / count


def bound(chances: Sequence[float]) -> int:
    """Return how many hits chance alone stays within 99 times in 100, each question having its own chance.

    Exact (the sum of unlike Bernoulli trials, by convolution over equal chances) up to 400 questions, beyond that the
    normal approximation with continuity correction.
    """
    if len(chances) > 400:
        mean, variance = sum(chances), sum(p * (1 - p) for p in chances)
        return math.ceil(mean + Z99 * math.sqrt(variance) + 0.5)
    spread = [1.0]
    for p, count in sorted(Counter(chances).items()):
        trials = [math.comb(count, k) * p**k * (1 - p) ** (count - k) for k in range(count + 1)]
        spread = [
            sum(spread[n - k] * trials[k] for k in range(max(0, n - len(spread) + 1), min(n, count) + 1))
            for n in range(len(spread) + count)
        ]
    total = 0.0
    for hits, probability in enumerate(spread):
        total += probability
        if total >= 0.99:
            return hits
    return len(chances)
