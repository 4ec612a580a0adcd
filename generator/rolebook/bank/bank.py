"""The bank: every kind's questions, none giving another away, options chosen, in the order of the handbook."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rolebook.bank import (
    branch,
    cloze,
    contrast,
    fair,
    form,
    handmade,
    handoff,
    line,
    listing,
    measure,
    needed,
    never,
    order,
    revision,
    section,
    situation,
)
from rolebook.bank.context import QuizContext, quiz_context
from rolebook.bank.handmade import Retired
from rolebook.bank.leaks import Rivals
from rolebook.bank.question import Answer, Draft, Question, Source, digest
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain

KINDS: Mapping[str, Callable[[QuizContext], Iterable[Draft]]] = {
    "written": handmade.drafts,
    "measure": measure.drafts,
    "situation": situation.drafts,
    "order": order.drafts,
    "branch": branch.drafts,
    "contrast": contrast.drafts,
    "handoff": handoff.drafts,
    "form": form.drafts,
    "never": never.drafts,
    "list": listing.drafts,
    "section": section.drafts,
}
"""How each kind is made. Of two questions that give each other away the kind that stands first here is kept."""
BLANKS = 10
"""At most one question in so many is a blank."""
VERSION = 1


@dataclass(frozen=True)
class Bank:
    """All questions, in the order their facts are read."""

    questions: tuple[Question, ...]
    unmatched: tuple[Retired, ...] = ()
    """what quizzes retire though no line makes it"""
    needless: tuple[tuple[Retired, Address], ...] = ()
    """what quizzes retire though it is not asked any more, and the line it was about, of which something else is"""

    @cached_property
    def revision(self) -> str:
        """A digest of all questions: printed on a signed record, so that it says what was asked."""
        return digest("".join(question.id + question.revision for question in self.questions), 8)

    @cached_property
    def by_record(self) -> Mapping[Address, tuple[Question, ...]]:
        """The questions of each record's quiz, by address."""
        found: dict[Address, list[Question]] = {}
        for question in self.questions:
            for record in question.quizzes:
                found.setdefault(record, []).append(question)
        return {record: tuple(questions) for record, questions in found.items()}

    def reworded(self, words: Callable[[str], str]) -> Bank:
        """Return the same questions in other words, under the same ids."""
        return replace(self, questions=tuple(question.reworded(words) for question in self.questions))

    def json(self, href: Callable[[Address], str]) -> str:
        """Return the bank as JSON, one question a line; `href` makes the link to a line."""
        return self.joined(dumped(question.json(href)) for question in self.questions)

    def joined(self, questions: Iterable[str]) -> str:
        """Return the bank of its questions, each as JSON already."""
        lines = ",\n".join(questions)
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
    context = quiz_context(handbook, t.language)
    retired = {gone.id: gone for gone in handmade.retired(context)}
    made: dict[str, Draft] = {}

    def wanted(drafts: Iterable[Draft]) -> Iterator[Draft]:
        for draft in _lasting(handbook, drafts):
            made[draft.id] = draft
            if draft.id not in retired:
                yield draft

    rivals, kept = Rivals(handbook.language), list[Draft]()

    def keep(drafts: Iterable[Draft]) -> None:
        kept.extend(draft for draft in _merged(list(drafts)) if rivals.admit(draft))

    drafts = [draft for kind in KINDS.values() for draft in wanted(kind(context))]
    keep(draft for draft in drafts if not draft.soft)
    keep(needed.needed(context, kept, (draft for draft in drafts if draft.soft)))
    for draft in itertools.islice(_blanks(context, kept, wanted, rivals), len(kept) // (BLANKS - 1)):
        kept.append(draft)
    keep(needed.needed(context, kept, wanted(line.drafts(context, needed.asked(kept)))))
    kept += _lasting(handbook, needed.recalls(context, {quiz for draft in kept for quiz in draft.quizzes}))
    questions = [_question(context, draft, options) for draft, options in fair.choose_options(kept, handbook.language)]
    place = {address: n for n, address in enumerate((*handbook.records, *handbook.lines))}
    questions.sort(key=lambda q: (place.get(q.quizzes[0], 0), _read(q, place), q.id))
    return Bank(tuple(questions), *_in_vain(context, retired.values(), kept, made))


def _read(question: Question, place: Mapping[Address, int]) -> int:
    """Return where it is read what a question is about; a list comes last, once its lines were asked about."""
    own = [place[fact] for fact in question.facts if fact.page == question.facts[0].page and fact in place]
    return max(own, default=0) if question.answering == "list" else place.get(question.facts[0], 0)


def _in_vain(
    context: QuizContext, retired: Iterable[Retired], kept: Sequence[Draft], made: Mapping[str, Draft]
) -> tuple[tuple[Retired, ...], tuple[tuple[Retired, Address], ...]]:
    """Return what is retired though no line makes it, and what none makes any more as its line is asked otherwise."""
    done = needed.covered(context, kept)
    lost = [gone for gone in retired if gone.id not in made]
    spare = {draft.id: draft for draft in _lasting(context.handbook, needed.spare(context))} if lost else {}
    covered = {id: draft for id, draft in made.items() if not needed.is_needed(context, draft, done)}
    needless = {id: draft for id, draft in spare.items() if id not in made} | covered
    return (
        tuple(gone for gone in lost if gone.id not in spare),
        tuple((gone, needless[gone.id].facts[0]) for gone in retired if gone.id in needless),
    )


def _blanks(
    context: QuizContext, kept: list[Draft], wanted: Callable[[Iterable[Draft]], Iterable[Draft]], rivals: Rivals
) -> Iterator[Draft]:
    """Yield blanks in lines that nothing else asks about, one a line."""
    asked = needed.asked(kept) | needed.written(context, kept)
    for draft in _merged(list(wanted(cloze.drafts(context, asked)))):
        if asked.isdisjoint(draft.facts) and rivals.admit(draft):
            asked.update(draft.facts)
            yield draft


def _lasting(handbook: Handbook, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts, those about a record that was renamed with the ids they had under its first name."""
    for draft in drafts:
        first = handbook.first(draft.facts[0])
        yield draft if draft.name or first == draft.facts[0] else replace(draft, name=draft.id_at(first))


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


def _question(context: QuizContext, draft: Draft, options: tuple[Answer, ...]) -> Question:
    return Question(
        id=draft.id,
        revision=revision.revision(context, draft),
        answer=revision.answer(context, draft),
        kind=draft.kind,
        answering=draft.answering,
        stem=draft.stem,
        options=options,
        key=tuple(answer.id for answer in draft.key),
        explain=draft.explain or _quoted(context, draft),
        source=_source(context, draft),
        facts=draft.facts,
        quizzes=draft.quizzes,
        lefts=draft.lefts,
        tolerance=draft.tolerance,
        unit=draft.unit,
        facet=draft.facet,
    )


def _quoted(context: QuizContext, draft: Draft) -> str:
    """Return the line a question is made from, as its explanation; of numbers asked at once all their lines."""
    fact, lines = draft.facts[0], context.handbook.lines
    record, line = context.handbook.records[fact.page], lines.get(fact)
    part = context.handbook.parts.get(fact) if line is None else line.part
    heading = f"{record.title} · {part.title}" if part and part.title else record.title
    quoted = [f for f in draft.facts if f.page == fact.page] if draft.kind == "measure" else [fact]
    texts = dict.fromkeys(plain(lines[f].item.text) for f in quoted if f in lines)
    text = (" " if context.grammar.spaced else "").join(texts) or (part.title if part else record.title)
    return context.t("ask.explain", line=record.spoken(text), where=heading)


def _source(context: QuizContext, draft: Draft) -> Source:
    fact = draft.facts[0]
    place = context.handbook.place(fact.page, _path(context, fact))
    return Source(fact, place.file, place.line)


def _path(context: QuizContext, fact: Address) -> tuple[str | int, ...]:
    """Return where a line, or the section or step it names, stands in its file."""
    if line := context.handbook.lines.get(fact):
        return line.path
    part = context.handbook.parts.get(fact)
    return part.path[:-1] if part else ()
