"""Pages as views make them, and as authors write them by hand: without their frame, by path."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page without its frame: where it goes, its title and body (HTML), its headings and the file that made it."""

    path: str
    title: str
    body: str
    headings: tuple[Heading, ...] = ()
    source: str = ""
    """the YAML it came from, relative to docs/; "" for pages made of many records"""
    listed: bool = False
    """whether the navigation lists it"""
    description: str = ""

    @property
    def markdown(self) -> str:
        """The Markdown file that would make the same page."""
        return self.path.removesuffix(".html") + ".md"


@dataclass(frozen=True)
class HandmadePage:
    """A page an author wrote in Markdown: where it goes, its title as plain text and its body as HTML."""

    path: str
    title: str
    body: str
