"""What devices keep of a site: for everybody its frame, home, indexes and lookup, and what goes with each post.

Said by path; what of it there is, and what it holds, is known when the site is written (`rolebook.offline`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rolebook.kinds import KINDS
from rolebook.kinds.quizzes.model import Quiz
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.named_form import NamedForm
from rolebook.model.post import Post
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views import paths

_PAGES = (paths.page_path, paths.quiz_path)
"""What leads on from the earlier addresses of a record, which stand on printed sheets."""


@dataclass(frozen=True)
class Kept:
    """What is kept together: files by path, and pages with their titles for who looks for something to read."""

    files: tuple[str, ...]
    pages: tuple[tuple[str, str], ...] = ()


def shell(handbook: Handbook, site: Site) -> Kept:
    """Return what is kept for everybody, what is missed most first."""
    indexes = [(paths.index_path(folder), site.strings(f"kind.{folder}")) for folder in KINDS]
    pages = [
        (paths.HOME, site.strings("home.title")),
        (paths.REVIEW, site.strings("quiz.review")),
        (paths.EXAM, site.strings("quiz.exam")),
        *indexes,
        (paths.LINES, site.strings("lookup.lines_title")),
    ]
    own = (paths.AWAY, paths.MANIFEST, paths.icon("icon-192.png"), paths.icon("icon-maskable.png"))
    return Kept((*own, *(path for path, _ in pages), paths.LOOKUP, paths.QUESTIONS), tuple(pages))


def lists(handbook: Handbook, site: Site) -> Iterator[tuple[str, Kept]]:
    """Yield for each record that someone may have chosen what goes with it, by the path of its list.

    Devices know a record by its first id. A post goes with the checklists, scripts and procedures that are its own, and
    with all that it refers to.
    """
    own = _own(handbook)
    for record in handbook.records.values():
        if isinstance(record, NamedForm):
            continue  # nobody is asked about a form
        related = dict.fromkeys((*own[record.address], *handbook.links[record.address]))
        others = [handbook.records[address] for address in related if address != record.address]
        others.sort(key=lambda one: isinstance(one, NamedForm))  # what is filled in is looked for last
        yield paths.kept_list(record.first), _kept(record, others, site)


def _own(handbook: Handbook) -> dict[Address, list[Address]]:
    """Return the records that belong to each post."""
    found: dict[Address, list[Address]] = defaultdict(list)
    for record in handbook.records.values():
        if not isinstance(record, Post):
            for post in handbook.posts_of(record):
                found[post.address].append(record.address)
    return found


def _kept(record: Record, others: list[Record], site: Site) -> Kept:
    show = site.rewrite or str
    pages = [(paths.page_path(one.address), show(one.title)) for one in (record, *others)]
    quiz = paths.quiz_path(record.address)
    files = [
        *(path for path, _ in pages),
        quiz,
        *(path(earlier) for one in (record, *others) for earlier in one.earlier for path in _PAGES),
        *(paths.quiz_script(address) for address in dict.fromkeys((record.address, record.first))),
        *(paths.quiz_script(one.address) for one in others if isinstance(one, Quiz)),
        *(sheet for one in (record, *others) if (sheet := paths.sheet_path(one))),
    ]
    return Kept(tuple(files), (pages[0], (quiz, site.strings("quiz.page_title", title=pages[0][1])), *pages[1:]))
