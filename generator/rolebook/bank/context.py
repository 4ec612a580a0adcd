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

from rolebook.bank.neighbours import neighbours
from rolebook.kinds import kind_of
from rolebook.kinds.roles.model import Role
from rolebook.language.quantity import Quantity
from rolebook.language.strings import Strings
from rolebook.language.wordlist import words_of
from rolebook.measure_label import measure_label
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook, PlacedItem
from rolebook.model.inline import plain
from rolebook.model.record import Record

NAME = 4
"""An act that begins with this many characters of its post's title names the post: 吧台客服员 for 吧台岗客服员; one
less where the title ends so: 客服员."""
_SILENT = re.compile(r"[\W_]+")


class QuizContext:
    """A handbook as the question kinds see it, with the words of the interface."""

    def __init__(self, handbook: Handbook, t: Strings) -> None:
        self.handbook, self.t = handbook, t
        self.grammar = handbook.language.grammar
        self._joint = " " if self.grammar.spaced else ""
        self._folded: dict[str, frozenset[str]] = {}
        self._totals: dict[str, float] = {}

    @cached_property
    def lines(self) -> tuple[PlacedItem, ...]:
        """Every line a question may be made from, in reading order."""
        return tuple(line for line in self.handbook.lines.values() if kind_of(line.record).asked)

    def line(self, address: Address | None) -> PlacedItem | None:
        """Return the line at an address, or None where there is none."""
        return self.handbook.lines.get(address) if address else None

    # words

    @cached_property
    def _folds(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        same: dict[str, str] = {}
        for group in self.handbook.synonyms:
            if not group.finds:
                words = [word.lower() for word in group.words]
                same |= dict.fromkeys(words, words[0])
        return words_of(tuple(same)), same

    def fold(self, text: str) -> str:
        """Return a text without punctuation, words that mean the same made equal."""
        pattern, same = self._folds
        text = _SILENT.sub(self._joint, text).lower().strip()
        return pattern.sub(lambda m: same[m[0]], text) if same else text

    def pairs(self, text: str) -> frozenset[str]:
        """Return a text in small pieces, folded: pairs of characters, or its words where blanks part them."""
        if (found := self._folded.get(text)) is None:
            spaced = self.grammar.spaced
            found = self.signs(text) if spaced else frozenset(map("".join, itertools.pairwise(self.fold(text))))
            self._folded[text] = found
        return found

    def signs(self, text: str) -> frozenset[str]:
        """Return the characters of a text, or its words where blanks part them, that are no mere function words."""
        folded = self.fold(text)
        signs = folded.split() if self.grammar.spaced else folded
        return frozenset(sign for sign in signs if not self.grammar.words.is_function(sign))

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        count: Counter[str] = Counter()
        for line in self.lines:
            count.update(self.pairs(line.item.text))
        total = len(self.lines) or 1
        return {pair: math.log(1 + total / n) for pair, n in count.items()}

    def weight(self, pairs: Iterable[str]) -> float:
        """Return how much a set of pairs says: rare ones say more (inverse document frequency)."""
        weights = self._weights
        return sum([weights[pair] for pair in pairs if pair in weights])

    def shared(self, text: str, pairs: frozenset[str]) -> float:
        """Return which part, 0 to 1, of what `text` says is found in `pairs`."""
        return self.weight(self.pairs(text) & pairs) / self.total(text)

    def total(self, text: str) -> float:
        """Return how much a text says (see `weight`); of what says nothing 1, so that it can be divided by."""
        if (total := self._totals.get(text)) is None:
            total = self._totals[text] = self.weight(self.pairs(text)) or 1.0
        return total

    def is_rare(self, text: str, most: int) -> bool:
        """Tell whether something in a text stands in no more than so many lines."""
        return any(self._weights.get(pair, 0.0) >= math.log(1 + len(self.lines) / most) for pair in self.pairs(text))

    def telling(self, text: str) -> float:
        """Return how rare, 0 to 1, what a text says is in the handbook on the average: commonplaces say little."""
        pairs = self.pairs(text)
        rarest = math.log(1 + (len(self.lines) or 1))
        return self.weight(pairs) / (len(pairs) or 1) / rarest

    # clauses

    def clauses(self, line: PlacedItem) -> tuple[str, ...]:
        """Return the clauses of a line that can be quoted alone and state none of its numbers."""
        return tuple(self._cut(line))

    @cached_property
    def numbers(self) -> Mapping[Address, tuple[Quantity, ...]]:
        """The numbers of each line."""
        read = self.handbook.language.numbers_of
        texts = ((line.address, plain(line.item.text)) for line in self.lines)
        return {address: read(text).stated(text) for address, text in texts}

    def quantities(self, text: str) -> list[Quantity]:
        """Return the quantities of a text that are numbers, see `is_number`."""
        found = self.handbook.language.numbers_of(text).stated(text)
        return [quantity for quantity in found if self.is_number(text, quantity)]

    def is_number(self, text: str, quantity: Quantity) -> bool:
        """Tell whether a quantity is a number in words or digits, no 每日, and no article such as 一种."""
        words = text[slice(*quantity.spans[0])]
        return not self.grammar.asking.is_idle(words) and bool(self.handbook.language.numbers.amounts(words))

    def _cut(self, line: PlacedItem) -> Iterator[str]:
        language = self.handbook.language
        measured = (measure.words(line.item.text, language) for measure in line.item.measures)
        numbers = {word for words in measured for word in words.values()}
        for clause in self.grammar.quotable(plain(line.item.text)):
            if not any(word in clause for word in numbers) and "{" not in clause:
                yield clause

    @cached_property
    def labels(self) -> Mapping[Address, tuple[str, ...]]:
        """The measures of each line in words."""
        language = self.handbook.language
        return {
            line.address: tuple(measure_label(m, line.item.text, language, self.t) for m in line.item.measures)
            for line in self.lines
        }

    # neighbours

    @cached_property
    def _near(self) -> Mapping[Address, tuple[Record, ...]]:
        return neighbours(self.handbook.records.values())

    def near(self, record: Record) -> tuple[Record, ...]:
        """Return other records of its kind, those of its department first."""
        return self._near[record.address]

    @cached_property
    def _by_record(self) -> dict[Address, list[PlacedItem]]:
        found: dict[Address, list[PlacedItem]] = {}
        for line in self.lines:
            found.setdefault(line.record.address, []).append(line)
        return found

    def of(self, record: Record) -> list[PlacedItem]:
        """Return the lines of a record."""
        return self._by_record.get(record.address, [])

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

    def unnamed(self, act: str, record: Record) -> str:
        """Return an act without the post that does it: by a name it has, or one made of its title's characters."""
        if not isinstance(record, Role):
            return act
        if named := self.names_in(act, record).match(act):
            act = act[named.end() :].strip()
        if self.grammar.spaced:
            return act
        own = next((n for n, character in enumerate(act) if character not in record.title), len(act))
        if own >= NAME:
            return act[own:]
        return act[NAME - 1 :] if record.title.endswith(act[: NAME - 1]) else act

    def names_in(self, text: str, record: Record) -> re.Pattern[str]:
        """Return an expression for those names of a record that may stand in a text."""
        small = text.lower()  # to see that a text has none of the names is quicker than to compile an expression
        return words_of(tuple(name for name in self.names(record) if name.lower().split()[0] in small))

    @cached_property
    def people(self) -> frozenset[str]:
        """Everyone a record names as a post, with or without a record of his own."""
        named = {name for record in self.handbook.records.values() for name in record.posts}
        return frozenset(name for name in named if not self.handbook.role(name)) | frozenset(
            name for role in self.handbook.of(Role) for name in self.names(role)
        )


@lru_cache(maxsize=1)
def quiz_context(handbook: Handbook, language: str) -> QuizContext:
    """Return the context of a handbook; making a bank and judging it share what it computes."""
    return QuizContext(handbook, Strings(language))
