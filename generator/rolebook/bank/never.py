"""Never questions: the red lines of a section, to be said; what is shown is each line as it is written.

No act is ever torn out of its prohibition: half of one says the opposite.
"""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.bank.context import QuizContext
from rolebook.bank.question import Answer, Draft
from rolebook.kinds import kind_of
from rolebook.model.handbook import PlacedItem
from rolebook.model.inline import plain

MOST = 9
"""No one says more of them by heart."""


def drafts(context: QuizContext) -> Iterator[Draft]:
    """Yield a question for every section in which lines forbid."""
    for record in context.handbook.records.values():
        if not kind_of(record).asked:
            continue
        parts: dict[str, list[PlacedItem]] = {}
        for line in context.of(record):
            if line.part.kind != "node" and forbids(context, line):
                parts.setdefault(line.part.anchor, []).append(line)
        for anchor, lines in parts.items():
            said = {text: Answer(text, line.address) for line in lines if (text := written(context, line))}
            if not 1 < len(said) <= MOST:
                continue
            section = lines[0].part.title or record.title
            yield Draft(
                "never",
                context.t("ask.never", who=record.title, section=section, n=len(said)),
                tuple(said.values()),
                (record.address._replace(item=anchor), *(line.address for line in lines)),
                facet="all",
                answering="list",
                explain=context.t("text.semicolon").join(said),
            )


def forbids(context: QuizContext, line: PlacedItem) -> bool:
    """Tell whether a line is marked as never to be done, or says so at once."""
    return line.item.never or context.grammar.forbids(plain(line.item.text))


def written(context: QuizContext, line: PlacedItem) -> str:
    """Return a line as it is written, without a heading before it and the mark at its end."""
    return context.grammar.unheaded(plain(line.item.text).rstrip(context.grammar.marks.trimmed))
