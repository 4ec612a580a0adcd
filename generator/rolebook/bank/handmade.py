"""Questions written by hand under docs/quizzes/, which may also replace or retire generated ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.kinds.quizzes.model import Question as Handmade
from rolebook.kinds.quizzes.model import Quiz
from rolebook.model.address import Address
from rolebook.model.base import FieldPath


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield every question written by hand."""
    for quiz in context.handbook.of(Quiz):
        about = tuple(address.page for text in quiz.about if (address := Address.parse(text)))
        for question in quiz.questions:
            yield _draft(context, quiz, question, about)


class Retired(NamedTuple):
    """The id of a generated question that a quiz takes out or has written better, and where it says so."""

    quiz: Address
    path: FieldPath
    id: str


def retired(context: QuizContext) -> Iterator[Retired]:
    """Yield all that is retired or replaced."""
    for quiz in context.handbook.of(Quiz):
        for n, id in enumerate(quiz.retires):
            yield Retired(quiz.address, ("retires", n), id)
        for n, question in enumerate(quiz.questions):
            if question.replaces:
                yield Retired(quiz.address, ("questions", n, "replaces"), question.replaces)


def _draft(context: QuizContext, quiz: Quiz, question: Handmade, about: tuple[Address, ...]) -> Draft:
    records = context.handbook.records
    own = quiz.address._replace(item=question.id)
    item = Address.parse(question.item) if question.item else None
    fact = item if item and context.handbook.has(item) else own
    about = (*about, *((item.page,) if item else ()))
    # Where the title of the page would answer it, it is not asked.
    titled = {page for page in about if page in records and records[page].title in question.answer}
    quizzes = tuple(dict.fromkeys((*(page for page in about if page not in titled), quiz.address)))
    common = {
        "kind": "written",
        "stem": question.stem,
        "facts": (fact,),
        "explain": question.explain or ("" if item else _key(context, question)),
        "quizzes": quizzes,
        "name": f"written-{quiz.first.record}-{question.id}",
        "tolerance": question.tolerance,
    }
    return Draft(**common, **_answers(context, question))  # type: ignore[arg-type]  # every field by its name


def _key(context: QuizContext, question: Handmade) -> str:
    """Return the answer as an explanation, of a question that is about no line and explains nothing itself."""
    if question.pairs:
        return context.t("text.semicolon").join(f"{left} — {right}" for left, right in question.pairs.items())
    texts = question.options if question.kind == "order" else question.answer
    return (" → " if question.kind == "order" else context.t("text.comma")).join(texts)


def _answers(context: QuizContext, question: Handmade) -> dict[str, object]:
    """Return key, wrong answers and how it is answered."""
    key = tuple(Answer(text) for text in question.answer)
    match question.kind:
        case "single" | "several":
            lures = tuple(Answer(text) for text in question.options if text not in question.answer)
            return {"key": key, "lures": lures, "answering": question.kind}
        case "true_false":
            both = (context.t("ask.true"), context.t("ask.false"))
            right = both[0] if context.grammar.truth(question.answer[0]) else both[1]
            return {"key": (Answer(right),), "lures": tuple(Answer(text) for text in both if text != right)}
        case "order":
            return {"key": tuple(Answer(text) for text in question.options), "answering": "order"}
        case "match":
            rights = tuple(Answer(text) for text in question.pairs.values())
            return {"key": rights, "lefts": tuple(question.pairs), "answering": "match"}
    found = context.handbook.language.numbers.amounts(question.answer[0]) if question.kind == "number" else []
    unit = found[0].unit.text if len(found) == 1 else ""
    behind = unit if question.answer[0].endswith(unit) else ""
    return {"key": key[:1], "answering": question.kind, "unit": behind}
