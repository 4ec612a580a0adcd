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
COUNTED = (15, 10, 5)
"""What people count small numbers in."""
ROUND = (1000, 500, 100, 50, 10, 5)
"""What they count larger ones in."""


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
    scale = ROUND if value > 100 else COUNTED
    size = next((Fraction(n) for n in scale if value % n == 0 and 2 * n <= value), Fraction(1))
    around = [value + sign * size * n for n in (1, 2, 3) for sign in (1, -1)]
    return [other for other in around if other > 0]


def decimals(value: Fraction, places: int) -> str:
    """Return a number with up to so many decimal places: 3/2 → 1.5, 2 → 2."""
    return f"{float(value):.{places}f}".rstrip("0").rstrip(".") if places else str(int(value))


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
    if clock and ":" not in word:
        return None  # 8点半
    if clock:
        return (before + time + after for time in _times(clock, padded=word.startswith("0") or len(word) == len(clock)))
    value = max(m for m in meanings if isinstance(m, Fraction))
    if word == "半":
        return (before + text + after for text in "一两三")
    if word.startswith("百分之"):
        return (f"{before}百分之{chinese(int(n))}{after}" for n in steps(value * 100) if n.denominator == 1 and n < 100)
    if "分之" in word:
        return (f"{before}{text}{after}" for text in ("四分之一", "三分之一", "二分之一", "三分之二") if text != word)
    if "/" in word:
        return (f"{before}{text}{after}" for text in ("1/4", "1/3", "1/2", "2/3") if text != word)
    if word.endswith("分满"):
        return (f"{before}{chinese(int(n))}分满{after}" for n in steps(value * 10) if n < 10)
    if "." in word and not after.startswith("."):
        places = len(word.partition(".")[2])
        most = 100 if after.startswith("%") else 2 * value + 1
        near = (value + Fraction(sign * n, 10**places) for n in (1, 2, 3) for sign in (1, -1))
        return (f"{before}{float(n):.{places}f}{after}" for n in near if 0 < n <= most)
    if value.denominator != 1:
        return None
    values = [n for n in steps(value) if n.denominator == 1 and not (after.startswith("%") and n > 100)]
    if after.startswith("%") and value == 100:
        values = [Fraction(n) for n in (90, 80, 95)]
    if word.isdigit():
        return (f"{before}{n}{after}" for n in values)
    counted = word in ("两", "一", "三") and after[:1] != "次"
    return (f"{before}{chinese(int(n), counted)}{after}" for n in values if n < 100)


def _times(clock: str, padded: bool) -> Iterator[str]:
    """Yield times near by, past midnight too; `padded`: 08:10, as against 8:10."""
    hour, minute = map(int, clock.split(":"))
    for change in (10, -10, 20, -20, 30, -30):
        total = (hour * 60 + minute + change) % (24 * 60)
        yield f"{total // 60:0{2 if padded else 1}}:{total % 60:02}"


def _keys(own: str) -> Iterator[str]:
    """Yield names with one number in them changed: FN+F3 → FN+F4, A3、A4、B5 → A3、A4、B4."""
    places = list(_KEYS.finditer(own))
    for change in (1, -1, 2):
        for match in reversed(places):
            other = int(match[0]) + change
            text = f"{own[: match.start()]}{other}{own[match.end() :]}"
            if other > 0 and len(set(text.split("、"))) == len(text.split("、")):
                yield text
