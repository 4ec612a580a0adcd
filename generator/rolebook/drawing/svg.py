"""Elements of SVG: attributes are given by name, texts and values are escaped, numbers are short."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

EM = 16
"""Units of a drawing that are as long as a reader's letters are high: it grows with them."""
LINK = "xlink:href"
"""How a link of a drawing names its address: Material's instant navigation sets `href` wherever it stands, which a link
of SVG does not let it, and no page is swapped in any more."""


def element(name: str, /, *content: str, **attributes: object) -> Markup:
    """Return an element; of an attribute's name `_` is `-`, at its end nothing, and one that is None is left out."""
    given = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    written = Markup("").join(Markup(' {}="{}"').format(key, _value(value)) for key, value in given)
    inside = Markup("").join(map(escape, content))
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, inside)


def link(href: str, *content: str, **attributes: object) -> Markup:
    """Return a link, which says that it is one: not every reader of the screen knows it by this address."""
    written = Markup('<a {}="{}" role="link"').format(Markup(LINK), href)
    return written + element("a", *content, **attributes)[len("<a") :]


def drawing(width: float, height: float, *content: str, **attributes: object) -> Markup:
    """Return the whole of a drawing, as large as its units ask for where letters have their usual size."""
    box = f"0 0 {number(width)} {number(height)}"
    wide, high = f"{number(width / EM)}em", f"{number(height / EM)}em"
    return element("svg", *content, viewBox=box, width=wide, height=high, **attributes)


def frame(x: float, y: float, width: float, height: float, corner: float, **attributes: object) -> Markup:
    """Return a box with round corners."""
    return element("rect", x=x, y=y, width=width, height=height, rx=corner, **attributes)


def lines(words: Iterable[str], x: float, middle: float, leading: float, **attributes: object) -> Markup:
    """Return lines of text around a middle, each an element of its own, with the blank between two that stood there."""
    written = list(words)
    first = middle - leading * (len(written) - 1) / 2
    return Markup("").join(
        element("text", line.rstrip(), x=x, y=first + n * leading, **attributes) + line[len(line.rstrip()) :]
        for n, line in enumerate(written)
    )


def path(points: Iterable[tuple[float, float]], round_by: float = 0) -> str:
    """Return the way along points, between which it goes straight and around whose corners it goes in curves."""
    way = [*points]
    written = [f"M{_at(way[0])}"]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        enter, leave = _towards(corner, before, round_by), _towards(corner, after, round_by)
        written += [f"L{_at(enter)}", f"Q{_at(corner)} {_at(leave)}"]
    return "".join([*written, f"L{_at(way[-1])}"])


def number(value: float) -> str:
    """Return a number with one place behind the point at most."""
    return f"{round(value, 1):g}" if abs(value) < 1e5 else str(round(value))


def _towards(start: tuple[float, float], end: tuple[float, float], far: float) -> tuple[float, float]:
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    share = min(far, length / 2) / length if length else 0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _at(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _value(value: object) -> str:
    return number(value) if isinstance(value, (int, float)) else str(value)
