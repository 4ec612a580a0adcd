"""Words in boxes, and the ways between them: what drawings of graphs are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from rolebook.drawing import svg
from rolebook.drawing.layers import Size
from rolebook.drawing.lettering import width, wrapped
from rolebook.drawing.placed import Box, Way

ROOM = 316
"""Units that the boxes of one row have: what a phone of 390 pixels shows, and a column beside a text."""
BROADEST = 340
"""Units over which a drawing is too much for a phone."""
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
        broad = max(width(line, self.size) for line in self.lines) + 2 * self.beside
        high = len(self.lines) * self.leading + 2 * self.above
        return Size(round(broad + (2 * MARK if self.mark else 0)), round(high))


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
    at = box.x + MARK + 5
    mark = svg.element("circle", cx=at, cy=y, r=MARK) + svg.element("text", label.mark, x=at, y=y, class_="rb-mark")
    return mark + svg.lines(label.lines, x + MARK, y, label.leading)


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
        paths.append(svg.element("path", d=svg.path(way.points, TURN) + head, class_=style))
    return svg.element("g", *paths, class_="rb-map__ways", aria_hidden="true")
