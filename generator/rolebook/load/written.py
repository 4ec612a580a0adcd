"""Where the keys of mkdocs.yml stand, for what is told of them."""

from __future__ import annotations

from pathlib import Path

import yaml

from rolebook.errors import Message, Problem
from rolebook.load.node import Placed
from rolebook.load.syntax import lines_of, problem

Keys = tuple[str, ...]
"""Keys from the outside in; what stands in a list goes by its text, or by its first key."""


class Written:
    """A configuration as its author wrote it; of a file that is no YAML, or is not there, the places are not known."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.lines: list[str] = []
        self.root: yaml.Node | None = None
        try:
            text = path.read_text("utf-8-sig")
            self.lines, self.root = lines_of(text), yaml.compose(text, yaml.SafeLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError):
            return

    def keys(self, path: Keys = ()) -> frozenset[str]:
        """The keys below those of `path`."""
        node = self._node(path)
        return frozenset(str(key.value) for key, _ in node.value) if isinstance(node, yaml.MappingNode) else frozenset()

    @property
    def found(self) -> str:
        """What the whole file is where it is not keys with values: a list or a text; "" otherwise."""
        return {yaml.SequenceNode: "list", yaml.ScalarNode: "text"}.get(type(self.root), "")

    def problem(self, path: Keys, message: Message) -> Problem:
        """Return a fault of what stands at `path`, at its key, or at the last key on the way that exists."""
        node, place = self.root, None
        for step in path:
            found = _step(node, step)
            if found is None:
                break
            place, node = found
        return self._at(place, message)

    def text(self, path: Keys) -> str:
        """Return the text at `path`, "" where there is none."""
        node = self._node(path)
        return node.value if isinstance(node, yaml.ScalarNode) else ""

    def problem_of(self, key: str, value: str, message: Message) -> Problem:
        """Return a fault of a text that stands anywhere below a key of the file."""
        found = _step(self.root, key)
        todo = [found[1]] if found else []
        while todo:
            node = todo.pop(0)
            if isinstance(node, yaml.ScalarNode) and node.value == value:
                return self._at(node, message)
            todo += [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else []
            todo += node.value if isinstance(node, yaml.SequenceNode) else []
        return self._at(found[0] if found else None, message)

    def _node(self, path: Keys) -> yaml.Node | None:
        node = self.root
        for step in path:
            found = _step(node, step)
            node = found[1] if found else None
        return node

    def _at(self, node: yaml.Node | None, message: Message) -> Problem:
        if node is None:
            return Problem(self.name, 0, 0, message)
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return problem(self.name, self.lines, Placed(start.line, start.column, message, max(1, width)))


def _step(node: yaml.Node | None, step: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the key and the value that `step` names in a node; an entry of a list is both."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    for entry in node.value if isinstance(node, yaml.SequenceNode) else ():
        if isinstance(entry, yaml.ScalarNode) and entry.value == step:
            return entry, entry
        if found := _step(entry, step) if isinstance(entry, yaml.MappingNode) else None:
            return found
    return None
