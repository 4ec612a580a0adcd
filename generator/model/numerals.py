"""Numbers as Chinese text writes them: 30, 三分之一, 七分满, 半小时, 两步, 100%, 08:28."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_FULL_WIDTH = {0xFF01 + n: 0x21 + n for n in range(94)}
_CHINESE = r"[零〇一二两兩三四五六七八九十百千万]+"
_ARABIC = r"\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<clock>(?P<hour>\d{{1,2}})(?::(?P<minute>[0-5]\d)(?!\d)|[点點](?:(?P<spoken>[0-5]?\d)分?)?))"
    rf"|(?P<of>{_CHINESE}|\d+)分之(?P<part>{_CHINESE}|\d+)"
    rf"|(?P<tenths>[一二三四五六七八九])分满"
    rf"|(?P<top>\d+)/(?P<bottom>[1-9]\d*)"
    rf"|(?P<arabic>{_ARABIC})(?P<half_more>[个個][半])?"
    rf"|(?P<half>半)(?=[个個]?(?:小时|月|年|天|日|分钟|杯|步|米|数))"
    rf"|(?P<each>[每毎][日天周月年次])"
    rf"|(?P<chinese>{_CHINESE})"
)


def chinese_number(text: str) -> int:
    """Return what a Chinese numeral up to 9999万 says: 两 is 2, 二十三 is 23, 一百零五 is 105, 二〇二四 is 2024."""
    if not any(c in _UNITS or c == "万" for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    high, _, low = text.rpartition("万")
    if high or text.startswith("万"):
        return (chinese_number(high) if high else 1) * 10_000 + (chinese_number(low) if low else 0)
    total, digit = 0, 0
    for position, c in enumerate(text):
        if c in _UNITS:
            total += (digit if digit or position else 1) * _UNITS[c]
            digit = 0
        else:
            digit = _DIGITS[c]
    return total + digit


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text)


def half_width(text: str) -> str:
    """Return `text` with full-width ASCII made half-width, one character for one, so that positions hold."""
    return text.translate(_FULL_WIDTH)


def clock(text: str) -> str | None:
    """Return a time of day as HH:MM (08:28 from 8:28, 8点28 or 8点28分), or None where `text` is none."""
    match = _NUMBER.fullmatch(half_width(text).strip())
    if not match or not match["clock"] or int(match["hour"]) > 24:
        return None
    return f"{int(match['hour']):02}:{int(match['minute'] or match['spoken'] or 0):02}"


@lru_cache(maxsize=4096)
def numerals(text: str) -> tuple[tuple[int, int, frozenset[Fraction | str]], ...]:
    """Return every number `text` states as (start, end, what it may mean), in any notation.

    Quantities are fractions and times of day "HH:MM". 每日 is 1, as in once a day; 1/3 may also be 1 or 3.
    """
    found = _NUMBER.finditer(half_width(text))
    return tuple((match.start(), match.end(), frozenset(_meanings(match))) for match in found)


def _meanings(match: re.Match[str]) -> set[Fraction | str]:
    if match["clock"]:
        return {clock(match["clock"]) or match["clock"]}
    if match["of"]:
        whole = _whole(match["of"])
        return {Fraction(_whole(match["part"]), whole)} if whole else set()
    if match["tenths"]:
        return {Fraction(chinese_number(match["tenths"]), 10)}
    if match["top"]:
        top, bottom = Fraction(match["top"]), Fraction(match["bottom"])
        return {top / bottom, top, bottom}
    if match["arabic"]:
        return {Fraction(match["arabic"]) + (Fraction(1, 2) if match["half_more"] else 0)}
    if match["half"]:
        return {Fraction(1, 2)}
    if match["each"]:
        return {Fraction(1)}
    return {Fraction(chinese_number(match["chinese"]))}
