"""The tables of numbers made into one value, ready for JSON, that Python and browsers read alike.

It holds regular expressions as text and maps of words; what a language decides stands in the tables alone. In a pattern
{name} stands for the one of that name under "known".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from rolebook.language.script import fold
from rolebook.language.tables import shared, table

BOUNDS = ("exact", "at_most", "at_least", "below", "above", "before", "after")
"""What words around a number can make of it, in the order they are looked for; exact: only so many."""
NOTHING = "(?!)"
Unit = tuple[str, str, str]
"""The one name a unit has in all languages, the unit it is counted in, and how many of that it is."""


@cache
def patterns(code: str) -> Mapping[str, Any]:
    """Return what numbers of a language are read by. Raises FileNotFoundError where it has no table of them."""
    every, own = shared("numbers"), table(code, "numbers")
    words, measured = own["words"], _units(every["units"], own["units"])
    units = [*own["counted"]["words"].split(), *(name for _, _, *names in measured.values() for name in names)]
    scales = [name for names in words["scales"].values() for name in names.split()]
    known = {
        "arabic": every["arabic"],
        "digit": _any(name for names in words["digits"] for name in names.split()),
        "tens": _any(words.get("tens", ())),
        "scale": _any(scales, units),
        "unit": _unit(units, own["counted"]),
        "hour": own["clock"]["hour"],
        "part": _any(name for name in own["clock"]["parts"] if len(name) > 1),
        **{name: own["counted"][name] for name in ("closed", "described") if name in own["counted"]},
        **{name: words[name] for name in ("under", "word", "number") if name in words},
        **own.get("compared", {}),
    }
    return {
        "known": known,
        **{
            name: words[name]
            for name in ("script", "start", "alone", "space", "name", "pairs", "elliptic", "money", "share")
        },
        "values": _values(words),
        "scales": sorted(map(int, words["scales"])),
        "forms": own["forms"],
        "parts": own.get("parts", {}),
        "after": own["after"],
        "compound": own["compound"],
        "clock": _clock(own["clock"]),
        "units": measured,
        "counted": {
            name: own["counted"].get(name, "")
            for name in ("words", "plural", "singular", "gap", "free", "one", "closed")
        },
        "before": _any(every["before"]),
        "ranges": own["ranges"],
        "minus": own["signs"]["minus"],
        "bounds": _bounds(own["bounds"]),
        "reach": own["bounds"]["reach"],
        "every": {**own["repetition"], "lasting": every["lasting"]},
        "said": own["bounds"]["said"],
        "notations": own["notations"],
        "list": own["writing"]["list"],
        "writing": _writing(own["writing"], words),
        "conditions": _conditions(table(code, "grammar")),
        "none": ["|".join(table["none"]["patterns"]) for table in (every, own)],
    }


def filled(text: str, known: Mapping[str, str]) -> str:
    """Return a pattern with what its {names} stand for."""
    while (full := re.sub(r"\{([a-z]\w*)\}", lambda name: known[name[1]], text)) != text:
        text = full
    return text


def _any(names: Iterable[str], longer: Iterable[str] = ()) -> str:
    """Return a pattern of any of the names, the longest first; a name that begins one of `longer` is not read in it."""
    found = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        rests = [word.removeprefix(name) for word in longer if word.startswith(name) and word != name]
        whole = "(?![a-z])" if len(name) == 1 and name.isascii() else ""
        found.append(re.escape(name) + (f"(?!{_any(rests)})" if rests else "") + whole)
    return f"(?:{'|'.join(found)})" if found else NOTHING


def _values(words: Mapping[str, Any]) -> dict[str, int]:
    """Return what each word counts."""
    found = {name: n for n, names in enumerate(words["digits"]) for name in names.split()}
    found |= {name: 20 + 10 * n for n, name in enumerate(words.get("tens", ()))}
    return found | {name: int(value) for value, names in words["scales"].items() for name in names.split()}


def _writing(own: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    scales = {value: names.split()[0] for value, names in words["scales"].items() if int(value) not in own["unwritten"]}
    digits = [names.split()[0] for names in words["digits"]]
    return {**own, "digits": digits, "tens": words.get("tens", []), "scales": scales}


def _units(groups: Mapping[str, Mapping[str, list[str]]], own: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return for each unit the one it is counted in, how many of that it is, and then its signs and names."""
    found = {
        unit: [base, worth, *signs, *own.get(unit, ())]
        for base, group in groups.items()
        for unit, (worth, *signs) in group.items()
    }
    return found | {unit: [unit, "1", *names] for unit, names in own.items() if unit not in found}


def named(measured: Mapping[str, list[str]], counted: str) -> dict[str, Unit]:
    """Return what every name and sign of a unit is, its name in all languages too; what is counted is itself."""
    found: dict[str, Unit] = {word: (word, word, "1") for word in counted.split()}
    for unit, (base, worth, *names) in measured.items():
        found |= dict.fromkeys((unit, *names), (unit, base, worth))
    return found


def _unit(units: Iterable[str], counted: Mapping[str, str]) -> str:
    """Return the pattern of a unit: one that ends in letters ends where the letters end."""
    end = f"{counted.get('plural', '')}(?![a-z])"
    names = sorted(units, key=lambda name: (-len(name), name))
    found = (re.escape(name) + end * (name[-1].isascii() and name[-1].isalpha()) for name in names)
    return f"(?!{counted['not']})(?:{'|'.join(found)})"


def _clock(own: Mapping[str, Any]) -> dict[str, Any]:
    parts = {name: part for part, names in own["day"].items() for name in names.split()}
    rest = {name: own[name] for name in ("forms", "day_not", "beside", "points", "points_after")}
    said = {part: own["said"].get(part, "").split() for part in (*own["day"], *own["said"])}
    for name, part in parts.items():
        said[part] += [name] * (len(name) > 1)
    groups = "|".join(rf"(?P<{part}>{_words(names)})" for part, names in said.items() if names)
    return {**rest, "days": _any(parts), "parts": parts | own["parts"], "said": groups}


def _bounds(own: Mapping[str, Any]) -> dict[str, str]:
    """Return patterns whose named groups tell the bound: before a number, right or apart, and after it."""

    def bound(*places: Mapping[str, str]) -> str:
        words = {name: "|".join(place[name] for place in places if name in place) for name in BOUNDS}
        return "(?:" + "|".join(f"(?P<{name}>{text})" for name, text in words.items() if text) + ")"

    edge, filler = own["edge"], own["filler"]
    return {
        "before": f"{edge}{bound(own['before'])}(?:{filler})$",
        "clock_before": f"{edge}{bound(own['clock_before'], own['before'])}(?:{filler})$",
        "apart": f"{edge}{bound(own['apart'])}{own['gap']}(?:{filler})$",
        "denied": f".*(?:{own['denied']})",
        "turned": own["turned"],
        "ends": f"(?P<included>{own['ends']['included']})|(?P<excluded>{own['ends']['excluded']})",
        "after": bound(own["after"]),
        "clock_after": bound(own["clock_after"], own["after"]),
    }


def _conditions(grammar: Mapping[str, Any]) -> dict[str, Any]:
    """Return what opens and what closes a condition, and what ends a clause.

    Longer words that do not open or close one stand in the group `no`; what closes one behind a number too in `inside`.
    """
    marks, words = grammar["marks"], grammar["condition"]
    sentence, before_blank = _any(map(fold, marks["sentence"])), _any(map(fold, marks["sentence_before_blank"]))
    clause = _any(map(fold, (*marks["clause"], *"".join(marks["brackets"]))))
    links, inside = grammar["hanging"]["links"], words["closes_inside"]
    others = [word for word in words["closes"] if word not in inside]
    opens, closes = _words(words["opens"]), f"(?:(?P<inside>{_words(inside)})|{_words(others)})"
    hanging = f"(?! *(?:$|{before_blank}|{sentence}|{clause}))"
    return {
        "opens": f"(?P<no>{_words(words['opens_but'])})|(?:{opens})+{hanging}",
        "closes": f"(?P<no>{_words(words.get('closes_but', ()))})|{closes}(?!{_any(links)})",
        "trails": words["trails"],
        "otherwise": f" *{_words(words['otherwise'])}",
        "parts": _words(words["parts"]),
        "marks": f"(?P<sentence>{sentence}|\n|{before_blank}(?= |$))|{clause}",
    }


def _words(words: Iterable[str]) -> str:
    """Return a pattern of any of the words; those of letters stand alone."""
    words = tuple(words)
    return rf"\b{_any(words)}\b" if words and words[0].isascii() else _any(words)
