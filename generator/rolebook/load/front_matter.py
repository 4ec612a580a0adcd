"""What stands between two lines of `---` at the head of a hand-written page, read as strictly as a record.

MkDocs passes over what it cannot read there, and takes `Note: …` in the first line of a page for a key and not for
text, both without a word.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from rolebook.errors import Message, Problem
from rolebook.load.node import Node, Placed
from rolebook.load.syntax import problem, read

TEXTS = ("title", "description", "author", "subtitle")
"""Keys whose value is a text as it was written: a title is not false for being `NO`."""
KEYS = (*TEXTS, "template", "hide", "icon", "tags", "status", "date", "search", "comments", "boost", "exclude")
"""What MkDocs and Material know; a template of the author's own may ask for others."""
_FENCED = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_OPEN = re.compile(r"---[ \t]*(?:\n|\Z)")
_LATE = re.compile(r"\s+---[ \t]*\n[A-Za-z_]+[:：].*?^---[ \t]*$", re.S | re.M)
_UNFENCED = re.compile(rf"({'|'.join(KEYS[:8])})\s*[:：]", re.I)
_UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
_CLOSE = 0.8
"""How much alike two words are where one is taken for a slip of the other."""


def front_matter(name: str, text: str) -> tuple[Mapping[str, Node], str, list[Problem]]:
    """Return the keys of a page called `name` in messages, the text below them, and all that is wrong with either."""
    lines = text.splitlines()
    fenced = _FENCED.match(text)
    body = text[fenced.end() :] if fenced else text
    problems = [problem(name, lines, placed) for placed in _unseen(body, text.count("\n") - body.count("\n"))]
    if not fenced:
        return {}, text, [*problems, *(problem(name, lines, placed) for placed in _unfenced(text))]
    # The first line stays as an empty one, so that places are those in the file.
    root, _, found = read(name, f"\n{fenced['yaml']}".encode(), frozenset(KEYS))
    problems += found
    if root is None or (isinstance(root.value, str) and not root.width):
        return {}, body, problems
    if not isinstance(root.value, dict):
        full_width = Message("front-matter-full-width-colon")
        message = full_width if "：" in fenced["yaml"] else Message("front-matter-no-keys")
        return {}, body, [*problems, problem(name, lines, root.placed(message))]
    problems += [problem(name, lines, placed) for placed in _keys(root)]
    return root.value, body, problems


def _unfenced(text: str) -> Iterator[Placed]:
    """Yield what is wrong where no front matter is found."""
    if _OPEN.match(text):
        yield Placed(0, 0, Message("front-matter-open"), 3)
    elif _LATE.match(text):
        yield Placed(text[: text.index("---")].count("\n"), 0, Message("front-matter-late"), 3)
    elif key := _UNFENCED.match(text):
        yield Placed(0, 0, Message("front-matter-unfenced", key=key[1]), len(key[1]))


def _unseen(body: str, first: int) -> Iterator[Placed]:
    """Yield signs that turn the direction of what stands around them, or that no font has, by line from `first`."""
    if _UNSEEN.search(body):
        for n, line in enumerate(body.splitlines(), first):
            if match := _UNSEEN.search(line):
                yield Placed(n, match.start(), Message("invisible-character", character=f"U+{ord(match[0]):04X}"))


def _keys(root: Node) -> Iterator[Placed]:
    assert isinstance(root.value, dict)
    for key, node in root.value.items():
        line, column = root.keys[key]
        if key not in KEYS and (close := difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=_CLOSE)):
            message = Message("unknown-key", key=key, known=KEYS, nearest=close[0])
            yield Placed(line, column, message, len(key))
        elif key in TEXTS and not isinstance(node.value, str):
            yield Placed(line, column, Message("front-matter-no-text", key=key), len(key))
