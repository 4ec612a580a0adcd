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
from dataclasses import dataclass

from generator.views.quizzes import guess
from generator.views.quizzes.question import Answer, Draft, digest
from generator.views.quizzes.tally import SLACK, Family, Tally

OPTIONS = 3
"""Three options, as Rodriguez (2005) found to be enough: the fourth is seldom chosen."""
POOL = 5
"""So many wrong answers are weighed in pairs against each other."""
ROUNDS = 6
"""How often all families are gone through at most."""

ENOUGH = 20
"""A kind with fewer questions is judged within the whole bank only."""
SPARED = ("cloze", "owner", "member", "never")
"""Kinds whose questions can be done without: nothing else would be left unasked."""


def arranged(drafts: Sequence[Draft]) -> list[tuple[Draft, tuple[Answer, ...]]]:
    """Return the drafts, each with its options in the order to be shown, without those that would be guessed."""
    families: dict[tuple[str, ...], Family] = {}
    chosen: list[tuple[Family, Sequence[Answer]] | None] = []
    for draft in drafts:
        pool = pooled(draft)
        chosen.append((_joined(draft, pool, families), pool) if draft.answering == "single" else None)
    left = settle(list(families.values()))
    places: defaultdict[str, _Places] = defaultdict(_Places)
    found = []
    for draft, choice in zip(drafts, chosen, strict=True):
        if choice:
            family, pool = choice
            if family not in left:
                lures = [pool[n] for n in family.ways[family.way]]
                found.append((draft, places[draft.kind].placed(draft, lures)))
        else:
            found.append((draft, mixed(draft)))
    return found


def pooled(draft: Draft) -> Sequence[Answer]:
    """Return the wrong answers to choose from: the first ones, and others where the key would stand out in any case.

    For each look by which the key beats all of the first ones, that is the next that it does not beat. What is written
    by hand is shown as it was written.
    """
    pool, further = list(draft.lures[:POOL]), draft.lures[POOL:]
    if draft.kind == "written" or draft.answering != "single":
        return draft.lures
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

    Returns families to leave out: where chance cannot explain what a way of guessing finds, some of what it finds.
    """
    kinds: defaultdict[str, list[Family]] = defaultdict(list)
    for family in families:
        kinds[family.kind].append(family)
    every, tallies = Tally(families), {kind: Tally(members) for kind, members in kinds.items()}
    for family in sorted(families, key=lambda family: -family.size):  # small ones fill the gaps that large ones leave
        judges = (every, tallies[family.kind])
        costs = [sum(tally.cost(tally.joined(family, way)) for tally in judges) for way in range(len(family.ways))]
        family.way = costs.index(min(costs))
        for tally in judges:
            tally.join(family)
    for _ in range(ROUNDS):
        for tally in (every, *tallies.values()):
            tally.recount()
        moved = [_improved(family, (every, tallies[family.kind])) for family in families]
        if not any(moved):
            break
    left: set[Family] = set()
    for judge in (every, *(tally for kind, tally in tallies.items() if sum(f.size for f in kinds[kind]) >= ENOUGH)):
        while (n := judge.beyond()) is not None:
            guessed = [family for family in judge.guessed(n) if family.kind in SPARED]
            if not guessed:
                break
            least = min(guessed, key=lambda family: family.size)
            left.add(least)
            for tally in (every, tallies[least.kind]):
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
