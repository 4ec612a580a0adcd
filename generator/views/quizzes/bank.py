"""The bank: every kind's questions, none giving another away, options chosen, in the order of the handbook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.model.address import Address
from generator.model.handbook import Handbook
from generator.model.item import Item
from generator.render import plain
from generator.strings import Strings
from generator.views import paths
from generator.views.quizzes import branch, cloze, fair, form, measure, member, never, order, owner, written
from generator.views.quizzes.question import Answer, Draft, Question, Source, digest
from generator.views.quizzes.survey import Survey, surveyed

KINDS: Mapping[str, Callable[[Survey], Iterable[Draft]]] = {
    "written": written.drafts,
    "measure": measure.drafts,
    "order": order.drafts,
    "branch": branch.drafts,
    "form": form.drafts,
    "never": never.drafts,
    "member": member.drafts,
    "owner": owner.drafts,
    "cloze": cloze.drafts,
}
"""How each kind is made. Of two questions that give each other away the kind that stands first here is kept."""
VERSION = 1


@dataclass(frozen=True)
class Bank:
    """All questions, in the order their facts are read."""

    questions: tuple[Question, ...]
    unmatched: tuple[written.Retired, ...] = ()
    """what quizzes retire though no line makes it"""

    @cached_property
    def revision(self) -> str:
        """A digest of all questions: printed on a signed record, so that it says what was asked."""
        return digest("".join(question.id + question.revision for question in self.questions), 8)

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions of each record's quiz, by address."""
        found: dict[str, list[Question]] = {}
        for question in self.questions:
            for record in question.quizzes:
                found.setdefault(record, []).append(question)
        return {record: tuple(questions) for record, questions in found.items()}

    def json(self) -> str:
        """Return the bank as JSON, one question a line."""
        lines = ",\n".join(dumped(question.json()) for question in self.questions)
        return f'{{"version":{VERSION},"revision":"{self.revision}","items":[\n{lines}\n]}}\n'

    @classmethod
    def read(cls, text: str) -> Bank:
        """Read what `json` wrote. Raises ValueError, KeyError or TypeError where it is no bank."""
        return cls(tuple(Question.read(item) for item in json.loads(text)["items"]))


def dumped(value: Any) -> str:
    """Return a value as compact JSON that can stand inside a script element."""
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
    )


def make(handbook: Handbook, t: Strings) -> Bank:
    """Make the bank of a handbook. The same handbook makes the same bank, byte for byte."""
    survey = surveyed(handbook, t.language)
    retired = list(written.retired(survey))
    out, made = {gone.id for gone in retired}, set[str]()
    drafts: list[Draft] = []
    for kind in KINDS.values():
        for draft in kind(survey):
            made.add(draft.id)
            if draft.id not in out:
                drafts.append(draft)
    kept = fair.arranged(_no_leaks(_merged(drafts)))
    kept += ((draft, draft.key) for draft in recalls(survey, {quiz for draft, _ in kept for quiz in draft.quizzes}))
    questions = [_question(survey, draft, options) for draft, options in kept]
    place = {str(address): n for n, address in enumerate((*handbook.records, *handbook.lines))}
    questions.sort(key=lambda q: (place.get(q.quizzes[0], 0), place.get(q.facts[0], 0), q.id))
    return Bank(tuple(questions), tuple(gone for gone in retired if gone.id not in made))


def recalls(survey: Survey, asked: Set[Address]) -> Iterator[Draft]:
    """Yield a question to answer from memory for every record that nothing else asks about.

    Its lines are too few, or too much like another's, to choose between.
    """
    for record in survey.handbook.records.values():
        lines = survey.of(record) if record.address not in asked else []
        if lines:
            stem = survey.t("ask.recall", title=record.title, section=lines[0].part.title or record.title)
            key = Answer(plain(lines[0].item.text), str(lines[0].address))
            yield Draft("cloze", stem, (key,), (lines[0].address,), (), "recall", "recall", quizzes=(record.address,))


def _merged(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts, those that ask the same and want the same made one: a line may stand word for word in two posts."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Draft]] = {}
    for draft in drafts:
        found.setdefault((draft.kind, draft.stem, tuple(answer.text for answer in draft.key)), []).append(draft)
    keys: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for kind, stem, key in found:
        keys.setdefault((kind, stem), set()).add(key)
    # A blank that two lines fill differently has two true answers; sections and forms have many, of which one is shown.
    for (kind, stem, _), same in found.items():
        if kind != "cloze" or len(keys[kind, stem]) == 1:
            facts = dict.fromkeys(fact for draft in same for fact in draft.facts)
            quizzes = dict.fromkeys(
                quiz for draft in same for quiz in draft.quizzes or (fact.page for fact in draft.facts)
            )
            yield replace(same[0], facts=tuple(facts), quizzes=tuple(quizzes))


def _no_leaks(drafts: Iterable[Draft]) -> list[Draft]:
    """Leave out what gives away, or is given away by, a question kept before in the same quiz; keep one of a choice."""
    kept: list[Draft] = []
    by_quiz: dict[Address, list[Draft]] = {}
    chosen: set[tuple[str, str, Address]] = set()
    for draft in drafts:
        choices = {(draft.kind, draft.choice, quiz) for quiz in draft.quizzes if draft.choice}
        rivals = [other for quiz in draft.quizzes for other in by_quiz.get(quiz, ())]
        stem, key = draft.stem, draft.key[0].text
        if not choices.isdisjoint(chosen) or any(
            leaks(stem, other.key[0].text, draft, other) or leaks(other.stem, key, other, draft) for other in rivals
        ):
            continue
        chosen |= choices
        kept.append(draft)
        for quiz in draft.quizzes:
            by_quiz.setdefault(quiz, []).append(draft)
    return kept


def leaks(stem: str, key: str, asked: Draft | Question, other: Draft | Question) -> bool:
    """Tell whether a stem states the key of another question.

    A post's name is no key to be hidden, as its whole quiz is about it, except beside the line it is asked for; nor are
    the two words of a true-or-false question.
    """
    if key not in stem or other.answering not in ("single", "recall", "number") or len(key) < 2:
        return False
    return other.kind not in ("owner", "order") or str(asked.facts[0]) == str(other.facts[0])


def _question(survey: Survey, draft: Draft, options: tuple[Answer, ...]) -> Question:
    facts = tuple(str(fact) for fact in draft.facts)
    return Question(
        id=draft.id,
        revision=_revision(survey, draft),
        kind=draft.kind,
        answering=draft.answering,
        stem=draft.stem,
        options=options,
        key=tuple(answer.id for answer in draft.key),
        explain=draft.explain or _quoted(survey, draft.facts[0]),
        source=_source(survey, draft),
        facts=facts,
        quizzes=tuple(str(quiz) for quiz in draft.quizzes),
        lefts=draft.lefts,
        tolerance=draft.tolerance,
        facet=draft.facet,
    )


def _revision(survey: Survey, draft: Draft) -> str:
    """Return a digest of what is asked and of the lines it rests on: other wrong answers make no new question."""
    told = [draft.kind, draft.facet, draft.explain, *(answer.text for answer in draft.key), *draft.lefts]
    for fact in draft.facts:
        line = survey.handbook.lines.get(fact)
        told.append(_stated(line.item) if line else str(fact))
    return digest("|".join(told), 8)


def _stated(item: Item) -> str:
    """Return the words of a line and what it measures."""
    return "|".join((item.text, *(f"{m.of} {m.when} {m.bounds} {m.unit}" for m in item.measures)))


def _quoted(survey: Survey, fact: Address) -> str:
    """Return the line a question is made from, as its explanation."""
    line, record = survey.handbook.lines.get(fact), survey.handbook.records[fact.page]
    part = survey.handbook.parts.get(fact) if line is None else line.part
    heading = f"{record.title} · {part.title}" if part and part.title else record.title
    text = plain(line.item.text) if line else (part.title if part else record.title)
    if line and hasattr(record, "spoken"):
        text = record.spoken(text)
    return survey.t("ask.explain", line=text, where=heading)


def _source(survey: Survey, draft: Draft) -> Source:
    fact = draft.facts[0]
    handbook = survey.handbook
    place = handbook.place(fact.page, _path(survey, fact))
    return Source(str(fact), place.file, place.line, paths.line_href("", fact))


def _path(survey: Survey, fact: Address) -> tuple[str | int, ...]:
    """Return where a line, or the section or step it names, stands in its file."""
    if line := survey.handbook.lines.get(fact):
        return line.path
    part = survey.handbook.parts.get(fact)
    return part.path[:-1] if part else ()
