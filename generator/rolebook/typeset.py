"""Sheets as data to PDF: the only user of typst.

What is typeset is a `sheet.Document`, each sheet of which names the template that sets it. Its text travels as JSON and
is never read as markup. The font is that of a Python package; fonts of the machine are not looked at, so equal input
makes equal bytes anywhere.
"""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
import json
import os
import re
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import manimgx_fonts_cjk
import typst

from rolebook.cache import Cache
from rolebook.language.derived import each_text
from rolebook.language.tables import table
from rolebook.sheet import Document

ROOT = Path(__file__).parent
"""Templates stand in templates/typst/ and beside the kinds of records, and are named from here."""
MAIN, ICON = (str(ROOT / "templates" / "typst" / name) for name in ("main.typ", "icon.typ"))
FONT_PACKAGE = "manimgx-fonts-cjk"
EPOCH = datetime.date(1970, 1, 1)
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged, titled, in a language; and a character without a glyph is an error"""
_MISSING = re.compile(r"the text `?(\"(?:\\.|[^\"\\])*\")`? could not be displayed")
JOINED = "[\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"
"""What is drawn as one sign with what stands before it."""
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))", re.S)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


class MissingGlyphs(Exception):
    """The font cannot show some of the text; `texts` are the stretches it lacks."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        super().__init__(f"no glyph for {', '.join(map(repr, self.texts))}")


@dataclass(frozen=True)
class Fit:
    """How a sheet came out: its pages (0: it does not fit), type size in pt, what stands in the way.

    `tall` are the numbers of the blocks higher than a page, `wide` the words wider than their column.
    """

    pages: int
    size: float
    wide: tuple[str, ...] = ()
    tall: tuple[int, ...] = ()


@dataclass(frozen=True)
class Typeset:
    """A PDF, and how each of its sheets came out."""

    pdf: bytes
    fits: tuple[Fit, ...]


def pdf(document: Document, language: str = "zh", day: datetime.date = EPOCH) -> Typeset:
    """Return a document as PDF; `day` is the day it says it was made on.

    Where a sheet does not fit, its Fit has no pages and the PDF is of no use. Raises MissingGlyphs.
    """
    compiler = _compiler()
    moment = int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())
    missing: list[str] = []
    while True:
        try:
            inputs = {"data": _data(document, language)}
            made = compiler.compile(MAIN, format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=moment)
        except typst.TypstError as error:
            lacking = _MISSING.search(error.message)
            if not lacking and not missing:
                raise
            shown = _unquoted(lacking[1]) if lacking else ""
            document, found = _without(document, shown) if shown else (document, [])
            missing += found
            if not found:
                raise MissingGlyphs(missing or [shown]) from None
            continue  # to find all of them
        if missing:
            raise MissingGlyphs(missing)
        fits = json.loads(compiler.query("<fit>", field="value"))
        assert isinstance(made, bytes)  # a list comes of formats with a file a page
        return Typeset(made, tuple(_fit(fit) for fit in fits))


def _without(document: Document, shown: str) -> tuple[Document, list[str]]:
    """Return a document without what Typst says it cannot show, and the texts that were taken out of it.

    Typst names the first sign of several that are drawn as one: of a keycap the digit, which alone has a glyph.
    """
    for sought in (re.compile(f"{re.escape(shown)}{JOINED}+"), re.compile(re.escape(shown))):
        found: list[str] = []

        def without(text: str, sought: re.Pattern[str] = sought, found: list[str] = found) -> str:
            found += sought.findall(text)
            return sought.sub("?", text)

        rest: Document = each_text(document, without)
        if found:
            return rest, list(dict.fromkeys(found))
    return document, []


class Press:
    """Typesets many documents, on all processors. What it makes is kept in `folder`, if given, and not made again."""

    def __init__(self, language: str = "zh", folder: Path | None = None) -> None:
        self.language, self.cache = language, Cache(folder)
        self.made = 0
        """how many documents were typeset, not found in the folder"""
        processors = os.cpu_count() or 1
        self._pool, self._ahead = ThreadPoolExecutor(processors), 2 * processors

    def pdfs(self, documents: Iterable[tuple[Document, datetime.date]]) -> Iterator[Typeset | MissingGlyphs]:
        """Yield every (document, day) as PDF, in order; in place of one whose text lacks glyphs, what it lacks.

        Documents are taken a few at a time, so that of many PDFs only a few are held.
        """
        waiting: deque[Future[Typeset | MissingGlyphs]] = deque()
        for document, day in documents:
            waiting.append(self._pool.submit(self._one, document, day))
            if len(waiting) > self._ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _one(self, document: Document, day: datetime.date) -> Typeset | MissingGlyphs:
        """Return what is kept: a line of JSON with the fits, then the PDF. Else make and keep it."""
        key = _key(document, self.language, day)
        kept = self.cache.get(key)
        if kept is not None:
            head, _, body = kept.partition(b"\n")
            return Typeset(body, tuple(_fit(fit) for fit in json.loads(head)))
        try:
            made = pdf(document, self.language, day)
        except MissingGlyphs as error:
            return error
        self.made += 1
        self.cache.put(key, json.dumps([asdict(fit) for fit in made.fits]).encode() + b"\n" + made.pdf)
        return made


def icon(letter: str, size: int, language: str = "zh", *, whole: bool = False, folder: Path | None = None) -> bytes:
    """Return the picture of a site as PNG of `size` pixels: a letter, or lines where it is ""; see icon.typ.

    It is kept in `folder`, if given, and not made again.
    """
    cache = Cache(folder and folder / "icons")
    data = json.dumps({"letter": letter, "whole": whole, **_region(language)}, ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256("\0".join([data, str(size), _fingerprint()]).encode()).hexdigest()[:32]
    if (kept := cache.get(key)) is not None:
        return kept
    made = _compiler().compile(ICON, format="png", ppi=size * 72 / 96, sys_inputs={"data": data})
    assert isinstance(made, bytes)  # a list comes of several pages
    cache.put(key, made)
    return made


def _region(language: str) -> dict[str, Any]:
    return {"region": None, **table(language, "tags")["sheet"]}


def _data(document: Document, language: str) -> str:
    return json.dumps({**document, **_region(language)}, ensure_ascii=False, sort_keys=True)


def _key(document: Document, language: str, day: datetime.date) -> str:
    return hashlib.sha256("\0".join([_data(document, language), str(day), _fingerprint()]).encode()).hexdigest()[:32]


@cache
def _fingerprint() -> str:
    """What beside the data decides the bytes: the templates, the typesetter and the font."""
    sources = "".join(path.read_text("utf-8") for path in sorted(ROOT.rglob("*.typ")))
    versions = [importlib.metadata.version(name) for name in ("typst", FONT_PACKAGE)]
    return "\0".join([STANDARD, *versions, sources])


def _fit(found: Mapping[str, Any]) -> Fit:
    return Fit(found["pages"], found["size"], tuple(found["wide"]), tuple(found["tall"]))


def _unquoted(text: str) -> str:
    """Read a string as Typst writes it in a message."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _CONTROLS.get(m[2], m[2]), text[1:-1])


_local = threading.local()


def _compiler() -> typst.Compiler:
    """Return this thread's compiler: a compiler is not to be shared, and starting one reads the font."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(root=str(ROOT), font_paths=_fonts())
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    folder = str(Path(manimgx_fonts_cjk.__file__).parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
