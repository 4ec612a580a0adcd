"""Other numbers in the notation of a line's own, as wrong answers: 两步 → 三步, 三分之一 → 四分之一, 08:28 → 08:38."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from rolebook.language import Language, ladders
from rolebook.language.amount import Amount
from rolebook.language.quantity import Value

_KEYS = re.compile(r"\d+")
PARTS = (Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3))
"""Parts of a whole that people speak of."""
MOST = 100
DECIMALS = (50, 25, 10, 5, 1)
"""In so many of its last places people count a decimal: 8.50 is followed by 9.00."""
QUARTER = 15
"""A time that falls on one is put off by quarters."""


def decimals(value: Fraction, places: int) -> str:
    """Return a number with up to so many decimal places: 3/2 → 1.5, 2 → 2."""
    return f"{float(value):.{places}f}".rstrip("0").rstrip(".") if places else str(int(value))


@lru_cache(maxsize=4096)  # the same numbers stand in many lines
def others(own: str, language: Language) -> tuple[str, ...]:
    """Return other numbers in the notation of `own`, nearest first; none where no notation is known."""
    return tuple(_others(own, language))


def _others(own: str, language: Language) -> Iterator[str]:
    for table in language.writing.series:
        if own in table:
            place = table.index(own)
            yield from sorted((word for word in table if word != own), key=lambda w: (abs(table.index(w) - place), w))
            return
    amounts = language.numbers.amounts(own)
    alone = len(amounts) == 1 and len(amounts[0].values) == 1
    if alone and (near := _near(own, amounts[0], language)) is not None:
        yield from (text for value in near if (text := language.writing.like(own, value)) and text != own)
    else:
        yield from _keys(own, language.numbers.list.strip())


def _near(own: str, amount: Amount, language: Language) -> Iterable[Value] | None:
    """Return values near that of an amount, nearest first; None where there is no telling how they are written."""
    (value,), ((start, end),) = amount.values, amount.digits
    word, form = own[start:end], language.numbers.form(own, start)
    most = MOST if amount.unit.name == "percent" else None
    around = ladders.near(value, amount.unit.name) if isinstance(value, Fraction) else []
    if isinstance(value, str):
        return _times(value) if ":" in word else None
    if "/" in word or (form and "{of}" in form.get("write", "")):
        return (part for part in PARTS if part != value)
    if form and "over" in form:
        tenths = [Fraction(n, form["over"]) for n in range(1, form["over"])]
        return sorted((n for n in tenths if n != value), key=lambda n: (abs(n - value), n))
    if form and value < 1:
        return map(Fraction, (1, 2, 3))
    if "." in word:
        places = len(word.partition(".")[2])
        size = next(Fraction(n, 10**places) for n in DECIMALS if value % Fraction(n, 10**places) == 0)
        near = (value + sign * n * size for n in (1, 2, 3) for sign in (1, -1))
        return (n for n in near if 0 < n <= (most or 2 * value + 1))
    if most and value == most:
        return map(Fraction, (90, 80, 95))
    if value.denominator != 1:
        return None
    last = most if most else None if word[0].isdigit() else MOST - 1
    return (n for n in around if n.denominator == 1 and (last is None or n <= last))


def _times(clock: str) -> Iterator[str]:
    """Yield times near by, past midnight too."""
    hour, minute = map(int, clock.split(":"))
    for change in (30, -30, 15, -15, 60, -60) if minute % QUARTER == 0 else (10, -10, 5, -5, 20, -20):
        total = (hour * 60 + minute + change) % (24 * 60)
        yield f"{total // 60:02}:{total % 60:02}"


def _keys(own: str, mark: str) -> Iterator[str]:
    """Yield names with one number in them changed: FN+F3 → FN+F4, A3、A4、B5 → A3、A4、B4; `mark` parts them."""
    places = list(_KEYS.finditer(own))
    for change in (1, -1, 2):
        for match in reversed(places):
            other = int(match[0]) + change
            text = f"{own[: match.start()]}{other}{own[match.end() :]}"
            parts = text.split(mark)
            if other > 0 and len(set(parts)) == len(parts):
                yield text
