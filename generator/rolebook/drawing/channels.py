"""The tracks of a channel: ways between two rows turn aside there, and no two of them on one stretch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

NEAR = 3
"""Ways up and down are one to the eye where they are not farther apart."""

Key = tuple[int, int, int]


class Bundle(NamedTuple):
    """Ways that share an end and so a track: their names, where they come from above, where they go on below."""

    keys: tuple[Key, ...]
    above: tuple[float, ...]
    below: tuple[float, ...]

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where it goes aside."""
        both = (*self.above, *self.below)
        return min(both), max(both)


def tracks(bundles: Sequence[Bundle]) -> list[int]:
    """Return the track of each bundle, 0 for the highest, -1 for one that goes straight down.

    What comes down where another goes on down turns aside above it, unless each is above the other.
    """
    given = [-1] * len(bundles)
    waiting = [n for n, bundle in enumerate(bundles) if bundle.ends[0] < bundle.ends[1]]
    waiting.sort(key=lambda n: bundles[n].ends)
    over = {n: [one for one in waiting if one != n and _over(bundles[one], bundles[n])] for n in waiting}
    while waiting:
        n = next((one for one in waiting if not any(other in waiting for other in over[one])), waiting[0])
        waiting.remove(n)
        taken = {given[one] for one in range(len(bundles)) if given[one] >= 0 and _meet(bundles[one], bundles[n])}
        lowest = max((given[one] + 1 for one in over[n] if given[one] >= 0), default=0)
        given[n] = next(track for track in range(lowest, lowest + len(taken) + 1) if track not in taken)
    return given


def _meet(one: Bundle, other: Bundle) -> bool:
    return one.ends[0] <= other.ends[1] + NEAR and other.ends[0] <= one.ends[1] + NEAR


def _over(one: Bundle, other: Bundle) -> bool:
    """Tell whether one comes down where the other goes on down."""
    return any(abs(x - end) <= NEAR for x in one.above for end in other.below)
