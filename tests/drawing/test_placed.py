"""Where boxes and ways stand: nothing lies over anything, every way leads from its box to its box."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given

from rolebook.drawing.layers import Size
from rolebook.drawing.placed import Box, Placed, Point, placed
from tests.drawing.graphs import Graph, graphs

ROOM = 316


def drawn(graph: Graph) -> Placed:
    """Return a graph as it is placed."""
    return placed(*graph, ROOM)


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes have more than a side in common."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.height and other.y < one.y + one.height


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Tell whether a straight stretch has a point inside a box."""
    (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    inside = left < box.x + box.width and right > box.x
    return inside and top < box.y + box.height and bottom > box.y


@given(graphs())
def test_no_two_boxes_overlap(graph: Graph) -> None:
    """Every item has its box, of its own size."""
    found = drawn(graph)
    assert [Size(box.width, box.height) for box in found.boxes] == graph[0]
    assert [pair for pair in combinations(found.boxes, 2) if overlap(*pair)] == []


@given(graphs())
def test_every_way_leads_from_its_box_to_its_box(graph: Graph) -> None:
    """From below the one to above the other, straight down and aside, through no box; what goes up is told."""
    found = drawn(graph)
    for (start, end), way in zip(graph[1], found.ways, strict=True):
        first, last = found.boxes[start], found.boxes[end]
        assert way.points[0][1] == first.y + first.height
        assert first.x <= way.points[0][0] <= first.x + first.width
        assert way.points[-1][1] == last.y
        assert last.x <= way.points[-1][0] <= last.x + last.width
        assert way.back == (way.points[-1][1] < way.points[0][1])
        for one, other in pairwise(way.points):
            assert one[0] == other[0] or one[1] == other[1]
            assert [box for box in found.boxes if crosses(one, other, box)] == []


@given(graphs())
def test_everything_lies_within_the_drawing(graph: Graph) -> None:
    """Boxes and ways."""
    found = drawn(graph)
    for box in found.boxes:
        assert 0 < box.x < box.x + box.width < found.width
        assert 0 < box.y < box.y + box.height < found.height
    for way in found.ways:
        for x, y in way.points:
            assert 0 < x < found.width
            assert 0 < y < found.height


@given(graphs())
def test_the_same_graph_is_drawn_the_same(graph: Graph) -> None:
    """To the last digit."""
    assert drawn(graph) == drawn(graph)


@given(graphs())
def test_what_leads_down_stands_above_and_rows_keep_to_the_room(graph: Graph) -> None:
    """A row holds more than there is room for only where lanes pass through it."""
    found = drawn(graph)
    for (start, end), way in zip(graph[1], found.ways, strict=True):
        if not way.back:
            assert found.boxes[start].middle[1] < found.boxes[end].middle[1]
    rows: dict[float, list[Box]] = {}
    for box in found.boxes:
        rows.setdefault(box.middle[1], []).append(box)
    for row in rows.values():
        assert sum(box.width for box in row) <= ROOM


def test_a_loop_goes_up_beside_everything() -> None:
    """From the last of three back to the first, right of all boxes."""
    found = placed([Size(60, 30)] * 3, [(0, 1), (1, 2), (2, 0)], ROOM)
    assert [way.back for way in found.ways] == [False, False, True]
    assert max(x for x, _ in found.ways[2].points) > max(box.x + box.width for box in found.boxes)


def test_one_below_the_other_stands_straight() -> None:
    """No way of a chain turns aside, however broad its boxes are."""
    found = placed([Size(60, 30), Size(120, 30), Size(40, 30)], [(0, 1), (1, 2)], ROOM)
    assert [len(way.points) for way in found.ways] == [2, 2]


def test_ways_of_different_boxes_keep_apart() -> None:
    """Where two ways turn aside over one stretch, each does so at a height of its own."""
    found = placed([Size(60, 30)] * 6, [(0, 1), (0, 2), (1, 5), (2, 3), (2, 4), (1, 4), (2, 5)], ROOM)
    aside = [
        (start, one[1], *sorted((one[0], other[0])))
        for (start, _), way in zip([(0, 1), (0, 2), (1, 5), (2, 3), (2, 4), (1, 4), (2, 5)], found.ways, strict=True)
        for one, other in pairwise(way.points)
        if one[1] == other[1]
    ]
    assert aside
    for one, other in combinations(aside, 2):
        same = one[0] == other[0]
        assert same or one[1] != other[1] or one[3] <= other[2] or other[3] <= one[2]


def test_what_is_given_first_stands_left() -> None:
    """Of several that follow one."""
    found = placed([Size(60, 30)] * 5, [(0, 1), (0, 2), (0, 3), (3, 4)], ROOM)
    lefts = [box.x for box in found.boxes[1:4]]
    assert lefts == sorted(lefts)


def test_ways_from_one_start_share_their_lane() -> None:
    """To what a row has no room for they part behind it, not before."""
    found = placed([Size(60, 30), *[Size(140, 30)] * 4], [(0, n) for n in range(1, 5)], ROOM)
    passed, below = found.boxes[1].middle[1], found.boxes[-1].y
    ways = [way for way, box in zip(found.ways, found.boxes[1:], strict=True) if box.y == below]
    lanes = {one[0] for way in ways for one, other in pairwise(way.points) if one[1] < passed < other[1]}
    assert (len(ways), len(lanes)) == (2, 1)
