"""A question: first a draft with every wrong answer that would do, then what is asked, with the options chosen.

Addresses stay addresses until a bank is written; they are read again where one is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, get_args

from rolebook.model.address import Address
from rolebook.model.essence import essence

Kind = Literal[
    "measure",
    "situation",
    "order",
    "branch",
    "contrast",
    "handoff",
    "form",
    "never",
    "list",
    "line",
    "cloze",
    "written",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Answering = Literal["single", "several", "order", "match", "number", "typed", "recall", "list"]
"""How a question is answered: pick one, pick some, arrange, pair, type a number or a short text, recall and grade
oneself, say all and tick off what was missed.

Of a question to be typed or recalled the wrong answers are for a second form, in which one is picked.
"""
PICKED: tuple[Answering, ...] = ("single", "number", "typed", "recall")
"""What is answered, or may be in its second form, by picking one."""


@dataclass(frozen=True)
class Answer:
    """A text to choose, and the line or record it was taken from (None where it was made up)."""

    text: str
    origin: Address | None = None

    @cached_property
    def id(self) -> str:
        """An id made from the text, so that an answer stays the same wherever it is shown."""
        return "o" + digest(self.text, 6)


@dataclass(frozen=True)
class Draft:
    """A question before its options are chosen. `facts` are the lines it is made from, the first of them its source."""

    kind: Kind
    stem: str
    key: tuple[Answer, ...]
    facts: tuple[Address, ...]
    lures: tuple[Answer, ...] = ()
    """wrong answers, the most plausible first; none where the key itself is all that is shown"""
    facet: str = ""
    """what tells apart several questions of one kind about one line: a measure's name, a step"""
    answering: Answering = "single"
    explain: str = ""
    """shown after answering; "" quotes the first fact"""
    lefts: tuple[str, ...] = ()
    """for match: what the options of the key belong to, in the key's order"""
    tolerance: float = 0
    quizzes: tuple[Address, ...] = ()
    """the records whose quiz it stands in; empty: those of its facts"""
    unit: str = ""
    """for number: what stands beside the field"""
    name: str = ""
    """an id that is not made from the first line: one given by hand, or of a record that was renamed"""
    choice: str = ""
    """of drafts of one kind with the same choice one is kept, the first that gives nothing away"""
    soft: bool = False
    """what may be guessed: asked of a line that nothing else asks about"""

    @cached_property
    def id(self) -> str:
        """The author's id, or one made from kind, first line and what the facet says.

        Never from position, options or chance.
        """
        return self.name or self.id_at(self.facts[0])

    def id_at(self, fact: Address) -> str:
        """Return the id made from this kind and facet, were the first line at another address."""
        return f"{self.kind}-{digest(f'{self.kind}|{fact}|{essence(self.facet)}', 10)}"


@dataclass(frozen=True)
class Source:
    """The address of the fact (None where a bank that was read names none), and where it was written."""

    item: Address | None
    file: str
    line: int


@dataclass(frozen=True)
class Question:
    """A question as it is asked; `options` stand in the order to be shown.

    With another `revision` what was learnt of it is due again, with another `answer` it is learnt anew.
    """

    id: str
    revision: str
    answer: str
    kind: Kind
    answering: Answering
    stem: str
    options: tuple[Answer, ...]
    key: tuple[str, ...]
    explain: str
    source: Source
    facts: tuple[Address, ...]
    quizzes: tuple[Address, ...]
    lefts: tuple[str, ...] = ()
    tolerance: float = 0
    unit: str = ""
    facet: str = field(default="", compare=False)

    @cached_property
    def keyed(self) -> tuple[Answer, ...]:
        """The right options, in the key's order."""
        known = {option.id: option for option in self.options}
        return tuple(known[id] for id in self.key if id in known)

    @property
    def is_picked(self) -> bool:
        """Whether one of its options is picked, at once or in its second form."""
        return self.answering in PICKED and len(self.options) > len(self.key)

    @property
    def lures(self) -> tuple[Answer, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if option.id not in self.key)

    def reworded(self, words: Callable[[str], str]) -> Question:
        """Return the same question in other words: it keeps its id and its revision, and each option its id."""
        return replace(
            self,
            stem=words(self.stem),
            options=tuple(_Shown(words(option.text), option.origin, option.id) for option in self.options),
            explain=words(self.explain),
            lefts=tuple(words(left) for left in self.lefts),
            unit=words(self.unit),
        )

    def json(self, href: Callable[[Address], str]) -> dict[str, Any]:
        """Return the question as the bank has it, `href` making the link to its source.

        Fields that only some answerings have are left out where they say nothing.
        """
        extra: dict[str, Any] = {"lefts": list(self.lefts)} if self.lefts else {}
        extra |= {"tolerance": self.tolerance} if self.tolerance else {}
        extra |= {"unit": self.unit} if self.answering == "number" else {}
        return {
            "id": self.id,
            "revision": self.revision,
            "answer": self.answer,
            "kind": self.kind,
            "answering": self.answering,
            "stem": self.stem,
            "options": [
                {"id": option.id, "text": option.text, "from": _text(option.origin)} for option in self.options
            ],
            "key": list(self.key),
            "explain": self.explain,
            "source": {
                "item": _text(self.source.item),
                "file": self.source.file,
                "line": self.source.line,
                "href": href(self.source.item) if self.source.item else "",
            },
            "facts": [str(fact) for fact in self.facts],
            "quizzes": [str(quiz) for quiz in self.quizzes],
            **extra,
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Question:
        """Read what `json` wrote. Raises KeyError, TypeError or ValueError where it is no question."""
        source = data.get("source") or {}
        return cls(
            id=data["id"],
            revision=data["revision"],
            answer=data.get("answer", ""),
            kind=data["kind"],
            answering=data.get("answering", "single"),
            stem=data["stem"],
            options=tuple(
                _Shown(option["text"], _address(option.get("from", "")), option["id"]) for option in data["options"]
            ),
            key=tuple(data["key"]),
            explain=data.get("explain", ""),
            source=Source(_address(source.get("item", "")), source.get("file", ""), source.get("line", 0)),
            facts=tuple(map(_known, data.get("facts", ()))),
            quizzes=tuple(map(_known, data.get("quizzes", ()))),
            lefts=tuple(data.get("lefts", ())),
            tolerance=data.get("tolerance", 0),
            unit=data.get("unit", ""),
        )


@dataclass(frozen=True)
class _Shown(Answer):
    """An option read from a bank, under the id it has there."""

    given: str = ""

    @cached_property
    def id(self) -> str:
        return self.given


def _text(address: Address | None) -> str:
    return str(address) if address else ""


def _address(text: str) -> Address | None:
    return _known(text) if text else None


def _known(text: str) -> Address:
    """Read an address. Raises ValueError where it is none."""
    if (address := Address.parse(text)) is None:
        raise ValueError(text)
    return address


def digest(text: str, length: int) -> str:
    """Return the first `length` hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def draw(text: str) -> float:
    """Return a number in [0, 1) that depends on nothing but `text`: chance that comes out the same every time."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 0x100000000
