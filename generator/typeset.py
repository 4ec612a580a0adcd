"""Sheets as data to PDF: the only user of typst.

What is typeset is a document: {"title", "author", "sheets": [...]}, each sheet a mapping whose "template" names one of
templates/typst/*.typ (sheet.typ says what all of them read). Its text travels as JSON and is never read as markup. The
font is that of a Python package; fonts of the machine are not looked at, so equal input makes equal bytes anywhere.
"""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
import json
import os
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import manimgx_fonts_cjk
import typst

TEMPLATES = Path(__file__).parent / "templates" / "typst"
MAIN = str(TEMPLATES / "main.typ")
FONT = "Noto Sans CJK SC"
FONT_PACKAGE = "manimgx-fonts-cjk"
REGION = {"zh": "CN"}
EPOCH = datetime.date(1970, 1, 1)
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged, titled, in a language; and a character without a glyph is an error"""
_MISSING = re.compile(r"the text `?(\"(?:\\.|[^\"\\])*\")`? could not be displayed")
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


def pdf(document: Mapping[str, Any], language: str = "zh", day: datetime.date = EPOCH) -> Typeset:
    """Return a document as PDF; `day` is the day it says it was made on.

    Where a sheet does not fit, its Fit has no pages and the PDF is of no use. Raises MissingGlyphs.
    """
    compiler, text = _compiler(), _data(document, language)
    moment = int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())
    missing: list[str] = []
    while True:
        try:
            inputs = {"data": text}
            made = compiler.compile(MAIN, format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=moment)
        except typst.TypstError as error:
            lacking = _MISSING.search(error.message)
            if not lacking:
                raise
            shown = _unquoted(lacking[1])
            missing.append(shown)
            replaced = text.replace(json.dumps(shown, ensure_ascii=False)[1:-1], "?" * len(shown))
            if replaced == text:
                raise MissingGlyphs(missing) from None
            text = replaced  # go on, to find all of them
            continue
        if missing:
            raise MissingGlyphs(missing)
        fits = json.loads(compiler.query("<fit>", field="value"))
        assert isinstance(made, bytes)  # a list comes of formats with a file a page
        return Typeset(made, tuple(_fit(fit) for fit in fits))


class Press:
    """Typesets many documents, on all processors. What it makes is kept in `folder`, if given, and not made again."""

    def __init__(self, language: str = "zh", folder: Path | None = None) -> None:
        self.language, self.folder = language, folder
        self.made = 0
        """how many documents were typeset, not found in the folder"""
        self._used: set[Path] = set()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def pdfs(self, documents: Iterable[tuple[Mapping[str, Any], datetime.date]]) -> Iterator[Typeset | MissingGlyphs]:
        """Yield every (document, day) as PDF, in order; in place of one whose text lacks glyphs, what it lacks."""
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            yield from pool.map(lambda job: self._one(*job), list(documents))

    def prune(self) -> None:
        """Remove what is kept and was not asked for."""
        for path in set(self.folder.glob("*.pdf")) - self._used if self.folder else ():
            path.unlink(missing_ok=True)

    def _one(self, document: Mapping[str, Any], day: datetime.date) -> Typeset | MissingGlyphs:
        """Return what is kept: a line of JSON with the fits, then the PDF. Else make and keep it."""
        path = self.folder / f"{_key(document, self.language, day)}.pdf" if self.folder else None
        if path:
            self._used.add(path)
            if path.exists():
                head, _, body = path.read_bytes().partition(b"\n")
                return Typeset(body, tuple(_fit(fit) for fit in json.loads(head)))
        try:
            made = pdf(document, self.language, day)
        except MissingGlyphs as error:
            return error
        self.made += 1
        if path:
            part = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
            part.write_bytes(json.dumps([asdict(fit) for fit in made.fits]).encode() + b"\n" + made.pdf)
            part.replace(path)
        return made


def _data(document: Mapping[str, Any], language: str) -> str:
    around = {"font": FONT, "lang": language, "region": REGION.get(language)}
    return json.dumps({**document, **around}, ensure_ascii=False, sort_keys=True)


def _key(document: Mapping[str, Any], language: str, day: datetime.date) -> str:
    return hashlib.sha256("\0".join([_data(document, language), str(day), _fingerprint()]).encode()).hexdigest()[:32]


@cache
def _fingerprint() -> str:
    """What beside the data decides the bytes: the templates, the typesetter and the font."""
    sources = "".join(path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.typ")))
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
        _local.compiler = typst.Compiler(root=str(TEMPLATES), font_paths=_fonts())
    compiler: typst.Compiler = _local.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    folder = str(Path(manimgx_fonts_cjk.__file__).parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
