"""The text of one YAML file to a tree, with all that is wrong with it, in terms of what an author wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from rolebook.errors import Message, Problem
from rolebook.load.blame import blamed
from rolebook.load.files import MAX_BYTES
from rolebook.load.node import Node, Placed
from rolebook.load.tree import UNSEEN, Refused, parse

MENDED = 8
"""How many faults that end the reading of a file are told at once, each mended as it was probably meant."""
_INDENT = re.compile(r"[ \t\u00a0\u3000]*")
_BLANKS = {
    "\t": Message("tab-in-indentation"),
    "\u3000": Message("full-width-space-in-indentation"),
    "\u00a0": Message("no-break-space-in-indentation"),
}
_SUSPECT = re.compile(rf"{UNSEEN.pattern}|^ *[\t\u00a0\u3000]|[a-z_]\s*：", re.M)


def read(file: str, data: bytes, keys: frozenset[str]) -> tuple[Node | None, str, list[Problem]]:
    """Parse one file. `keys` are the key names of the schema, to tell a full-width colon after one from text.

    Returns the tree (None where nothing can be used), the decoded text and the problems found.
    """
    if len(data) > MAX_BYTES:
        return None, "", [Problem(file, 0, 0, Message("file-too-large", bytes=len(data), most=MAX_BYTES))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, "", [not_utf_8(file, error)]
    lines = lines_of(text)
    found: list[Problem] = []

    def refuse(placed: Placed) -> None:
        found.append(problem(file, lines, placed))

    for placed in unseen(lines, keys):
        refuse(placed)
    if found:
        return None, text, found
    root, faults = _parsed(lines, keys)
    for placed in faults:
        refuse(placed)
    return root, text, found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as YAML and editors count them; those that end it are no more."""
    return re.split(r"\r\n|\r|\n", text.rstrip("\r\n"))


def not_utf_8(file: str, error: UnicodeDecodeError) -> Problem:
    """Return where a file stops to be UTF-8."""
    good = error.object[: error.start].decode("utf-8-sig")
    line, column = good.count("\n"), len(good) - (good.rfind("\n") + 1)
    return Problem(file, line + 1, column + 1, Message("not-utf-8"))


def unreadable(text: str, error: yaml.reader.ReaderError) -> Placed:
    """Return where a text has a character that YAML does not allow."""
    before = text[: text.index(chr(error.character))]  # its position counts bytes in one of the two parsers
    return Placed(before.count("\n"), len(before) - (before.rfind("\n") + 1), Message("forbidden-character"))


def invisible(character: str) -> Message:
    """Return that a character cannot be seen, by its number."""
    return Message("invisible-character", character=f"U+{ord(character):04X}")


def _parsed(written: list[str], keys: frozenset[str]) -> tuple[Node | None, list[Placed]]:
    """Return the tree of a file and all faults. What ends the reading is mended, so that what is below is told too.

    The tree is None where that cannot be done.
    """
    lines, ended = [*written], dict[int, Placed]()
    while True:
        faults: list[Placed] = []
        root: Node | None = None
        mended = ""
        try:
            root = parse("\n".join(lines) + "\n", lines, keys, faults.append)
        except Refused as refused:
            end, mended = refused.at, refused.mended
        except yaml.MarkedYAMLError as error:
            end, mended = blamed(error, lines, keys)
        except yaml.reader.ReaderError as error:
            end = unreadable("\n".join(lines), error)
        else:
            return root, [*ended.values(), *(fault for fault in faults if fault.line not in ended)]
        again = end.line in ended
        ended.setdefault(end.line, end)
        if again or not mended or len(ended) > MENDED:
            return None, [*ended.values(), *(fault for fault in faults if fault.line not in ended)]
        lines[end.line] = mended


def problem(file: str, lines: list[str], placed: Placed) -> Problem:
    """Return a fault of a file of these lines as a problem, with its line fit for a terminal.

    What cannot be seen in it is shown as a replacement character.
    """
    source = lines[placed.line] if placed.line < len(lines) else ""
    shown = UNSEEN.sub("\ufffd", source.replace("\t", " "))
    return Problem(file, placed.line + 1, placed.column + 1, placed.message, shown, placed.width)


def unseen(lines: list[str], keys: frozenset[str]) -> Iterator[Placed]:
    """Yield what an author cannot see on the screen or YAML would take for something else."""
    if not _SUSPECT.search("\n".join(lines)):
        return
    full_width = re.compile(rf"\s*(?:- +)*({'|'.join(sorted(keys, key=len, reverse=True))})\s*：") if keys else None
    for n, line in enumerate(lines):
        indent = _INDENT.match(line)
        blank = indent[0] if indent else ""
        for character, message in _BLANKS.items():
            if character in blank and line.strip():
                yield Placed(n, blank.index(character), message)
                break
        if match := UNSEEN.search(line):
            yield Placed(n, match.start(), invisible(match[0]))
        if full_width and (match := full_width.match(line)):
            yield Placed(n, match.end() - 1, Message("full-width-colon", key=match[1]))
