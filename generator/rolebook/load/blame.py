"""What the parser's objection is to someone who does not know YAML: which line is at fault, why, and what was meant.

The parser names the place where it could go no further, which is often a line or more below the fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from rolebook.errors import Message
from rolebook.load.mend import BULLET, CLOSING, CURLY, LINE_KEY, quoted, value_at, with_brackets, with_dash
from rolebook.load.node import Placed
from rolebook.load.tree import DASH, KEY

_LEAD = re.compile(r"\s*(?:- +)*")
_STARTS = re.compile(r"\s*(?:- |[^\s:：]+:(?: |$))")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_COMMENT = re.compile(r"\s(#.*)")
_KEY_LINE = re.compile(r"(?P<lead> *)(?P<dash>- +)?(?:(?P<key>[^\s:：]+):(?: |$))?")


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
        return (
            _foreign(lines[begun], begun)
            or _unfinished(lines, begun, keys)
            or Blame(Placed(begun, _indent(lines[begun]), Message("no-key")))
        )
    if lines and (found := _no_dash(objection, lines, line, begun)):
        return found
    if "flow" in (error.context or "") and context and (found := _full_width_bracket(lines, begun, context.column)):
        return found
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


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _no_dash(objection: str, lines: list[str], line: int, begun: int) -> Blame | None:
    """Return which entry of a list lacks its dash: the one at `line`, or the first one where that line has its dash.

    `begun` is where the list begins. That it is an entry is told by the key that another one of the list begins with.
    """
    here = _Head.of(lines[line])
    if "did not find expected '-' indicator" in objection and here.key:
        others = (_Head.of(lines[n]) for n in range(begun, line))
        if any(one.dash and (one.indent, one.key) == (here.indent, here.key) for one in others):
            below = next((text for text in lines[line + 1 :] if text.strip()), "")
            alone = _indent(below) < here.indent or below[here.indent :].startswith("- ")
            mended = f"{' ' * here.indent}- {lines[line].lstrip()}" if alone else ""
            return Blame(Placed(line, here.indent, Message("dash-missing", key=here.key), len(here.key)), mended)
    if "did not find expected key" in objection and here.dash:
        n = _first_of(lines, line, here.indent)
        first = _Head.of(lines[n])
        if first.key and not first.dash and (here.key == first.key or (first.key == LINE_KEY and not here.key)):
            deeper = first.indent == here.indent + len(here.dash)  # as if the dash alone had been deleted
            mended = f"{' ' * here.indent}{here.dash}{lines[n].lstrip()}" if deeper else ""
            return Blame(Placed(n, first.indent, Message("dash-missing", key=first.key), len(first.key)), mended)
    return None


class _Head(NamedTuple):
    """What a line begins with: so many blanks, a dash and a key, each "" where there is none."""

    indent: int
    dash: str
    key: str

    @classmethod
    def of(cls, line: str) -> _Head:
        found = _KEY_LINE.match(line)
        return cls(_indent(line), *((found["dash"] or "", found["key"] or "") if found else ("", "")))


def _first_of(lines: list[str], n: int, indent: int) -> int:
    """Return the first line of the list that line `n`, indented so far, belongs to; `n` where no key is above it."""
    first = n
    for above in range(n - 1, -1, -1):
        text = lines[above].strip()
        if not text or text.startswith("#"):
            continue
        if _indent(lines[above]) < indent:
            return first if text.endswith(":") else n
        first = above
    return n


def _full_width_bracket(lines: list[str], n: int, at: int) -> Blame | None:
    """Return that the bracket at a place is closed by one of another width."""
    closing = next((k for k in range(at, len(lines[n])) if lines[n][k] in CLOSING), None)
    if closing is None:
        return None
    message = Message("full-width-bracket", sign=lines[n][closing])
    return Blame(Placed(n, closing, message), with_brackets(lines[n], at))


def _foreign(line: str, n: int) -> Blame | None:
    """Return that a line begins as an entry does in a word processor, or as a comment does elsewhere."""
    at = _indent(line)
    if line.startswith("//", at):
        return Blame(Placed(n, at, Message("comment-without-hash"), 2), f"{line[:at]}#{line[at + 2 :]}")
    if bullet := BULLET.match(line):
        return Blame(Placed(n, at, Message("bullet", sign=bullet["sign"]), len(bullet["sign"])), with_dash(line))
    return None


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
    at = value_at(lines[n])
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
    if ": " in lines[line][:column]:
        at = value_at(lines[line])
        curly = lines[line][at : at + 1] in {*CURLY, *CURLY.values()}
        return Blame(Placed(line, column, Message("curly-quotes" if curly else "second-colon")), quoted(lines, line))
    for n in _text_above(lines, line):
        if found := _unfinished(lines, n, keys):
            return found
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)
    entry, key = _Head.of(lines[above]), _Head.of(lines[line]).key
    if entry.dash and not entry.key and key in keys:
        at = entry.indent + len(entry.dash)
        mended = f"{lines[above][:at]}{LINE_KEY}: {lines[above][at:]}"
        return Blame(Placed(above, at, Message("text-key-missing", key=key), len(lines[above]) - at), mended)
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
