"""A sheet as data: what all kinds of sheet share, and where each of its texts was written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from typing import Any, NamedTuple

import segno
from markupsafe import Markup

from generator.model.address import Address
from generator.model.base import Path
from generator.model.checklist import Checklist
from generator.model.handbook import Handbook
from generator.model.item import Item
from generator.model.record import Record
from generator.model.script import PLACEHOLDER, Script
from generator.render import Stretch, inline
from generator.site import Site
from generator.views import paths

QR_MM = 26.0
"""Width of the code itself; with the quiet zone of 4 modules about 32 mm. Print guides ask for at least 25 mm and a
tenth of the scanning distance, which is that of a phone held up to the sheet, not that of reading the wall."""
MM = 72 / 25.4
READING_DISTANCE = 0.6
LARGEST = 2.5
"""The largest type, as a multiple of the smallest: beyond, a line holds too few words to be read in one glance."""
WORDS = ("page", "uncontrolled", "never", "by", "fills", "required")
_STRONG = (Markup("<strong>"), Markup("</strong>"))
_UNBREAKABLE = re.compile(r"[（《“【〔]*[!-~\u00a1-\u024f]{8,}[，。、；：！？）》”】〕]*")
Data = dict[str, Any]


class Origin(NamedTuple):
    """Where something on a sheet was written: a record and the place in it."""

    record: Address
    path: Path


@dataclass(frozen=True)
class Sheet:
    """A sheet of one record, ready for `typeset`, with what its faults are blamed on.

    `blocks` has an origin for each block the template makes of `data`, in order, and `texts` one for each text.
    """

    record: Record
    data: Data
    blocks: tuple[Origin, ...]
    texts: tuple[tuple[str, Origin], ...]
    lines: tuple[tuple[str, str], ...]
    """(address, text) of each line, in reading order"""
    notices: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day the sheet takes effect."""
        return self.record.revision.effective

    @property
    def document(self) -> Data:
        """The sheet as a document of its own."""
        return {"title": self.record.title, "author": self.record.revision.owner, "sheets": [self.data]}


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


class Clerk:
    """Writes sheets for one record: puts text into runs and remembers where it came from."""

    def __init__(self, handbook: Handbook, site: Site, record: Record) -> None:
        self.handbook, self.site, self.t, self.record = handbook, site, site.strings, record
        self.texts: list[tuple[str, Origin]] = []
        self.lines: list[tuple[str, str]] = []
        self.notices: list[str] = []

    # text

    def text(self, words: str, path: Path, record: Address | None = None) -> str:
        """Return `words`, having noted that they stand at `path`."""
        self.texts.append((words, Origin(record or self.record.address, path)))
        return words

    def line(self, item: Item, path: Path, record: Address | None = None, n: int = 0) -> Data:
        """Return a line and its sub-items, measured numbers standing out; `n` is the number it bears."""
        stretches: list[Stretch] = [(m.start, m.end, *_STRONG) for m in self.handbook.marks(item) if m.form is None]
        return self._line(item, inline(item.text, stretches), path, record, n)

    def spoken(self, script: Script, item: Item, path: Path) -> Data:
        """Return a line of a script; what the agent fills in stands out as 〔label〕."""
        text, last = "", 0
        stretches: list[Stretch] = []
        for match in PLACEHOLDER.finditer(item.text):
            placeholder = script.placeholders[match[1]]
            text += item.text[last : match.start()]
            shown = f"〔{placeholder.shown if placeholder.choices else placeholder.label}〕"
            stretches.append((len(text), len(text) + len(shown), *_STRONG))
            text, last = text + shown, match.end()
        return self._line(item, inline(text + item.text[last:], stretches), path, None, 0)

    def _line(self, item: Item, html: Markup, path: Path, record: Address | None, n: int) -> Data:
        self.text(item.text, path, record)
        self.lines.append((str((record or self.record.address)._replace(item=item.anchor)), item.text))
        subs = [self.line(sub, (*path, "items", k), record) for k, sub in enumerate(item.items)]
        return {"runs": runs(html), "never": item.never, "subs": subs, "n": n}

    def post(self, name: str) -> str:
        """Return what a post is called."""
        role = self.handbook.role(name)
        return role.title if role else name

    def posts(self, names: Iterable[str]) -> str:
        """Return what posts are called, in one text."""
        return self.t("text.comma").join(self.post(name) for name in names)

    # sheets

    def sheet(
        self,
        template: str,
        facts: Sequence[tuple[str, str]],
        blocks: Sequence[Origin],
        *,
        orientation: str = "portrait",
        largest: float = LARGEST,
        **data: Any,
    ) -> Sheet:
        """Return the sheet: `facts` stand under the title as (label, value); its template reads `data` too."""
        record, t = self.record, self.t
        self.text(record.title, ("title",))
        listed = record if isinstance(record, Checklist) else None
        smallest = smallest_type(listed.reading_distance if listed else READING_DISTANCE)
        everything = {
            "template": template,
            "kind": t(f"poster.{template}"),
            "title": record.title,
            "facts": [list(fact) for fact in facts if fact[1]],
            "control": self._control(),
            "qr": self._qr(),
            "paper": listed.paper if listed else "a4",
            "orientation": listed.orientation if listed else orientation,
            "min": smallest,
            "max": smallest * largest,
            "words": {name: t(f"poster.{name}") for name in WORDS},
            "tokens": unbreakable(text for text, _ in self.texts),
            **data,
        }
        return Sheet(record, everything, tuple(blocks), tuple(self.texts), tuple(self.lines), tuple(self.notices))

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

    def _qr(self) -> Data | None:
        """Return the code that leads to the record's page with this revision; None without a site's address."""
        if not self.site.url:
            return None
        url = sheet_url(self.site.url, self.record)
        code = segno.make(url, error="m", micro=False)
        svg = io.BytesIO()
        code.save(svg, kind="svg", border=4, xmldecl=False)
        modules = code.symbol_size(border=0)[0]
        width = QR_MM * MM * (modules + 8) / modules
        return {"svg": svg.getvalue().decode(), "width": round(width, 2), "alt": url, "caption": self.t("poster.scan")}


def sheet_url(site: str, record: Record) -> str:
    """Return the address a sheet's code leads to: the record's page, told the revision of the sheet."""
    return f"{site}{paths.href('', paths.page_path(record.address))}?rev={record.revision.number}"


def unbreakable(texts: Iterable[str]) -> list[str]:
    """Return the words no line end may fall into, where they are long enough to stick out of a column."""
    return list(dict.fromkeys(word for text in texts for word in _UNBREAKABLE.findall(text)))


class _Runs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[Any]] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.depth += tag in ("strong", "em")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in ("strong", "em")

    def handle_data(self, data: str) -> None:
        self.found.append([data, int(self.depth > 0)])


def runs(html: Markup) -> list[list[Any]]:
    """Return a line of clean HTML as [[words, 1 where they stand out]]."""
    parser = _Runs()
    parser.feed(str(html))
    parser.close()
    return parser.found


def chunks(items: Sequence[Any], most: int) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield `items` in as few parts of at most `most` as will do, as even as can be, each with its first position."""
    parts = -(-len(items) // most)
    for n in range(parts):
        start, end = len(items) * n // parts, len(items) * (n + 1) // parts
        yield start, items[start:end]
