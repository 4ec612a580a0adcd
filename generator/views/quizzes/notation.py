"""Writing another number the way a line writes its own: 两步 → 三步, 三分之一 → 四分之一, 08:28 → 08:38."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.model.numerals import numerals

_DIGITS = "零一二三四五六七八九"
_KEYS = re.compile(r"\d+")
_EVERY = ("每日", "每周", "每月", "每季", "每年")
_DAY = ("早上", "上午", "中午", "下午", "傍晚", "晚上")
_HOURS = ("辰时", "巳时", "午时", "未时", "申时", "酉时")
HALF = Fraction(1, 2)


def chinese(value: int, counted: bool = False) -> str:
    """Return 0 to 99 as a Chinese numeral; `counted`: 两 for 2, as before a measure word."""
    if value == 2 and counted:
        return "两"
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def steps(value: Fraction) -> list[Fraction]:
    """Return numbers around a value on the scale people count it on, nearest first: 30 → 45, 15, 60; 2 → 3, 1, 4."""
    size = next((Fraction(n) for n in (15, 10, 5) if value >= n and value % n == 0), Fraction(1))
    size = min(size, max(Fraction(1), Fraction(value // 2)))
    around = [value + sign * size * n for n in (1, 2, 3) for sign in (1, -1)]
    return [other for other in around if other > 0]


def others(own: str) -> Iterator[str]:
    """Yield other numbers in the notation of `own`, nearest first; nothing where none is known."""
    for table in (_EVERY, _DAY, _HOURS):
        if own in table:
            place = table.index(own)
            yield from sorted((word for word in table if word != own), key=lambda w: (abs(table.index(w) - place), w))
            return
    found = numerals(own)
    if len(found) == 1 and (wanted := _others(own, *found[0][:2], found[0][2])) is not None:
        yield from wanted
        return
    yield from _keys(own)


def _others(own: str, start: int, end: int, meanings: frozenset[Fraction | str]) -> Iterator[str] | None:
    word, before, after = own[start:end], own[:start], own[end:]
    clock = next((m for m in meanings if isinstance(m, str)), "")
    if clock:
        return (before + time + after for time in _times(clock))
    value = max(m for m in meanings if isinstance(m, Fraction))
    if word == "半":
        return (before + text + after for text in "一两三")
    if "分之" in word:
        return (f"{before}{text}{after}" for text in ("四分之一", "三分之一", "二分之一", "三分之二") if text != word)
    if "/" in word:
        return (f"{before}{text}{after}" for text in ("1/4", "1/3", "1/2", "2/3") if text != word)
    if word.endswith("分满"):
        return (f"{before}{chinese(int(n))}分满{after}" for n in steps(value * 10) if n < 10)
    if value.denominator != 1:
        return None
    values = [n for n in steps(value) if n.denominator == 1 and not (after.startswith("%") and n > 100)]
    if after.startswith("%") and value == 100:
        values = [Fraction(n) for n in (90, 80, 95)]
    if word.isdigit():
        return (f"{before}{n}{after}" for n in values)
    counted = word in ("两", "一", "三") and after[:1] != "次"
    return (f"{before}{chinese(int(n), counted)}{after}" for n in values if n < 100)


def _times(clock: str) -> Iterator[str]:
    hour, minute = map(int, clock.split(":"))
    for change in (10, -10, 20, -20, 30, -30):
        total = hour * 60 + minute + change
        yield f"{total // 60:02}:{total % 60:02}"


def _keys(own: str) -> Iterator[str]:
    """Yield names with one number in them changed: FN+F3 → FN+F4, A3、A4、B5 → A3、A4、B4."""
    places = list(_KEYS.finditer(own))
    for change in (1, -1, 2):
        for match in reversed(places):
            other = int(match[0]) + change
            text = f"{own[: match.start()]}{other}{own[match.end() :]}"
            if other > 0 and len(set(text.split("、"))) == len(text.split("、")):
                yield text
