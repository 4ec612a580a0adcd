"""Judging a bank: is every question fair, has it one true answer, is everything covered, can it be guessed?

Works on a bank as it is read from bank.json, so it judges what learners get and not how it was made.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rolebook.bank import guess, handoff, measure
from rolebook.bank.bank import Bank
from rolebook.bank.context import QuizContext, quiz_context
from rolebook.bank.coverage import coverage
from rolebook.bank.leaks import leaks
from rolebook.bank.question import Question
from rolebook.errors import Message, Place, Problem
from rolebook.language import Language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain

HOLDS: Mapping[str, Callable[[QuizContext, Question, str], bool]] = {
    "measure": measure.holds,
    "handoff": handoff.holds,
}
"""Whether an option is true, asked of the handbook once more; what is said and what is written have their key alone."""
COUNTED = ("measure", "written")
"""Kinds that ask for numbers: a number in another option is a name's own, as in 保安二岗."""
NUMBER = 12
"""A text with a number and this many characters or more is a sentence, not a number with its unit."""
TYPO = 0.9
"""An id as alike as this is one that was mistyped; otherwise the digits in it say nothing."""


class Odds(NamedTuple):
    """How a strategy of guessing does over some questions: hits against the 99 % bound of chance."""

    kind: str
    strategy: str
    hits: float
    expected: float
    bound: int
    questions: int

    @property
    def message(self) -> Message:
        """The finding, where there are too many hits."""
        return Message(
            "guessable",
            kind=self.kind,
            strategy=self.strategy,
            hits=self.hits,
            expected=self.expected,
            bound=self.bound,
            questions=self.questions,
        )


def lint(bank: Bank, handbook: Handbook, t: Strings, file: str = "bank.json") -> list[Problem]:
    """Return every fault of a bank, those of single questions first.

    `file` is what the bank is called where it is at fault as a whole.
    """
    context = quiz_context(handbook, t.language)
    found = [problem for question in bank.questions for problem in _question(context, question)]
    found += _given_away(bank, handbook.language)
    found += _unmatched(bank, handbook)
    found += _uncovered(bank, handbook, t)
    odds = strategies(bank, handbook.language)
    found += [Problem(file, 0, 0, found.message) for found in odds if found.hits > found.bound]
    return found


def _question(context: QuizContext, question: Question) -> Iterator[Problem]:
    """Yield what is wrong with one question."""
    for message in (
        *_form(question, context.handbook.language),
        *_titled(context, question),
        *_truth(context, question),
    ):
        yield _place(question).problem(message)


def _place(question: Question) -> Place:
    return Place(question.source.file, question.source.line, min(question.source.line, 1))


def _form(question: Question, language: Language) -> Iterator[Message]:
    me = question.id
    texts = [option.text.strip() for option in question.options]
    ids = [option.id for option in question.options]
    if not question.stem.strip():
        yield Message("stem-empty", question=me)
    if not question.explain.strip():
        yield Message("explanation-missing", question=me)
    if not question.source.item or not question.source.file:
        yield Message("source-missing", question=me)
    if not all(texts):
        yield Message("option-empty", question=me)
    for text, count in Counter(texts).items():
        if count > 1:
            yield Message("option-offered-twice", question=me, option=text)
    if len(set(ids)) < len(ids):
        yield Message("option-ids-alike", question=me)
    if not question.key or not set(question.key) <= set(ids):
        yield Message("key-not-among-options", question=me)
    for text in texts:
        if language.grammar.points_at_others(text):
            yield Message("option-about-options", question=me, option=text)
    if question.answering == "single" and (len(question.key) != 1 or len(texts) < 2):
        yield Message("keys-and-options", question=me, keys=len(question.key), options=len(texts))
    if question.answering == "order" and list(question.key) == ids:
        yield Message("order-given-away", question=me)
    if question.is_picked and (odd := unlike(texts, question.kind in COUNTED, language)):
        yield Message("option-unlike", question=me, option=odd)


def unlike(texts: list[str], counted: bool, language: Language) -> str:
    """Return an option that differs from the others in unit (where numbers may be asked for) or in brackets, or ""."""
    numeric = counted and all(guess.number(text, language) is not None and len(text) < NUMBER for text in texts)
    shapes = [_unit(text, language) if numeric else _manner(text, language) for text in texts]
    count = Counter(shapes)
    rare = min(shapes, key=lambda shape: (count[shape], shape))
    return texts[shapes.index(rare)] if len(count) > 1 else ""


def _unit(text: str, language: Language) -> str:
    """Return what the numbers of a text count: one hour and half an hour are of one form, and so are times of day."""
    amounts = language.numbers.amounts(text)
    return " ".join(["time"] if any(amount.is_time for amount in amounts) else [amount.unit.name for amount in amounts])


def _manner(text: str, language: Language) -> str:
    """Return how a text is written: as the name of a document, or as it is."""
    return "title" if language.grammar.names.is_titled(text) else "text"


def _titled(context: QuizContext, question: Question) -> Iterator[Message]:
    """Yield that the page's own title answers a question."""
    titles = {context.handbook.records[page].title for page in question.quizzes if page in context.handbook.records}
    if question.is_picked and question.keyed and question.keyed[0].text in titles:
        yield Message("key-is-title", question=question.id, key=question.keyed[0].text)


def _truth(context: QuizContext, question: Question) -> Iterator[Message]:
    holds = HOLDS.get(question.kind)
    if holds is None or not question.is_picked:
        return
    for option in question.options:
        true = holds(context, question, option.text)
        if true and option.id not in question.key:
            yield Message("option-true-as-well", question=question.id, option=option.text)
        if not true and option.id in question.key:
            yield Message("key-untrue", question=question.id, option=option.text)


def _given_away(bank: Bank, language: Language) -> Iterator[Problem]:
    """Yield stems that state the key of another question of the same quiz."""
    reported: set[tuple[str, str]] = set()
    for questions in bank.by_record.values():
        keys = [(other, other.keyed[0].text) for other in questions if other.keyed and other.keyed[0].text]
        for asked in questions:
            for other, key in keys:
                if key not in asked.stem or asked is other or not leaks(asked.stem, key, asked, other, language):
                    continue
                if (asked.id, other.id) not in reported:
                    reported.add((asked.id, other.id))
                    yield _place(asked).problem(Message("key-given-away", question=asked.id, key=key, other=other.id))


def _unmatched(bank: Bank, handbook: Handbook) -> Iterator[Problem]:
    """Yield what a quiz retires or replaces that is not made from any line, or not any more."""
    made = sorted({question.id for question in bank.questions})
    for quiz, path, id in bank.unmatched:
        near = next(iter(difflib.get_close_matches(id, made, n=1, cutoff=TYPO)), "")
        yield handbook.place(quiz, path).problem(Message("unknown-question", id=id, nearest=near))


def needless(bank: Bank, handbook: Handbook) -> Iterator[Problem]:
    """Yield what a quiz retires or replaces that is not asked any more, as its line is asked otherwise: no fault."""
    for (quiz, path, id), fact in bank.needless:
        line = handbook.lines.get(fact)
        said = plain(line.item.text) if line else str(fact)
        yield handbook.place(quiz, path).problem(Message("needless-retired", id=id, line=said))


def _uncovered(bank: Bank, handbook: Handbook, t: Strings) -> Iterator[Problem]:
    """Yield every measure, step, script branch and post without a question."""
    for needed in coverage(bank, handbook, t):
        if not needed.done:
            yield needed.place.problem(Message("without-question", thing=needed.thing, what=needed.what))


def strategies(bank: Bank, language: Language) -> Iterator[Odds]:
    """Yield how every strategy does over the bank ("all") and over each kind."""
    groups: dict[str, list[Question]] = {"all": []}
    for question in bank.questions:
        if question.is_picked and len(question.keyed) == 1:
            groups["all"].append(question)
            groups.setdefault(question.kind, []).append(question)
    for kind, questions in groups.items():
        yield from _odds(kind, questions, language)


def _odds(kind: str, questions: Sequence[Question], language: Language) -> Iterator[Odds]:
    seen = Counter(option.text for question in questions for option in question.options)
    sets = {question.id: frozenset(option.text for option in question.options) for question in questions}
    keys = Counter(question.keyed[0].text for question in questions)
    alike = Counter((question.keyed[0].text, sets[question.id]) for question in questions)
    hits: dict[str, list[tuple[float, float]]] = {}
    for question in questions:
        texts = [option.text for option in question.options]
        key = next(n for n, option in enumerate(question.options) if option.id == question.key[0])
        own = alike[texts[key], sets[question.id]]  # questions with the same options are one family
        keyed = [keys[text] - own * (n == key) for n, text in enumerate(texts)]
        for strategy, picked in guess.picks(question.stem, texts, seen, keyed, language).items():
            if strategy in guess.MUTE and not picked:
                continue
            hits.setdefault(strategy, []).append((guess.hit(picked, key, len(texts)), 1 / len(texts)))
    for strategy, results in hits.items():
        chances = [chance for _, chance in results]
        total = round(sum(hit for hit, _ in results), 6)  # thirds add up to a little more than they are
        yield Odds(kind, strategy, total, sum(chances), guess.bound(chances), len(results))
