"""Hand-written pages as lines: every paragraph, list entry and table row under the heading it stands below."""

from __future__ import annotations

from functools import lru_cache
from html.parser import HTMLParser

from rolebook.views.lookup.entries import HEADING, LINE, TITLE, Entry
from rolebook.views.page import HandmadePage

_HEADINGS = {f"h{n}" for n in range(1, 7)}
_BLOCKS = _HEADINGS | {"p", "li", "tr", "dt", "dd", "pre", "blockquote", "figcaption", "summary", "caption", "ul", "ol"}
_CELLS = {"td", "th", "br"}
_UNREAD = {"script", "style", "svg", "template", "button"}


@lru_cache(maxsize=4096)  # the index and the page of all lines both ask
def entries(page: HandmadePage) -> tuple[Entry, ...]:
    """Return the title of a page, then its headings and lines in reading order."""
    title = " ".join(page.title.split())
    reader = _Reader()
    reader.feed(page.body)
    reader.close()
    lines = (Entry(anchor, text, type_) for anchor, type_, text in reader.blocks() if (type_, text) != (HEADING, title))
    return Entry("", title, TITLE), *lines


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[str, str, str]] = []
        self._anchor = ""
        self._type = LINE
        self._text: list[str] = []
        self._unread = 0

    def blocks(self) -> list[tuple[str, str, str]]:
        """Return what was read as (anchor, type, text)."""
        self._end()
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if self._unread or tag in _UNREAD or "headerlink" in (known.get("class") or "").split():
            self._unread += 1  # up to its end tag, whatever stands inside
            return
        if tag in _BLOCKS:
            self._end()
        if tag in _CELLS:
            self._text.append(" ")
        if tag in _HEADINGS:
            self._anchor = known.get("id") or self._anchor
            self._type = HEADING

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
        elif tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._text.append(data)

    def _end(self) -> None:
        if text := " ".join("".join(self._text).split()):
            self._found.append((self._anchor, self._type, text))
        self._text, self._type = [], LINE
