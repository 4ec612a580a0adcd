"""The map of a call: its nodes from above, what is answered on the ways between them, each node a link to its place."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from rolebook.drawing import svg
from rolebook.drawing.boxes import BROADEST, Label, fitted, pill, said, title, ways, words
from rolebook.drawing.placed import Box
from rolebook.kinds.scripts.model import Node, Script
from rolebook.language.strings import Strings

FEWEST = 3
"""A call of fewer nodes is its own map."""
LARGE = 12
"""With more nodes than these a drawing is too much for a phone, which shows the list instead."""
MOST = 60
"""With more nodes than these it is too much for any screen."""


class Map(NamedTuple):
    """A call as a drawing; "" where a list alone is of use."""

    drawing: Markup
    large: bool
    """whether a phone shows the list instead"""
    nodes: int


def call_map(script: Script, t: Strings) -> Map | None:
    """Return the map of a call; None of one that is seen at a glance anyway."""
    count = len(script.nodes)
    if count < FEWEST:
        return None
    if count > MOST:
        return Map(Markup(), True, count)
    labels = [title(node.title, 10 if node.targets else 14) for node in script.nodes]  # rounder, and so broader
    item = {node.id: n for n, node in enumerate(script.nodes)}
    edges: list[tuple[int, int]] = []
    for n, node in enumerate(script.nodes):
        for reply in node.replies:
            edges += [(n, len(labels)), (len(labels), item[reply.to])]
            labels.append(said(reply.answer))
        edges += [(n, item[node.next])] if node.next else []
    found = fitted(labels, edges, wide=count > LARGE)
    lines = zip(edges, found.ways, strict=True)
    drawn = [
        ways((way, end < count, "rb-map__back" if way.back else None) for (_, end), way in lines),
        *(pill(label, box) for label, box in zip(labels[count:], found.boxes[count:], strict=True)),
        *(_node(script, node, found.boxes[n], labels[n], t) for n, node in enumerate(script.nodes)),
    ]
    name = t("script.map_of", title=script.title)
    drawing = svg.drawing(found.width, found.height, *drawn, class_="rb-drawing", role="group", aria_label=name)
    return Map(drawing, count > LARGE or found.width > BROADEST, count)


def _node(script: Script, node: Node, box: Box, label: Label, t: Strings) -> Markup:
    ends, begins = not node.targets, node is script.nodes[0]
    style = "rb-map__node" + (" rb-map__node--first" if begins else " rb-map__node--end" if ends else "")
    corner = min(box.height / 2, 20) if ends else 7
    frames = [svg.frame(box.x, box.y, box.width, box.height, corner)]
    frames += [svg.frame(box.x + 3, box.y + 3, box.width - 6, box.height - 6, corner - 3)] if ends else []
    said = _said(script, node, t)
    return svg.link(f"#{quote(node.id)}", *frames, words(label, box), class_=style, aria_label=said)


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
