"""What the parser's objection is to someone who does not know YAML: which line is at fault, why, and what was meant.

The parser names the place where it could go no further, which is often a line or more below the fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from rolebook.errors import Message
from rolebook.load.tree import DASH, KEY, Placed

_LEAD = re.compile(r"\s*(?:- +)*")
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:：]+: +)?")
_STARTS = re.compile(r"\s*(?:- |[^\s:：]+:(?: |$))")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_COMMENT = re.compile(r"\s(#.*)")
_CURLY = frozenset("“”‘’\uff02\uff07")


class Blame(NamedTuple):
    """A fault that ends the reading, and its line as it was probably meant ("" where nothing can be said)."""

    placed: Placed
    mended: str = ""


def blamed(error: yaml.MarkedYAMLError, lines: list[str], keys: frozenset[str]) -> Blame:
    """Return what is at fault in a file of `lines`; `keys` are the key names an author may mean."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    last = max(len(lines) - 1, 0)
    line, column = (min(mark.line, last), mark.column) if mark else (0, 0)
    objection = error.problem or ""
    begun = min(context.line, last) if context else line
    if conflict := next((n for n, text in enumerate(lines) if _CONFLICT.match(text)), None):
        return Blame(Placed(conflict, 0, Message("merge-conflict"), 7))
    if lines[line : line + 1] and lines[line][column : column + 1] == "\t":
        return Blame(Placed(line, column, Message("tab-in-indentation")))
    if "escape" in objection or "hexdecimal" in objection:
        return Blame(Placed(line, column, Message("backslash")), quoted(lines, line))
    if "could not find expected ':'" in objection:
        return _unfinished(lines, begun, keys) or Blame(Placed(begun, _indent(lines[begun]), Message("no-key")))
    for n in dict.fromkeys((line, line - 1, begun)):
        if 0 <= n < len(lines) and (found := _sign(lines, n, n == line or "quoted scalar" in (error.context or ""))):
            return found
    if "mapping values are not allowed" in objection:
        return _second_colon(lines, line, column, keys)
    if "block sequence entries are not allowed" in objection:
        return Blame(Placed(line, column, Message("list-behind-the-colon")))
    if "did not find expected" in objection:
        return _left_open(lines, line, keys) or Blame(
            Placed(line, min(column, _indent(lines[line])), Message("indentation"))
        )
    return Blame(Placed(line, column, Message("no-yaml")))


def quoted(lines: list[str], n: int) -> str:
    """Return a line whose value stands in quotes."""
    found = _VALUE.match(lines[n])
    at = found.end() if found else 0
    value = lines[n][at:].rstrip()
    if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
        value = value[1:-1]
    return lines[n][:at] + "'" + value.replace("'", "''") + "'"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _unfinished(lines: list[str], n: int, keys: frozenset[str]) -> Blame | None:
    """Return what lacks in a line that the parser takes for the beginning of a key: a blank or a colon."""
    text = lines[n]
    at = _LEAD.match(text).end()  # type: ignore[union-attr]  # it matches every line
    if dash := DASH.match(text):
        return Blame(
            Placed(n, dash.end() - 1, Message("dash-without-blank")), f"{text[: dash.end()]} {text[dash.end() :]}"
        )
    if key := KEY.match(text, at):
        message = Message("colon-without-blank", key=key[1])
        return Blame(Placed(n, at, message, len(key[1]) + 1), f"{text[: key.end()]} {text[key.end() :]}")
    word = re.compile(r"[a-z_]+(?= |$)").match(text, at)
    if word and word[0] in keys and ": " not in text[word.end() :]:
        message = Message("no-colon", key=word[0])
        return Blame(Placed(n, at, message, len(word[0])), f"{text[: word.end()]}:{text[word.end() :]}")
    return None


def _sign(lines: list[str], n: int, here: bool) -> Blame | None:
    """Return that a value begins with a sign that means something to YAML; a quote counts only where it is `here`."""
    found = _VALUE.match(lines[n])
    at = found.end() if found else 0
    first = lines[n][at : at + 1]
    if first and first in "'\"" and here:
        return Blame(Placed(n, at, Message("quotes")), quoted(lines, n))
    if first == "[" and "]" in lines[n][at:]:
        return Blame(Placed(n, at, Message("list-in-brackets")))
    if first and first in "{[*&!|>%@`":
        # Behind | and > more lines of the text may follow, which quotes here would cut off.
        return Blame(
            Placed(n, at, Message("sign-at-the-start", sign=first)), "" if first in "|>[{" else quoted(lines, n)
        )
    return None


def _second_colon(lines: list[str], line: int, column: int, keys: frozenset[str]) -> Blame:
    """Return why a colon cannot stand where it does: a second one, or the lines above have become a text."""
    value = _VALUE.match(lines[line])
    if ": " in lines[line][:column] and value:
        curly = lines[line][value.end() : value.end() + 1] in _CURLY
        return Blame(Placed(line, column, Message("curly-quotes" if curly else "second-colon")), quoted(lines, line))
    for n in _text_above(lines, line):
        if found := _unfinished(lines, n, keys):
            return found
    return Blame(Placed(line, _indent(lines[line]), Message("indented-deeper")))


def _text_above(lines: list[str], line: int) -> Iterator[int]:
    """Yield the lines above one, upwards, that YAML has read as one text with it, up to where that text begins."""
    for n in range(line - 1, -1, -1):
        if lines[n].strip():
            yield n
            if _STARTS.match(lines[n]):
                return


def _left_open(lines: list[str], line: int, keys: frozenset[str]) -> Blame | None:
    """Return why a list or some keys ended too early: a text above was cut at a #, or a line lacks a blank."""
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), None)
    if above is not None and not lines[above].lstrip().startswith("#") and (lost := _COMMENT.search(lines[above])):
        message = Message("lost-behind-hash", text=lost[1])
        return Blame(Placed(above, lost.start(1), message, len(lost[1])))
    return _unfinished(lines, line, keys)
