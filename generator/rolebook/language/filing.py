"""In which order titles stand where people look for one: Chinese ones as they are spelled, numbers by their size."""

from __future__ import annotations

import re

from rolebook.language.script import fold

_DIGITS = re.compile(r"(\d+)")


def filed(title: str) -> tuple[object, ...]:
    """Return what titles are sorted by: 门童 2 before 门童 10, and 门童 before 总机."""
    import pypinyin  # costs more to load than all else here, and is needed where a list is long

    # Odd places hold numbers, even ones words, so that only like is compared with like.
    parts = _DIGITS.split(fold(title))
    return tuple(int(part) if n % 2 else pypinyin.lazy_pinyin(part) for n, part in enumerate(parts)), title
