"""A line as it was probably meant, so that what stands below a fault is read and told as well."""

from __future__ import annotations

import re

LINE_KEY = "text"
"""The key of what may also be written as a mere line."""
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:：]+: +)?")
_DASHES = re.compile(r"- (?=.*- )")
BULLET = re.compile(r"\s*(?P<sign>[•·●▪◦‣■◆※－–—]|\d{1,2}(?:[、．)）]|\.(?= )))\s*(?=\S)")
"""What a word processor writes at the beginning of an entry."""
CURLY = dict(zip("“‘「＂＇", "”’」＂＇", strict=True))
"""What an input method writes for quotes, for the brackets of a list, and for its commas."""
CLOSING = dict.fromkeys("】］〕", "]")
OPENING = frozenset("【［〔｛")
COMMA = "，"
SENTENCE = re.compile(rf"[。！？!?…；]|[^{COMMA}]{{12}}")
"""What tells a text with commas from a list of names: a mark that names do not have, or its length."""


def value_at(line: str) -> int:
    """Return where the value of a line begins: behind its dashes and its key."""
    found = _VALUE.match(line)
    return found.end() if found else 0


def quoted(lines: list[str], n: int) -> str:
    """Return a line whose value stands in quotes."""
    at = value_at(lines[n])
    value = lines[n][at:].rstrip()
    if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
        value = value[1:-1]
    return lines[n][:at] + "'" + value.replace("'", "''") + "'"


def dashed(lines: list[str], n: int, first: int) -> str:
    """Return a line that begins an entry of its own, as line `first` begins the entry above it."""
    text = lines[n].lstrip()
    lead = lines[first][: len(lines[n]) - len(text)]
    return _DASHES.sub("  ", lead) + text


def with_commas(line: str, at: int) -> str:
    """Return a line with the commas of YAML from a column on."""
    return line[:at] + re.sub(f"{COMMA} *", ", ", line[at:])


def with_quotes(line: str, at: int) -> str:
    """Return a line with straight quotes for curly ones from a column on."""
    return line[:at] + line[at:].translate(dict.fromkeys(map(ord, (*CURLY, *CURLY.values())), '"'))


def with_brackets(line: str, at: int) -> str:
    """Return a line with the closing brackets of YAML from a column on."""
    return line[:at] + line[at:].translate({ord(sign): meant for sign, meant in CLOSING.items()})


def with_dash(line: str) -> str:
    """Return a line with a dash in place of the bullet that it begins with."""
    found = BULLET.match(line)
    return f"{line[: found.start('sign')]}- {line[found.end() :]}" if found else line
