"""A parsed YAML file as a tree of text, lists and keys, each with its place.

The types come from the schema, never from YAML's guesses, so every scalar stays the text that was written; what would
change an author's words unseen is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 32
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—"
_BROKEN_LINE = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_LOST = re.compile(r"\s+(#\S.*)")
QUOTE_IT = 'put the whole text in quotes: "…"'

Refuse = Callable[[int, int, str, str, int], None]
"""Takes a fault that does not end the reading: line and column from 0, message, hint, width."""


@dataclass(slots=True)
class Node:
    """A value and where it starts (line and column from 0). `keys` holds the place of each key of a mapping."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    width: int = 1
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> object:
        """Return the value without places, empty keys left out as if they were not written."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items() if node.value != "" or node.width}

    def find(self, path: tuple[str | int, ...]) -> Node:
        """Return the node at `path`, or the last one on the way that exists."""
        node = self
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
        return node


class Refused(Exception):
    """A fault that ends the reading of this file."""

    def __init__(self, line: int, column: int, message: str, hint: str = "", width: int = 1) -> None:
        super().__init__(message)
        self.at = (line, column, message, hint, width)


def parse(text: str, lines: list[str], refuse: Refuse) -> Node | None:
    """Return the tree of a file, None where it is empty.

    Raises Refused, or yaml.YAMLError for what is no YAML.
    """
    return _Reader(text, lines, refuse).document()


class _Reader:
    """Builds the tree from the parser's events, one document, no anchors, aliases or tags."""

    def __init__(self, text: str, lines: list[str], refuse: Refuse) -> None:
        self.lines = lines
        self.refuse = refuse
        self.next: Callable[[], Any] = yaml.CLoader(text).get_event

    def document(self) -> Node | None:
        root: Node | None = None
        while (event := self.next()) is not None:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                if root is not None:
                    message = "a second document begins here"
                    raise Refused(event.start_mark.line, 0, message, "one file holds one record; remove '---'", 3)
            elif kind not in (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent):
                root = self.node(event, 1)
        return root

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line, mark.column
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self.scalar(event)
        if type(event) is yaml.AliasEvent:
            raise Refused(line, column, f"'*{event.anchor}' is a YAML alias", QUOTE_IT, len(str(event.anchor)) + 1)
        if event.anchor is not None:
            raise Refused(line, column, f"'&{event.anchor}' is a YAML anchor", QUOTE_IT, len(event.anchor) + 1)
        if event.tag is not None:
            tag = self.lines[line][column:].split(maxsplit=1)[0]
            raise Refused(line, column, f"'{tag}' is a YAML tag", QUOTE_IT, len(tag))
        if depth > MAX_DEPTH:
            raise Refused(line, column, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(depth), line, column)
        return self.mapping(line, column, bool(event.flow_style), depth)

    def sequence(self, depth: int) -> list[Node]:
        nodes = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            nodes.append(self.node(event, depth + 1))
        return nodes

    def mapping(self, line: int, column: int, flow: bool, depth: int) -> Node:
        node = Node({}, line, column)
        assert isinstance(node.value, dict)
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.next(), depth + 1)
            if not isinstance(key.value, str):
                raise Refused(key.line, key.column, "a key must be a word", QUOTE_IT)
            if flow and value.value == "" and not value.width:
                raise Refused(
                    line,
                    column,
                    f"{{{key.value}}} in braces is read as keys, not as text",
                    QUOTE_IT,
                    len(key.value) + 2,
                )
            if key.value in node.value:
                self.refuse(
                    key.line,
                    key.column,
                    f"key '{key.value}' stands here twice",
                    f"the first is in line {node.keys[key.value][0] + 1}",
                    key.width,
                )
                continue
            node.value[key.value] = value
            node.keys[key.value] = (key.line, key.column)
        return node

    def scalar(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        text = event.value
        if start.line != end.line:
            text = _BROKEN_LINE.sub("", text.rstrip("\n").replace("\n", " "))
        if not event.style and text:
            rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
            if "#" in rest and (lost := _LOST.match(rest)):
                self.refuse(
                    end.line,
                    end.column + lost.start(1),
                    f"'{lost[1]}' would be lost: # begins a comment",
                    QUOTE_IT,
                    len(lost[1]),
                )
        width = (
            end.column - start.column if start.line == end.line else max(1, len(self.lines[start.line]) - start.column)
        )
        return Node(text, start.line, start.column, width)
