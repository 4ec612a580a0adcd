"""From a folder of YAML to everything that is built from it: pages, and files by path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.handbook import Handbook
from generator.site import Site
from generator.views import lookup, pages, paths, posters, quizzes

Asset = tuple[str, bytes]
"""A file of the site that is no page: its path and its content."""

PAGES: tuple[Callable[[Handbook, Site], Iterable[paths.Page]], ...] = (
    pages.pages,
    lookup.lines_page,
    quizzes.pages,
)
"""The views that make pages."""

ASSETS: tuple[Callable[[Handbook, Site], Iterable[Asset]], ...] = (posters.posters, quizzes.files)
"""The views that make files. A new view is one entry more."""

INDEXES: tuple[Callable[[Handbook, Site, Sequence[paths.Written]], Iterable[Asset]], ...] = (lookup.index,)
"""The views that make files of the hand-written pages too, and so run once those are rendered."""

LATE: Mapping[str, Callable[[paths.Page, Site, Sequence[paths.Written]], paths.Page]] = {
    paths.LINES: lookup.with_written
}
"""What completes a page, by its path, once the hand-written pages are rendered."""


@dataclass(frozen=True)
class Built:
    """What the views made."""

    pages: tuple[paths.Page, ...]
    assets: dict[str, bytes]


class TwoWriters(Exception):
    """Two views want to write the same path."""


def build(handbook: Handbook, site: Site) -> Built:
    """Run every view. Raises TwoWriters where two of them write one path."""
    made = tuple(page for view in PAGES for page in view(handbook, site))
    assets: dict[str, bytes] = {}
    taken = set(_once(page.path for page in made))
    for view in ASSETS:
        for path, content in view(handbook, site):
            if path in taken:
                raise TwoWriters(f"two views write {path}")
            taken.add(path)
            assets[path] = content
    return Built(made, assets)


def indexes(handbook: Handbook, site: Site, written: Sequence[paths.Written]) -> dict[str, bytes]:
    """Run the views that wait for the hand-written pages; returns their files by path."""
    return {path: content for view in INDEXES for path, content in view(handbook, site, written)}


def completed(built: Built, site: Site, written: Sequence[paths.Written]) -> Iterator[paths.Page]:
    """Yield the pages that hold hand-written pages too, whole."""
    for page in built.pages:
        if page.path in LATE:
            yield LATE[page.path](page, site, written)


def _once(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise TwoWriters(f"two views write {name}")
        seen.add(name)
        yield name
