"""What templates ask for: a line as HTML, a link to a record, the department of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from rolebook.kinds import KINDS, kind_of
from rolebook.language.strings import Strings
from rolebook.listing_pages import Listing
from rolebook.model.address import Address, derived_id
from rolebook.model.handbook import Handbook
from rolebook.model.item import Item
from rolebook.model.post import Post
from rolebook.model.record import Part, Record
from rolebook.render import Stretch, inline
from rolebook.views import paths
from rolebook.views.pages import crowds
from rolebook.views.pages.rows import rows

Crowd = TypeVar("Crowd", Listing, Listing | None)


class Link(NamedTuple):
    """A link text and where it leads; "" where there is no page for it."""

    text: str
    href: str


class PageContext:
    """Answers for one handbook, in one language, seen from the page at path `here`."""

    def __init__(self, handbook: Handbook, strings: Strings, here: str = paths.HOME, quizzed: bool = True) -> None:
        self.handbook, self.t, self.here, self.quizzed = handbook, strings, here, quizzed
        self.crowds: list[Listing] = []
        """what is listed on this page and may be too much for it"""

    def at(self, here: str) -> PageContext:
        """Return the context of another page."""
        context = PageContext(self.handbook, self.t, here, self.quizzed)
        context.__dict__ |= {"_published": self._published, "_departments": self._departments, "_posts": self._posts}
        return context

    # links

    def href(self, address: Address) -> str:
        """Return a link to a record or a line of it."""
        return paths.line_href(self.here, address)

    def index(self, folder: str) -> str:
        """Return a link to the index of a kind."""
        return paths.href(self.here, paths.index_path(folder))

    def link(self, address: Address) -> Link:
        """Return a link to a record by its title."""
        return Link(self.handbook.records[address.page].title, self.href(address))

    def quizzes(self) -> list[Link]:
        """Return links to today's review, the mixed exam and the page of whoever trains a team."""
        found = {"review": paths.REVIEW, "exam": paths.EXAM, "standings": paths.TEAM} if self.quizzed else {}
        return [Link(self.t(f"quiz.{name}"), paths.href(self.here, path)) for name, path in found.items()]

    def quiz(self, record: Record) -> str:
        """Return a link to the quiz about a record; "" where its kind is not asked about, or it has no lines."""
        asked = self.quizzed and kind_of(record).asked and any(part.items for part in record.parts())
        return paths.href(self.here, paths.quiz_path(record.address)) if asked else ""

    def quiz_script(self, record: Record) -> str:
        """Return a link to the questions of a record's quiz; "" where none is made."""
        return paths.href(self.here, paths.quiz_script(record.address)) if self.quizzed else ""

    @property
    def chart(self) -> str:
        """A link to who reports to whom; "" where there are no two posts."""
        return paths.href(self.here, paths.CHART) if len(self.handbook.of(Post)) > 1 else ""

    @property
    def root(self) -> str:
        """A link to where the site begins."""
        return paths.href(self.here, "")

    def post(self, name: str) -> Link:
        """Return a link to a post, or its bare name where it has no record."""
        role = self.handbook.role(name)
        return self.link(role.address) if role else Link(name, "")

    def form(self, reference: str) -> Link:
        """Return a link to a form given by its id or address, or what was written where there is none."""
        form = self.handbook.form(reference)
        return self.link(form.address) if form else Link(reference, "")

    @staticmethod
    def group(name: str) -> str:
        """Return the anchor of a group of an index."""
        return derived_id(name)

    def grouped(self, addresses: Iterable[Address]) -> dict[str, list[Link]]:
        """Return links by the name of their kind, in the order of the kinds."""
        found: dict[str, list[Link]] = {folder: [] for folder in KINDS}
        for address in addresses:
            found[address.folder].append(self.link(address))
        return {self.t(f"kind.{folder}"): links for folder, links in found.items() if links}

    # lines

    def rows(self, record: Record, items: Iterable[Item], html: Callable[[Item], Markup] | None = None) -> Markup:
        """Return lines as list items; `html` gives a line's own words, where they are not shown as all lines are."""
        html = html or partial(self.line, record=record)
        return rows(str(record.address), items, self.t, self.handbook.language.grammar, html)

    def line(self, item: Item, record: Record) -> Markup:
        """Return a line of a record as HTML, its numbers standing out and the records it names linked."""
        stretches = [self._stretch(*mark) for mark in self.handbook.marks(item)]
        return inline(item.text, stretches, partial(self.leads, record.address))

    def leads(self, origin: Address, href: str) -> str:
        """Return the address of a link in a line of a record, as seen from this page."""
        found = paths.target(self.handbook.source(origin), self.handbook.files, href)
        if not found or found[0] not in self._published or not paths.has(self.handbook, *found):
            return href  # what leads nowhere is told of as it was written
        return paths.href(self.here, *found)

    @cached_property
    def _published(self) -> frozenset[str]:
        """Where the files under docs/ are found on the site."""
        return frozenset(paths.published(file, self.handbook.files) for file in self.handbook.files)

    def _stretch(self, start: int, end: int, named: Record | None) -> Stretch:
        if named is None:
            return start, end, Markup('<strong class="rb-number">'), Markup("</strong>")
        before = Markup('<a class="rb-form" href="{}">').format(self.href(named.address))
        return start, end, before, Markup("</a>")

    # records

    @cached_property
    def _departments(self) -> Mapping[Address, str]:
        """The department of each record: its own, else that of the first post it names or is used by."""
        found: dict[Address, str] = {}
        for record in self.handbook.records.values():
            posts = () if record.belongs_to else self.handbook.posts_of(record)
            found[record.address] = record.belongs_to or (posts[0].department if posts else self.t("index.other"))
        return found

    @cached_property
    def _posts(self) -> Mapping[str, tuple[Address, ...]]:
        found: dict[str, list[Address]] = {}
        for post in self.handbook.of(Post):
            found.setdefault(post.department, []).append(post.address)
        return {department: tuple(addresses) for department, addresses in found.items()}

    def posts_of(self, department: str) -> tuple[Address, ...]:
        """Return the posts of a department."""
        return self._posts.get(department, ())

    def department(self, record: Record) -> str:
        """Return the department a record is listed under."""
        return self._departments[record.address]

    def extent(self, record: Record) -> str:
        """Return how much there is in a record, in words; "" for nothing."""
        return kind_of(record).extent(record, self)

    def title(self, record: Record, part: Part) -> str:
        """Return what stands over a part of a record."""
        return kind_of(record).title(part, self.t)

    def headings(self, record: Record) -> list[tuple[str, str]]:
        """Return what stands over the parts of a record, as (anchor, title)."""
        return [(part.anchor, self.title(record, part)) for part in record.parts()]

    def control(self, record: Record) -> Iterator[tuple[str, str, str]]:
        """Yield document control as (name, label, value), what is not known left out."""
        revision, source = record.revision, record.source
        origin = " · ".join(text for text in (source.document, source.section) if text) if source else ""
        values = {
            "id": str(record.address),
            "renamed_from": self.t("text.comma").join(map(str, record.earlier)),
            "source": origin,
            "revision": self.t("control.number", n=revision.number),
            "effective": str(revision.effective),
            "owner": revision.owner,
            "approved_by": revision.approved_by,
            "review_by": str(revision.review_by or ""),
            "changes": revision.changes,
            "aliases": self.t("text.comma").join(record.aliases),
            "tags": self.t("text.comma").join(record.tags),
            "file": f"docs/{self.handbook.source(record.address)}",
        }
        return ((name, self.t(f"control.{name}"), value) for name, value in values.items() if value)

    def related(self, record: Record) -> list[Address]:
        """Return what this record refers to and what refers to it, each once."""
        both = (*self.handbook.links[record.address], *self.handbook.backlinks[record.address])
        return [address for address in dict.fromkeys(both) if address != record.address]

    def crowd(self, record: Record, name: str, title: str, addresses: Sequence[Address]) -> Listing | None:
        """Return links that are too many for the page of a record as a listing of their own; None where they fit."""
        return self._kept(crowds.links(self, record, name, title, addresses))

    def naming(self, record: Record, lines: crowds.Lines) -> Listing:
        """Return the lines that name a record as a listing."""
        return self._kept(crowds.named(self, record, "named-by", self.t("form.named_by"), lines))

    def _kept(self, found: Crowd) -> Crowd:
        self.crowds += [found] if found else []
        return found
