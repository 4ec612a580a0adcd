"""What is wrong with the HTML of hand-written pages: links that lead nowhere, and what a page may not do.

MkDocs looks at the links of Markdown alone, says what it finds as a warning that `-q` swallows, and goes on.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from rolebook.errors import Message, Problem

_LEADING = {"a": "href", "area": "href", "form": "action"}
_LOADING = ("src", "href", "poster", "data", "srcset", "background")
_NEVER = ("javascript", "vbscript", "data", "file")
"""What a link may not begin with: it would run, or lead to a disk that is the author's."""
_KNOWN = ("http", "https", "mailto", "tel")
_FILE = r"[^\s()（）]*(?:[/.](?:md|ya?ml|html?|pdf|png|jpe?g|svg|gif|webp)\b|://)[^()（）]*"
_ALIKE = 0.7
_UNREAD = re.compile(rf"!?\[[^\[\]]*\](?:\(|\[[^\[\]\d]*[^\[\]\d\s][^\[\]]*\]|\s?[(（]\s*{_FILE}[)）])")
"""A link that was meant and is none: it has become text."""


@dataclass(frozen=True)
class HandwrittenPage:
    """A page as it was written and as it was rendered."""

    name: str
    """its file, in messages"""
    source: str
    """its file, below docs/"""
    path: str
    """its place on the site"""
    text: str
    html: str
    written: Mapping[str, str]
    """addresses in the HTML, and how the author wrote those that he wrote otherwise"""


@dataclass(frozen=True)
class Targets:
    """What there is to lead to: paths on the site, those an author would write, the anchors of a page by its path."""

    paths: frozenset[str]
    sources: Sequence[str]
    anchors: Callable[[str], frozenset[str] | None]


def anchors(html: str) -> frozenset[str]:
    """Return what a link can lead to within a page."""
    return frozenset(_Reader(html).anchors)


def faults(page: HandwrittenPage, targets: Targets) -> Iterator[Problem]:
    """Yield what is wrong with a page, each fault at the place where it was written."""
    reader, seen = _Reader(page.html), Counter[str]()
    lines = page.text.splitlines()
    for address in reader.addresses:
        written = page.written.get(address, address)
        seen[written] += 1
        if message := _leads(page, address, written, targets):
            yield _placed(page.name, lines, written, seen[written], message)
    for address in reader.loads:
        if message := _foreign(address):
            yield _placed(page.name, lines, address, 1, message)
    for found, message in reader.faults:
        yield _placed(page.name, lines, found, 1, message)


class _Reader(HTMLParser):
    """Reads a page once: what it leads to, what it loads, where one can lead to in it, and what it may not have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.addresses: list[str] = []
        self.loads: list[str] = []
        self.faults: list[tuple[str, Message]] = []
        self._listing = 0
        self._text = ""
        self.feed(html)
        self.close()
        self._judge_text()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read an element. Code is no text, and the text of a block is one."""
        self._listing += tag in ("pre", "code")
        if tag in ("p", "li", "td", "th", "dd", "dt", "br") or re.fullmatch("h[1-6]", tag):
            self._judge_text()
        if tag == "script":
            self.faults.append((f"<{tag}", Message("page-script", found=f"<{tag}>")))
        if tag == "style":
            self.faults.append((f"<{tag}", Message("page-style", found=f"<{tag}>")))
        for name, given in attrs:
            value = given or ""
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value)
            elif name == "style":
                self.faults.append((value, Message("page-style", found=f'style="{value}"')))
            elif name.startswith("on"):
                self.faults.append((name, Message("page-script", found=f"{name}=")))
            elif name == _LEADING.get(tag):
                self.addresses.append(value)
            elif name in _LOADING:
                found = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
                self.loads += found
                self.addresses += found

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._listing -= tag in ("pre", "code")

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if self._listing <= 0:
            self._text += data

    def _judge_text(self) -> None:
        for match in _UNREAD.finditer(self._text):
            self.faults.append((match[0], Message("link-unread", text=match[0])))
        self._text = ""


def near(path: str, known: Iterable[str]) -> str:
    """Return the known path or name of which `path` may be a slip, or "": in one folder much is alike by that alone."""
    for close in difflib.get_close_matches(path, list(known), n=3, cutoff=_ALIKE):
        if difflib.SequenceMatcher(None, posixpath.basename(path), posixpath.basename(close)).ratio() >= _ALIKE:
            return close
    return ""


def _leads(page: HandwrittenPage, address: str, written: str, targets: Targets) -> Message | None:
    """Return what is wrong with a link, if anything."""
    if not address.strip():
        return Message("link-empty")
    try:
        scheme, host, path, _, anchor = urlsplit(address)
    except ValueError:
        return Message("link-no-address", target=written)
    if scheme and not (scheme == "data" and address.startswith("data:image/")):
        close = near(scheme, _KNOWN) if scheme not in _KNOWN else ""
        if scheme in _NEVER or len(scheme) == 1:
            return Message("link-unsafe", target=written)
        return Message("link-no-address", target=written) if close or (scheme.startswith("http") and not host) else None
    if scheme or host:
        return None
    if path.startswith(("/", "\\")):
        return Message("link-absolute", target=written)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path))) if path else page.path
    if target not in targets.paths:
        return Message("link-missing", target=written, nearest=_meant(page, written, targets.sources))
    name, there = unquote(anchor.partition(":~:")[0]), targets.anchors(target)
    if name and there is not None and name not in there:
        return Message("link-anchor-missing", target=written, anchor=name, nearest=near(name, there))
    return None


def _meant(page: HandwrittenPage, written: str, sources: Sequence[str]) -> str:
    """Return the file that a link was probably meant to lead to, as this page would write it; "" where none is near."""
    folder = posixpath.dirname(page.source)
    path = unquote(written.partition("#")[0].partition("?")[0]).replace("\\", "/")
    asked = posixpath.normpath(posixpath.join(folder, path.strip("/")))
    stem = posixpath.splitext(asked)[0]
    for guess in (f"{stem}.md", f"{asked}/index.md"):
        if guess in sources:
            return posixpath.relpath(guess, folder or ".")
    close = near(asked, sources) or near(posixpath.basename(asked), sources)
    return posixpath.relpath(close, folder or ".") if close else ""


def _foreign(address: str) -> Message | None:
    """Return what is wrong with what a page loads, if anything."""
    try:
        scheme, host = urlsplit(address)[:2]
    except ValueError:  # told of as a link
        return None
    return Message("loaded-from-elsewhere", address=address) if host or scheme in ("http", "https") else None


def _placed(name: str, lines: Sequence[str], found: str, nth: int, message: Message) -> Problem:
    """Return a problem at the nth place where `found` stands, or the last one; in the whole file where it does not."""
    word = re.compile(rf"(?<![A-Za-z0-9/:]){re.escape(found)}")
    places = [(n, match.start()) for n, line in enumerate(lines) for match in word.finditer(line)]
    if not found or not places:
        return Problem(name, 0, 0, message)
    line, column = places[min(nth, len(places)) - 1]
    return Problem(name, line + 1, column + 1, message, lines[line].replace("\t", " "), len(found))
