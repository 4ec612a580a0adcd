"""Never questions: what must not be said or done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rolebook.bank.context import QuizContext
from rolebook.bank.member import fits
from rolebook.bank.question import Answer, Draft, Question
from rolebook.kinds import kind_of
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain
from rolebook.model.record import Record

APART = 0.34
NAME = 4
"""An act that begins with this many characters of its post's title names the post: 吧台客服员 for 吧台岗客服员."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every act a line forbids; wrong answers are acts that the same record asks for."""
    for record in context.handbook.records.values():
        if not kind_of(record).asked:
            continue
        forbidden = _forbidden(context, record.address)
        allowed = _allowed(context, record) if forbidden else []
        allowed = [lure for lure in allowed if _unlike(context, lure.text, forbidden)]
        for line, act in forbidden:
            lures = [lure for lure in allowed if fits(act, lure.text) and lure.origin != line.address]
            if len(lures) > 1:
                stem = context.t("ask.never", title=record.title)
                yield Draft("never", stem, (Answer(act, line.address),), (line.address,), tuple(lures), act)


@lru_cache(maxsize=16)
def _forbidden(context: QuizContext, address: Address) -> tuple[tuple[PlacedItem, str], ...]:
    """Return what a record forbids, each act with its line."""
    lines = context.of(context.handbook.records[address])
    return tuple((line, act) for line in lines for act in forbidden_acts(context, line))


def forbidden_acts(context: QuizContext, line: PlacedItem) -> Iterator[str]:
    """Yield what a line forbids, put as an act: 严禁脱岗及串岗 → 脱岗及串岗, 不推卸责任 → 推卸责任."""
    if line.part.kind == "node":
        return
    shortest, longest = context.grammar.size["act"]
    least = context.grammar.size["short_act"] if line.item.never else shortest
    for forbidden in context.grammar.prohibited(plain(line.item.text), marked=line.item.never):
        act = _unnamed(forbidden, context, line.record)
        if least <= len(act) <= longest:
            yield act


def _unnamed(act: str, context: QuizContext, record: Record) -> str:
    """Return an act without the post that does it: by a name it has, or one made of its title's characters."""
    if named := context.names_in(act, record).match(act):
        act = act[named.end() :].strip()
    if context.grammar.spaced:
        return act
    own = next((n for n, character in enumerate(act) if character not in record.title), len(act))
    return act[own:] if own >= NAME else act


def _allowed(context: QuizContext, record: Record) -> list[Answer]:
    """Return acts the record asks for, in its own words."""
    shortest, longest = context.grammar.size["act"]
    found: dict[str, Answer] = {}
    for line in context.of(record):
        if line.item.never or line.part.kind in ("qualification", "summary", "node"):
            continue
        if context.grammar.denies(plain(line.item.text)):
            continue
        for clause in context.clauses(line):
            act = context.grammar.asked_act(_unnamed(clause, context, record))
            if shortest <= len(act) <= longest:
                found.setdefault(act, Answer(act, line.address))
    return list(found.values())


def _unlike(context: QuizContext, text: str, forbidden: tuple[tuple[PlacedItem, str], ...]) -> bool:
    return all(context.shared(text, context.pairs(line.item.text)) < APART for line, _ in forbidden)


def holds(context: QuizContext, question: Question, text: str) -> bool:
    """Tell whether a line of the record forbids an act."""
    line = context.line(question.source.item)
    if line is None:
        return False
    forbidden = _forbidden(context, line.record.address)
    return any(act == text for _, act in forbidden) or not _unlike(context, text, forbidden)
