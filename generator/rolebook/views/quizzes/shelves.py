"""What there is to be quizzed on: by kind on the pages that list it, by department where those are too short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from rolebook.bank.bank import Bank, dumped
from rolebook.kinds import KINDS
from rolebook.kinds.quizzes.model import Quiz
from rolebook.language.strings import Strings
from rolebook.listing import Entry, Shelf
from rolebook.listing_pages import Listing
from rolebook.model.address import Address, derived_id
from rolebook.model.handbook import Handbook
from rolebook.model.post import Post
from rolebook.model.record import Record
from rolebook.views import paths


def listing(env: Any, handbook: Handbook, made: Bank, t: Strings) -> Listing:
    """Return every quiz as the pages list it that stand in one folder: review, exam, team."""
    macros = env.get_template("_shelves.html").module

    def html(address: Address, here: str) -> str:
        quiz = {
            "known_as": handbook.first(address),
            "title": handbook.records[address].title,
            "page": paths.page_path(address) if address.folder == Quiz.folder else paths.quiz_path(address),
            "script": paths.quiz_script(address),
            "count": len(made.by_record[address]),
        }
        return str(macros.entry(quiz, partial(paths.href, here)))

    def shown(shelf: Shelf, entries: Sequence[Markup], here: str) -> str:
        return str(macros.shelf(shelf, entries))

    def listed(shelf: Callable[[Record], Shelf]) -> Listing:
        entries = (
            Entry(f"{record.folder}-{record.id}", record.title, shelf(record), paths.QUIZ_LISTS, partial(html, address))
            for address, record in _in_order(handbook, made)
        )
        return Listing(paths.REVIEW, t("quiz.review"), entries, t, shown)

    def by_kind(record: Record) -> Shelf:
        return Shelf(f"shelf-{record.folder}", t(f"kind.{record.folder}"))

    def by_department(record: Record) -> Shelf:
        return Shelf(derived_id(record.department), record.department) if isinstance(record, Post) else by_kind(record)

    whole = listed(by_kind)
    return listed(by_department) if whole.parts else whole


def _in_order(handbook: Handbook, made: Bank) -> Iterator[tuple[Address, Record]]:
    """Yield what has a quiz, by kind."""
    place = {folder: n for n, folder in enumerate(KINDS)}
    for address in sorted(made.by_record, key=lambda address: place[address.folder]):
        yield address, handbook.records[address]


def files(found: Listing, handbook: Handbook, made: Bank, show: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Yield each part of the list as a script: by the anchors of its shelves [record, title, number of questions]."""
    counts = {
        f"{address.folder}-{address.record}": (address, len(made.by_record[address])) for address in made.by_record
    }
    for part in found.parts:
        shelves = {
            shelf.anchor: [
                [str(handbook.first(address)), show(entry.title), count]
                for entry in entries
                for address, count in (counts[entry.name],)
            ]
            for shelf, entries in part.shelves
        }
        head = "(window.rolebookQuizLists=window.rolebookQuizLists||{})"
        yield paths.quiz_list(part.path), f"{head}[{dumped(part.path)}]={dumped(shelves)};\n".encode()
