"""What writes a sheet: text into runs, what all sheets have in common, and where each text was written."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import segno
from markupsafe import Markup

from rolebook.language.derived import each_text
from rolebook.model.address import Address
from rolebook.model.base import FieldPath
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain
from rolebook.model.item import Item
from rolebook.model.record import Record
from rolebook.render import inline
from rolebook.sheet import Code, Document, Head, Line, Origin, Sheet, unbreakable
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.posters.runs import runs

QR_MM = 26.0
"""Width of the code itself; with the quiet zone of 4 modules about 32 mm. Print guides ask for at least 25 mm and a
tenth of the scanning distance, which is that of a phone held up to the sheet, not that of reading the wall."""
MM = 72 / 25.4
READING_DISTANCE = 0.6
PAPER = "a4"
LARGEST = 2.5
"""The largest type, as a multiple of the smallest: beyond, a line holds too few words to be read in one glance."""
WORDS = ("page", "uncontrolled", "by", "fills", "required")
_STRONG = (Markup("<strong>"), Markup("</strong>"))


def shown(document: Document, site: Site, sheets: Iterable[Sheet]) -> Document:
    """Return a document of these sheets in the characters of a site's readers; addresses are no texts and stay."""
    rewrite, addresses = site.rewrite, {str(sheet.record.address) for sheet in sheets}
    if rewrite is None:
        return document
    return cast(Document, each_text(document, lambda text: text if text in addresses else rewrite(text)))


def smallest_type(distance: float) -> float:
    """Return the least type size, in pt, that is legible from `distance` metres.

    CAA CAP 676 ch. 7: 12 pt at 0.6 m and never under 10 pt; 17 pt at 1 m; in proportion beyond; up to half points.
    """
    if distance <= 0.6:
        size = max(10.0, 12 * distance / 0.6)
    elif distance <= 1:
        size = 12 + (distance - 0.6) * 12.5
    else:
        size = 17 * distance
    return -(-round(size * 2, 6) // 1) / 2


class SheetWriter:
    """Writes sheets for one record: puts text into runs and remembers where it came from."""

    def __init__(self, handbook: Handbook, site: Site, record: Record) -> None:
        self.handbook, self.site, self.t, self.record = handbook, site, site.strings, record
        self.grammar = handbook.language.grammar
        self.texts: list[tuple[str, Origin]] = []
        self.lines: list[tuple[str, str]] = []
        self.notices: list[str] = []

    # text

    def text(self, words: str, path: FieldPath, record: Address | None = None) -> str:
        """Return `words`, having noted that they stand at `path`."""
        self.texts.append((words, Origin(record or self.record.address, path)))
        return words

    def line(self, item: Item, path: FieldPath, record: Address | None = None, n: int = 0) -> Line:
        """Return a line and its sub-items, measured numbers standing out; `n` is the number it bears."""
        numbers = [(mark.start, mark.end) for mark in self.handbook.marks(item) if mark.named is None]
        return self.set(item, item.text, numbers, path, record, n)

    def set(
        self,
        item: Item,
        text: str,
        strong: Sequence[tuple[int, int]],
        path: FieldPath,
        record: Address | None = None,
        n: int = 0,
    ) -> Line:
        """Return a line in the words of `text`, the stretches `strong` of it standing out."""
        self.text(plain(item.text), path, record)
        self.lines.append((str((record or self.record.address)._replace(item=item.anchor)), item.text))
        subs = [self.line(sub, (*path, "items", k), record) for k, sub in enumerate(item.items)]
        mark = self.grammar.never_mark(self.t("poster.never"), item.text) if item.never else ""
        found = runs(inline(text, [(start, end, *_STRONG) for start, end in strong]))
        return {"runs": found, "never": item.never, "mark": mark, "subs": subs, "n": n}

    def post(self, name: str) -> str:
        """Return what a post is called."""
        role = self.handbook.role(name)
        return role.title if role else name

    def posts(self, names: Iterable[str]) -> str:
        """Return what posts are called, in one text."""
        return self.t("text.comma").join(self.post(name) for name in names)

    def form(self, reference: str) -> str:
        """Return a form's title as names of documents are marked."""
        form = self.handbook.form(reference)
        return self.grammar.names.titled(form.title) if form else reference

    # sheets

    def sheet(
        self,
        facts: Sequence[tuple[str, str]],
        blocks: Sequence[Origin],
        body: Mapping[str, object],
        *,
        paper: str = "",
        orientation: str = "portrait",
        distance: float = READING_DISTANCE,
        largest: float = LARGEST,
        allowed: int | None = None,
    ) -> Sheet:
        """Return the sheet: `facts` stand under the title as (label, value), `body` is what the kind's template reads.

        It is read from `distance` metres, and its type is up to `largest` times the smallest that can be read there.
        """
        record, t = self.record, self.t
        self.text(record.title, ("title",))
        smallest = smallest_type(distance)
        head: Head = {
            "template": f"kinds/{record.folder}/sheet.typ",
            "company": self.handbook.defaults.company or self.site.name,
            "kind": t(f"poster.{record.folder}"),
            "title": record.title,
            "facts": [list(fact) for fact in facts if fact[1]],
            "control": self._control(),
            "qr": self._qr(),
            "paper": paper or self.handbook.defaults.paper or PAPER,
            "orientation": orientation,
            "min": smallest,
            "max": smallest * largest,
            "words": {name: t(f"poster.{name}") for name in WORDS},
            "tokens": unbreakable(text for text, _ in self.texts),
        }
        self.text(head["company"], ("company",), Defaults.address)
        texts, lines, notices = tuple(self.texts), tuple(self.lines), tuple(self.notices)
        return Sheet(record, head, body, tuple(blocks), texts, lines, notices, allowed)

    def origin(self, *path: str | int) -> Origin:
        """Return a place of this sheet's record."""
        return Origin(self.record.address, path)

    def _control(self) -> list[list[str]]:
        revision, t = self.record.revision, self.t
        self.text(revision.owner, ("revision", "owner"))
        return [
            [t("control.id"), str(self.record.address)],
            [t("control.revision"), t("control.number", n=revision.number)],
            [t("control.effective"), str(revision.effective)],
            [t("control.owner"), revision.owner],
        ]

    def _qr(self) -> Code | None:
        """Return the code that leads to the record's page with this revision; None without a site's address."""
        if not self.site.root:
            return None
        url = sheet_url(self.site.root, self.record)
        code = segno.make(url, error="m", micro=False)
        svg = io.BytesIO()
        code.save(svg, kind="svg", border=4, xmldecl=False)
        modules = code.symbol_size(border=0)[0]
        width = QR_MM * MM * (modules + 8) / modules
        return {"svg": svg.getvalue().decode(), "width": round(width, 2), "alt": url, "caption": self.t("poster.scan")}


def sheet_url(site: str, record: Record) -> str:
    """Return the address a sheet's code leads to: the record's page, told the revision of the sheet."""
    return f"{site}{paths.href('', paths.page_path(record.address))}?rev={record.revision.number}"
