"""What a kind of record is to the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rolebook.language.strings import Strings
from rolebook.model.record import Part, Record
from rolebook.sheet import Sheet

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext
    from rolebook.views.posters.writer import SheetWriter

R = TypeVar("R", bound=Record)


def _extent(record: Record, context: PageContext) -> str:
    count = sum(len(part.items) for part in record.parts())
    return context.t("index.lines", n=count) if count else ""


@dataclass(frozen=True)
class Kind(Generic[R]):
    """A kind: its model, and what pages, sheets, lookup and questions make of its records.

    A template `page.html` and a `sheet.typ` stand beside the module that says `Kind(…)`; the words are in
    language/*/words/FOLDER.toml and the starter in language/*/starter/FOLDER.yml.
    """

    model: type[R]
    page: Callable[[R, PageContext], Mapping[str, Any]] = lambda record, context: {}
    """what the template reads beside the record; "headings" where they are others than those of the record's parts"""
    extent: Callable[[R, PageContext], str] = _extent
    """how much there is in a record, as an index says it; "" for nothing"""
    untitled: Mapping[str, str] = field(default_factory=dict)
    """the names of the words that stand over parts to which authors give no title, by the part's anchor"""
    sheet: Callable[[R, SheetWriter], Sheet] | None = None
    """the sheet to print; None: there is none"""
    looser: Callable[[R, SheetWriter], Sheet] | None = None
    """the sheet where the first one did not fit"""
    printed: Callable[[R], bool] = lambda record: True
    """whether a record has a sheet, where its kind has one"""
    asked: bool = False
    """whether questions are made from the lines"""
    looked_up: bool = True
    """whether lookup finds the lines"""
    labels: bool = False
    """whether the lines are names of something, as the fields of a form, and say less than a sentence"""
    also: Callable[[R], Mapping[str, Sequence[str]]] = lambda record: {}
    """what else lookup finds a line by, by the line's anchor or by that of the part it begins"""

    @property
    def folder(self) -> str:
        """The folder of its records under docs/, which is the kind's name everywhere."""
        return self.model.folder

    def prints(self, record: R) -> bool:
        """Tell whether a record has a sheet."""
        return self.sheet is not None and self.printed(record)

    def title(self, part: Part, t: Strings) -> str:
        """Return what stands over a part; "" for nothing."""
        return part.title or (t(self.untitled[part.anchor]) if part.anchor in self.untitled else "")
