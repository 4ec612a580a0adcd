"""A parsed YAML file as a tree of text, lists and keys, each with its place.

The types come from the schema, never from YAML's guesses, so every scalar stays the text that was written; what would
change an author's words unseen is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from rolebook.errors import Message
from rolebook.load.mend import COMMA, CURLY, SENTENCE, dashed, quoted, with_commas, with_quotes
from rolebook.load.node import Node, Placed, Refuse

MAX_DEPTH = 32
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—"
_BROKEN_LINE = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_ENTRY = re.compile(r"( +)- ")
_LOST = re.compile(r"\s+(#.*)")
DASH = re.compile(r"\s*(?:- +)*-(?=[^ \t-])")
"""A dash that lacks its blank, at the beginning of a line."""
KEY = re.compile(r"([a-z_]+):(?!//)(?=[^ ])")
"""A key that lacks the blank behind its colon; an address begins otherwise."""
_ESCAPED = re.compile(r"\\(.?)")
_MEANT = ("\\", '"', "/", "u", "U", "x", "")
"""What may stand behind a backslash: signs that stay what they are, a sign by its number, the end of the line."""
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\ufffc\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)
"""What cannot be seen, or turns round what stands beside it."""


class Refused(Exception):
    """A fault that ends the reading of this file."""

    def __init__(self, line: int, column: int, message: Message, width: int = 1, mended: str = "") -> None:
        """`mended` is the line as it was probably meant, "" where nothing can be said."""
        self.at, self.mended = Placed(line, column, message, width), mended
        super().__init__(self.at)


def parse(text: str, lines: list[str], keys: frozenset[str], refuse: Refuse) -> Node | None:
    """Return the tree of a file, None where it is empty; `keys` are the key names an author may mean.

    Raises Refused, or yaml.YAMLError for what is no YAML.
    """
    return _Reader(text, lines, keys, refuse).document()


class _Reader:
    """Builds the tree from the parser's events, one document, no anchors, aliases or tags."""

    def __init__(self, text: str, lines: list[str], keys: frozenset[str], refuse: Refuse) -> None:
        self.lines, self.keys = lines, keys
        self.refuse = refuse
        self.next: Callable[[], Any] = yaml.CLoader(text).get_event

    def document(self) -> Node | None:
        root: Node | None = None
        while (event := self.next()) is not None:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                if root is not None:
                    raise Refused(event.start_mark.line, 0, Message("second-document"), 3)
            elif kind not in (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent):
                root = self.node(event, 1)
        return root

    def node(self, event: Any, depth: int, *, entry: bool = False) -> Node:
        """Return what an event begins; `entry` says that it stands in a list."""
        mark = event.start_mark
        line, column = mark.line, mark.column
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self.scalar(event)
        if type(event) is yaml.AliasEvent:
            raise self.sign(line, column, f"*{event.anchor}")
        if event.anchor is not None:
            raise self.sign(line, column, f"&{event.anchor}")
        if event.tag is not None:
            raise self.sign(line, column, self.lines[line][column:].split(maxsplit=1)[0])
        if depth > MAX_DEPTH:
            raise Refused(line, column, Message("too-deep", most=MAX_DEPTH))
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(depth, bool(event.flow_style)), line, column)
        return self.mapping(line, column, bool(event.flow_style), depth, entry)

    def sequence(self, depth: int, flow: bool) -> list[Node]:
        nodes = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            if flow and type(event) is yaml.ScalarEvent and not event.style:
                self.in_brackets(event)
            nodes.append(self.node(event, depth + 1, entry=True))
        return nodes

    def mapping(self, line: int, column: int, flow: bool, depth: int, entry: bool) -> Node:
        node, again = Node({}, line, column), list[tuple[str, Node]]()
        assert isinstance(node.value, dict)
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.next(), depth + 1)
            if not isinstance(key.value, str):
                raise Refused(key.line, key.column, Message("key-not-a-word"))
            if flow and value.value == "" and not value.width:
                message = Message("text-in-braces", text=key.value)
                raise Refused(line, column, message, len(key.value) + 2, quoted(self.lines, line))
            if entry and not flow and key.value == next(iter(node.value), None):
                mended = dashed(self.lines, key.line, line)
                raise Refused(key.line, key.column, Message("dash-missing", key=key.value), key.width, mended)
            if key.value in node.value:
                again.append((key.value, key))
                continue
            node.value[key.value] = value
            node.keys[key.value] = (key.line, key.column)
        self.twice(node, again, inner=depth > 1)
        return node

    def twice(self, node: Node, again: list[tuple[str, Node]], *, inner: bool) -> None:
        """Refuse keys that stand twice.

        Where the first does and others with it, it begins entries that lack dashes, or of a file another record.
        """
        first = next(iter(node.keys), "")
        anew = len(again) > 1 and again[0][0] == first
        for name, key in again:
            message = Message("key-twice", key=name, first=node.keys[name][0] + 1)
            if not anew or name == first:
                begun = Message("dash-missing", key=name) if inner else Message("second-record")
                self.refuse(Placed(key.line, key.column, begun if anew else message, key.width))

    def scalar(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        text = event.value
        if start.line != end.line:
            text = _BROKEN_LINE.sub("", text.rstrip("\n").replace("\n", " "))
        if not event.style:
            self.plain(text, start, end)
        elif event.style == '"':
            self.escaped(start, end)
            if unseen := UNSEEN.search(text):  # by its number: \u202E
                message = Message("invisible-character", character=f"U+{ord(unseen[0]):04X}")
                self.refuse(Placed(start.line, start.column, message, 1))
                text = UNSEEN.sub("\ufffd", text)
        last = end.column if start.line == end.line else max(start.column + 1, len(self.lines[start.line]))
        return Node(text, start.line, start.column, last - start.column)

    def escaped(self, start: Any, end: Any) -> None:
        """Refuse what turns into another sign between double quotes: \\t of C:\\temp is a tab, \\_ a blank."""
        for n in range(start.line, min(end.line + 1, len(self.lines))):
            line = self.lines[n]
            first, last = start.column if n == start.line else 0, end.column if n == end.line else len(line)
            for sign in _ESCAPED.finditer(line, first, last):
                if sign[1] not in _MEANT:
                    self.refuse(Placed(n, sign.start(), Message("backslash"), 2))

    def plain(self, text: str, start: Any, end: Any) -> None:
        """Refuse what YAML makes of a text without quotes unseen: cut at a #, with a key or an entry swallowed."""
        if start.line != end.line:
            self.glued(start, end.line)
        if (key := KEY.match(text)) and key[1] in self.keys:
            message = Message("colon-without-blank", key=key[1])
            self.refuse(Placed(start.line, start.column, message, len(key[1]) + 1))
        dash = DASH.match(self.lines[start.line]) if text[:1] == "-" and not text[1:2].isdigit() else None
        if dash and dash.end() == start.column + 1:
            self.refuse(Placed(start.line, start.column, Message("dash-without-blank"), 1))
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if "#" in rest and (lost := _LOST.match(rest)):
            message = Message("lost-behind-hash", text=lost[1])
            self.refuse(Placed(end.line, end.column + lost.start(1), message, len(lost[1])))

    def glued(self, start: Any, last: int) -> None:
        """Refuse lines that have become the end of the text above them: nobody sees whether that was meant.

        Mostly a dash was forgotten, or a blank behind one or behind the colon of a key.
        """
        below = range(start.line + 1, min(last + 1, len(self.lines)))
        if not self.lines[start.line][: start.column].strip() and any(_ENTRY.match(self.lines[n]) for n in below):
            width = len(self.lines[start.line]) - start.column
            self.refuse(Placed(start.line, start.column, Message("dash-missing-before-text"), width))
            return
        for n in below:
            line = self.lines[n]
            if entry := _ENTRY.match(line):
                self.refuse(Placed(n, entry.end(1), Message("entry-in-a-text"), 1))
            elif dash := DASH.match(line):
                self.refuse(Placed(n, dash.end() - 1, Message("dash-without-blank"), 1))
            elif key := KEY.match(line, len(line) - len(line.lstrip())):
                message = Message("colon-without-blank", key=key[1])
                self.refuse(Placed(n, key.start(), message, len(key[1]) + 1))
            elif text := line.strip():
                self.refuse(Placed(n, line.index(text), Message("line-glued"), len(text)))

    def in_brackets(self, event: Any) -> None:
        """Refuse what an input method writes for quotes, or for commas between names: nobody sees that it is text."""
        text, line, column = event.value, event.start_mark.line, event.start_mark.column
        written = self.lines[line]
        closing = CURLY.get(text[:1])
        if closing and (text.endswith(closing) or closing not in text):
            raise Refused(line, column, Message("curly-quotes-in-brackets"), len(text), with_quotes(written, column))
        if COMMA in text and not SENTENCE.search(text) and (at := written.find(COMMA, column)) >= 0:
            raise Refused(line, at, Message("full-width-comma"), 1, with_commas(written, column))

    def sign(self, line: int, column: int, word: str) -> Refused:
        """Return the refusal of a word that YAML takes for an alias (*a), an anchor (&a) or a tag (!a)."""
        message = Message("sign-at-the-start", sign=word[0])
        return Refused(line, column, message, len(word), quoted(self.lines, line))
