"""What the question kinds have to know of a handbook: lines cut into clauses, who stands beside whom, what is alike.

Everything is computed once and looked up afterwards, so that a bank grows linearly with the number of lines.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from generator.model.address import Address
from generator.model.handbook import Handbook, Line, posts
from generator.model.procedure import Procedure
from generator.model.record import Part, Record
from generator.model.role import Role
from generator.model.script import Script
from generator.model.standard import Standard
from generator.render import plain
from generator.strings import Strings
from generator.views.quizzes.clauses import quotable
from generator.views.quizzes.question import draw

ASKED = (Role, Procedure, Script, Standard)
"""The kinds questions are made from; checklists repeat their lines, forms have no lines of their own."""
NEAR = 12
"""How many other records of its kind a record is compared with; a bound, so that the work stays linear."""
BLANK = "＿＿＿＿"
_SILENT = re.compile(r"[\W_]+")


class Survey:
    """A handbook as the question kinds see it, with the words of the interface."""

    def __init__(self, handbook: Handbook, t: Strings) -> None:
        self.handbook, self.t = handbook, t

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line a question may be made from, in reading order."""
        return tuple(line for line in self.handbook.lines.values() if isinstance(line.record, ASKED))

    def line(self, address: str) -> Line | None:
        """Return the line at an address, or None where there is none."""
        parsed = Address.parse(address)
        return self.handbook.lines.get(parsed) if parsed else None

    # words

    @cached_property
    def _folds(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        same: dict[str, str] = {}
        for group in self.handbook.synonyms:
            if not group.finds:
                same |= dict.fromkeys(group.words, group.words[0])
        return re.compile("|".join(map(re.escape, sorted(same, key=len, reverse=True))) or "(?!)"), same

    def fold(self, text: str) -> str:
        """Return a text without punctuation, words that mean the same made equal."""
        pattern, same = self._folds
        text = _SILENT.sub("", text).lower()
        return pattern.sub(lambda m: same[m[0]], text) if same else text

    @cached_property
    def _folded(self) -> dict[str, frozenset[str]]:
        return {}

    def pairs(self, text: str) -> frozenset[str]:
        """Return the pairs of neighbouring characters of a text, folded."""
        if (found := self._folded.get(text)) is None:
            folded = self.fold(text)
            found = self._folded[text] = frozenset(map("".join, itertools.pairwise(folded)))
        return found

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        count: Counter[str] = Counter()
        for line in self.lines:
            count.update(self.pairs(line.item.text))
        total = len(self.lines) or 1
        return {pair: math.log(1 + total / n) for pair, n in count.items()}

    @cached_property
    def _totals(self) -> dict[str, float]:
        return {}

    def weight(self, pairs: Iterable[str]) -> float:
        """Return how much a set of pairs says: rare ones say more (inverse document frequency)."""
        weights = self._weights
        return sum([weights[pair] for pair in pairs if pair in weights])

    def shared(self, text: str, pairs: frozenset[str]) -> float:
        """Return which part, 0 to 1, of what `text` says is found in `pairs`."""
        return self.weight(self.pairs(text) & pairs) / self._total(text)

    def _total(self, text: str) -> float:
        if (total := self._totals.get(text)) is None:
            total = self._totals[text] = self.weight(self.pairs(text)) or 1.0
        return total

    # clauses

    @cached_property
    def _units(self) -> dict[Address, tuple[str, ...]]:
        return {line.address: tuple(self._cut(line)) for line in self.lines}

    def units(self, line: Line) -> tuple[str, ...]:
        """Return the clauses of a line that can be quoted alone and state none of its numbers."""
        return self._units[line.address]

    def _cut(self, line: Line) -> Iterator[str]:
        numbers = {word for measure in line.item.measures for word in measure.words(line.item.text).values()}
        for clause in quotable(plain(line.item.text)):
            if not any(word in clause for word in numbers) and "{" not in clause:
                yield clause

    def dealt(self, line: Line) -> tuple[str, tuple[str, ...]]:
        """Return the clause of a line that asks for its owner ("" for none), and the clauses left to other kinds.

        A clause that one kind shows in its stem would answer the other's, so a line's clauses are dealt out: the
        longest asks for the owner; where there is but one, it goes to one side by the line's address.
        """
        units = self.units(line)
        if len(units) > 1:
            owned = max(units, key=lambda unit: (len(unit), unit))
            return owned, tuple(unit for unit in units if unit != owned)
        alone = isinstance(line.record, Role) and draw(f"dealt|{line.address}") < 0.5
        return (units[0], ()) if units and alone else ("", units)

    # neighbours

    @cached_property
    def _near(self) -> dict[Address, tuple[Record, ...]]:
        found: dict[Address, tuple[Record, ...]] = {}
        groups: dict[tuple[str, bool], list[Record]] = {}
        for record in self.handbook.records.values():
            groups.setdefault((record.folder, getattr(record, "is_department", False)), []).append(record)
        for group in groups.values():
            by_department: dict[str, list[Record]] = {}
            for record in group:
                by_department.setdefault(getattr(record, "department", ""), []).append(record)
            within = {record.address: n for members in by_department.values() for n, record in enumerate(members)}
            for n, record in enumerate(group):
                members = by_department[getattr(record, "department", "")]
                first = _ring(members, within[record.address], NEAR)
                others = {other.address: other for other in (*first, *_ring(group, n, NEAR))}
                found[record.address] = tuple(others.values())[: NEAR + 4]
        return found

    def near(self, record: Record) -> tuple[Record, ...]:
        """Return other records of its sort, those of its department first."""
        return self._near[record.address]

    @cached_property
    def _says(self) -> dict[Address, frozenset[str]]:
        found: dict[Address, set[str]] = {}
        for line in self.lines:
            found.setdefault(line.record.address, set()).update(self.pairs(line.item.text))
        return {address: frozenset(pairs) for address, pairs in found.items()}

    def says(self, record: Record) -> frozenset[str]:
        """Return the pairs of all lines of a record."""
        return self._says.get(record.address, frozenset())

    @cached_property
    def _by_record(self) -> dict[Address, list[Line]]:
        found: dict[Address, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.record.address, []).append(line)
        return found

    def of(self, record: Record) -> list[Line]:
        """Return the lines of a record."""
        return self._by_record.get(record.address, [])

    @cached_property
    def _said_by(self) -> dict[Address, tuple[list[str], dict[str, list[int]]]]:
        """For each record the part each line belongs to, and in which lines each pair stands."""
        found = {}
        for record, lines in self._by_record.items():
            where: dict[str, list[int]] = {}
            for n, line in enumerate(lines):
                for pair in self.pairs(line.item.text):
                    where.setdefault(pair, []).append(n)
            found[record] = ([line.part.anchor for line in lines], where)
        return found

    def alike(self, text: str, record: Record, part: Part | None = None) -> float:
        """Return how much of `text` the line of a record (or of one part of it) says that comes nearest, 0 to 1."""
        parts, where = self._said_by.get(record.address, ((), {}))
        said = [0.0] * len(parts)
        for pair in sorted(self.pairs(text) & where.keys()):
            weight = self._weights[pair]
            for n in where[pair]:
                said[n] += weight
        of = said if part is None else [much for much, anchor in zip(said, parts, strict=True) if anchor == part.anchor]
        return max(of, default=0.0) / self._total(text)

    # names

    @cached_property
    def _names(self) -> Mapping[Address, tuple[str, ...]]:
        return {
            record.address: tuple(sorted({record.title, *record.aliases}, key=lambda name: (-len(name), name)))
            for record in self.handbook.records.values()
        }

    def names(self, record: Record) -> tuple[str, ...]:
        """Return what a record is called, the longest name first."""
        return self._names[record.address]

    def masked(self, text: str, record: Record) -> str:
        """Return a text in which a post does not name itself; other records are left as they are."""
        if not isinstance(record, Role):
            return text
        own = self.t("ask.this_post")
        for name in self.names(record):
            text = text.replace(name, own)
        return text

    @cached_property
    def people(self) -> frozenset[str]:
        """Everyone a record names as a post, with or without a record of his own."""
        named = {name for record in self.handbook.records.values() for name in posts(record)}
        return frozenset(name for name in named if not self.handbook.role(name)) | frozenset(
            name for role in self.handbook.of(Role) for name in self.names(role)
        )


@lru_cache(maxsize=1)
def surveyed(handbook: Handbook, language: str) -> Survey:
    """Return the survey of a handbook; making a bank and judging it share what it computes."""
    return Survey(handbook, Strings(language))


def _ring(members: list[Record], n: int, count: int) -> list[Record]:
    """Return up to `count` others, those that follow first and then from the beginning: each is near to as many."""
    return [members[(n + k) % len(members)] for k in range(1, min(count, len(members) - 1) + 1)]
