"""What no one says who has not read the handbook: numbers, names of records, quoted words, things counted up."""

from __future__ import annotations

from rolebook.bank.context import QuizContext

COUNTED = 3
"""So many things at once are said by nobody."""


def is_own(context: QuizContext, text: str) -> bool:
    """Tell whether a text says something that only this handbook says.

    The name of a post is nothing of the kind: that a matter goes to whoever is above is guessed.
    """
    grammar, named = context.grammar, context.handbook.named_records(text)
    if any(c.isdigit() for c in text) or grammar.marks.masked(text) != text or next(named, None):
        return True
    counted = (grammar.marks.members(text[slice(*piece)]) for piece in grammar.marks.pieces(text))
    return bool(context.quantities(text)) or any(len(members) >= COUNTED for members in counted)
