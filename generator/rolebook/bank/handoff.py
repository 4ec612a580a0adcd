"""Hand-off questions: to whom a matter goes, who is told, who does a step, who relieves a post.

Keys are posts and people the handbook names. What is asked is the line with who it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft, Question
from rolebook.kinds.procedures.model import Procedure, Step
from rolebook.kinds.roles.model import Role
from rolebook.language.grammar import Grammar
from rolebook.language.marks import Stretch
from rolebook.language.wordlist import words_of
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain
from rolebook.model.record import Record

LURES = 6
"""How many wrong answers are chosen from."""
ENOUGH = 2
"""So many are needed."""
NEAR = 6
"""Of so many other records the posts are offered that they name."""


class Handed(NamedTuple):
    """A matter that goes to someone: the question who, his name, where that stands, and what tells it apart there."""

    stem: str
    name: str
    fact: Address
    record: Record
    facet: str


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every line that names another post, every step that one does, and every relief.

    None where there are too few others of the same standing to choose from: who has the say is guessed.
    """
    for handed in _handed(context):
        key = canonical(context, handed.name)
        lures = tuple(_lures(context, key, handed))
        if len(lures) >= ENOUGH:
            record, fact = handed.record, handed.fact
            said = fact in context.handbook.lines
            explain = "" if said else context.t("ask.handoff_explain", title=record.title, post=key)
            role = context.handbook.role(handed.name)
            answer = Answer(key, role.address if role else None)
            yield Draft("handoff", handed.stem, (answer,), (fact,), lures, handed.facet, explain=explain)


@lru_cache(maxsize=1)
def _handed(context: QuizContext) -> tuple[Handed, ...]:
    lines = (
        _line(context, line)
        for line in context.lines
        if line.part.kind not in ("qualification", "summary", "node", "question")
    )
    found = [handed for handed in lines if handed]
    for procedure in context.handbook.of(Procedure):
        found += _steps(context, procedure)
    for role in context.handbook.of(Role):
        if len(role.relieved_by) == 1:
            stem = context.t("ask.handoff_relief", title=role.title)
            found.append(Handed(stem, role.relieved_by[0], role.address, role, "relief"))
    return tuple(found)


def _line(context: QuizContext, line: PlacedItem) -> Handed | None:
    """Return the question who a line names, where it names one other post, once."""
    text, grammar = plain(line.item.text), context.grammar
    named = [match for match in everyone(context).finditer(text) if not _own(context, match[0], line.record)]
    names = {canonical(context, match[0]) for match in named}
    if len(names) != 1 or grammar.asking.is_question(text) or not grammar.asking.hands_on(text[: named[0].start()]):
        return None
    clause = grammar.clause_around(text, named[0].start())
    aloud = grammar.aloud.part(text, clause, Stretch(*named[0].span())) if grammar.asking.ends else None
    wanted, (start, end) = grammar.asking.person if aloud else grammar.blank, aloud or clause
    asked = everyone(context).sub(
        lambda match: match[0] if _own(context, match[0], line.record) else wanted, text[start:end]
    )
    if grammar.marks.opens(text, named[0].end()):  # 通知领班（或者店长): another may be told as well
        return None
    if asked.count(wanted) == 1 and aloud:
        asked = _spoken(asked, wanted, grammar)
    if asked.count(wanted) != 1 or len(asked) < grammar.size["around_term"] + len(wanted) or "{" in asked:
        return None
    asked = asked.rstrip(grammar.marks.trimmed) + (grammar.asking.ends if aloud else "")
    stem = context.t("ask.handoff" if aloud else "ask.handoff_blank", who=line.record.title, line=asked)
    return Handed(stem, named[0][0], line.address, line.record, "post")


def _spoken(asked: str, wanted: str, grammar: Grammar) -> str:
    """Return a clause that asks who as people say it, without asides."""
    bare = grammar.marks.bare(asked)
    before, _, after = bare.partition(wanted)
    return grammar.aloud.spoken(before) + wanted + after if wanted in bare else bare


def _steps(context: QuizContext, procedure: Procedure) -> Iterator[Handed]:
    """Yield who does each step, where that is one post and not always the same."""
    if len({step.by for step in procedure.steps}) < 2:
        return
    for step in procedure.steps:
        if len(step.by) == 1 and _is_sole(context, step):
            stem = context.t("ask.handoff_step", title=procedure.title, step=step.title)
            address = procedure.address._replace(item=step.anchor)
            yield Handed(stem, step.by[0], address, procedure, "by")


def _is_sole(context: QuizContext, step: Step) -> bool:
    """Tell whether a step is its post's alone: not where one line of several names the post and another does not."""
    key = canonical(context, step.by[0])
    named = [{canonical(context, name) for name in everyone(context).findall(plain(i.text))} for i in step.items]
    return len({key in names for names in named}) < 2  # all of them or none


@lru_cache(maxsize=1)
def _told(context: QuizContext) -> frozenset[str]:
    """Return who is told, asked or left with anything anywhere."""
    return frozenset(canonical(context, handed.name) for handed in _handed(context))


def _lures(context: QuizContext, key: str, handed: Handed) -> Iterator[Answer]:
    """Yield others whom the question does not name, those first that the record names, then who is named nearby.

    Who is never told anything tempts no one, so that he is only offered where there are too few others; nor does who is
    of another standing: of a leader and three posts anybody reports to the leader.
    """
    record, line = handed.record, handed.stem.partition(handed.record.title)[2].lower()
    near = context.near(record)[:NEAR]
    names = [*record.posts, *(name for other in near for name in other.posts)]
    names += [other.title for other in near if isinstance(other, Role)]
    names += sorted(name for name in named_posts(context) if not context.handbook.role(name))
    names.sort(key=lambda name: canonical(context, name) not in _told(context))
    standing = context.grammar.names.standing
    taken = {key, record.title}
    for title in (canonical(context, name) for name in names):
        if title in taken or title.lower() in line or title in key or key in title:
            continue
        if title not in _told(context) and len(taken) > ENOUGH + 1:
            return
        if standing(title) != standing(key):
            continue
        taken.add(title)
        role = context.handbook.role(title)
        yield Answer(title, role.address if role else None)
        if len(taken) > LURES + 1:
            return


@lru_cache(maxsize=1)
def named_posts(context: QuizContext) -> frozenset[str]:
    """Return what posts are called: titles, and what records call them; no aliases, which may be places."""
    named = {name for record in context.handbook.records.values() for name in record.posts}
    return frozenset(canonical(context, name) for name in named) | {role.title for role in context.handbook.of(Role)}


@lru_cache(maxsize=1)
def everyone(context: QuizContext) -> re.Pattern[str]:
    """Return an expression for the posts a line may name."""
    return words_of(tuple(sorted(name for name in named_posts(context) if len(name) > 1)))


def canonical(context: QuizContext, name: str) -> str:
    """Return the title of the post that is meant; of one without a record what the handbook calls it."""
    role = context.handbook.role(name) or _by_small(context).get(name.lower())
    return role if isinstance(role, str) else role.title if role else name


@lru_cache(maxsize=1)
def _by_small(context: QuizContext) -> dict[str, str]:
    named = [name for record in context.handbook.records.values() for name in record.posts]
    found = {name.lower(): name for name in sorted(named) if not context.handbook.role(name)}
    return found | {role.title.lower(): role.title for role in context.handbook.of(Role)}


def _own(context: QuizContext, name: str, record: Record) -> bool:
    return isinstance(record, Role) and canonical(context, name) == record.title


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether the line, the step or the post names who an option says."""
    address = question.source.item
    line = context.line(address)
    if line:
        found: Sequence[str] = everyone(context).findall(plain(line.item.text))
        return any(canonical(context, name) == text for name in found)
    record = context.handbook.records.get(address.page) if address else None
    if isinstance(record, Procedure):
        step = next((step for step in record.steps if address and step.anchor == address.item), None)
        return step is not None and any(canonical(context, name) == text for name in step.by)
    return isinstance(record, Role) and any(canonical(context, name) == text for name in record.relieved_by)
