"""A generated page as MkDocs knows pages."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from rolebook.theme.frame import Slots
from rolebook.views import page as views


@contextmanager
def in_section(nav: Navigation, page: HandbookPage) -> Iterator[None]:
    """Have the navigation mark the index that a page stands below, where it is not listed itself, for the while."""
    folder = page.file.dest_uri.partition("/")[0]
    indexes = [] if page.made.listed else [one for one in nav.pages if one.file.dest_uri == f"{folder}/index.html"]
    for index in indexes:
        index.active = True
    yield
    for index in indexes:
        index.active = False


class Body(str):
    """The HTML of a page, which templates leave as it is, also behind what MkDocs puts before that of a draft."""

    def __html__(self) -> str:
        return str(self)

    def __radd__(self, before: str) -> Body:
        return Body(before + str(self))


class HandbookPage(Page):
    """A page whose HTML is ready: MkDocs' Markdown stage has nothing to do for it."""

    def __init__(self, made: views.Page, file: File, config: MkDocsConfig) -> None:
        self.made = made
        super().__init__(made.title, file, config)

    def __eq__(self, other: object) -> bool:
        """The copy that is framed is the page the navigation lists, whatever its title: Material marks it there."""
        return isinstance(other, HandbookPage) and self.file is other.file

    __hash__ = None  # type: ignore[assignment]  # as MkDocs' own pages

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""
        self.meta = {
            "template": "handbook-page.html",
            "hide": ["navigation"] if self.made.headings else ["navigation", "toc"],
            "description": self.made.description,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it is."""
        self.content = self.made.body
        self.toc = _contents((heading.anchor, heading.title) for heading in self.made.headings)
        self.present_anchor_ids = None  # links of generated pages come from `paths`; the site's tests check them

    def slots(self) -> Slots:
        """Return what of the frame is this page's own, as HTML."""
        return Slots(
            title=_html(self.title),
            body=self.made.body,
            description=_html(self.meta["description"]),
            edit=_html(self.edit_url or ""),
            canonical=_html(self.canonical_url or ""),
            here=_html(self.url),
            headings=[(_html(entry.id), _html(entry.title)) for entry in self.toc],
        )

    def marked(self, slots: Slots) -> HandbookPage:
        """Return a copy of this page with other texts, HTML already, for the frame."""
        page = copy.copy(self)
        toc = _contents((Markup(anchor), Markup(title)) for anchor, title in slots.headings)
        page.__dict__ |= {"title": Markup(slots.title), "content": Body(slots.body), "toc": toc}
        page.meta = {**self.meta, "description": Markup(slots.description)}
        page.edit_url, page.canonical_url = Markup(slots.edit) or None, Markup(slots.canonical) or None
        return page


def _contents(headings: Iterable[tuple[str, str]]) -> TableOfContents:
    """Return a table of contents of (anchor, title)."""
    return TableOfContents([AnchorLink(title, anchor, 2) for anchor, title in headings])


def _html(text: object) -> str:
    """Return a text as HTML that can be joined: what markupsafe returns would escape what it is joined to."""
    return str(escape(text))
