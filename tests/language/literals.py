"""The literals of the sources: what is written between quotes, or as a regular expression, comments left out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

PACKAGE = ROOT / "generator" / "rolebook"
_STRING = r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"""
_REGEX = r"(?<=[(,=:\[!&|?{;\s])/(?![/*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n\[])+/[a-z]*"
_SEARCHES = ("startswith", "endswith", "removeprefix", "removesuffix", "find", "rfind", "index", "rindex", "partition")
"""Methods that look for their arguments in a text."""
_COMMENTS = {
    ".ts": r"//[^\n]*|/\*.*?\*/",
    ".css": r"/\*.*?\*/",
    ".typ": r"//[^\n]*|/\*.*?\*/",
    ".html": r"\{#.*?#\}|<!--.*?-->",
}


class Literal(NamedTuple):
    """A literal: as it is written, what it says, whether it is a regular expression, whether it is sought in a text."""

    path: Path
    line: int
    written: str
    said: str
    pattern: bool = False
    sought: bool = False

    @property
    def name(self) -> str:
        """The file it stands in, as it is called in the repository."""
        return self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else self.path.name


def sources() -> list[Path]:
    """Return every source outside the room of languages: Python, TypeScript, templates, sheets, styles."""
    kinds = {".py", ".html", ".typ"}
    ours = [path for path in PACKAGE.rglob("*") if path.suffix in kinds and PACKAGE / "language" not in path.parents]
    theirs = [path for path in (ROOT / "frontend" / "src").rglob("*") if path.suffix in (".ts", ".css")]
    return sorted(path for path in (*ours, *theirs) if not path.name.endswith((".test.ts", "fixtures.ts")))


def literals(path: Path) -> Iterator[Literal]:
    """Yield the literals of a source; a page template is one as a whole, for its text is shown as it stands."""
    text = path.read_text("utf-8")
    yield from _python(path, text) if path.suffix == ".py" else _others(path, text)


def _python(path: Path, text: str) -> Iterator[Literal]:
    tree, lines = ast.parse(text), [line.encode() for line in text.splitlines(keepends=True)]
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    sought = {id(argument) for argument in _sought(tree)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in documented or id(node) in parts:
            continue
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        else:
            continue
        written = _written(lines, node)
        yield Literal(path, node.lineno, written, said, bool(re.match("(?i)r|fr|rf", written)), id(node) in sought)


def _written(lines: list[bytes], node: ast.expr) -> str:
    """Return the source of an expression; columns count bytes, as the parser's do."""
    assert node.end_lineno and node.end_col_offset is not None
    found = lines[node.lineno - 1 : node.end_lineno]
    found[-1] = found[-1][: node.end_col_offset]
    found[0] = found[0][node.col_offset :]
    return b"".join(found).decode()


def _sought(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what texts are searched for: the arguments of their methods, and of a tuple each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SEARCHES:
            for argument in node.args:
                yield argument
                yield from argument.elts if isinstance(argument, ast.Tuple) else ()


def _others(path: Path, text: str) -> Iterator[Literal]:
    known = rf"(?P<comment>{_COMMENTS[path.suffix]})|(?P<string>{_STRING})"
    if path.suffix == ".ts":
        known += rf"|(?P<regex>{_REGEX})"
    for found in re.finditer(known, text, re.S):
        line = text.count("\n", 0, found.start()) + 1
        if found["string"]:
            yield Literal(path, line, found[0], found[0][1:-1])
        elif found.re.groupindex.get("regex") and found["regex"]:
            yield Literal(path, line, found[0], found[0].strip("/"), True)
    if path.suffix in (".html", ".typ"):
        bare = re.sub(_COMMENTS[path.suffix], "", text, flags=re.S)
        yield Literal(path, 1, bare, "")
