"""Graphs of any shape for properties of drawings."""

from __future__ import annotations

from hypothesis import strategies as st

from rolebook.drawing.layers import Size

Graph = tuple[list[Size], list[tuple[int, int]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Return items of many sizes and edges between any of them: across, back, to themselves; none stands twice."""
    count = draw(st.integers(1, 22))
    sizes = [Size(draw(st.integers(20, 130)), draw(st.integers(18, 60))) for _ in range(count)]
    edges = [(draw(st.integers(max(0, n - 4), n - 1)), n) for n in range(1, count)]
    item = st.integers(0, count - 1)
    edges += draw(st.lists(st.tuples(item, item), max_size=12))
    return sizes, list(dict.fromkeys(edges))
