"""What templates ask for: a line as HTML, a link to a record, a measure in words, the department of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model import KINDS
from generator.model.address import Address, derived_id
from generator.model.checklist import Checklist
from generator.model.form import Form
from generator.model.handbook import Handbook, posts
from generator.model.item import Item
from generator.model.measure import Measure
from generator.model.record import Record
from generator.model.role import Role
from generator.model.script import PLACEHOLDER, Node, Script
from generator.render import Stretch, inline
from generator.strings import Strings
from generator.views import paths
from generator.views.pages.rows import rows


class Link(NamedTuple):
    """A link text and where it leads; "" where there is no page for it."""

    text: str
    href: str


class KeyNumber(NamedTuple):
    """A row of the table of key numbers."""

    of: str
    value: str
    when: str
    href: str


class Desk:
    """Answers for one handbook, in one language, seen from the page at path `here`."""

    def __init__(self, handbook: Handbook, strings: Strings, here: str = paths.HOME, quizzed: bool = True) -> None:
        self.handbook, self.t, self.here, self.quizzed = handbook, strings, here, quizzed

    def at(self, here: str) -> Desk:
        """Return the desk of another page."""
        desk = Desk(self.handbook, self.t, here, self.quizzed)
        desk.__dict__ |= {"_departments": self._departments, "_posts": self._posts}
        return desk

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
        """Return links to today's review and the mixed exam."""
        found = {"review": paths.REVIEW, "exam": paths.EXAM} if self.quizzed else {}
        return [Link(self.t(f"quiz.{name}"), paths.href(self.here, path)) for name, path in found.items()]

    def quiz(self, record: Record) -> str:
        """Return a link to the quiz about a record; "" where it has no lines to ask about."""
        asked = self.quizzed and any(part.items for part in record.parts())
        return paths.href(self.here, paths.quiz_path(record.address)) if asked else ""

    def post(self, name: str) -> Link:
        """Return a link to a post, or its bare name where it has no record."""
        role = self.handbook.role(name)
        return self.link(role.address) if role else Link(name, "")

    def form(self, text: str) -> Address:
        """Return the address of a form given by id."""
        return Address.parse(text, "forms") or Address("forms", text)

    def field_labels(self, script: Script, node: Node) -> list[str]:
        """Return the labels of the form fields a node fills, or their ids where the form has no such field."""
        form = self.handbook.records.get(self.form(script.form)) if script.form else None
        labels = {field.anchor: field.label for field in form.fields} if isinstance(form, Form) else {}
        return [labels.get(name, name) for name in node.records]

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

    def rows(self, record: Record, items: Iterable[Item], script: Script | None = None) -> Markup:
        """Return lines as list items; those of `script` with blanks where the agent fills something in."""
        html = partial(self.spoken, script) if script else self.line
        return rows(str(record.address), items, self.t, html)

    def line(self, item: Item) -> Markup:
        """Return a line as HTML, its numbers standing out and the forms it names linked."""
        return inline(item.text, [self._stretch(start, end, form) for start, end, form in self.handbook.marks(item)])

    def _stretch(self, start: int, end: int, form: Record | None) -> Stretch:
        if form is None:
            return start, end, Markup('<strong class="rb-number">'), Markup("</strong>")
        before = Markup('<a class="rb-form" href="{}">').format(self.href(form.address))
        return start, end, before, Markup("</a>")

    def spoken(self, script: Script, item: Item) -> Markup:
        """Return a line of a script as HTML, with blanks where the agent fills something in."""
        text, stretches = "", []
        last = 0
        for match in PLACEHOLDER.finditer(item.text):
            placeholder = script.placeholders[match[1]]
            text += item.text[last : match.start()]
            before = Markup('<span class="rb-blank" data-label="{}">').format(
                "" if placeholder.choices else placeholder.label
            )
            stretches.append((len(text), len(text) + len(placeholder.shown), before, Markup("</span>")))
            text += placeholder.shown
            last = match.end()
        return inline(text + item.text[last:], stretches)

    # numbers

    def label(self, measure: Measure, text: str) -> str:
        """Return a measure in words, as its line says them: 至少两步, 23度–25度, 不晚于08:28."""
        words = measure.words(text)
        if "min" in words:
            low = words["min"].removesuffix(measure.unit) if words["max"].endswith(measure.unit) else words["min"]
            return self.t("measure.range", min=low, max=words["max"])
        ((name, own),) = words.items()
        return self.t(f"measure.{name}", **{name: own})

    def key_numbers(self, record: Record) -> Iterator[KeyNumber]:
        """Yield the measures of a record in reading order."""
        for part in record.parts():
            for _, item in part.walk():
                for measure in item.measures:
                    href = self.href(record.address._replace(item=item.anchor))
                    yield KeyNumber(measure.of, self.label(measure, item.text), measure.when, href)

    # records

    @cached_property
    def _departments(self) -> Mapping[Address, str]:
        """The department of each record: its own, else that of the first post it names or is used by."""
        found: dict[Address, str] = {}
        for record in self.handbook.records.values():
            found[record.address] = getattr(record, "department", "") or self._borrowed(record)
        return found

    def _borrowed(self, record: Record) -> str:
        roles = [self.handbook.role(name) for name in posts(record)]
        users = [self.handbook.records[address] for address in self.handbook.backlinks[record.address]]
        known = [role for role in (*roles, *users) if isinstance(role, Role)]
        return known[0].department if known else self.t("index.other")

    @cached_property
    def _posts(self) -> Mapping[str, tuple[Address, ...]]:
        found: dict[str, list[Address]] = {}
        for role in self.handbook.of(Role):
            found.setdefault(role.department, []).append(role.address)
        return {department: tuple(addresses) for department, addresses in found.items()}

    def posts_of(self, department: str) -> tuple[Address, ...]:
        """Return the posts of a department."""
        return self._posts.get(department, ())

    def department(self, record: Record) -> str:
        """Return the department a record is listed under."""
        return self._departments[record.address]

    def size(self, record: Record) -> int:
        """Return how many lines a record has, sub-items not counted, pulled ones counted."""
        if isinstance(record, Checklist):
            return sum(len(lines) for _, _, lines in self.handbook.ticks(record))
        return sum(len(part.items) for part in record.parts())

    def control(self, record: Record) -> Iterator[tuple[str, str]]:
        """Yield document control as (label, value), what is not known left out."""
        revision, source = record.revision, record.source
        origin = " · ".join(text for text in (source.document, source.section) if text) if source else ""
        values = {
            "id": str(record.address),
            "source": origin,
            "revision": self.t("control.number", n=revision.number),
            "effective": str(revision.effective),
            "owner": revision.owner,
            "approved_by": revision.approved_by,
            "review_by": str(revision.review_by or ""),
            "changes": revision.changes,
            "aliases": self.t("text.comma").join(record.aliases),
            "tags": self.t("text.comma").join(record.tags),
            "file": f"docs/{paths.source_path(record.address)}",
        }
        return ((self.t(f"control.{name}"), value) for name, value in values.items() if value)

    def referred(self, record: Record) -> dict[str, list[Link]]:
        """Return what this record refers to and what refers to it, by kind, each once."""
        both = (*self.handbook.links[record.address], *self.handbook.backlinks[record.address])
        return self.grouped(address for address in dict.fromkeys(both) if address != record.address)
