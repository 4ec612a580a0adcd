"""The MkDocs plugin: hands what `build` made to MkDocs and lets Material frame it; the only user of mkdocs.

MkDocs empties its output folder before it reads anything, so a site is built beside the old one and swapped in
when it is done.
"""

from __future__ import annotations

import copy
import gc
import os
import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator import build, theme
from generator.errors import HandbookError
from generator.load import load, record_files
from generator.load.synonyms import SYNONYMS
from generator.model.handbook import Handbook
from generator.render import CjkLines
from generator.site import Site
from generator.strings import LANGUAGES, Strings
from generator.theme.frame import Frames, Slots
from generator.views import paths, quizzes

STAGED = ".rolebook-staged"


class RolebookConfig(base.Config):  # type: ignore[no-untyped-call]  # mkdocs' own hook is untyped
    """Options of the plugin in mkdocs.yml."""

    language = config_options.Choice(LANGUAGES, default="zh")
    """the language of the interface"""
    posters = config_options.Type(bool, default=True)
    """whether the sheets to print (PDF) are made"""
    quizzes = config_options.Type(bool, default=True)
    """whether quizzes are made from the lines"""
    quiz_lint = config_options.Choice(("error", "warning", "ignore"), default="error")
    """what an unfair or a missing question does: it stops the build, it is told, or nobody looks"""


class RolebookPlugin(BasePlugin[RolebookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds the handbook's pages and files to a MkDocs site."""

    def __init__(self) -> None:
        self.serving = False
        self.site_dir = ""
        self.built: build.Built | None = None
        self.site, self.handbook = Site(), Handbook(())
        self.written: list[paths.Written] = []
        self.env = Environment(autoescape=True)
        self.frames = Frames()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview, which MkDocs keeps in a folder of its own."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the handbook before anything of the old site is touched, and prepare theme and output folder."""
        strings = Strings(self.config.language)
        url = config.site_url or ""
        base = Path(config.config_file_path).parent
        site = self.site = Site(
            config.site_name,
            strings,
            url if not url or url.endswith("/") else f"{url}/",
            posters=self.config.posters,
            quizzes=self.config.quizzes,
            cache=base / ".rolebook" / "cache",
        )
        self.written = []
        gc.disable()  # all that is made here lives to the end; looking through it over and over took half of the time
        try:
            handbook = self.handbook = load(Path(config.docs_dir), base)
            for problem in quizzes.judged(handbook, site, self.config.quiz_lint):
                get_plugin_logger("rolebook").warning(problem)
            self.built = build.build(handbook, site)
        except HandbookError as error:
            raise PluginError(f"\n{error}\n\n{len(error.problems)} problem(s); the site was not changed.") from None
        finally:
            gc.freeze()
            gc.enable()
        # MkDocs stamps the sitemap with the day of the build; the newest revision's day makes equal input equal output.
        newest = max((record.revision.effective for record in handbook.records.values()), default=None)
        if newest:
            os.environ.setdefault("SOURCE_DATE_EPOCH", str(theme.epoch(newest)))
        theme.prepare(config, strings)
        config.markdown_extensions.append(CjkLines())  # type: ignore[arg-type]  # MkDocs hands it on to Markdown as it is
        if not self.serving:
            self.site_dir = config.site_dir
            config.site_dir = str(Path(config.site_dir).with_name(Path(config.site_dir).name + STAGED))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the generated pages and files among the others; the YAML itself is shown in previews only."""
        assert self.built is not None
        sources = {path.relative_to(config.docs_dir).as_posix() for path in record_files(Path(config.docs_dir))}
        sources.add(SYNONYMS)
        if not self.serving:
            for file in [file for file in files if file.src_uri in sources]:
                files.remove(file)
        written = {file.src_uri for file in files}
        for page in self.built.pages:
            uri = page.path.removesuffix(".html") + ".md"
            if page.path == paths.HOME and "index.md" in written:
                continue  # the author wrote a home page of his own
            if uri in written:
                raise PluginError(f"docs/{uri} and docs/{page.source} make the same page; rename one of them")
            inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, uri, content="", inclusion=inclusion)
            file.edit_uri = page.source or None
            files.append(file)
            HandbookPage(page, file, config)
        for path, content in self.built.assets.items():
            files.append(File.generated(config, path, content=content))
        for path, content in theme.static_files(Strings(self.config.language)):
            files.append(File.generated(config, path, content=content))
        if config.nav is None:
            config.nav = _navigation(self.built, files)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Remember the pages an author wrote himself: lookup finds their lines too."""
        if not isinstance(page, HandbookPage):
            self.written.append(paths.Written(page.file.dest_uri, unescape(str(page.title)), html))
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Remember the environment that frames pages; all pages are rendered, so what lists them can be made."""
        self.env, self.frames = env, Frames()
        for path, content in build.indexes(self.handbook, self.site, self.written).items():
            files.append(File.generated(config, path, content=content))
        assert self.built is not None
        for made in build.completed(self.built, self.site, self.written):
            file = files.get_file_from_path(made.path.removesuffix(".html") + ".md")
            assert file is not None and isinstance(file.page, HandbookPage)
            file.page.made = made
            file.page.render(config, files)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Frame our own pages; in a preview without a repository, "edit this page" shows the YAML itself."""
        if isinstance(page, HandbookPage):
            if self.serving and not page.edit_url and page.file.edit_uri:
                page.edit_url = paths.href(page.file.dest_uri, page.file.edit_uri)
            main = self.env.get_template("main.html")
            folder = page.file.dest_uri.rpartition("/")[0]
            listed = page.file.dest_uri if page.made.listed else folder
            framed = self.frames.fill(
                listed, page.slots(), lambda slots: main.render({**context, "page": page.marked(slots)})
            )
            return cast(TemplateContext, {**context, "framed": framed})
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Swap the finished site in."""
        if self.serving:
            return
        target, old = Path(self.site_dir), Path(self.site_dir + ".rolebook-old")
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            target.rename(old)
        Path(config.site_dir).rename(target)
        shutil.rmtree(old, ignore_errors=True)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is and nothing half-built beside it."""
        if self.site_dir:
            shutil.rmtree(self.site_dir + STAGED, ignore_errors=True)


class HandbookPage(Page):
    """A page whose HTML is ready: MkDocs' Markdown stage has nothing to do for it.

    Material prints titles as they are, so they are escaped here.
    """

    def __init__(self, made: paths.Page, file: File, config: MkDocsConfig) -> None:
        self.made = made
        super().__init__(str(escape(made.title)), file, config)

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
            "description": str(escape(self.made.description)),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it is."""
        self.content = self.made.body
        self.toc = _contents((heading.anchor, str(escape(heading.title))) for heading in self.made.headings)
        self.present_anchor_ids = None  # links of generated pages come from `paths`; the site's tests check them

    def slots(self) -> Slots:
        """Return what of the frame is this page's own."""
        return Slots(
            title=str(self.title),
            body=self.made.body,
            description=self.meta["description"],
            edit=str(escape(self.edit_url or "")),
            canonical=str(escape(self.canonical_url or "")),
            headings=[(entry.id, entry.title) for entry in self.toc],
        )

    def marked(self, slots: Slots) -> HandbookPage:
        """Return a copy of this page with other texts, for the frame."""
        page = copy.copy(self)
        page.__dict__ |= {"title": slots.title, "content": slots.body, "toc": _contents(slots.headings)}
        page.meta = {**self.meta, "description": slots.description}
        page.edit_url, page.canonical_url = slots.edit or None, slots.canonical or None
        return page


def _contents(headings: Iterable[tuple[str, str]]) -> TableOfContents:
    """Return a table of contents of (anchor, title)."""
    return TableOfContents([AnchorLink(title, anchor, 2) for anchor, title in headings])


def _navigation(built: build.Built, files: Files) -> list[str]:
    """Return the navigation: home, the index of each kind, then the author's own pages."""
    ours = [page.path.removesuffix(".html") + ".md" for page in built.pages]
    listed = [page.path.removesuffix(".html") + ".md" for page in built.pages if page.listed]
    known = set(ours)
    return listed + sorted(file.src_uri for file in files.documentation_pages() if file.src_uri not in known)
