"""Section lists: all the lines of a section are said, then what was missed is ticked off.

Who has not read the handbook says one line or another of it, and never all.
"""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.bank.situation import STILL
from rolebook.kinds import kind_of
from rolebook.model.address import Address
from rolebook.model.inline import plain
from rolebook.model.item import Item
from rolebook.model.record import Part, Record

FEW, LEAST, MOST = 2, 3, 7
"""No one says more by heart; fewer than LEAST are asked where nothing else asks about one of them."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every section of a few lines, each of which can be said aloud."""
    for record in context.handbook.records.values():
        if kind_of(record).asked:
            titles = {part.title for part in record.parts() if part.title}
            for part in record.parts():
                if part.kind not in STILL and FEW <= len(part.items) <= MOST and not _announces(part, titles):
                    yield from _draft(context, record, part)


def _announces(part: Part, titles: set[str]) -> bool:
    """Tell whether every line of a part names another part of the record: whoever looks at the page knows them."""
    return all(any(title in item.text for title in titles - {part.title}) for item in part.items)


def _draft(context: QuizContext, record: Record, part: Part) -> Iterator[Draft]:
    """Yield the question about a section.

    None where a line is too long or has lines of its own, where all are red lines, which are asked for by themselves,
    or one is that does not say so.
    """
    trimmed = context.grammar.marks.trimmed
    heads = [context.grammar.head(context.grammar.unheaded(plain(item.text).rstrip(trimmed))) for item in part.items]
    said = {head: item for head, item in zip(heads, part.items, strict=True) if head}
    apart = any(item.items or (item.never and not context.grammar.denies(item.text)) for item in part.items)
    if (
        apart
        or len(said) < len(part.items)
        or all(item.never or context.grammar.forbids(text) for text, item in said.items())
    ):
        return
    section = kind_of(record).title(part, context.t) or record.title
    yield Draft(
        "list",
        context.t("ask.section", who=record.title, section=section, n=len(said)),
        tuple(Answer(text, _at(record, item)) for text, item in said.items()),
        (record.address._replace(item=part.anchor), *(_at(record, item) for item in said.values())),
        facet="section",
        answering="list",
        explain=context.t("ask.section_explain", where=record.title, section=section, n=len(said)),
        soft=len(said) < LEAST,
    )


def _at(record: Record, item: Item) -> Address:
    return record.address._replace(item=item.anchor)
