"""A graph in layers, as drawn from above: who stands in which row and in which order there (Sugiyama's method).

Ways that lead back are found first and left out. A row holds what fits into the room; an item stands below all that
lead to it. Where a way goes on past a row, that row keeps a lane free for it; ways to one end share their lanes, and
ways from one start to ends that are theirs alone.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

SWEEPS = 8
"""How often the order of the rows is made better, down and up in turns."""
GAP = 8
"""Units between what stands side by side."""
LANE = 4
"""How wide the lane is that a way takes through a row."""

Edge = tuple[int, int]


class Size(NamedTuple):
    """How large an item is."""

    width: float
    height: float


@dataclass
class Layered:
    """Rows of items, in their order. Items from `len(sizes)` of what was given on are lanes."""

    rows: list[list[int]]
    sizes: list[Size]
    ways: list[list[int]]
    """by edge the items it leads along, its ends among them; of one that leads back its ends alone"""
    back: frozenset[int]
    """which edges lead back"""

    @property
    def hops(self) -> list[Edge]:
        """The steps of all ways from row to row, each once."""
        ways = (way for n, way in enumerate(self.ways) if n not in self.back)
        return list(dict.fromkeys(hop for way in ways for hop in pairwise(way)))


def layered(sizes: Sequence[Size], edges: Sequence[Edge], room: float) -> Layered:
    """Return a graph in layers. Items are numbered as they are to be met; the first has no other before it."""
    order, back = _walked(len(sizes), edges)
    level = _levels(sizes, [edge for n, edge in enumerate(edges) if n not in back], order, room)
    rows: list[list[int]] = [[] for _ in range(max(level) + 1)]
    for item in order:
        rows[level[item]].append(item)
    found = Layered(rows, list(sizes), [], back)
    arriving = Counter(end for n, (_, end) in enumerate(edges) if n not in back)
    lanes: dict[tuple[bool, int, int], int] = {}
    for n, (start, end) in enumerate(edges):
        passed = []
        for row in range(level[start] + 1, level[end]) if n not in back else ():
            joined = arriving[end] > 1
            lane = lanes.setdefault((joined, end if joined else start, row), len(found.sizes))
            if lane == len(found.sizes):
                rows[row].append(lane)
                found.sizes.append(Size(LANE, 0))
            passed.append(lane)
        found.ways.append([start, *passed, end])
    _ordered(found)
    return found


def _walked(count: int, edges: Sequence[Edge]) -> tuple[list[int], frozenset[int]]:
    """Return all items as they are met going deep first, and the edges that lead back to one that is not left yet."""
    leads: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for n, (start, end) in enumerate(edges):
        leads[start].append((n, end))
    order: list[int] = []
    back: set[int] = set()
    state = [0] * count  # 1 while what follows is walked, 2 after
    for first in range(count):
        if state[first]:
            continue
        state[first] = 1
        order.append(first)
        todo = [(first, iter(leads[first]))]
        while todo:
            item, following = todo[-1]
            n, end = next(following, (-1, -1))
            if n < 0:
                state[item] = 2
                todo.pop()
            elif state[end] == 1:
                back.add(n)
            elif not state[end]:
                state[end] = 1
                order.append(end)
                todo.append((end, iter(leads[end])))
    return order, frozenset(back)


def _levels(sizes: Sequence[Size], edges: Sequence[Edge], order: Sequence[int], room: float) -> list[int]:
    """Return the row of each item: below all that lead to it, and the first in which there is room for it."""
    after: list[list[int]] = [[] for _ in sizes]
    before = [0] * len(sizes)
    for start, end in edges:
        after[start].append(end)
        before[end] += 1
    level = [0] * len(sizes)
    used: list[float] = []
    ready = [item for item in order if not before[item]]
    for item in ready:  # grows
        needed = sizes[item].width + GAP
        while level[item] < len(used) and used[level[item]] and used[level[item]] + needed > room + GAP:
            level[item] += 1
        used += [0.0] * (level[item] + 1 - len(used))
        used[level[item]] += needed
        for end in after[item]:
            level[end] = max(level[end], level[item] + 1)
            before[end] -= 1
            if not before[end]:
                ready.append(end)
    return level


def _ordered(found: Layered) -> None:
    """Put the items of each row where their neighbours are, keeping what crosses least of several ways to begin."""
    above, below = _neighbours(found.hops)
    mirrored = [row[::-1] for row in found.rows]
    tried = [
        _swept([list(row) for row in rows], above, below, middle)
        for middle in (_mean, _median)
        for rows in (found.rows, mirrored)
    ]
    found.rows = min(tried, key=lambda one: one[0])[1]
    place = {item: n for row in found.rows for n, item in enumerate(row)}
    steps = [place[other] > place[one] for ends in below.values() for one, other in pairwise(ends)]
    if 2 * sum(steps) < len(steps):  # what is answered first stands left
        found.rows = [row[::-1] for row in found.rows]


def _swept(
    rows: list[list[int]],
    above: Mapping[int, Sequence[int]],
    below: Mapping[int, Sequence[int]],
    middle: Callable[[Sequence[int]], float],
) -> tuple[tuple[int, int], list[list[int]]]:
    """Return the best of the orders that sweeps over the rows lead to, what crosses in it and how far ways go aside."""
    place = {item: n for row in rows for n, item in enumerate(row)}
    best, least = [list(row) for row in rows], (_crossings(rows, below), _aside(place, below))
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        beside = above if down else below
        for row in rows if down else reversed(rows):
            wanted = {item: middle([place[one] for one in beside.get(item, ())] or [place[item]]) for item in row}
            row.sort(key=wanted.__getitem__)
            place.update((item, n) for n, item in enumerate(row))
        for row in rows:
            _switch(row, place, above, below)
        crossed = _crossings(rows, below), _aside(place, below)
        if crossed < least:
            best, least = [list(row) for row in rows], crossed
    return least, best


def _mean(places: Sequence[int]) -> float:
    return sum(places) / len(places)


def _median(places: Sequence[int]) -> float:
    ordered = sorted(places)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _switch(
    row: list[int], place: dict[int, int], above: Mapping[int, Sequence[int]], below: Mapping[int, Sequence[int]]
) -> None:
    """Change places of neighbours in a row where less crosses so."""
    for n in range(len(row) - 1):
        left, right = row[n], row[n + 1]
        gained = 0
        for beside in (above, below):
            for one in beside.get(left, ()):
                for other in beside.get(right, ()):
                    gained += (place[one] > place[other]) - (place[one] < place[other])
        if gained > 0:
            row[n], row[n + 1] = right, left
            place[left], place[right] = n + 1, n


def _neighbours(hops: Iterable[Edge]) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
    """Return the items one step above and below each."""
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for start, end in hops:
        above.setdefault(end, []).append(start)
        below.setdefault(start, []).append(end)
    return above, below


def _aside(place: Mapping[int, int], below: Mapping[int, Sequence[int]]) -> int:
    """Return how far steps go aside, in places."""
    return sum(abs(place[start] - place[end]) for start, ends in below.items() for end in ends)


def _crossings(rows: Sequence[Sequence[int]], below: Mapping[int, Sequence[int]]) -> int:
    """Return how often steps between rows cross."""
    crossed = 0
    for row, next_row in pairwise(rows):
        place = {item: n for n, item in enumerate(next_row)}
        seen: list[int] = []
        for item in row:
            ends = [place[end] for end in below.get(item, ())]
            crossed += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return crossed
