"""Words in boxes, and the ways between them: what drawings of graphs are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from rolebook.drawing import svg
from rolebook.drawing.layers import Size
from rolebook.drawing.lettering import width, wrapped
from rolebook.drawing.placed import Box, Placed, Way, placed

BROADEST = 324
"""Units over which a drawing is too much for a phone: drawn smaller on the narrowest, it cannot be read."""
ROOMS = (314, 274, 234)
"""Units that the boxes of one row have; fewer where lanes and ways back make a drawing broader."""
WIDE = 340
"""Units that a row has in the column beside a text, where no phone shows the drawing."""
SIZE, LEADING = 14, 18
SMALL, SMALL_LEADING = 13.5, 17
"""Letters of boxes and of what stands on ways: 12 pixels still where the narrowest phones draw all of it smaller."""
TITLE, SAID = 112, 88
"""How long a line of the two may be."""
MARK = 11
"""Half of the round mark of a post."""
TURN = 7
"""How round ways turn aside."""


class Label(NamedTuple):
    """What stands in a box, how far the box goes beyond it, and the character in the round mark before it."""

    lines: tuple[str, ...]
    size: float
    leading: float
    beside: float
    above: float
    mark: str = ""

    @property
    def box(self) -> Size:
        """How large its box is."""
        broad = max(width(line.rstrip(), self.size) for line in self.lines) + 2 * self.beside
        high = len(self.lines) * self.leading + 2 * self.above
        return Size(round(broad + (2 * MARK if self.mark else 0)), round(high))


def fitted(labels: Iterable[Label], edges: Sequence[tuple[int, int]], wide: bool = False) -> Placed:
    """Return a graph as it is placed: for a phone where that can be, or for `wide` screens alone."""
    sizes = [label.box for label in labels]
    if wide:
        return placed(sizes, edges, WIDE)
    tried = [placed(sizes, edges, ROOMS[0])]
    while tried[-1].width > BROADEST and len(tried) < len(ROOMS):
        tried.append(placed(sizes, edges, ROOMS[len(tried)]))
    return tried[-1] if tried[-1].width <= BROADEST else tried[0]


def title(text: str, beside: float = 10, mark: str = "") -> Label:
    """Return the label of a box."""
    return Label(wrapped(text, SIZE, TITLE, 3), SIZE, LEADING, beside, 6, mark)


def said(text: str) -> Label:
    """Return what stands on a way."""
    return Label(wrapped(text, SMALL, SAID, 3), SMALL, SMALL_LEADING, 7, 1)


def words(label: Label, box: Box) -> Markup:
    """Return what stands in a box."""
    x, y = box.middle
    if not label.mark:
        return svg.lines(label.lines, x, y, label.leading)
    circle = svg.element("circle", cx=box.x + MARK + 5, cy=y, r=MARK)
    return circle + svg.lines(label.lines, x + MARK, y, label.leading)


def mark(label: Label, box: Box) -> Markup:
    """Return the character in the mark of a box, which is no part of its name and so of no link."""
    at = {"x": box.x + MARK + 5, "y": box.middle[1]}
    return svg.element("text", label.mark, **at, class_="rb-mark", aria_hidden="true") if label.mark else Markup()


def pill(label: Label, box: Box) -> Markup:
    """Return what stands on a way, in its box; whoever hears the drawing is told by names of links."""
    frame = svg.frame(box.x, box.y, box.width, box.height, 8)
    return svg.element("g", frame, words(label, box), class_="rb-map__answer", aria_hidden="true")


def ways(drawn: Iterable[tuple[Way, bool, str | None]]) -> Markup:
    """Return ways, each with a head where it has one, in its style."""
    paths = []
    for way, headed, style in drawn:
        x, y = way.points[-1]
        head = svg.path([(x - 4, y - 5), (x, y), (x + 4, y - 5)]) if headed else ""
        points = way.points[::-1] if way.back else way.points  # the dashes of those that join begin where they are one
        paths.append(svg.element("path", d=svg.path(points, TURN) + head, class_=style))
    return svg.element("g", *paths, class_="rb-map__ways", aria_hidden="true")
