"""What a browser needs to know of Chinese characters: how they are read, and which Traditional one means which.

Readings come from pypinyin (its phrases decide between the readings of one character), the pairs of characters from
OpenCC's tables. Only characters the handbook uses are carried; of the rest, the 3,755 of GB 2312 level 1 stand in the
order of their readings, so run lengths say how each is read and the browser makes the characters themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import add

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.seg.mmseg import seg

from rolebook.language.script import simplified

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_INITIAL = re.compile("[zcs]h|[bpmfdtnlgkhjqxrzcsyw]?")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST_IN_A_RUN = len(_DIGITS) - 1
_COMMON = 5
"""A reading that fewer words have is not worth its bytes."""


def level_one() -> str:
    """Return the characters of GB 2312 level 1, in order."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", "ignore") for code in codes)


@cache
def reading(word: str) -> tuple[str, ...]:
    """Return the syllables of a word of Chinese characters, without tones, ü as v, one a character."""
    return tuple(lazy_pinyin(word, style=Style.NORMAL, v_to_u=False))


def default(character: str) -> str:
    """Return how a character is read where nothing says otherwise."""
    return reading(character)[0]


def common_runs() -> str:
    """Return the readings of level 1, in its order, as short as they are once compressed.

    Syllables stand by their initials, `:a,ai,an;b:a,ai…`, and behind a bar how many characters are read so, a digit of
    base 36 each; a syllable with more of them stands twice.
    """
    runs = [
        (syllable, min(left, _MOST_IN_A_RUN))
        for syllable, run in groupby(map(default, level_one()))
        for left in range(len(list(run)), 0, -_MOST_IN_A_RUN)
    ]
    parts = [_INITIAL.match(syllable) for syllable, _ in runs]
    groups = groupby((match for match in parts if match), key=lambda match: match[0])
    written = (f"{initial}:{','.join(match.string[match.end() :] for match in group)}" for initial, group in groups)
    return f"{';'.join(written)}|{''.join(_DIGITS[count] for _, count in runs)}"


def rare(characters: set[str]) -> dict[str, str]:
    """Return the readings of those characters that are outside level 1."""
    return {
        c: default(c) for c in sorted(characters - set(level_one())) if default(c).isalpha() and default(c).isascii()
    }


def alternates(characters: set[str]) -> dict[str, str]:
    """Return the other reading of each character that has one in common words: 行 hang, 重 chong."""
    found = {}
    for c, counts in sorted(_in_words()[0].items()):
        if c in characters:
            reading_, count = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
            if count >= _COMMON:
                found[c] = reading_
    return found


@cache
def _in_words() -> tuple[dict[str, Counter[str]], frozenset[str]]:
    """Return how often each character is read otherwise than alone in pypinyin's table of words, and with whom.

    The second are the pairs such a character makes with its neighbours in those words.
    """
    found: dict[str, Counter[str]] = {}
    pairs: set[str] = set()
    plain = cache(lambda syllable: to_normal(syllable, v_to_u=False))
    alone = cache(default)
    for word, said in PHRASES_DICT.items():
        for n, (c, (syllable, *_)) in enumerate(zip(word, said, strict=False)):
            if (sound := plain(syllable)) != alone(c):
                pairs |= {word[max(n - 1, 0) : n + 1], word[n : n + 2]}
                if sound.isascii():
                    found.setdefault(c, Counter())[sound] += 1
    return found, frozenset(pair for pair in pairs if len(pair) == 2)


def exceptions(text: str) -> Iterator[tuple[int, str]]:
    """Yield (position, syllable) for every character of `text` that its word makes sound otherwise than alone."""
    for run in HAN.finditer(text):
        if not _may_deviate(run[0]):
            continue
        start = run.start()
        for word in seg.cut(run[0]):
            if len(word) > 1:
                for n, syllable in _deviations(word):
                    yield start + n, syllable
            start += len(word)


def _may_deviate(run: str) -> bool:
    """Tell whether a run can hold a word that makes a character sound otherwise; spares most runs the cutting."""
    return not _in_words()[1].isdisjoint(map(add, run, run[1:]))


@cache
def _deviations(word: str) -> tuple[tuple[int, str], ...]:
    said = reading(word)
    if len(said) != len(word):
        return ()
    return tuple(
        (n, syllable) for n, syllable in enumerate(said) if syllable.isascii() and syllable != default(word[n])
    )


def folded(characters: set[str]) -> set[str]:
    """Return what characters fold to."""
    return {simplified().get(c, c) for c in characters}


def folds(characters: set[str]) -> dict[str, str]:
    """Return for each Traditional character that may be typed for, or stands in, `characters` the one both fold to."""
    table = simplified()
    used = {table.get(c, c) for c in characters}
    return {old: new for old, new in sorted(table.items()) if new in used}
