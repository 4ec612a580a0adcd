"""Templates, lines as HTML, sanitising: the only user of jinja2, markdown and nh3.

Everything that meets HTML goes through here: templates escape by themselves, and of a line only its marks (see
`model/inline.py`) become elements, four of them in all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import jinja2
import markdown
import nh3
from jinja2 import Environment
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from rolebook.model.inline import Span, spans

CJK = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—"
_CJK_BREAK = re.compile(rf"(?<=[{CJK}])[ \t]*\n[ \t]*(?=[{CJK}])")
_TAGS = {
    "strong": (Markup("<strong>"), Markup("</strong>")),
    "em": (Markup("<em>"), Markup("</em>")),
    "strongest": (Markup("<strong><em>"), Markup("</em></strong>")),
    "code": (Markup("<code>"), Markup("</code>")),
}
_PRIVATE = re.compile("[\ue000-\uf8ff]")

Stretch = tuple[int, int, Markup, Markup]
"""Part of a text from start to end, with the HTML before and after it."""


def environment(*templates: Path, **globals: Any) -> Environment:
    """Return a template environment over folders: escaping, strict about unknown names."""
    env = Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= globals
    return env


def inline(text: str, stretches: Sequence[Stretch] = (), link: Callable[[str], str] = str) -> Markup:
    """Return a line as HTML: its marks, and `stretches`, in order and not overlapping, wrapped as they say.

    Positions count in the text as given. Block syntax (a leading `1.` or `#`) and HTML stay text. `link` turns the
    address of a link as the author wrote it into one that leads there from the page.
    """
    found = spans(text)
    if not found and not stretches:
        return escape(_printable(text))
    marks = sorted(mark for span in found for mark in _marks(span, link))
    # At one place what ends comes before what begins, and a stretch begins outside of the mark that begins there.
    edges = [(start, 2, end, html) for start, end, html in marks]
    for start, end, before, after in _unbroken(found, stretches):
        edges += [(start, 1, start, before), (end, 0, end, after)]
    pieces: list[str] = []
    last = 0
    for start, _, end, html in sorted(edges):
        pieces += [escape(_printable(text[last:start])), html]
        last = end
    return Markup("".join([*pieces, escape(_printable(text[last:]))]))


def _marks(span: Span, link: Callable[[str], str]) -> Iterator[tuple[int, int, Markup]]:
    """Yield the two marks of a stretch as (start, end, the HTML that is shown in its place)."""
    if span.kind == "picture":  # the checks refuse it, and here it is shown as it was written
        return
    before, after = _anchor(link(span.href)) if span.kind == "link" else _TAGS[span.kind]
    yield span.start, span.open, before
    yield span.close, span.end, after


@lru_cache(maxsize=4096)
def _anchor(href: str) -> tuple[Markup, Markup]:
    cleaned = nh3.clean(str(Markup('<a href="{}">-</a>').format(href)), tags={"a"}, attributes={"a": {"href"}})
    before, _, after = cleaned.partition("-</a>")
    return Markup(before), Markup(f"</a>{after}")


def _unbroken(found: Sequence[Span], stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches that no mark parts, and of those that are links the ones that lie in no other link."""
    marks = sorted((edge, span) for span in found for edge in ((span.start, span.open), (span.close, span.end)))
    starts, ends = [start for (start, _), _ in marks], [end for (_, end), _ in marks]
    around = [_Inside(None, False)]
    for (start, _), span in marks:
        here = around[-1]
        opens = start == span.start
        around.append(_Inside(here, here.linked or span.kind == "link") if opens else here.without or here)

    def inside(position: int) -> _Inside | None:
        n = bisect_right(ends, position)
        return None if n < len(starts) and starts[n] < position else around[n]

    for stretch in stretches:
        where = inside(stretch[0])
        if where and where is inside(stretch[1]) and not (where.linked and stretch[2].startswith("<a ")):
            yield stretch


@dataclass(frozen=True, eq=False)
class _Inside:
    """What a place in a line lies inside: the innermost mark, by being itself, and whether any of them is a link."""

    without: _Inside | None
    linked: bool


def _printable(text: str) -> str:
    """Return a text without private characters, which the loader refuses."""
    return _PRIVATE.sub("\ufffd", text)


def minified(html: str) -> str:
    """Return HTML without the indentation of its template."""
    return re.sub(r"\n\s*", "\n", html).strip()


class CjkLines(Extension):
    """Markdown extension: a line end between two Chinese characters is no space, as in Chinese typesetting."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register the step that joins lines, after inline patterns are done."""
        md.treeprocessors.register(_JoinLines(md), "cjk_lines", 5)


class _JoinLines(Treeprocessor):
    """Goes through the texts of a page in reading order; beside bold words two of them meet at a line end."""

    def run(self, root: Any) -> None:
        block: list[_Slot] = []
        for slot in self._slots(root):
            if slot is None:
                _join(block)
                block = []
            else:
                block.append(slot)
        _join(block)

    def _slots(self, element: Any) -> Iterator[_Slot | None]:
        """Yield each text of a page, and None where a block begins or ends."""
        apart = self.md.is_block_level(element.tag) or element.tag == "br"
        if apart:
            yield None
        yield _Slot(element, "text", kept=element.tag in ("pre", "code"))
        for child in element:
            yield from self._slots(child)
            yield _Slot(child, "tail")
        if apart:
            yield None


@dataclass
class _Slot:
    """A text of the page: of an element, or behind it; `kept` as it is in listings."""

    element: Any
    name: str
    kept: bool = False

    @property
    def text(self) -> str:
        return getattr(self.element, self.name) or ""


def _join(block: list[_Slot]) -> None:
    """Remove the line ends between Chinese characters from the texts of one block."""
    slots = [slot for slot in block if slot.text]
    texts = [slot.text for slot in slots]
    for n, slot in enumerate(slots):
        if not slot.kept and "\n" in slot.text:
            before, after = texts[n - 1][-1:] if n else "", texts[n + 1][:1] if n + 1 < len(texts) else ""
            joined = _CJK_BREAK.sub("", before + slot.text + after)
            setattr(slot.element, slot.name, joined[len(before) : len(joined) - len(after)])


class WrittenLinks(Extension):
    """Markdown extension: remembers links as they were written, before MkDocs leads them to pages."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[Element, str, str]] = []
        """of the page that was rendered last: element, attribute and address as it was written"""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register the step for one page, after inline patterns and before MkDocs' own, which is the last."""
        md.treeprocessors.register(_RememberLinks(md, self.found), "written_links", 1)


class _RememberLinks(Treeprocessor):
    def __init__(self, md: markdown.Markdown, found: list[tuple[Element, str, str]]) -> None:
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        names = {"a": "href", "img": "src"}
        leading = ((element, names[element.tag]) for element in root.iter() if element.tag in names)
        self.found[:] = [(element, name, element.get(name, "")) for element, name in leading]
