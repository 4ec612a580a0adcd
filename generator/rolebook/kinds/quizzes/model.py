"""Questions written by hand; most questions are made from the lines and need no record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from rolebook.errors import Message
from rolebook.language import Language
from rolebook.model.base import Fault, FieldPath, Id, Model, objection
from rolebook.model.item import Item
from rolebook.model.measure import Text
from rolebook.model.record import Part, Record

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook

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
"""What a question of a kind must have; beside it only a number may have something more."""
MAY: dict[str, tuple[str, ...]] = {"number": ("tolerance",)}
WITH_ONE_ANSWER = ("single", "true_false", "number", "recall")


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class Question(Model):
    """One question. Which of options, answer, pairs, tolerance it has depends on its kind."""

    id: Id
    kind: QuestionKind
    stem: Text
    options: tuple[Text, ...] = ()
    """for single and several: what to choose from; for order: the right order"""
    answer: Annotated[tuple[Text, ...], BeforeValidator(_as_list, json_schema_input_type=str | tuple[Text, ...])] = ()
    """the right options; 对 or 错; a number; the text to recall"""
    pairs: dict[Text, Text] = Field(default_factory=dict)
    tolerance: Annotated[float, Field(ge=0)] = 0
    explain: str = ""
    """shown after answering; without it the line the question is about is"""
    item: Text | None = None
    """address of the line the question is about"""
    replaces: Id | None = None
    """id of a generated question this one stands in for"""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        for name in NEEDS[self.kind]:
            if not getattr(self, name):
                raise objection("question-incomplete", kind=self.kind, key=name)
        for name in ("options", "answer", "pairs", "tolerance"):
            if getattr(self, name) and name not in (*NEEDS[self.kind], *MAY.get(self.kind, ())):
                raise objection("question-key-of-no-use", kind=self.kind, key=name)
        if self.options and (stray := [text for text in self.answer if text not in self.options]):
            raise objection("answer-not-among-options", answer=stray[0])
        if self.kind in WITH_ONE_ANSWER and len(self.answer) != 1:
            raise objection("single-with-several-answers", kind=self.kind)
        if twice := [text for text, count in Counter(self.options).items() if count > 1]:
            raise objection("option-twice", option=twice[0])
        return self


class Quiz(Record):
    """A set of written questions; `retires` takes generated ones out."""

    folder: ClassVar[str] = "quizzes"
    of_lines: ClassVar[frozenset[str]] = frozenset(("item",))
    most_lines: ClassVar[int] = 10_000
    """questions have no sheet"""

    about: tuple[Text, ...] = ()
    """the records this quiz belongs to, by address"""
    questions: tuple[Question, ...] = ()
    retires: tuple[Id, ...] = ()

    def parts(self) -> tuple[Part, ...]:
        """Return the stems as lines."""
        items = tuple(Item(text=question.stem, id=question.id) for question in self.questions)
        paths: tuple[FieldPath, ...] = tuple(("questions", n) for n, _ in enumerate(self.questions))
        return (Part("questions", "", "question", items, ("questions",), paths),) if items else ()

    def mentions(self) -> Iterator[tuple[FieldPath, str, str]]:
        """Yield the records and lines the questions are about."""
        yield from super().mentions()
        for n, text in enumerate(self.about):
            yield ("about", n), "", text
        for n, question in enumerate(self.questions):
            if question.item:
                yield ("questions", n, "item"), "", question.item

    def check(self, handbook: Handbook) -> Iterator[Fault]:
        """No two questions share an id; what is true and what is a number is told by words of the language."""
        seen: set[str] = set()
        for n, question in enumerate(self.questions):
            if question.id in seen:
                yield Fault(str(self.address), ("questions", n, "id"), Message("question-id-twice", id=question.id))
            seen.add(question.id)
            for answer in question.answer[:1]:
                if message := _no_answer(question.kind, answer, handbook.language):
                    yield Fault(str(self.address), ("questions", n, "answer", 0), message)


def _no_answer(kind: QuestionKind, answer: str, language: Language) -> Message | None:
    """Return why a text cannot answer a question of a kind; None where it can."""
    if kind == "true_false" and language.grammar.truth(answer) is None:
        return Message("answer-neither-true-nor-false", answer=answer)
    if kind == "number" and language.numbers.value(answer) is None and len(language.quantities(answer)) != 1:
        return Message("answer-no-number", answer=answer)
    return None
