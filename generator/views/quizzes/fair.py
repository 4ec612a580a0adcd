"""Choosing wrong answers and an order of options so that no way of guessing pays.

Options are drawn by chance made from the question's id. A running count per way of guessing leans against drift once it
is larger than chance would make it (a big-stick design: Soares & Wu 1983, Some Restricted Randomization Rules), in both
directions: a cue that never holds is a cue as well.
"""

from __future__ import annotations

import itertools
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.views.quizzes import guess
from generator.views.quizzes.question import Answer, Draft, digest

OPTIONS = 3
"""Three options, as Rodriguez (2005) found to be enough: the fourth is seldom chosen."""
POOL = 5
"""So many wrong answers are weighed in pairs against each other."""
SLACK = 0.5
"""How far, in standard deviations, a count may drift before it is leant against."""


@dataclass
class Balance:
    """How much better than chance each way of guessing has done so far, over the questions of one kind."""

    excess: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    spread: float = 0.0
    seen: Counter[str] = field(default_factory=Counter)

    def cost(self, changes: dict[str, float]) -> float:
        """Return how far beyond the slack the counts would stand with these changes."""
        slack = 0.5 + SLACK * math.sqrt(self.spread)
        total = 0.0
        for name, change in changes.items():
            beyond = abs(self.excess[name] + change) - slack
            if beyond > 0:
                total += beyond * beyond
        return total

    def add(self, changes: dict[str, float], chance: float, texts: Sequence[str]) -> None:
        """Count a question."""
        for name, change in changes.items():
            self.excess[name] += change
        self.spread += chance * (1 - chance)
        self.seen.update(texts)


def options(draft: Draft, balance: Balance) -> tuple[Answer, ...]:
    """Return the options of a draft in the order to be shown."""
    if draft.answering != "single":
        return _arranged(draft)
    key = draft.key[0]
    sets = [(key, *lures) for lures in itertools.combinations(draft.lures[:POOL], OPTIONS - 1)] or [(key, *draft.lures)]
    sets.sort(key=lambda chosen: zlib.crc32("|".join((draft.id, *(answer.text for answer in chosen))).encode()))
    ways = [(chosen, _content(draft, chosen, balance)) for chosen in sets]
    chosen, changes = min(ways, key=lambda way: balance.cost(way[1]))
    count = len(chosen)
    places = sorted(range(count), key=lambda place: zlib.crc32(f"{draft.id}|place|{place}".encode()))
    place, moved = min(((p, _position(p, count)) for p in places), key=lambda way: balance.cost(way[1]))
    balance.add(changes | moved, 1 / count, [answer.text for answer in chosen])
    others = sorted(chosen[1:], key=lambda answer: digest(draft.id + answer.text, 16))
    return (*others[:place], key, *others[place:])


def _content(draft: Draft, chosen: tuple[Answer, ...], balance: Balance) -> dict[str, float]:
    """Return by how much each way of guessing that looks at the texts would gain, the key standing first."""
    texts = [answer.text for answer in chosen]
    counts = Counter({text: balance.seen[text] + 1 for text in texts})
    chance = 1 / len(texts)
    return {name: guess.hit(p, 0, len(texts)) - chance for name, p in guess.looks(draft.stem, texts, counts).items()}


def _position(place: int, count: int) -> dict[str, float]:
    return {"first": (place == 0) - 1 / count, "last": (place == count - 1) - 1 / count}


def _arranged(draft: Draft) -> tuple[Answer, ...]:
    """Return key and lures mixed; what is to be put in order never stands in it already."""
    answers = [*draft.key, *draft.lures]
    mixed = sorted(answers, key=lambda answer: digest(draft.id + answer.text, 16))
    if draft.answering in ("order", "match") and mixed == list(draft.key) and len(mixed) > 1:
        mixed = [*mixed[1:], mixed[0]]
    return tuple(mixed)
