"""Judging a bank: is every question fair, has it one true answer, is everything covered, can it be guessed?

Works on a bank as it is read from bank.json, so it judges what learners get and not how it was made.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.errors import Problem
from generator.model.handbook import Handbook, Place
from generator.strings import Strings
from generator.views.quizzes import branch, cloze, fair, form, guess, measure, member, never, owner
from generator.views.quizzes.bank import Bank, leaks
from generator.views.quizzes.coverage import coverage
from generator.views.quizzes.question import Question
from generator.views.quizzes.survey import Survey, surveyed

HOLDS: Mapping[str, Callable[[Survey, Question, str], bool]] = {
    "measure": measure.holds,
    "owner": owner.holds,
    "branch": branch.holds,
    "member": member.holds,
    "never": never.holds,
    "form": form.holds,
    "cloze": cloze.holds,
}
"""Whether an option is true, asked of the handbook once more; order and written questions have their key alone."""
COUNTED = ("measure", "written")
"""Kinds that ask for numbers: a number in another option is a name's own, as in 保安二岗."""
TYPO = 0.9
"""An id as alike as this is one that was mistyped; otherwise the digits in it say nothing."""
_ALL_OR_NONE = re.compile(
    r"^(?:以上|上述|前面)?(?:都|全部?|均|皆)(?:是|对|不是|不对|正确|错误)|^以上(?:都|全|均|皆)"
    r"|(?:all|none) of the above",
    re.I,
)


class Finding(NamedTuple):
    """A fault: the question ("" for the bank as a whole), where its line was written, what is wrong, the fix."""

    question: str
    place: Place
    message: str
    hint: str

    def problem(self, bank: str) -> Problem:
        """Return the finding as other faults are told; `bank` names the file where the bank as a whole is meant."""
        told = f"{self.question}: {self.message}" if self.question else self.message
        file, line, column = self.place
        return Problem(file or bank, line, column or min(line, 1), told, self.hint)


class Odds(NamedTuple):
    """How a way of guessing does over some questions: hits against the 99 % bound of chance."""

    kind: str
    strategy: str
    hits: float
    expected: float
    bound: int
    questions: int


def lint(bank: Bank, handbook: Handbook, t: Strings) -> list[Finding]:
    """Return every fault of a bank, those of single questions first."""
    survey = surveyed(handbook, t.language)
    found = [finding for question in bank.questions for finding in _question(survey, question)]
    found += _given_away(bank)
    found += _unmatched(bank, handbook)
    found += _uncovered(bank, handbook, t)
    for odds in strategies(bank):
        if odds.hits > odds.bound:
            told = f"'{odds.strategy}' finds {odds.hits:.1f} of {odds.questions} {odds.kind} keys; chance stays within"
            hint = "give those questions other wrong answers, or retire some"
            found.append(Finding("", Place("", 0), f"{told} {odds.bound}", hint))
    return found


def _question(survey: Survey, question: Question) -> Iterator[Finding]:
    """Yield what is wrong with one question."""
    place = Place(question.source.file, question.source.line)
    for message, hint in (*_form(question), *_truth(survey, question)):
        yield Finding(question.id, place, message, hint)


def _form(question: Question) -> Iterator[tuple[str, str]]:
    texts = [option.text.strip() for option in question.options]
    ids = [option.id for option in question.options]
    if not question.stem.strip():
        yield "the stem is empty", "write what is asked"
    if not question.explain.strip():
        yield "there is no explanation", "add 'explain'"
    if not question.source.item or not question.source.file or not question.source.href:
        yield "there is no source", "add 'item', the line it is about"
    if not all(texts):
        yield "an option is empty", "write it, or leave it out"
    for text, count in Counter(texts).items():
        if count > 1:
            yield f"the option '{text}' stands twice", "leave one out"
    if len(set(ids)) < len(ids):
        yield "two options have one id", "ids are made from texts: make those differ"
    if not question.key or not set(question.key) <= set(ids):
        yield "the key is not among the options", "the key names options by id"
    for text in texts:
        if _ALL_OR_NONE.search(text):
            yield f"the option '{text}' points at other options", "write what is true instead"
    if question.answering == "single" and (len(question.key) != 1 or len(texts) < 2):
        yield (
            f"{len(question.key)} keys among {len(texts)} options",
            "a single choice has one key and two options or more",
        )
    if question.answering == "order" and list(question.key) == ids:
        yield "the options stand in the right order already", "show them in another"
    if question.answering == "single" and (odd := unlike(texts, question.kind in COUNTED)):
        yield (
            f"the option '{odd}' is of another form than the others",
            "write all options alike: unit, brackets, length",
        )


def unlike(texts: list[str], counted: bool) -> str:
    """Return an option that differs from the others in unit (where numbers may be asked for) or in brackets, or ""."""
    numeric = counted and all(guess.number(text) is not None and len(text) < 12 for text in texts)
    shapes = Counter(_unit(text) if numeric else _manner(text) for text in texts)
    if len(shapes) < 2:
        return ""
    rare = min(shapes, key=lambda shape: (shapes[shape], shape))
    return next(text for text in texts if rare in (_manner(text), _unit(text)))


def _unit(text: str) -> str:
    """Return what is left of a number: its unit. 每日 and 每周, 一小时 and 半小时 are of one form."""
    if text.startswith("每"):
        return "每"
    return "分之" if "分之" in text else guess.skeleton(text).replace("个", "")


def _manner(text: str) -> str:
    """Return how a text is written: in title brackets, or as it is."""
    return "《》" if text.startswith("《") and text.endswith("》") else "text"


def _truth(survey: Survey, question: Question) -> Iterator[tuple[str, str]]:
    holds = HOLDS.get(question.kind)
    if holds is None or question.answering != "single":
        return
    for option in question.options:
        true = holds(survey, question, option.text)
        if true and option.id not in question.key:
            yield f"'{option.text}' is true as well", "two true options: retire the question, or make the lines differ"
        if not true and option.id in question.key:
            yield f"the key '{option.text}' is not what the line says", "build the bank again"


def _given_away(bank: Bank) -> Iterator[Finding]:
    """Yield stems that state the key of another question of the same quiz."""
    told: set[tuple[str, str]] = set()
    for questions in bank.by_record.values():
        keys = [(other, other.keyed[0].text) for other in questions if other.keyed and other.keyed[0].text]
        for asked in questions:
            for other, key in keys:
                if key not in asked.stem or asked is other or not leaks(asked.stem, key, asked, other):
                    continue
                if (asked.id, other.id) not in told:
                    told.add((asked.id, other.id))
                    place = Place(asked.source.file, asked.source.line)
                    hint = f"retire one of the two, or write one anew ({other.id})"
                    yield Finding(asked.id, place, f"the stem states '{key}', the key of another question", hint)


def _unmatched(bank: Bank, handbook: Handbook) -> Iterator[Finding]:
    """Yield what a quiz retires or replaces that is not made from any line, or not any more."""
    made = sorted({question.id for question in bank.questions})
    for quiz, path, id in bank.unmatched:
        close = difflib.get_close_matches(id, made, n=1, cutoff=TYPO)
        sheet = "remove it, or take an id from the review sheet: rolebook quiz report --sheet review.csv"
        hint = f"did you mean '{close[0]}'?" if close else sheet
        yield Finding("", handbook.place(quiz, path), f"no line makes a question '{id}'", hint)


def _uncovered(bank: Bank, handbook: Handbook, t: Strings) -> Iterator[Finding]:
    """Yield every measure, step, script branch and post without a question."""
    for what, place, covered in coverage(bank, handbook, t):
        if not covered:
            yield Finding("", place, f"{what} has no question", "write one under docs/quizzes/")


def strategies(bank: Bank) -> Iterator[Odds]:
    """Yield how every way of guessing does over the bank ("all") and over each kind with enough questions."""
    groups: dict[str, list[Question]] = {"all": []}
    for question in bank.questions:
        if question.answering == "single" and len(question.options) > 1 and len(question.keyed) == 1:
            groups["all"].append(question)
            groups.setdefault(question.kind, []).append(question)
    for kind, questions in groups.items():
        if kind == "all" or len(questions) >= fair.ENOUGH:
            yield from _odds(kind, questions)


def _odds(kind: str, questions: Iterable[Question]) -> Iterator[Odds]:
    seen = Counter(option.text for question in questions for option in question.options)
    hits: dict[str, list[tuple[float, float]]] = {}
    for question in questions:
        texts = [option.text for option in question.options]
        key = next(n for n, option in enumerate(question.options) if option.id == question.key[0])
        for strategy, picked in guess.picks(question.stem, texts, seen).items():
            if strategy == "middle" and not picked:
                continue
            hits.setdefault(strategy, []).append((guess.hit(picked, key, len(texts)), 1 / len(texts)))
    for strategy, results in hits.items():
        chances = [chance for _, chance in results]
        total = sum(hit for hit, _ in results)
        yield Odds(kind, strategy, total, sum(chances), guess.bound(chances), len(results))
