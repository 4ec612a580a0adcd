"""From a handbook to everything that is built from it: pages, and files by path."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from rolebook.apart import apart, second_processor
from rolebook.claims import Claims, TwoWriters
from rolebook.errors import HandbookError, Problem
from rolebook.language.derived import Rewrite
from rolebook.markup import rewritten
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.stages import noted, passed, stage
from rolebook.views import app, lookup, pages, paths, posters, quizzes, redirects
from rolebook.views.page import HandmadePage, Page

__all__ = ["Asset", "Built", "TwoWriters", "build", "builds", "completed", "indexes"]

Asset = tuple[str, bytes]
"""A file of the site that is no page: its path and its content."""
T = TypeVar("T")
View = Callable[[Handbook, Site], Iterable[Asset]]

LINES = 3000
"""From so many lines on a second process takes less time than it costs."""


@dataclass(frozen=True)
class Group:
    """Views that share what they compute: those that make pages, those that make files, and what judges them.

    Each of the two has a name, for who waits.
    """

    names: tuple[str, str]
    pages: tuple[Callable[[Handbook, Site], Iterable[Page]], ...]
    assets: tuple[View, ...]
    judge: Callable[[Handbook, Site], Iterable[Problem]] = lambda handbook, site: ()
    remark: Callable[[Handbook, Site], Iterable[Problem]] = lambda handbook, site: ()
    """tells what is no fault"""


READ = Group(("pages", "posters"), (pages.pages, lookup.lines_page, app.pages), (posters.posters, app.files))
"""What is read, looked up and posted."""
ASKED = Group(
    ("quizzes", "quizzes"),
    (quizzes.pages,),
    (quizzes.files,),
    lambda handbook, site: quizzes.judged(handbook, site, site.quiz_lint),
    quizzes.remarks,
)
"""What is asked: half of the work for a large handbook. A new view is one entry more in one of the two."""

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
    remarks: tuple[Problem, ...] = ()
    """what is no fault and stops no build, however strict"""
    indexes: Mapping[str, bytes] = field(default_factory=dict)
    """files of the handbook's lines, where no page was written by hand that they would have to wait for"""

    def told(self, handbook: Handbook) -> Iterator[tuple[int, Problem]]:
        """Yield what there is to be told of a handbook and of what was made of it, with the level of its log."""
        yield from ((logging.WARNING, notice) for notice in (*handbook.notices, *self.notices))
        yield from ((logging.INFO, remark) for remark in self.remarks)


@dataclass
class _Made:
    """What the views of a group made for one site, and what they object to."""

    pages: list[Page] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: bool = False


def build(handbook: Handbook, site: Site, folder: Path | None = None) -> Built:
    """Run every view; files go below `folder` as they are made, and are not held. `folder` is new or empty.

    Without one nothing is written.
    Raises HandbookError with all that any view objects to, OSError; TwoWriters where two views write one path.
    """
    return builds(handbook, {"": site}, folder)[""]


def builds(
    handbook: Handbook, sites: Mapping[str, Site], folder: Path | None, *, beside: bool = True
) -> dict[str, Built]:
    """Build several sites of one handbook, each in the folder below `folder` that it is named by; see `build`.

    What is asked is made in a process of its own where that pays and `beside` allows it.
    """
    read, asked = (partial(_made, handbook, sites, folder, group) for group in (READ, ASKED))
    pays = beside and len(handbook.lines) >= LINES and second_processor()
    if pays:
        with apart(partial(_timed, asked)) as made_elsewhere:
            groups = [read()]
            # The other one is not done yet; what else there is to do of the handbook alone is done meanwhile.
            indexed = {} if _handwritten(handbook) else {code: _indexes(handbook, sites[code], ()) for code in sites}
            made, seconds = made_elsewhere()
            groups.append(made)
        passed(seconds)
    else:
        groups, indexed = [read(), asked()], {}
    return {
        code: replace(
            _whole(handbook, site, folder and folder / code, [group[code] for group in groups]),
            indexes=indexed.get(code, {}),
        )
        for code, site in sites.items()
    }


def _timed(work: Callable[[], T]) -> tuple[T, dict[str, float]]:
    """Do work in a process of its own; return how long its parts took as well."""
    seconds: dict[str, float] = {}
    with noted(seconds):
        return work(), seconds


def _made(handbook: Handbook, sites: Mapping[str, Site], folder: Path | None, group: Group) -> dict[str, _Made]:
    return {code: _made_of(handbook, site, folder and folder / code, group) for code, site in sites.items()}


def _made_of(handbook: Handbook, site: Site, folder: Path | None, group: Group) -> _Made:
    """Run the views of a group for one site."""
    made = _Made()
    with stage(group.names[0]):
        try:
            if not site.rewrite:  # the questions of a variant are the same ones
                made.notices += group.judge(handbook, site)
                made.remarks += group.remark(handbook, site)
        except HandbookError as error:
            made.problems, made.failed = [*error.problems], True
        made.pages += (page for view in group.pages for page in view(handbook, site))
        if site.rewrite:
            made.pages = [_rewritten(page, site.rewrite) for page in made.pages]
    with stage(group.names[1]):
        _write(made, (asset for view in group.assets for asset in view(handbook, site)), folder)
    return made


def _write(made: _Made, assets: Iterable[Asset], folder: Path | None) -> None:
    try:
        made.files += _written(assets, folder)
    except HandbookError as error:
        made.problems, made.failed = [*made.problems, *error.problems], True


def _written(assets: Iterable[Asset], folder: Path | None) -> Iterator[str]:
    """Write files below a folder, if there is one; yield their paths."""
    for path, content in assets:
        if folder:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield path


def _whole(handbook: Handbook, site: Site, folder: Path | None, groups: Sequence[_Made]) -> Built:
    """Put together what the groups made for one site. Raises HandbookError, TwoWriters."""
    made = tuple(page for group in groups for page in group.pages)
    claims = Claims(handbook)
    for page in made:
        claims.claim(page.path, page.source)
    moved = list(_written(redirects.files(handbook, site, {page.path for page in made}), folder))
    files = [*(path for group in groups for path in group.files), *moved]
    for path in files:
        claims.claim(path)
    problems = [*(problem for group in groups for problem in group.problems), *claims.problems]
    if problems or any(group.failed for group in groups):
        raise HandbookError(problems, handbook.language.say)
    notices = tuple(problem for group in groups for problem in group.notices)
    remarks = tuple(problem for group in groups for problem in group.remarks)
    return Built(made, {path: folder / path for path in files} if folder else {}, notices, remarks)


def _rewritten(page: Page, rewrite: Rewrite) -> Page:
    return replace(
        page,
        title=rewrite(page.title),
        body=rewritten(page.body, rewrite),
        headings=tuple(replace(heading, title=rewrite(heading.title)) for heading in page.headings),
        description=rewrite(page.description),
    )


def indexes(built: Built, handbook: Handbook, site: Site, written: Sequence[HandmadePage]) -> Mapping[str, bytes]:
    """Run the views that wait for the hand-written pages; returns their files by path."""
    return built.indexes if built.indexes and not written else _indexes(handbook, site, written)


def _indexes(handbook: Handbook, site: Site, written: Sequence[HandmadePage]) -> dict[str, bytes]:
    with stage("lookup"):
        return {path: content for view in INDEXES for path, content in view(handbook, site, written)}


def _handwritten(handbook: Handbook) -> bool:
    """Tell whether some of what stands under docs/ may be a page that its author wrote."""
    return any(file.endswith((".md", ".markdown")) for file in handbook.files)


def completed(built: Built, site: Site, written: Sequence[HandmadePage]) -> Iterator[Page]:
    """Yield the pages that hold hand-written pages too, whole, and those that are made of hand-written pages alone."""
    for page in built.pages:
        if page.path in LATE:
            yield from LATE[page.path](page, site, written)
