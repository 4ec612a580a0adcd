"""Reading the number at a place of a text: a time of day, a form such as 三分之一 or half an hour, digits or words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from rolebook.language.numerals import Numerals
from rolebook.language.patterns import NOTHING, filled
from rolebook.language.quantity import Value

BEHIND = 6
"""How many characters before a time of day are searched for the part of the day."""

NOON = 12
LONGEST = 160
"""A number that is written with more characters is a code."""

_SPELT = re.compile("[a-z\u3007-\u9fff]")


class Written(NamedTuple):
    """A number as it is written: where, what it counts, and what the way it is written says of it."""

    start: int
    end: int
    values: tuple[Value, ...]
    own: int
    """where it begins without a part of the day that says nothing its digits do not say: 上午8点"""
    needs: str = ""
    """unit: it is a number only beside a unit; nothing: it is one by itself; never: it is none"""
    unit: str = ""
    """the unit that goes without saying: twice is two times"""
    part: str = ""
    """the part of the day a time of day names"""
    either: bool = False
    """whether it may be before noon or after it, as half past six"""


class Reader:
    """Reads numbers of one language, by its patterns."""

    def __init__(self, patterns: Mapping[str, Any]) -> None:
        known, clock = patterns["known"], patterns["clock"]

        def regex(text: str) -> re.Pattern[str]:
            return re.compile(filled(text, known), re.ASCII)

        self.numerals = Numerals(patterns)
        self._parts: Mapping[str, str] = clock["parts"]
        self._times = [(regex(form["pattern"]), form) for form in clock["forms"]]
        behind = f"(?:^|[^{clock['day_not']}])" if clock["day_not"] else ""
        self._day = regex(f"{behind}(?P<day>{clock['days']}) ?$")
        self._beside, self._points, self._points_after = (
            regex(clock[name]) for name in ("beside", "points", "points_after")
        )
        self._forms = [(regex(form["pattern"]), form) for form in patterns["forms"]]
        # One look tells that a number is written in none of these, as most are.
        every = "|".join(form["pattern"] for form in (*clock["forms"], *patterns["forms"]))
        self._special = regex(re.sub(r"\(\?P<\w+>", "(?:", filled(every, known)))
        self._fractions = {name: Fraction(text) for name, text in patterns["parts"].items()}
        self._number, self._alone = regex(known["number"]), regex(patterns["alone"])
        pairs = "|".join(patterns["pairs"]) or NOTHING
        self._pair = regex(f"((?:.*{{scale}})?)({pairs})({{scale}}*)")

    def at(self, text: str, at: int, last: int = 0) -> Written | None:
        """Return the number that begins at a place of a folded text, or None; nothing before `last` belongs to it."""
        if not self._special.match(text, at):
            return self.number(text, at)
        for pattern, form in self._times:
            if (match := pattern.match(text, at)) and (time := self._time(text, match, form, last)):
                return time
        for pattern, form in self._forms:
            if match := pattern.match(text, at):
                needs = form.get("before", "nothing")
                return Written(at, match.end(), (self._formed(match, form),), at, needs, form.get("as", ""))
        return self.number(text, at)

    def form(self, text: str, at: int) -> Mapping[str, Any] | None:
        """Return the form that the number at a place is written in; None for digits, words and times of day."""
        return next((form for pattern, form in self._forms if pattern.match(text, at)), None)

    def number(self, text: str, at: int) -> Written | None:
        """Return the number in digits or words that begins at a place of a folded text, or None."""
        match = self._number.match(text, at)
        if not match:
            return None
        word = match[0]
        if len(word) > LONGEST:
            return Written(at, match.end(), (Fraction(0),), at, "never")
        value = self.numerals.value(word)
        if pair := self._pair.fullmatch(word):
            ends = tuple(self.numerals.value(pair[1] + digit + pair[3]) for digit in pair[2])
            return Written(at, match.end(), ends, at, "unit")
        needs = "" if not _SPELT.match(word) else "nothing" if self._alone.fullmatch(word) else "unit"
        if "/" in word and value >= 1 and " " not in word:
            needs = "never"
        return Written(at, match.end(), (value,), at, needs)

    def _formed(self, match: re.Match[str], form: Mapping[str, Any]) -> Fraction:
        groups = match.groupdict()

        def number(name: str, otherwise: int) -> Fraction:
            return self.numerals.value(groups[name]) if groups.get(name) else Fraction(otherwise)

        value = number("n", 0) + Fraction(form.get("plus", 0))
        if part := groups.get("part"):
            value += number("times", 1) * self._fractions[part]
        if groups.get("of"):
            value += number("times", 1) / (number("of", 1) or 1)
        if digits := groups.get("digits"):
            value += self.numerals.value(digits) / 10 ** len(digits)
        while "over" in form:
            value /= form["over"]
            if "below" not in form or value < form["below"]:
                break
        return value

    def _time(self, text: str, match: re.Match[str], form: Mapping[str, Any], last: int) -> Written | None:
        groups, start = match.groupdict(), match.start()
        before = text[max(last, start - BEHIND) : start]
        day = self._day.search(before)
        if "bare" in form and not day and not self._is_hour(before, match):
            return None
        part = self._parts[groups["part"]] if groups.get("part") else self._parts[day["day"]] if day else ""
        hour = int(self.numerals.value(groups["h"])) if groups.get("h") else 0
        minutes = int(self.numerals.value(groups["m"])) if groups.get("m") else form.get("minutes", 0)
        if hour > 24 or (minutes > 59 and groups.get("m")):
            return None
        told = in_day(hour, part) != hour
        if day and (told or ":" not in match[0]):
            start -= len(before) - day.start("day")
        own = start if told else match.start()
        either = form.get("either", False) and not part and 0 < hour <= NOON
        time = clock(in_day(hour, part) * 60 + minutes)
        return Written(start, match.end(), (time,), own, "nothing", part=part, either=either)

    def _is_hour(self, before: str, match: re.Match[str]) -> bool:
        """Tell whether an hour without minutes is one, and not so many points."""
        after = match.string[match.end() :]
        if self._beside.match(after):
            return True
        return match[0][0].isdigit() and not self._points.search(before) and not self._points_after.match(after)


def clock(minutes: int) -> str:
    """Return a time of day as HH:MM."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def in_day(hour: int, part: str) -> int:
    """Return the hour of 0 to 24 that an hour is in a part of the day."""
    match part:
        case "am" | "early":
            return hour % 12 if hour == 12 else hour
        case "pm":
            return hour if hour > 12 else hour % 12 + 12
        case "noon":
            return hour if hour >= 10 else hour + 12
        case "night":
            return 24 if hour == 12 else hour if hour < 5 or hour > 12 else hour + 12
    return hour
