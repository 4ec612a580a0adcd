"""Every sheet of the site as PDF: checklists, post cards, script cards, procedure strips, blank forms."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import typeset
from generator.errors import HandbookError, Problem
from generator.model.address import Address
from generator.model.checklist import Checklist
from generator.model.handbook import Handbook
from generator.model.record import Record
from generator.site import Site
from generator.strings import Strings
from generator.views import paths
from generator.views.posters.kinds import sheet_of
from generator.views.posters.sheet import Origin, Sheet

_log = logging.getLogger("mkdocs.plugins.rolebook.posters")  # so that a build's notices stand among MkDocs' own


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
            (strings("poster.pages", n=self.fit.pages, size=f"{self.sheet.data['min']:g}"),)
            if self.fit.pages > 1
            else ()
        )
        return self.sheet.notices + pages


def posters(handbook: Handbook, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the sheets as (path, PDF). Raises HandbookError with every line that does not print as it should."""
    if site.posters:
        for poster in typeset_all(handbook, site):
            for notice in poster.notices(site.strings):
                _log.info("%s: %s", paths.source_path(poster.sheet.record.address), notice)
            yield poster.path, poster.pdf


def sheets(handbook: Handbook, site: Site, records: Iterable[Record] | None = None) -> list[Sheet]:
    """Return the sheets of `records` (all of them, if not given) that have one, in their order."""
    wanted = handbook.records.values() if records is None else records
    made = (sheet_of(handbook, site, record) for record in wanted if paths.sheet_path(record))
    return [sheet for sheet in made if sheet]


def typeset_all(handbook: Handbook, site: Site, records: Iterable[Record] | None = None) -> list[Poster]:
    """Typeset the sheets of `records` (all, if not given); what does not fit gets a second, looser try.

    Raises HandbookError.
    """
    press = typeset.Press(site.strings.language, site.cache / "posters" if site.cache else None)
    made = _typeset(press, sheets(handbook, site, records))
    cramped = [sheet.record for sheet, result in made.values() if not _fits(result)]
    second = (sheet_of(handbook, site, record, loose=True) for record in cramped)
    made |= _typeset(press, [sheet for sheet in second if sheet])
    if records is None:
        press.prune()
    problems = [problem for sheet, result in made.values() for problem in _problems(handbook, sheet, result)]
    if problems:
        raise HandbookError(dict.fromkeys(problems))
    return [Poster(sheet, r.pdf, r.fits[0]) for sheet, r in made.values() if isinstance(r, typeset.Typeset)]


Result = typeset.Typeset | typeset.MissingGlyphs


def _typeset(press: typeset.Press, wanted: Sequence[Sheet]) -> dict[Address, tuple[Sheet, Result]]:
    results = press.pdfs((sheet.document, sheet.day) for sheet in wanted)
    return {sheet.record.address: (sheet, result) for sheet, result in zip(wanted, results, strict=True)}


def _fits(result: Result) -> bool:
    return isinstance(result, typeset.MissingGlyphs) or bool(result.fits[0].pages)


def _problems(handbook: Handbook, sheet: Sheet, result: Result) -> Iterator[Problem]:
    """Yield what is wrong with a sheet, each fault at the line it is in."""
    if isinstance(result, typeset.MissingGlyphs):
        for text in result.texts:
            origin = _written(sheet, text)
            characters = "、".join(f"'{c}' (U+{ord(c):04X})" for c in dict.fromkeys(text))
            yield _problem(handbook, origin, f"the sheet's font has no glyph for {characters}", "write it otherwise")
        return
    fit = result.fits[0]
    size = sheet.data["min"]
    for word in fit.wide:
        hint = "put spaces into it, or write it shorter"
        yield _problem(
            handbook, _written(sheet, word), f"'{word}' is wider than its column on the sheet at {size:g} pt", hint
        )
    for n in fit.tall:
        origin = sheet.blocks[n] if n < len(sheet.blocks) else Origin(sheet.record.address, ())
        hint = "split it into shorter sections, or choose a larger 'paper'"
        yield _problem(handbook, origin, f"this does not fit on one page of the sheet at {size:g} pt", hint)
    allowed = sheet.record.pages if isinstance(sheet.record, Checklist) else None
    if allowed and fit.pages > allowed:
        message = f"the sheet needs {fit.pages} pages at {size:g} pt, and 'pages' allows {allowed}"
        hint = "take lines out, choose a larger 'paper', or raise 'pages'"
        yield _problem(handbook, Origin(sheet.record.address, ("pages",)), message, hint)


def _written(sheet: Sheet, text: str) -> Origin:
    """Return where `text` was written: the first text of the sheet that holds it, else the record."""
    whole = Origin(sheet.record.address, ())
    return next((origin for words, origin in sheet.texts if text in words), whole)


def _problem(handbook: Handbook, origin: Origin, message: str, hint: str) -> Problem:
    place = handbook.place(origin.record, origin.path)
    return Problem(place.file, place.line, 0, message, hint)
