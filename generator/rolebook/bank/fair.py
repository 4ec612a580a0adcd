"""Choosing wrong answers and an order of options so that no strategy of guessing pays.

Each family of questions takes the wrong answers that keep every strategy nearest to chance, over the bank and
over its kind (a cue that never holds is a cue as well), large families first; what is guessed all the same is left out.
Going on from there, family by family, until nothing improves was tried and found no more: the same findings on this
handbook, on parts of it, on near copies and on 1,000 roles, for a third of the code. Between equals a hash decides.

Places are drawn by hash. A running count leans against drift once it is larger than chance would make it (a big-stick
design: Soares & Wu 1983, Some Restricted Randomization Rules).
"""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rolebook.bank import guess
from rolebook.bank.question import PICKED, Answer, Draft, digest
from rolebook.bank.tally import SLACK, Family, Tally
from rolebook.language import Language

OPTIONS = 4
LEAST = 3
"""Three options are enough where the wrong ones are good (Rodriguez 2005); of wrong answers that a machine finds one
tempts no one as often as not, so a fourth is shown where there is one."""
POOL = 5
"""How many wrong answers are weighed in pairs against each other."""


def choose_options(drafts: Sequence[Draft], language: Language) -> list[tuple[Draft, tuple[Answer, ...]]]:
    """Return the drafts, each with its options in the order to be shown.

    What would be guessed is answered from memory, or typed, without options.
    """
    families: dict[tuple[str, ...], Family] = {}
    chosen: list[tuple[Family, Sequence[Answer]] | None] = []
    for draft in drafts:
        pool = pooled(draft)
        enough = len(pool) >= (LEAST - 1 if draft.kind != "written" else 1)
        family = _joined(draft, pool, families, language) if draft.answering in PICKED and enough else None
        chosen.append((family, pool) if family else None)
    dropped = balance(list(families.values()))
    places: defaultdict[str, _Places] = defaultdict(_Places)
    found = []
    for draft, choice in zip(drafts, chosen, strict=True):
        if choice is None:
            found.append((_alone(draft), draft.key) if draft.answering in PICKED else (draft, mixed(draft)))
            continue
        family, pool = choice
        if family not in dropped:
            lures = [pool[lure] for lure in family.lure_sets[family.chosen]]
            found.append((draft, places[draft.kind].placed(draft, lures)))
        else:
            found.append((_alone(draft), draft.key))
    return found


def _alone(draft: Draft) -> Draft:
    """Return a draft without options; what was to be picked is recalled."""
    return replace(draft, answering="recall" if draft.answering == "single" else draft.answering, lures=())


def pooled(draft: Draft) -> Sequence[Answer]:
    """Return the wrong answers to choose from: the first ones, and others where the key would stand out in any case.

    For each feature by which the key beats all of the first ones, that is the next that it does not beat. What is
    written by hand is shown as it was written.
    """
    if draft.kind == "written" or draft.answering not in PICKED:
        return draft.lures
    lures = list({lure.text: lure for lure in draft.lures if lure.text != draft.key[0].text}.values())
    pool, further = lures[:POOL], lures[POOL:]
    if further:
        texts = [draft.key[0].text, *(lure.text for lure in pool)]
        for n, (value, *values) in enumerate(guess.features(draft.stem, texts)):
            if value > max(values):
                fit = (lure for lure in further if guess.features(draft.stem, [lure.text])[n][0] >= value)
                pool += [lure for lure in [next(fit, None)] if lure and lure not in pool]
    return pool


def _joined(
    draft: Draft, pool: Sequence[Answer], families: dict[tuple[str, ...], Family], language: Language
) -> Family:
    """Return the family of a draft, the draft counted in."""
    name = (draft.kind, draft.key[0].text, *(lure.text for lure in pool))
    if name not in families:
        shown = len(pool) if draft.kind == "written" else min(OPTIONS - 1, len(pool))
        families[name] = Family(draft.kind, name[1], name[2:], shown, language)
    families[name].count(draft.stem)
    return families[name]


def balance(families: Sequence[Family]) -> set[Family]:
    """Choose for each family so that no strategy is further from chance than need be.

    Returns families to be asked without options: some of what a strategy finds, where chance cannot explain it.
    """
    judges = _Judges(families)
    for family in sorted(families, key=lambda family: -family.size):  # small ones fill the gaps that large ones leave
        family.chosen = judges.best(family)
        judges.join(family)
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

    def best(self, family: Family) -> int:
        """Return the choice of wrong answers that costs least, were the family to join now."""
        choices = range(len(family.lure_sets))
        costs = [sum(t.cost(t.joined(family, choice)) for t in self.of(family)) for choice in choices]
        return costs.index(min(costs))

    def join(self, family: Family) -> None:
        """Count a family."""
        for tally in self.of(family):
            tally.join(family)

    def unfair(self) -> set[Family]:
        """Return families whose keys are guessed, as many as it takes, those that can be done without first."""
        dropped: set[Family] = set()
        for tally in (self.every, *self.kinds.values()):
            tally.recount()
        for judge in (self.every, *self.kinds.values()):
            while found := judge.beyond():
                n, most = found
                guessed = [family for family in judge.guessed(n) if family.kind != "written"]
                if not guessed:
                    break
                for least in sorted(guessed, key=lambda family: family.size):
                    if judge.excess(n) <= most:
                        break
                    dropped.add(least)
                    for tally in self.of(least):
                        tally.leave(least)
        return dropped


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
    """Return key and lures mixed; what is to be put in order never stands in it already. A list stays as it is read."""
    if draft.answering == "list":
        return draft.key
    answers = [*draft.key, *draft.lures]
    found = sorted(answers, key=lambda answer: digest(draft.id + answer.text, 16))
    if draft.answering in ("order", "match") and found == list(draft.key) and len(found) > 1:
        found = [*found[1:], found[0]]
    return tuple(found)
