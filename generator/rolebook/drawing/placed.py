"""Where the items of a layered graph stand, and the way each of its edges takes between them.

Rows lie below each other with channels between them, in which ways turn aside, each on a track of its own; ways back go
up beside the rows. So no way touches a box but its own two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rolebook.drawing.channels import Bundle, tracks
from rolebook.drawing.layers import GAP, Layered, Size, layered

SWEEPS, STRAIGHTER = 8, 3
"""How often items are moved towards their neighbours, then to stand straight below or above the only one they have."""
HEAVY = 20
"""How much more such an item keeps its place."""
PLAY = 32
"""What the broadest row may move, where there is room."""
NEAR = 10
"""So far aside a way still goes straight, as boxes are broad."""
ENDS, TRACK = 10, 8
"""Of a channel: what it has above its first track and below its last, and from track to track."""
ASIDE = 12
"""How far apart ways back go up."""
EDGE = 4
"""What stays free around all."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """Where an item stands: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Way:
    """The way of an edge: where it turns, from the lower side of one box to the upper side of the other."""

    points: tuple[Point, ...]
    back: bool


@dataclass(frozen=True)
class Placed:
    """A graph as it is drawn: how large all of it is, the boxes by item, the ways by edge."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]


def placed(sizes: Sequence[Size], edges: Sequence[tuple[int, int]], room: float) -> Placed:
    """Return where everything stands; wider than `room` only where one row asks for it, or ways beside them."""
    found = layered(sizes, edges, room)
    widest = max(_extent(row, found.sizes) for row in found.rows)
    width = max(widest, min(room, widest + PLAY))
    middles = _middles(found, width)
    return _Drawn(found, middles, width, len(sizes)).placed()


def _middles(found: Layered, width: float) -> list[float]:
    """Return the middle of each item within a width."""
    above: list[list[int]] = [[] for _ in found.sizes]
    below: list[list[int]] = [[] for _ in found.sizes]
    for start, end in found.hops:
        above[end].append(start)
        below[start].append(end)
    middles = [width / 2] * len(found.sizes)
    for row in found.rows:
        _settle(row, found.sizes, middles, width)
    for sweep in range(SWEEPS):
        beside, rows = (above, found.rows) if sweep % 2 == 0 else (below, found.rows[::-1])
        for row in rows:
            for item in row:
                near = beside[item] or (above[item] if sweep % 2 else below[item])
                middles[item] = sum(middles[one] for one in near) / len(near) if near else middles[item]
            _settle(row, found.sizes, middles, width)
    for sweep in range(STRAIGHTER):
        one, other, rows = (above, below, found.rows) if sweep % 2 == 0 else (below, above, found.rows[::-1])
        for row in rows:
            straight = [len(one[item]) == 1 and len(other[one[item][0]]) == 1 for item in row]
            for item, alone in zip(row, straight, strict=True):
                middles[item] = middles[one[item][0]] if alone else middles[item]
            _settle(row, found.sizes, middles, width, [HEAVY if alone else 1 for alone in straight])
    return [float(round(middle)) for middle in middles]


def _extent(row: Sequence[int], sizes: Sequence[Size]) -> float:
    return sum(sizes[item].width for item in row) + GAP * (len(row) - 1)


def _settle(
    row: Sequence[int], sizes: Sequence[Size], middles: list[float], width: float, weights: Sequence[int] = ()
) -> None:
    """Move the items of a row apart as little as that takes, none over an end (pool adjacent violators)."""
    offsets = []
    taken = 0.0
    for item in row:
        offsets.append(taken + sizes[item].width / 2)
        taken += sizes[item].width + GAP
    pools: list[tuple[float, int, int]] = []  # (mean of where their left ends would be, how heavy, how many)
    for n, (item, offset) in enumerate(zip(row, offsets, strict=True)):
        mean, heavy, count = middles[item] - offset, weights[n] if weights else 1, 1
        while pools and pools[-1][0] > mean:
            before, much, many = pools.pop()
            mean = (before * much + mean * heavy) / (much + heavy)
            heavy, count = much + heavy, many + count
        pools.append((mean, heavy, count))
    lefts = [min(max(mean, 0.0), max(width - taken + GAP, 0.0)) for mean, _, count in pools for _ in range(count)]
    for item, offset, left in zip(row, offsets, lefts, strict=True):
        middles[item] = left + offset


class _Drawn:
    """Rows and channels from above, ways through them."""

    def __init__(self, found: Layered, middles: Sequence[float], width: float, count: int) -> None:
        self.found, self.middles = found, [middle + EDGE for middle in middles]
        self.row = {item: n for n, row in enumerate(found.rows) for item in row}
        self.right = width + EDGE
        self.count = count
        self.leaving = self._leaving()
        self.coming = self._coming()
        self.lanes = self._lanes()
        self.track, counts = self._tracks()
        self.top: list[float] = []
        self.high = [max(found.sizes[item].height for item in row) for row in found.rows]
        self.channel = [float(EDGE)]  # where the one above each row begins, and at the end the one below the last
        for n, high in enumerate(self.high):
            self.top.append(self.channel[n] + self._depth(counts[n], n))
            self.channel.append(self.top[n] + high)
        self.height = self.channel[-1] + (self._depth(counts[-1], len(self.high)) if counts[-1] else EDGE)

    def _depth(self, count: int, n: int) -> float:
        if not count and not n:
            return 0
        return 2 * ENDS + TRACK * max(count - 1, 0)

    def _lanes(self) -> Mapping[int, int]:
        """Return beside the rows the lane of what leads back to each item, so that none meets another."""
        spans: dict[int, tuple[int, int]] = {}
        for n in sorted(self.found.back):
            start, end = self.found.ways[n][0], self.found.ways[n][-1]
            spans[end] = (self.row[end], max(self.row[start], spans.get(end, (0, 0))[1]))
        ends: list[int] = []
        lanes: dict[int, int] = {}
        for item, (first, last) in sorted(spans.items(), key=lambda span: (span[1], span[0])):
            lane = next((n for n, end in enumerate(ends) if end < first), len(ends))
            ends[lane : lane + 1] = [last]
            lanes[item] = lane
        return lanes

    def _aside(self, item: int) -> float:
        return self.right + ASIDE * (self.lanes[item] + 0.5)

    def _entry(self, item: int) -> float:
        """Return where a way back comes to an item: right of those that come down to it."""
        width = self.found.sizes[item].width
        return self.middles[item] + width / 2 - min(12.0, width / 4)

    def _tracks(self) -> tuple[dict[tuple[int, int, int], int], list[int]]:
        """Return the track of each step: by its channel and its ends, a way back by its start and by its end alone."""
        bundles: list[list[Bundle]] = [[] for _ in range(len(self.found.rows) + 1)]
        leaving: dict[int, int] = {}
        for start, _ in self.found.hops:
            leaving[start] = leaving.get(start, 0) + 1
        grouped: dict[tuple[int, str, int], list[tuple[int, int]]] = {}
        for start, end in self.found.hops:
            key = ("from", start) if leaving[start] > 1 else ("to", end)
            grouped.setdefault((self.row[end], *key), []).append((start, end))
        for (channel, *_), hops in grouped.items():
            above, below = [self.leaving[start] for start, _ in hops], [self.coming[end] for _, end in hops]
            bundles[channel].append(Bundle(tuple((channel, *hop) for hop in hops), tuple(above), tuple(below)))
        for n in sorted(self.found.back):
            start, end = self.found.ways[n][0], self.found.ways[n][-1]
            low, high = self.row[start] + 1, self.row[end]
            bundles[low].append(Bundle(((low, start, -1),), (self.middles[start], self._aside(end)), ()))
            if not any((high, -1, end) in bundle.keys for bundle in bundles[high]):
                bundles[high].append(Bundle(((high, -1, end),), (), (self._entry(end), self._aside(end))))
        track: dict[tuple[int, int, int], int] = {}
        counts = []
        for some in bundles:
            given = tracks(some)
            counts.append(max(given, default=-1) + 1)
            track |= {key: lane for bundle, lane in zip(some, given, strict=True) for key in bundle.keys}
        return track, counts

    def _leaving(self) -> list[float]:
        """Return where ways leave each item below: above the nearest they lead to, where that is near."""
        return self._met([(start, self.middles[end]) for start, end in self.found.hops])

    def _coming(self) -> list[float]:
        """Return where ways come to each item from above: below the nearest they leave, where that is near."""
        return self._met([(end, self.leaving[start]) for start, end in self.found.hops])

    def _met(self, wanted: Iterable[tuple[int, float]]) -> list[float]:
        found = list(self.middles)
        aside: dict[int, float] = {}
        for item, x in wanted:
            far = abs(x - self.middles[item])
            broad = self.found.sizes[item].width / 2 - NEAR if item < self.count else 0
            if far <= min(broad, NEAR) and far < aside.get(item, NEAR + 1):
                aside[item], found[item] = far, x
        return found

    def _y(self, channel: int, start: int, end: int) -> float:
        return self.channel[channel] + ENDS + TRACK * max(self.track[channel, start, end], 0)

    def _box(self, item: int) -> Box:
        size, row = self.found.sizes[item], self.row[item]
        y = self.top[row] + (self.high[row] - size.height) / 2
        return Box(self.middles[item] - size.width / 2, y, size.width, size.height)

    def placed(self) -> Placed:
        boxes = tuple(self._box(item) for item in range(self.count))
        ways = tuple(self._way(way, boxes, n in self.found.back) for n, way in enumerate(self.found.ways))
        lanes = max(self.lanes.values(), default=-1) + 1
        return Placed(self.right + ASIDE * lanes + EDGE, self.height, boxes, ways)

    def _way(self, way: Sequence[int], boxes: Sequence[Box], back: bool) -> Way:
        start, end = boxes[way[0]], boxes[way[-1]]
        if back:
            low, high = self.row[way[0]] + 1, self.row[way[-1]]
            aside, x = self._aside(way[-1]), self._entry(way[-1])
            under, over = self._y(low, way[0], -1), self._y(high, -1, way[-1])
            out = (start.middle[0], start.y + start.height)
            turns = ((out[0], under), (aside, under), (aside, over), (x, over))
            return Way((out, *turns, (x, end.y)), back)
        points = [(self.leaving[way[0]], start.y + start.height)]
        for one, other in pairwise(way):
            if self.leaving[one] != self.coming[other]:
                y = self._y(self.row[other], one, other)
                points += [(self.leaving[one], y), (self.coming[other], y)]
        return Way((*points, (self.coming[way[-1]], end.y)), back)
