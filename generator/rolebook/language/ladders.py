"""Numbers near a number, as people set them: 24 hours → 12, 36; 3 rings → 2, 4; 165 ℃ → 160, 170."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from rolebook.language.tables import shared

STEPS = (1000, 500, 100, 50, 20, 10, 5, 2)
"""What people count in, where a number stands on no ladder."""
SMALL = 4
"""A step is at most this part of the number."""
MOST = 4
"""So many on either side."""


@cache
def _ladder(unit: str) -> tuple[Fraction, ...]:
    ladders = shared("numbers")["ladders"]
    return tuple(map(Fraction, ladders.get(unit, ladders["other"])))


def is_round(value: Fraction, unit: str) -> bool:
    """Tell whether people set such a number of a unit anywhere: it stands on its ladder."""
    return value in _ladder(unit.partition("/")[0])


def near(value: Fraction, unit: str) -> list[Fraction]:
    """Return positive numbers around a value of a unit, by its name in all languages; nearest first."""
    ladder = _ladder(unit.partition("/")[0])
    if value in ladder:
        place = ladder.index(value)
        above, below = ladder[place + 1 :][:MOST], ladder[:place][::-1][:MOST]
    else:
        whole = value.denominator == 1
        step = Fraction(next((n for n in STEPS if whole and value % n == 0 and SMALL * n <= value), 1))
        above, below = (tuple(value + sign * n * step for n in range(1, MOST + 1)) for sign in (1, -1))
    pairs = [other for n in range(MOST) for side in (above, below) for other in side[n : n + 1]]
    return [other for other in pairs if other > 0]
