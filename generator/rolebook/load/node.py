"""A value of a YAML file with its place, and a fault with its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rolebook.errors import Message


class Placed(NamedTuple):
    """A fault where it stands in its file: line and column from 0, and how many characters it takes."""

    line: int
    column: int
    message: Message
    width: int = 1


Refuse = Callable[[Placed], None]
"""Takes a fault that does not end the reading."""


@dataclass(slots=True)
class Node:
    """A value and where it starts (line and column from 0). `keys` holds the place of each key of a mapping."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    width: int = 1
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> Any:
        """Return the value without places, empty keys left out as if they were not written."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items() if node.value != "" or node.width}

    def placed(self, message: Message) -> Placed:
        """Return a fault of this value."""
        return Placed(self.line, self.column, message, max(1, self.width))

    def find(self, path: tuple[str | int, ...]) -> Node:
        """Return the node at `path`, or the last one on the way that exists."""
        node = self
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
        return node
