"""What the home page has beside the posts: the numbers most looked up, the lists of a post, what changed lately."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from rolebook.kinds.checklists.model import Checklist, sections_of
from rolebook.kinds.quizzes.model import Quiz
from rolebook.measure_label import measure_label
from rolebook.model.handbook import Handbook
from rolebook.views.pages.context import PageContext

NUMBERS = 8
"""More numbers than these nobody looks through."""
CHANGES = 8


class Number(NamedTuple):
    """A number of a line that its author pinned."""

    of: str
    value: str
    when: str
    href: str


class Todo(NamedTuple):
    """A checklist, and by what names devices know it and the posts that go through it."""

    record: Checklist
    name: str
    posts: str
    """their names, with blanks between them"""
    lines: int
    cycle: str
    hours: str
    """as JSON"""


def values(context: PageContext, *, whole: bool) -> Mapping[str, Any]:
    """Return what the template reads; of a handbook too large for one page, which is not `whole`, less."""
    handbook = context.handbook
    return {
        "pinned": list(islice(_numbers(context), NUMBERS)),
        "changes": sorted(
            (record for record in handbook.records.values() if record.revision.changes),
            key=lambda record: record.revision.effective,
            reverse=True,
        )[:CHANGES],
        "quizzes": json.dumps(dict(_quizzes(context))) if whole and context.quizzed else "",
        "lists": list(_lists(handbook)) if whole else [],
    }


def _numbers(context: PageContext) -> Iterator[Number]:
    """Yield the numbers of pinned lines in the order of the handbook."""
    language = context.handbook.language
    for address, line in context.handbook.lines.items():
        if line.item.pin:
            for measure in line.item.measures:
                label = measure_label(measure, line.item.text, language, context.t)
                yield Number(measure.of, label, measure.when, context.href(address))


def _quizzes(context: PageContext) -> Iterator[tuple[str, str]]:
    """Yield for each record that is asked about its name on devices, and where its questions are."""
    for record in context.handbook.records.values():
        if context.quiz(record) or isinstance(record, Quiz):
            yield str(context.handbook.first(record.address)), context.quiz_script(record)


def _lists(handbook: Handbook) -> Iterator[Todo]:
    for record in handbook.of(Checklist):
        sign = record.sign_off
        yield Todo(
            record,
            str(record.first),
            " ".join(str(post.first) for post in handbook.posts_of(record)),
            sum(len(lines) for _, lines in sections_of(handbook, record)),
            sign.by if sign else "shift",
            json.dumps(sign.hours if sign else (), ensure_ascii=False),
        )
