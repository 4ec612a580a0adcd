"""YAML text to a tree of text, lists and keys, each with its place; refuses what would change an author's words unseen.

The types come from the schema, never from YAML's guesses, so every scalar stays the text that was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.errors import Problem

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—"
_BROKEN_LINE = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ue000-\uf8ff\ufeff]")
_INDENT = re.compile(r"[ \t\u00a0\u3000]*")
_SUSPECT = re.compile(rf"{_UNSEEN.pattern}|^ *[\t\u00a0\u3000]|[a-z_]\s*：", re.M)
_QUOTE_IT = 'put the whole text in quotes: "…"'


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


def read(file: str, data: bytes, keys: frozenset[str]) -> tuple[Node | None, str, list[Problem]]:
    """Parse one file. `keys` are the key names of the schema, to tell a full-width colon after one from text.

    Returns the tree (None where nothing can be used), the decoded text and the problems found.
    """
    if len(data) > MAX_BYTES:
        return None, "", [Problem(file, 0, 0, f"the file has {len(data)} bytes; {MAX_BYTES} is the most", "split it")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        line, column = good.count("\n"), len(good) - (good.rfind("\n") + 1)
        return None, "", [Problem(file, line + 1, column + 1, "the file is not UTF-8", "save it as UTF-8")]
    lines = text.splitlines()
    found: list[Problem] = []

    def refuse(line: int, column: int, message: str, hint: str = "", width: int = 1) -> None:
        source = lines[line] if line < len(lines) else ""
        found.append(Problem(file, line + 1, column + 1, message, hint, source.replace("\t", " "), width))

    for problem in _unseen(lines, keys):
        refuse(*problem)
    if found:
        return None, text, found
    reader = _Reader(text, lines, refuse)
    try:
        return reader.document(), text, found
    except Refused as refused:
        refuse(*refused.at)
    except yaml.MarkedYAMLError as error:
        refuse(*_syntax(error, lines))
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        refuse(before.count("\n"), len(before) - (before.rfind("\n") + 1), "a character YAML cannot hold", "delete it")
    return None, text, found


def _unseen(lines: list[str], keys: frozenset[str]) -> Iterator[tuple[int, int, str, str, int]]:
    """Yield what an author cannot see on the screen or YAML would take for something else."""
    if not _SUSPECT.search("\n".join(lines)):
        return
    full_width = re.compile(rf"\s*(?:- +)*({'|'.join(sorted(keys, key=len, reverse=True))})\s*：") if keys else None
    for n, line in enumerate(lines):
        indent = _INDENT.match(line)
        blank = indent[0] if indent else ""
        for character, name in (("\t", "a tab"), ("\u3000", "a full-width space"), ("\u00a0", "a no-break space")):
            if character in blank and line.strip():
                yield n, blank.index(character), f"{name} in the indentation", "use ordinary spaces", 1
                break
        if match := _UNSEEN.search(line):
            yield n, match.start(), f"an invisible character (U+{ord(match[0]):04X})", "delete it", 1
        if full_width and (match := full_width.match(line)):
            yield n, match.end() - 1, f"a full-width colon after '{match[1]}'", f"write '{match[1]}: ' with an ordinary colon", 1


def _syntax(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """Word a syntax error of the parser for someone who does not know YAML."""
    mark = error.problem_mark or error.context_mark
    line, column = (min(mark.line, max(len(lines) - 1, 0)), mark.column) if mark else (0, 0)
    problem, context = error.problem or "", error.context or ""
    for n in dict.fromkeys((line, line - 1, error.context_mark.line if error.context_mark else line)):
        if not 0 <= n < len(lines):
            continue
        start = re.match(r"\s*(?:- +)*(?:[^\s:：]+: +)?", lines[n])
        at = start.end() if start else 0
        first = lines[n][at : at + 1]
        if first in "{[*&!|>%@`'\"" and first:
            return n, at, f"a text cannot begin with {first} in YAML", _QUOTE_IT
    if "mapping values are not allowed" in problem:
        if ": " in lines[line][:column]:
            return line, column, "a second ': ' in one line", _QUOTE_IT
        key = len(lines[line]) - len(lines[line].lstrip())
        return line, key, "this line is indented deeper than the one above allows", "put keys that belong together in one column"
    if "could not find expected ':'" in problem:
        return max(line - 1, 0), 0, "this line is no 'key: value'", "begin it with a key and ': ', or with '- '"
    if "did not find expected" in problem:
        return line, column, "the indentation does not fit the lines above", "put keys that belong together in one column"
    return line, column, f"{context} {problem}".strip() or "this is no YAML", _QUOTE_IT


class _Reader:
    """Builds the tree from the parser's events, one document, no anchors, aliases or tags."""

    def __init__(self, text: str, lines: list[str], refuse: object) -> None:
        self.lines = lines
        self.refuse = refuse
        self.next = yaml.CLoader(text).get_event

    def document(self) -> Node | None:
        root: Node | None = None
        while (event := self.next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise Refused(event.start_mark.line, 0, "a second document begins here", "one file holds one record; remove '---'")
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                root = self.node(event, 1)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line, mark.column
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            raise Refused(line, column, f"'*{event.anchor}' is a YAML alias", _QUOTE_IT, len(event.anchor) + 1)
        if event.anchor is not None:
            raise Refused(line, column, f"'&{event.anchor}' is a YAML anchor", _QUOTE_IT, len(event.anchor) + 1)
        if event.tag is not None:
            raise Refused(line, column, f"'{event.tag}' is a YAML tag", _QUOTE_IT, len(event.tag))
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
                raise Refused(key.line, key.column, "a key must be a word", _QUOTE_IT)
            if flow and value.value == "" and not value.width:
                raise Refused(line, column, f"{{{key.value}}} in braces is read as keys, not as text", _QUOTE_IT, len(key.value) + 2)
            if key.value in node.value:
                self.refuse(key.line, key.column, f"key '{key.value}' stands here twice", f"the first is in line {node.keys[key.value][0] + 1}", key.width)  # type: ignore[operator]
                continue
            node.value[key.value] = value
            node.keys[key.value] = (key.line, key.column)
        return node

    def scalar(self, event: yaml.ScalarEvent) -> Node:
        start, end = event.start_mark, event.end_mark
        text = event.value
        if start.line != end.line:
            text = _BROKEN_LINE.sub("", text.rstrip("\n").replace("\n", " "))
        if event.style is None and text:
            rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
            if "#" in rest and (lost := re.match(r"\s+(#\S.*)", rest)):
                self.refuse(end.line, end.column + lost.start(1), f"'{lost[1]}' would be lost: # begins a comment", _QUOTE_IT, len(lost[1]))  # type: ignore[operator]
        width = end.column - start.column if start.line == end.line else max(1, len(self.lines[start.line]) - start.column)
        return Node(text, start.line, start.column, width)
