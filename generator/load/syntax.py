"""The text of one YAML file to a tree; words what the parser objects to for someone who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.errors import Problem
from generator.load.tree import QUOTE_IT, Node, Refused, parse

MAX_BYTES = 1 << 20
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ue000-\uf8ff\ufeff]")
_INDENT = re.compile(r"[ \t\u00a0\u3000]*")
_SUSPECT = re.compile(rf"{_UNSEEN.pattern}|^ *[\t\u00a0\u3000]|[a-z_]\s*：", re.M)


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
        found.append(Problem(file, line + 1, column + 1, message, hint, _shown(source), width))

    for problem in _unseen(lines, keys):
        refuse(*problem)
    if found:
        return None, text, found
    try:
        return parse(text, lines, refuse), text, found
    except Refused as refused:
        refuse(*refused.at)
    except yaml.MarkedYAMLError as error:
        refuse(*_syntax(error, lines))
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        refuse(before.count("\n"), len(before) - (before.rfind("\n") + 1), "a character YAML cannot hold", "delete it")
    return None, text, found


def _shown(line: str) -> str:
    """Return a line fit for a terminal: what cannot be seen is shown as a replacement character."""
    return _UNSEEN.sub("\ufffd", line.replace("\t", " "))


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
            yield (
                n,
                match.end() - 1,
                f"a full-width colon after '{match[1]}'",
                f"write '{match[1]}: ' with an ordinary colon",
                1,
            )


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
            return n, at, f"a text cannot begin with {first} in YAML", QUOTE_IT
    if "mapping values are not allowed" in problem:
        if ": " in lines[line][:column]:
            return line, column, "a second ': ' in one line", QUOTE_IT
        key = len(lines[line]) - len(lines[line].lstrip())
        return (
            line,
            key,
            "this line is indented deeper than the one above allows",
            "put keys that belong together in one column",
        )
    if "could not find expected ':'" in problem:
        return max(line - 1, 0), 0, "this line is no 'key: value'", "begin it with a key and ': ', or with '- '"
    if "did not find expected" in problem:
        return (
            line,
            column,
            "the indentation does not fit the lines above",
            "put keys that belong together in one column",
        )
    return line, column, f"{context} {problem}".strip() or "this is no YAML", QUOTE_IT
