"""The pages of one run that an author wrote in Markdown himself: read strictly, told of, and their titles text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from rolebook.errors import Message, Problem
from rolebook.load.front_matter import TEXTS, front_matter
from rolebook.load.node import Node
from rolebook.load.syntax import problem
from rolebook.load.written import Written
from rolebook.render import WrittenLinks
from rolebook.theme.line_links import LineLinks
from rolebook.theme.links import HandwrittenPage, Targets, anchors, faults, near
from rolebook.theme.page import HandbookPage

_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)
_ID = re.compile(r'\sid="([^"]*)"')


class Handwritten:
    """Follows the pages through MkDocs' run; `problems` is all that is wrong with them."""

    def __init__(self, config: MkDocsConfig, home: str) -> None:
        self.home, self.docs = home, Path(config.docs_dir).name
        self.problems: list[Problem] = []
        self._links = WrittenLinks()
        self._heads: dict[str, Mapping[str, Node]] = {}
        self._texts: dict[str, str] = {}
        self._pages: list[HandwrittenPage] = []
        config.markdown_extensions.append(self._links)  # type: ignore[arg-type]  # MkDocs hands it on as it is
        for links in (config.validation.links, config.validation.nav):  # what is looked at here needs no second warning
            for name, level in links.items():
                if isinstance(level, int) and level > 0:
                    links[name] = 0

    def source(self, page: Page) -> str:
        """Return the text of a page's file for MkDocs to read, if it is text. Raises OSError."""
        name = f"{self.docs}/{page.file.src_uri}"
        try:
            text = page.file.content_bytes.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode("utf-8", "replace")
            column = len(before) - before.rfind("\n")
            self.problems.append(Problem(name, before.count("\n") + 1, column, Message("not-utf-8")))
            text = ""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._texts[page.file.src_uri] = text
        return text

    def read(self, page: Page) -> str:
        """Read the head of a page as it was written; return the Markdown below it."""
        name, source = f"{self.docs}/{page.file.src_uri}", page.file.src_uri
        head, body, problems = front_matter(name, self._texts.get(source, ""))
        self.problems += problems
        self._heads[source] = head
        if not head:
            page.meta = {}
        page.meta.update({key: head[key].value for key in TEXTS if key in head and isinstance(head[key].value, str)})
        return body

    def rendered(self, page: Page, html: str) -> str:
        """Take a page that was rendered; let its titles be texts, as templates escape them, and return its own."""
        found = self._links.found
        written = {element.get(name, ""): text for element, name, text in found if element.get(name) != text}
        source = page.file.src_uri
        text = self._texts.get(source, "")
        self._pages.append(HandwrittenPage(f"{self.docs}/{source}", source, page.file.dest_uri, text, html, written))
        for entry in _entries(page.toc):
            entry.title = unescape(entry.title)
        rendered = page._title_from_render
        own = page.title
        if own is not None and own == rendered:
            own = unescape(own)
        elif page.is_homepage and not page.meta.get("title") and "title" not in vars(page):
            own = self.home
        title = str(own or "")
        page.title = title
        return title

    def check(self, files: Files, nav: Navigation, env: Environment, config: MkDocsConfig) -> list[Problem]:
        """Lead the links in lines to pages, now that all are rendered; return what is wrong with pages and settings."""
        lines = LineLinks(files, Path(config.docs_dir))
        there = {file.dest_uri: file for file in files if file.inclusion.value > InclusionLevel.DRAFT.value}
        own = {page.path: page for page in self._pages}

        def within(path: str) -> frozenset[str] | None:
            if path in own:
                return anchors(own[path].html)
            page = there[path].page if path in there else None
            return frozenset(map(unescape, _ID.findall(page.content or ""))) if isinstance(page, HandbookPage) else None

        sources = sorted(file.src_uri for file in there.values() if not file.src_uri.startswith("assets/"))
        targets = Targets(frozenset({*there, *config.theme.static_templates, *config.extra_templates}), sources, within)
        problems = [*self.problems, *(fault for page in self._pages for fault in faults(page, targets))]
        for file in there.values():
            if isinstance(file.page, HandbookPage):
                lines.lead(file.page)
        problems += lines.faults(targets)
        problems += self._no_such_files(env)
        problems += _settings(nav, config, targets)
        return problems

    def _no_such_files(self, env: Environment) -> Iterator[Problem]:
        """Yield templates and icons that a page asks for and the theme has not."""
        names = frozenset(env.list_templates())
        for source, head in self._heads.items():
            for key, path in (("template", "{}"), ("icon", ".icons/{}.svg")):
                node = head.get(key)
                if node and (not isinstance(node.value, str) or path.format(node.value) not in names):
                    found = node.value if isinstance(node.value, str) else key
                    message = Message("front-matter-no-file", key=key, found=found)
                    yield problem(f"{self.docs}/{source}", self._texts[source].splitlines(), node.placed(message))


def _entries(entries: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    """Yield the entries of a table of contents at any depth."""
    for entry in entries:
        yield entry
        yield from _entries(entry.children)


def _settings(nav: Navigation, config: MkDocsConfig, targets: Targets) -> Iterator[Problem]:
    """Yield what mkdocs.yml leads to that is not there, and what it loads from another host."""
    written = Written(Path(config.config_file_path))
    for item in _items(nav.items):
        if isinstance(item, Link) and not _ABSOLUTE.match(item.url):
            message = Message("nav-missing", target=item.url, nearest=near(item.url, targets.sources))
            yield written.problem_of("nav", item.url, message)
    pictures = (config.theme.get("logo"), config.theme["favicon"])
    loaded = {"extra_css": config.extra_css, "extra_javascript": map(str, config.extra_javascript), "theme": pictures}
    for key, paths in loaded.items():
        for path in filter(None, paths):
            if _ELSEWHERE.match(path):
                yield written.problem_of(key, path, Message("loaded-from-elsewhere", address=path))


def _items(items: Iterable[Any]) -> Iterator[Any]:
    """Yield the entries of the navigation at any depth."""
    for item in items:
        yield item
        yield from _items(item.children or ())
