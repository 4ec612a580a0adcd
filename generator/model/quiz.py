"""Questions written by hand; most questions are made from the lines and need no record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.model.base import Fault, Model, Path
from generator.model.item import Id, Item
from generator.model.measure import Text
from generator.model.record import Part, Record

QuestionKind = Literal["single", "several", "true_false", "number", "order", "match", "recall"]
NEEDS: dict[str, tuple[str, ...]] = {
    "single": ("options", "answer"),
    "several": ("options", "answer"),
    "true_false": ("answer",),
    "number": ("answer",),
    "order": ("options",),
    "match": ("pairs",),
    "recall": ("answer",),
}


class Question(Model):
    """One question. Which of options, answer, pairs, tolerance it has depends on its kind."""

    id: Id
    kind: QuestionKind
    stem: Text
    options: tuple[Text, ...] = ()
    """for single and several: what to choose from; for order: the right order"""
    answer: tuple[Text, ...] = ()
    """the right options; 对 or 错; a number; the text to recall"""
    pairs: dict[Text, Text] = Field(default_factory=dict)
    tolerance: Annotated[float, Field(ge=0)] = 0
    explain: Text
    """shown after answering"""
    item: Text | None = None
    """address of the line the question is about"""
    replaces: Id | None = None
    """id of a generated question this one stands in for"""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        for name in NEEDS[self.kind]:
            if not getattr(self, name):
                raise ValueError(f"a question of kind {self.kind} needs '{name}'")
        if self.kind in ("single", "several"):
            if stray := [text for text in self.answer if text not in self.options]:
                raise ValueError(f"the answer '{stray[0]}' is not among the options")
            if self.kind == "single" and len(self.answer) != 1:
                raise ValueError("a question of kind single has exactly one answer; for more use kind: several")
        if twice := [text for text, count in Counter(self.options).items() if count > 1]:
            raise ValueError(f"the option '{twice[0]}' stands twice")
        return self


class Quiz(Record):
    """A set of written questions; `retires` takes generated ones out."""

    folder: ClassVar[str] = "quizzes"

    about: tuple[Text, ...] = ()
    """the records this quiz belongs to, by address"""
    questions: tuple[Question, ...] = ()
    retires: tuple[Id, ...] = ()

    def parts(self) -> tuple[Part, ...]:
        """Return the stems as lines."""
        items = tuple(Item(text=question.stem, id=question.id) for question in self.questions)
        paths: tuple[Path, ...] = tuple(("questions", n) for n, _ in enumerate(self.questions))
        return (Part("questions", "", "question", items, ("questions",), paths),) if items else ()

    def mentions(self) -> Iterator[tuple[Path, str, str]]:
        """Yield the records and lines the questions are about."""
        yield from super().mentions()
        for n, text in enumerate(self.about):
            yield ("about", n), "", text
        for n, question in enumerate(self.questions):
            if question.item:
                yield ("questions", n, "item"), "", question.item

    def check(self) -> Iterator[Fault]:
        """No two questions share an id."""
        seen: set[str] = set()
        for n, question in enumerate(self.questions):
            if question.id in seen:
                yield Fault(
                    str(self.address),
                    ("questions", n, "id"),
                    f"two questions are called '{question.id}'",
                    "give each its own id",
                )
            seen.add(question.id)
