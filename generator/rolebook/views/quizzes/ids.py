"""The ids of all questions, so that what is remembered of others is left out; in parts where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolebook import listing
from rolebook.bank.bank import dumped
from rolebook.views import paths

PARTS = 19
"""The last characters of ids are hexadecimal digits, and by this number no two of them come into one part."""


def files(ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the ids as a script, or the number of their parts and each part, by the last character of its ids."""
    whole = dumped(ids)
    if len(whole.encode()) <= listing.LIMIT:
        yield paths.QUESTIONS, _assigned("", whole)
        return
    yield paths.QUESTIONS, _assigned("", str(PARTS))
    parts: list[list[str]] = [[] for _ in range(PARTS)]
    for id in ids:
        parts[int.from_bytes(id.encode("utf-16-be")[-2:], "big") % PARTS].append(id)
    for n, part in enumerate(parts):
        yield paths.question_ids(n), _assigned(f"Part{n}", dumped(part))


def _assigned(name: str, value: str) -> bytes:
    return f"window.rolebookQuestions{name}={value};\n".encode()
