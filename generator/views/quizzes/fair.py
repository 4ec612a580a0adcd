"""Choosing wrong answers and an order of options so that no way of guessing pays.

Wrong answers are chosen where a way of guessing does better or worse than chance over the bank or over a kind (a cue
that never holds is a cue as well): families of questions then take others, one after the other, as long as that brings
it nearer to chance. What counts is the finished bank, as lint counts it: how often an option is offered is not known
before the last question has its options. Between equals a hash decides.

Places are drawn by hash. A running count leans against drift once it is larger than chance would make it (a big-stick
design: Soares & Wu 1983, Some Restricted Randomization Rules).
"""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.views.quizzes import guess
from generator.views.quizzes.question import Answer, Draft, digest
from generator.views.quizzes.tally import SLACK, Family, Tally

OPTIONS = 3
"""Three options, as Rodriguez (2005) found to be enough: the fourth is seldom chosen."""
POOL = 5
"""So many wrong answers are weighed in pairs against each other."""
ROUNDS = 6
"""How often all families are gone through at most."""

LARGE = 16
"""A family of so many questions may be divided."""
PARTS = 4
"""Into so many parts: any part that chooses otherwise makes the key stand out among what the others show."""
ENOUGH = 20
"""A kind with fewer questions is judged within the whole bank only."""
SPARED = ("cloze", "owner", "member", "never", "form")
"""Kinds whose questions can be done without; numbers, steps and ways through a script are all asked."""


def arranged(drafts: Sequence[Draft]) -> list[tuple[Draft, tuple[Answer, ...]]]:
    """Return the drafts, each with its options in the order to be shown.

    What would be guessed is left out, or answered from memory where nothing else asks it.
    """
    families: dict[tuple[str, ...], Family] = {}
    chosen: list[tuple[Family, int, Sequence[Answer]] | None] = []
    for draft in drafts:
        pool = pooled(draft)
        family = _joined(draft, pool, families) if draft.answering == "single" else None
        chosen.append((family, family.size - 1, pool) if family else None)
    left = settle(list(families.values()))
    places: defaultdict[str, _Places] = defaultdict(_Places)
    found = []
    for draft, choice in zip(drafts, chosen, strict=True):
        if choice is None:
            found.append((draft, mixed(draft)))
            continue
        family, n, pool = choice
        part = family.parts[n % len(family.parts)]
        if part in left and draft.kind not in SPARED:
            found.append((replace(draft, answering="recall", lures=()), draft.key))
        elif part not in left:
            found.append((draft, places[draft.kind].placed(draft, [pool[lure] for lure in part.ways[part.way]])))
    return found


def pooled(draft: Draft) -> Sequence[Answer]:
    """Return the wrong answers to choose from: the first ones, and others where the key would stand out in any case.

    For each look by which the key beats all of the first ones, that is the next that it does not beat. What is written
    by hand is shown as it was written.
    """
    if draft.kind == "written" or draft.answering != "single":
        return draft.lures
    lures = list({lure.text: lure for lure in draft.lures if lure.text != draft.key[0].text}.values())
    pool, further = lures[:POOL], lures[POOL:]
    if further:
        own = guess.looks(draft.stem, draft.key[0].text)
        rivals = zip(*(guess.looks(draft.stem, lure.text) for lure in pool), strict=True)
        for n, (value, values) in enumerate(zip(own, rivals, strict=True)):
            if value > max(values):
                fit = (lure for lure in further if guess.looks(draft.stem, lure.text)[n] >= value)
                pool += [lure for lure in [next(fit, None)] if lure and lure not in pool]
    return pool


def _joined(draft: Draft, pool: Sequence[Answer], families: dict[tuple[str, ...], Family]) -> Family:
    """Return the family of a draft, the draft counted in."""
    name = (draft.kind, draft.key[0].text, *(lure.text for lure in pool))
    if name not in families:
        shown = len(pool) if draft.kind == "written" else min(OPTIONS - 1, len(pool))
        families[name] = Family(draft.kind, name[1], name[2:], shown)
    families[name].count(draft.stem)
    return families[name]


def settle(families: Sequence[Family]) -> set[Family]:
    """Choose for each family so that no way of guessing is further from chance than the slack, where that can be.

    Large families are divided where that takes it. Returns families, or parts of them, not to be asked so: some of what
    a way of guessing finds, where chance cannot explain it.
    """
    judges = _Judges(families)
    for family in sorted(families, key=lambda family: -family.size):  # small ones fill the gaps that large ones leave
        family.way = judges.best(family)
        judges.join(family)
    judges.improve(families)
    if judges.cost and any(family.size >= LARGE for family in families):
        for family in families:
            if family.size >= LARGE:
                family.split(PARTS)
        parts = [part for family in families for part in family.parts]
        judges = _Judges(parts)
        for part in parts:
            judges.join(part)
        judges.improve(parts)
    return judges.unfair()


class _Judges:
    """The tallies of all questions and of each kind."""

    def __init__(self, families: Sequence[Family]) -> None:
        kinds: defaultdict[str, list[Family]] = defaultdict(list)
        for family in families:
            kinds[family.kind].append(family)
        self.every = Tally(families)
        self.kinds = {kind: Tally(members) for kind, members in kinds.items()}

    def of(self, family: Family) -> tuple[Tally, Tally]:
        """Return the tallies a family is counted in."""
        return self.every, self.kinds[family.kind]

    @property
    def cost(self) -> float:
        """How far beyond the slack the ways of guessing stand."""
        return sum(tally.cost() for tally in (self.every, *self.kinds.values()))

    def best(self, family: Family) -> int:
        """Return the way to choose that costs least, were the family to join now."""
        costs = [sum(t.cost(t.joined(family, way)) for t in self.of(family)) for way in range(len(family.ways))]
        return costs.index(min(costs))

    def join(self, family: Family) -> None:
        """Count a family."""
        for tally in self.of(family):
            tally.join(family)

    def improve(self, families: Sequence[Family]) -> None:
        """Let families choose otherwise as long as that lowers the cost, and not too often."""
        for _ in range(ROUNDS):
            for tally in (self.every, *self.kinds.values()):
                tally.recount()
            moved = [_improved(family, self.of(family)) for family in families]
            if not any(moved):
                break

    def unfair(self) -> set[Family]:
        """Return families whose keys are guessed, as many as it takes, those that can be done without first."""
        left: set[Family] = set()
        for judge in (self.every, *(tally for tally in self.kinds.values() if tally.size >= ENOUGH)):
            while (n := judge.beyond()) is not None:
                guessed = [family for family in judge.guessed(n) if family.kind != "written"]
                if not guessed:
                    break
                least = min(guessed, key=lambda family: (family.kind not in SPARED, family.size))
                left.add(least)
                for tally in self.of(least):
                    tally.leave(least)
        return left


def _improved(family: Family, judges: Sequence[Tally]) -> bool:
    """Let a family choose otherwise where that lowers the cost; tell whether it did."""
    now = sum(tally.cost() for tally in judges)
    if not now:
        return False
    least = {way: sum(t.cost(t.gains(family, way)) for t in judges) for way in range(len(family.ways))}
    for way in sorted(least, key=lambda way: least[way]):
        if least[way] >= now:
            break
        if way != family.way and sum(t.cost(t.changes(family, way)) for t in judges) < now - 1e-9:
            for tally in judges:
                tally.move(family, way)
            family.way = way
            return True
    return False


@dataclass
class _Places:
    """How much more often than by chance the key stood first and last so far, over the questions of one kind."""

    first: float = 0.0
    last: float = 0.0
    variance: float = 0.0

    def placed(self, draft: Draft, lures: Sequence[Answer]) -> tuple[Answer, ...]:
        """Return key and wrong answers in the order to be shown."""
        count = 1 + len(lures)
        places = sorted(range(count), key=lambda place: zlib.crc32(f"{draft.id}|place|{place}".encode()))
        place = min(places, key=lambda place: self._cost(place, count))
        self.first += (place == 0) - 1 / count
        self.last += (place == count - 1) - 1 / count
        self.variance += (1 - 1 / count) / count
        others = sorted(lures, key=lambda answer: digest(draft.id + answer.text, 16))
        return (*others[:place], draft.key[0], *others[place:])

    def _cost(self, place: int, count: int) -> float:
        slack = 0.5 + SLACK * math.sqrt(self.variance)
        after = (self.first + (place == 0) - 1 / count, self.last + (place == count - 1) - 1 / count)
        return sum(max(0.0, abs(excess) - slack) ** 2 for excess in after)


def mixed(draft: Draft) -> tuple[Answer, ...]:
    """Return key and lures mixed; what is to be put in order never stands in it already."""
    answers = [*draft.key, *draft.lures]
    found = sorted(answers, key=lambda answer: digest(draft.id + answer.text, 16))
    if draft.answering in ("order", "match") and found == list(draft.key) and len(found) > 1:
        found = [*found[1:], found[0]]
    return tuple(found)
