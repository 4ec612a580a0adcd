"""From a handbook to everything that is built from it: pages, and files by path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from rolebook.claims import Claims, TwoWriters
from rolebook.errors import HandbookError, Problem
from rolebook.language.derived import Rewrite
from rolebook.markup import rewritten
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import lookup, pages, paths, posters, quizzes, redirects
from rolebook.views.page import HandmadePage, Page

__all__ = ["Asset", "Built", "TwoWriters", "build", "completed", "indexes"]

Asset = tuple[str, bytes]
"""A file of the site that is no page: its path and its content."""

PAGES: tuple[Callable[[Handbook, Site], Iterable[Page]], ...] = (
    pages.pages,
    lookup.lines_page,
    quizzes.pages,
)
"""The views that make pages."""

ASSETS: tuple[Callable[[Handbook, Site], Iterable[Asset]], ...] = (posters.posters, quizzes.files)
"""The views that make files. A new view is one entry more."""

INDEXES: tuple[Callable[[Handbook, Site, Sequence[HandmadePage]], Iterable[Asset]], ...] = (lookup.index,)
"""The views that make files of the hand-written pages too, and so run once those are rendered."""

LATE: Mapping[str, Callable[[Page, Site, Sequence[HandmadePage]], Iterable[Page]]] = {paths.LINES: lookup.with_handmade}
"""What completes a page, by its path, once the hand-written pages are rendered."""


@dataclass(frozen=True)
class Built:
    """What the views made: pages, by its path where each file was written, and what the author should be told."""

    pages: tuple[Page, ...]
    assets: Mapping[str, Path]
    notices: tuple[Problem, ...] = ()


def build(handbook: Handbook, site: Site, folder: Path | None = None) -> Built:
    """Run every view; files go below `folder` as they are made, and are not held. `folder` is new or empty.

    Without one nothing is written.
    Raises HandbookError with all that any view objects to, OSError; TwoWriters where two views write one path.
    """
    made = tuple(page for view in PAGES for page in view(handbook, site))
    if site.rewrite:
        made = tuple(_rewritten(page, site.rewrite) for page in made)
    claims = Claims(handbook)
    for page in made:
        claims.claim(page.path, page.source)
    assets: dict[str, Path] = {}
    problems, notices = _judged(handbook, site)
    try:
        pages = {page.path for page in made}
        for path, content in chain(*(view(handbook, site) for view in ASSETS), redirects.files(handbook, site, pages)):
            claims.claim(path)
            if folder:
                assets[path] = folder / path
                assets[path].parent.mkdir(parents=True, exist_ok=True)
                assets[path].write_bytes(content)
        ended = False
    except HandbookError as error:
        problems += error.problems
        ended = True
    problems += claims.problems
    if problems or ended:
        raise HandbookError(problems, handbook.language.say)
    return Built(made, assets, notices)


def _judged(handbook: Handbook, site: Site) -> tuple[list[Problem], tuple[Problem, ...]]:
    """Return what is wrong with the questions, and what is only told of them; those of a variant are the same ones."""
    try:
        return [], () if site.rewrite else tuple(quizzes.judged(handbook, site, site.quiz_lint))
    except HandbookError as error:
        return error.problems, ()


def _rewritten(page: Page, rewrite: Rewrite) -> Page:
    return replace(
        page,
        title=rewrite(page.title),
        body=rewritten(page.body, rewrite),
        headings=tuple(replace(heading, title=rewrite(heading.title)) for heading in page.headings),
        description=rewrite(page.description),
    )


def indexes(handbook: Handbook, site: Site, written: Sequence[HandmadePage]) -> dict[str, bytes]:
    """Run the views that wait for the hand-written pages; returns their files by path."""
    return {path: content for view in INDEXES for path, content in view(handbook, site, written)}


def completed(built: Built, site: Site, written: Sequence[HandmadePage]) -> Iterator[Page]:
    """Yield the pages that hold hand-written pages too, whole, and those that are made of hand-written pages alone."""
    for page in built.pages:
        if page.path in LATE:
            yield from LATE[page.path](page, site, written)
