"""What a text says: its letters and digits, and the signs whose change changes the meaning.

Ids and revisions are made from it, so a comma, another pair of quotation marks or a word set in bold changes neither.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FORMS = (*range(0xFE50, 0xFE6C), *range(0xFF01, 0xFFEF), *map(ord, "℃℉"))
_WIDTH = {code: unicodedata.normalize("NFKC", chr(code)) for code in _FORMS}
"""Small, full-width and half-width forms, ℃ and ℉: the same written in another way."""
_LIST = re.compile("[0-9]+(?:,[0-9]+)+")
_THOUSANDS = re.compile("[0-9]{1,3}(?:,[0-9]{3})+")
_RUN = re.compile(r"[\W_]+")
_SILENT = frozenset(("Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs", "Zl", "Zp", "Cc", "Cf", "Sk"))
_SIGNS = frozenset("#%&@/^§‰‱′″‴٪")
"""Punctuation, as Unicode has it, that says something wherever it stands."""
_NEVER = frozenset("~\u2212\u2236\ufe0e\ufe0f")
"""No punctuation, as Unicode has it, and yet a dash, a colon or a way to draw the sign before."""
_DASH = re.compile("[-~\u2010-\u2013\u2212\u301c\u2014\u2015]")
_LONG = frozenset("\u2014\u2015")
_TILDES = frozenset("~\u301c")
_EMPHASIS = re.compile(r"\*+|_+|`+")
_DIGITS = frozenset("0123456789")
_JOINS = {":": ":", "\u2236": ":", "*": "×"}
"""What joins two digits whatever blanks are around it, and what it counts as."""


@lru_cache(maxsize=16384)  # a line is asked about for its id and for every question
def essence(text: str) -> str:
    """Return what a text says, to be compared and not to be read; of nothing but punctuation, the text itself.

    What stays is letters, small, digits, and every sign that is no punctuation (+ < = ≤ × ° $ ¥ → ✓). Of punctuation:

    - `#%&@/^§‰′″` wherever they stand;
    - a dash or `~` between two words, or before what is no letter (-5, 3–5, 周一—周五, -$5); not several in a row, nor
      a long one beside a Latin letter, which part a sentence;
    - between two digits a colon, a point, a `*` (as ×), and of anything else that there is something: 3、5 is not 35.
      Commas between groups of thousands are not counted;
    - the point of .5, where no word and no other mark stands right before it.

    Width does not matter (８：２８ says 8:28), nor do the marks of bold words and code.
    The browser makes the same in frontend/src/core/lookup/essence.ts; tests/cases/ids.json is run by both.
    """
    folded = unicodedata.normalize("NFC", text.translate(_WIDTH)).lower()
    folded = _LIST.sub(lambda m: m[0].replace(",", "") if _THOUSANDS.fullmatch(m[0]) else m[0], folded)
    return _RUN.sub(_signs, folded) or text.strip()


def _signs(run: re.Match[str]) -> str:
    """Return what counts of a run of characters that are neither letters nor digits."""
    start, end = run.span()
    return _counted(_like(run.string[start - 1 : start] if start else ""), run[0], _like(run.string[end : end + 1]))


def _like(c: str) -> str:
    """Return a letter or digit that stands for all of its sort, so that few runs differ."""
    if c.isascii():
        return "a" if c.isalpha() else c and "0"
    return "\u3042" if c.isalpha() else "\u00bd"


@lru_cache(maxsize=65536)
def _counted(left: str, run: str, right: str) -> str:
    kept, marks = "", ""
    for c in run:
        if c in _NEVER or (unicodedata.category(c) in _SILENT and c not in _SIGNS):
            marks += c
        else:
            kept += _between(left, marks, c) + c
            marks, left = "", c
    return kept + _between(left, marks, right)


def _between(left: str, marks: str, right: str) -> str:
    """Return what punctuation says between two characters ("" for an end of the text)."""
    marks = _EMPHASIS.sub(lambda m: "" if len(m[0]) == 2 or m[0] == "`" else m[0], marks)
    solid = marks.replace(" ", "")
    dash = _dash(left, _DASH.findall(solid), right)
    if right not in _DIGITS:
        return dash
    point = "." if marks.endswith(".") and _begins(marks[-2:-1] or left) else ""
    if left not in _DIGITS or not marks:
        return dash + point
    if marks == "." or (dash and len(solid) == 1):
        return dash or "."
    return _JOINS.get(solid) or " " + dash + point


def _dash(left: str, dashes: list[str], right: str) -> str:
    """Return what the dashes between two characters say: a range, a minus, a name of two parts; `~5` is about five."""
    if len(dashes) != 1 or not right or (not left and right.isalpha()):
        return ""
    if dashes[0] in _LONG and any(c.isascii() and c.isalpha() for c in (left, right)):
        return ""
    return "~" if dashes[0] in _TILDES and not left.isalnum() else "-"


def _begins(before: str) -> bool:
    """Tell whether a number may begin behind this character ("" for the start of the text)."""
    return not before.isalnum() and before not in {*",;:!?、。…."}
