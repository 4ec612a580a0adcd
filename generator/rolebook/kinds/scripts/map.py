"""The map of a call: its nodes from above, what is answered on the ways between them, each node a link to its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from rolebook.drawing import svg
from rolebook.drawing.layers import Size
from rolebook.drawing.lettering import width, wrapped
from rolebook.drawing.placed import Box, Placed, placed
from rolebook.kinds.scripts.model import Node, Script
from rolebook.language.strings import Strings

FEWEST = 3
"""A call of fewer nodes is its own map."""
LARGE = 12
"""With more nodes than these a drawing is too much for a phone, which shows the list instead."""
MOST = 60
"""With more nodes than these it is too much for any screen."""
ROOM = 316
"""Units that the nodes of one row have: what a phone of 390 pixels shows, and the column beside the text."""
BROADEST = 340
"""Units over which a drawing is as well too much for a phone."""
SIZE, LEADING = 14, 18
SMALL, SMALL_LEADING = 13.5, 17
"""Letters of nodes and of answers: 12 pixels still where the narrowest phones draw all of it smaller."""
TITLE, ANSWER = 112, 88
"""How long a line of a title and of an answer may be."""
TURN = 7
"""How round ways turn aside."""


class Map(NamedTuple):
    """A call as a drawing; "" where a list alone is of use."""

    drawing: Markup
    large: bool
    """whether a phone shows the list instead"""
    nodes: int


class _Label(NamedTuple):
    """What stands in a box, and how far the box goes beyond it."""

    lines: tuple[str, ...]
    size: float
    leading: float
    beside: float
    above: float

    @property
    def box(self) -> Size:
        """How large its box is."""
        broad = max(width(line, self.size) for line in self.lines)
        return Size(round(broad + 2 * self.beside), round(len(self.lines) * self.leading + 2 * self.above))


def call_map(script: Script, t: Strings) -> Map | None:
    """Return the map of a call; None of one that is seen at a glance anyway."""
    count = len(script.nodes)
    if count < FEWEST:
        return None
    if count > MOST:
        return Map(Markup(), True, count)
    labels = [_titled(node) for node in script.nodes]
    item = {node.id: n for n, node in enumerate(script.nodes)}
    edges: list[tuple[int, int]] = []
    for n, node in enumerate(script.nodes):
        for reply in node.replies:
            edges += [(n, len(labels)), (len(labels), item[reply.to])]
            labels.append(_Label(wrapped(reply.answer, SMALL, ANSWER, 3), SMALL, SMALL_LEADING, 7, 1))
        edges += [(n, item[node.next])] if node.next else []
    found = placed([label.box for label in labels], edges, ROOM)
    ways = [
        svg.element("path", d=_drawn(way.points, edges[n][1] < count), class_="rb-map__back" if way.back else None)
        for n, way in enumerate(found.ways)
    ]
    drawn = [
        svg.element("g", *ways, class_="rb-map__ways", aria_hidden="true"),
        *_answers(labels[count:], found, count),
        *(_node(script, node, found.boxes[n], labels[n], t) for n, node in enumerate(script.nodes)),
    ]
    name = t("script.map_of", title=script.title)
    drawing = svg.drawing(found.width, found.height, *drawn, class_="rb-drawing", role="group", aria_label=name)
    return Map(drawing, count > LARGE or found.width > BROADEST, count)


def _titled(node: Node) -> _Label:
    """Return what stands in the box of a node; those that end the call are rounder, and so broader."""
    return _Label(wrapped(node.title, SIZE, TITLE, 3), SIZE, LEADING, 10 if node.targets else 14, 6)


def _drawn(points: tuple[tuple[float, float], ...], arrives: bool) -> str:
    """Return a way, with a head where it comes to a node."""
    x, y = points[-1]
    head = svg.path([(x - 4, y - 5), (x, y), (x + 4, y - 5)]) if arrives else ""
    return svg.path(points, TURN) + head


def _answers(labels: list[_Label], found: Placed, first: int) -> Iterator[Markup]:
    """Yield what is answered; a screen reader hears it with the node that asks."""
    for n, label in enumerate(labels):
        box = found.boxes[first + n]
        frame = svg.frame(box.x, box.y, box.width, box.height, 8)
        words = svg.lines(label.lines, *box.middle, label.leading)
        yield svg.element("g", frame, words, class_="rb-map__answer", aria_hidden="true")


def _node(script: Script, node: Node, box: Box, label: _Label, t: Strings) -> Markup:
    ends, begins = not node.targets, node is script.nodes[0]
    style = "rb-map__node" + (" rb-map__node--first" if begins else " rb-map__node--end" if ends else "")
    corner = min(box.height / 2, 20) if ends else 7
    frames = [svg.frame(box.x, box.y, box.width, box.height, corner)]
    frames += [svg.frame(box.x + 3, box.y + 3, box.width - 6, box.height - 6, corner - 3)] if ends else []
    words = svg.lines(label.lines, *box.middle, label.leading)
    link = {"href": f"#{quote(node.id)}", "class_": style, "aria_label": _said(script, node, t)}
    return svg.element("a", *frames, words, **link)


def _said(script: Script, node: Node, t: Strings) -> str:
    """Return what a node is called aloud: its title, whether the call begins or ends there, and where answers lead."""
    parts = [node.title]
    if node is script.nodes[0]:
        parts.append(t("script.start"))
    if not node.targets:
        parts += [t("script.end"), *([node.outcome] if node.outcome else [])]
    parts += [t("script.leads", answer=reply.answer, title=script.node[reply.to].title) for reply in node.replies]
    if node.next:
        parts.append(t("script.leads", answer=t("script.then"), title=script.node[node.next].title))
    return t("text.semicolon").join(parts)
