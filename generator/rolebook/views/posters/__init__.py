"""Every sheet of the site as PDF: checklists, post cards, script cards, procedure strips, blank forms."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee

from rolebook import typeset
from rolebook.errors import HandbookError, Message, Problem
from rolebook.kinds import kind_of
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.sheet import Origin, Sheet
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.posters.writer import SheetWriter, shown

_log = logging.getLogger("mkdocs.plugins.rolebook.posters")  # so that a build's notices stand among MkDocs' own


LONGEST = 120
"""How many characters are told of a word that is too long for its column."""


@dataclass(frozen=True)
class Poster:
    """A sheet that was typeset, and how it came out."""

    sheet: Sheet
    pdf: bytes
    fit: typeset.Fit

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        return paths.sheet_path(self.sheet.record)

    def notices(self, strings: Strings) -> tuple[str, ...]:
        """What the build decided for the author and he should know."""
        pages = (
            (strings("poster.pages", n=self.fit.pages, size=f"{self.sheet.head['min']:g}"),)
            if self.fit.pages > 1
            else ()
        )
        return self.sheet.notices + pages


def posters(handbook: Handbook, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the sheets as (path, PDF). Raises HandbookError with every line that does not print as it should."""
    if site.posters:
        for poster in typeset_all(handbook, site):
            for notice in () if site.rewrite else poster.notices(site.strings):  # those of a variant are the same
                _log.info("%s: %s", handbook.source(poster.sheet.record.address), notice)
            yield poster.path, poster.pdf


def sheets(handbook: Handbook, site: Site, records: Iterable[Record] | None = None) -> Iterator[Sheet]:
    """Yield the sheets of `records` (all of them, if not given) that have one, in their order."""
    wanted = handbook.records.values() if records is None else records
    for record in wanted:
        if (kind := kind_of(record)).prints(record) and kind.sheet:
            yield kind.sheet(record, SheetWriter(handbook, site, record))


def typeset_all(handbook: Handbook, site: Site, records: Iterable[Record] | None = None) -> Iterator[Poster]:
    """Yield the sheets of `records` (all, if not given), typeset; what does not fit gets a second, looser try.

    Raises HandbookError, in the end, with every line that does not print as it should.
    """
    press = typeset.Press(site.strings.language, site.cache / "posters" if site.cache else None)
    problems: dict[Problem, None] = {}
    for sheet, result in _typeset(press, sheets(handbook, site, records), site):
        if (looser := kind_of(sheet.record).looser) and not _fits(result):
            second = looser(sheet.record, SheetWriter(handbook, site, sheet.record))
            sheet, result = next(_typeset(press, [second], site))
        found = dict.fromkeys(_problems(handbook, sheet, result))
        problems |= found
        if isinstance(result, typeset.Typeset) and not found:
            yield Poster(sheet, result.pdf, result.fits[0])
    if press.cache.fault and not site.rewrite:
        _log.info(handbook.language.say("cache-not-written", reason=press.cache.fault).text)
    if records is None:
        press.cache.prune()
    if problems:
        raise HandbookError(problems, handbook.language.say)


Result = typeset.Typeset | typeset.MissingGlyphs


def _typeset(press: typeset.Press, wanted: Iterable[Sheet], site: Site) -> Iterator[tuple[Sheet, Result]]:
    ahead, wanted = tee(wanted)
    return zip(wanted, press.pdfs((shown(sheet.document, site, [sheet]), sheet.day) for sheet in ahead), strict=True)


def _fits(result: Result) -> bool:
    return isinstance(result, typeset.MissingGlyphs) or bool(result.fits[0].pages)


def _problems(handbook: Handbook, sheet: Sheet, result: Result) -> Iterator[Problem]:
    """Yield what is wrong with a sheet, each fault at the line it is in."""
    if isinstance(result, typeset.MissingGlyphs):
        for text in result.texts:
            origin = _written(sheet, text)
            signs = [text] if re.search(typeset.JOINED, text) else dict.fromkeys(text)
            characters = tuple(f"{sign} ({' '.join(f'U+{ord(c):04X}' for c in sign)})" for sign in signs)
            yield handbook.place(*origin).problem(Message("no-glyph", characters=characters))
        return
    fit = result.fits[0]
    size = sheet.head["min"]
    for word in fit.wide:
        told = word if len(word) <= LONGEST else f"{word[:LONGEST]}…"
        yield handbook.place(*_written(sheet, word)).problem(Message("word-too-wide", word=told, size=size))
    for n in fit.tall:
        origin = sheet.blocks[n] if n < len(sheet.blocks) else Origin(sheet.record.address, ())
        yield handbook.place(*origin).problem(Message("too-high-for-a-page", size=size))
    if sheet.allowed and fit.pages > sheet.allowed:
        message = Message("too-many-pages", pages=fit.pages, size=size, allowed=sheet.allowed)
        yield handbook.place(sheet.record.address, ("pages",)).problem(message)


def _written(sheet: Sheet, text: str) -> Origin:
    """Return where `text` was written: the first text of the sheet that holds it, else the record."""
    whole = Origin(sheet.record.address, ())
    return next((origin for words, origin in sheet.texts if text in words), whole)
