"""The index as the browser gets it: one JSON value, as small as it can be while the browser makes the rest itself.

A classic script assigns it, since pages opened from a disk may not fetch. Nothing in it is random or depends on order
outside the handbook, so the same handbook gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from rolebook.language.script import fold
from rolebook.model.address import derived_id
from rolebook.views.lookup import chinese
from rolebook.views.lookup.entries import TITLE, Entry, Group

T = TypeVar("T")
VERSION = 5
NAME = "rolebookLookup"
"""The global the script assigns."""
ORDER = (
    *("version", "kinds", "kindWords", "pages", "text", "types", "anchors", "measures", "pins"),
    *("common", "rare", "alternates", "readings", "folds", "synonyms", "general", "renamed", "lines"),
)
"""What stands in an index; the last tells that it is whole."""
_SURROGATES = "\ud800"
_DIGEST = re.compile("[0-9a-f]{4}$")
"""How an id ends that may be made from the words; most that an author wrote do not."""
_PLAIN = re.compile(
    "[ -~\u00a1-\u00ff\u2010-\u2027\u2030-\u205e\u20ac\u2103-\u22ff\u3001-\u3011\u4e00-\u9fa5\uff01-\uffe6]*"
)
"""Characters that every browser knows as Python does: new versions of Unicode tell letters from signs otherwise."""


@dataclass(frozen=True)
class Words:
    """What lookup reads beside the lines: none of it is a line, and all of it is compared with what is typed."""

    kinds: Mapping[str, str]
    """for each kind the words people use for it"""
    synonyms: Sequence[str]
    """the author's groups"""
    renamed: Sequence[tuple[str, str]] = ()
    """addresses that pages had before, and what they are now"""
    asked: str = ""
    """what questions are read by"""
    general: Sequence[str] = ()
    """synonyms of the language"""


def script(groups: Sequence[Group], words: Words) -> bytes:
    """Return the script of an index that is one file."""
    lines = section(groups, words)
    count = sum(len(group.entries) for group in groups)
    data = {**header(groups, words, lines["text"]), **lines, "lines": count}
    return assigned(f"window.{NAME}", {name: data[name] for name in ORDER})


def header(groups: Sequence[Group], words: Words, text: str = "") -> dict[str, Any]:
    """Return what the index says of all lines at once; what folds is packed by the characters of `text`, if given."""
    named = "".join(_found_by(entry) for group in groups for entry in group.entries)
    used = _han(named + "".join(alias for group in groups for alias in group.aliases))
    compared = _han("".join((*words.kinds.values(), *words.synonyms, *words.general, words.asked)))
    return {
        "version": VERSION,
        "kinds": list(words.kinds),
        "kindWords": list(words.kinds.values()),
        "common": chinese.common_runs(),
        "rare": "".join(f"{c}{r}" for c, r in chinese.rare(chinese.folded(used)).items()),
        "alternates": "".join(f"{c}{r}" for c, r in chinese.alternates(chinese.folded(used)).items()),
        "folds": _folds(chinese.folds(used | compared), text),
        "synonyms": list(words.synonyms),
        "general": list(words.general),
        "renamed": list(words.renamed),
    }


def section(groups: Sequence[Group], words: Words) -> dict[str, Any]:
    """Return the lines of some pages, counted from the first of them."""
    entries = [entry for group in groups for entry in group.entries]
    order = list(words.kinds)
    return {
        "pages": [[g.address, order.index(g.kind), len(g.entries), list(g.posts), list(g.aliases)] for g in groups],
        "text": "\n".join(map(_found_by, entries)),
        "types": _runs("".join(entry.entry_type for entry in entries)),
        "anchors": ",".join("" if _follows(entry) else entry.anchor for entry in entries if entry.entry_type != TITLE),
        "measures": [
            [gap, *words] for gap, words in _gaps([(n, e.measures) for n, e in enumerate(entries) if e.measures])
        ],
        "pins": [gap for gap, _ in _gaps([(n, None) for n, entry in enumerate(entries) if entry.pinned])],
        "readings": "".join(f"{gap}{syllable}" for gap, syllable in _gaps(list(_readings(entries)))),
    }


def assigned(name: str, data: Any) -> bytes:
    """Return the script that assigns a value."""
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{name}={_safe(packed)};\n".encode()


def _found_by(entry: Entry) -> str:
    """Return what a line says and, behind a tab, what else it is found by."""
    return "\t".join((entry.text, " ".join(entry.also))) if entry.also else entry.text


def _han(text: str) -> set[str]:
    return {c for run in chinese.HAN.findall(text) for c in run}


def _safe(packed: str) -> str:
    """Escape what ends a line in scripts but not in JSON."""
    return packed.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _folds(pairs: Mapping[str, str], text: str) -> str:
    """Return what folds to what: pairs as they are, then, behind a bar, those that fold to a character of the text.

    There the character folded to is given by its distance from the one before, among all characters of the text in the
    order of Unicode (nothing for 1). This takes two thirds of the bytes.
    """
    known = {c: n for n, c in enumerate(sorted(c for c in set(text) if c < _SURROGATES))}
    plain = "".join(old + new for old, new in pairs.items() if new not in known)
    places = sorted((known[new], old) for old, new in pairs.items() if new in known)
    return f"{plain}|" + "".join(f"{'' if gap == 1 else gap}{old}" for gap, old in _gaps(places))


def _follows(entry: Entry) -> bool:
    """Tell whether the browser can make the anchor from the words."""
    made = _DIGEST.search(entry.anchor) and _PLAIN.fullmatch(entry.text)
    return bool(made) and entry.anchor == derived_id(entry.text)


def _runs(types: str) -> str:
    """Return the types as letters with run lengths: `t1h1i12…`; ones left out."""
    return "".join(
        f"{match[0][0]}{len(match[0]) if len(match[0]) > 1 else ''}" for match in re.finditer(r"(.)\1*", types)
    )


def _gaps(places: Sequence[tuple[int, T]]) -> list[tuple[int, T]]:
    """Replace each position by its distance from the one before."""
    before = [0, *(n for n, _ in places)]
    return [(n - last, value) for (n, value), last in zip(places, before, strict=False)]


def _readings(entries: Sequence[Entry]) -> list[tuple[int, str]]:
    """Return the exceptions of all lines; positions count UTF-16 units of the joined text, as browsers do."""
    found, start = [], 0
    for entry in entries:
        text = _found_by(entry)
        wide = len(text.encode("utf-16-le")) // 2 != len(text)
        for n, syllable in chinese.exceptions(fold(text)):
            found.append((start + (len(text[:n].encode("utf-16-le")) // 2 if wide else n), syllable))
        start += (len(text.encode("utf-16-le")) // 2 if wide else len(text)) + 1
    return found
