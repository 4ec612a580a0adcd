"""Never questions: what must not be said or done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.address import Address
from generator.model.handbook import Line
from generator.model.record import Record
from generator.views.quizzes.clauses import clauses
from generator.views.quizzes.member import fits
from generator.views.quizzes.question import Answer, Draft, Question
from generator.views.quizzes.survey import ASKED, Survey
from generator.views.quizzes.terms import tags

_FORBIDS = re.compile(r"严禁|禁止|不得|不能(?!将)|不可(?!以)|不许|不准|不要|切勿|杜绝|避免")
_NOT = re.compile(r"^(?:则|也|应|须|要)?(?:不(?!但|仅|断|定|足|满|同|如|过|良|当)|杜绝|避免)")
_TAIL = re.compile(r"[，,、；;。：:]+$|等”$")
_NEGATED = re.compile(r"不|严禁|禁止|杜绝|避免|切勿|无需|勿")
_STARTS = re.compile(
    r"^(?:如|若|当|有客户|没有|客户|顾客|接到|按照|首先|随后|而|但|因|使|形成|直接|可以|此|该|这|其|之|是|的|为了|言行|要求|通知顾客)"
)
_ACT = range(4, 24)
APART = 0.34
NAME = 4
"""So many characters of its own title that begin an act name the post: 吧台客服员 for 吧台岗客服员."""


def drafts(survey: Survey) -> Iterator[Draft]:
    """Yield a question for every act a line forbids; wrong answers are acts that the same record asks for."""
    for record in survey.handbook.records.values():
        if not isinstance(record, ASKED):
            continue
        forbidden = _forbidden(survey, record.address)
        allowed = _allowed(survey, record) if forbidden else []
        for line, act in forbidden:
            lures = [lure for lure in allowed if fits(act, lure.text) and _unlike(survey, lure.text, forbidden)]
            lures = [lure for lure in lures if lure.origin != str(line.address)]
            if len(lures) > 1:
                stem = survey.t("ask.never", title=record.title)
                yield Draft("never", stem, (Answer(act, str(line.address)),), (line.address,), tuple(lures), act)


@lru_cache(maxsize=16)
def _forbidden(survey: Survey, address: Address) -> tuple[tuple[Line, str], ...]:
    """Return what a record forbids, each act with its line."""
    lines = survey.of(survey.handbook.records[address])
    return tuple((line, act) for line in lines for act in forbidden_acts(survey, line))


def forbidden_acts(survey: Survey, line: Line) -> Iterator[str]:
    """Yield what a line forbids, put as an act: 严禁脱岗及串岗 → 脱岗及串岗, 不推卸责任 → 推卸责任."""
    if line.part.kind == "node" or not (line.item.never or _FORBIDS.search(line.item.text)):
        return
    for clause in clauses(line.item.text.replace("“", "「").replace("”", "」")):
        for part in re.split("，|、(?=头发|男士|女|不能|不得)", clause):
            found = (_NOT if line.item.never else re.compile(r"^$")).search(part) or _FORBIDS.search(part)
            if not found or _NEGATED.search(part[found.end() :]):
                continue
            if _STARTS.search(part):
                continue
            act = part[: found.start()] + part[found.end() :]
            act = _unnamed(act, survey, line.record).removeprefix("且").replace("「", "“").replace("」", "”")
            act = _TAIL.sub("", act).replace("等”", "”").strip("，,、 ")
            if len(act) in _ACT or (line.item.never and 1 < len(act) < max(_ACT)):
                yield act


def _unnamed(act: str, survey: Survey, record: Record) -> str:
    """Return an act without the post that does it: by a name it has, or one made of its title's characters."""
    for name in survey.names(record):
        act = act.removeprefix(name)
    own = next((n for n, character in enumerate(act) if character not in record.title), len(act))
    return act[own:] if own >= NAME else act


def _allowed(survey: Survey, record: Record) -> list[Answer]:
    """Return acts the record asks for, in its own words."""
    found: dict[str, Answer] = {}
    for line in survey.of(record):
        if line.item.never or line.part.kind in ("qualification", "summary", "node"):
            continue
        for clause in survey.units(line):
            act = re.sub("^(?:应立即|应|需|须|必须|要|最好)", "", _unnamed(clause, survey, record).split("，")[0])
            if len(act) in _ACT and not _NEGATED.search(line.item.text) and not _STARTS.search(act) and _is_act(act):
                found.setdefault(act, Answer(act, str(line.address)))
    return list(found.values())


def _is_act(text: str) -> bool:
    """Tell whether a clause begins with a verb and compares or asks nothing."""
    return tags(text)[0][1] in ("v", "p", "a", "vn") and not re.search("是否|[比更]|准备充足", text)


def _unlike(survey: Survey, text: str, forbidden: tuple[tuple[Line, str], ...]) -> bool:
    return all(survey.shared(text, survey.pairs(line.item.text)) < APART for line, _ in forbidden)


def holds(survey: Survey, question: Question, text: str) -> bool:
    """Tell whether a line of the record forbids an act."""
    line = survey.line(question.source.item)
    if line is None:
        return False
    forbidden = _forbidden(survey, line.record.address)
    return any(act == text for _, act in forbidden) or not _unlike(survey, text, forbidden)
