"""The MkDocs plugin: hands what `build` made to MkDocs and lets Material frame it; the only user of mkdocs.

MkDocs empties its output folder before it reads anything, so a site is built beside the old one and put in its place
when it is done (`publish`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from rolebook import build, offline, publish, theme
from rolebook.errors import HandbookError, Problem
from rolebook.language import language
from rolebook.markup import rewritten
from rolebook.model.handbook import Handbook
from rolebook.render import CjkLines
from rolebook.site import Site
from rolebook.stages import stage
from rolebook.terminal import say_what_can_be_said
from rolebook.theme import making, variant
from rolebook.theme.files import added, completed, navigation
from rolebook.theme.frame import Frames, Slots, UnknownFrameError
from rolebook.theme.handwritten import Handwritten
from rolebook.theme.options import RolebookConfig
from rolebook.theme.page import Body, HandbookPage, in_section
from rolebook.theme.place import Place
from rolebook.theme.policy import guarded, policy
from rolebook.theme.variant import Variant, keep_own, outward
from rolebook.views import paths
from rolebook.views.page import HandmadePage

log = get_plugin_logger("rolebook")


class RolebookPlugin(BasePlugin[RolebookConfig]):  # type: ignore[no-untyped-call]  # mkdocs' own hook is untyped
    """Adds the handbook's pages and files to a MkDocs site."""

    def __init__(self) -> None:
        self.language = ""
        self.serving = False
        """whether MkDocs shows the site to its author, from a folder of its own"""
        self.previewed = False
        """whether its author is to see it, YAML and all"""
        self.kept = True
        """whether the site goes where mkdocs.yml says; that of a check goes nowhere"""
        self.place: Place | None = None
        self.built: build.Built | None = None
        self.site, self.handbook = Site(), Handbook(())
        self.written: list[HandmadePage] = []
        self.env = Environment(autoescape=True)
        self.frames, self.policy = Frames(), ""
        self.variants: tuple[Variant, ...] = ()
        self.below: Variant | None = None
        """what this run makes below the site that the run around it makes"""
        self.own: frozenset[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview, which MkDocs keeps in a folder of its own."""
        say_what_can_be_said()
        self.serving = self.previewed = command == "serve"
        if not self.serving:
            publish.heed_termination()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the handbook before anything of the old site is touched, and prepare theme and output folder."""
        if self.below:
            self.site, self.built = self.below.site, self.below.built
        else:
            self.language = making.language_of(config, self.config)
            self.place = Place(config, language(self.language), preview=self.serving or not self.kept)
            self._make(config, self.place)
            self._stop_at(theme.faults(config.theme.name))
        self.written = []
        scripts = [self.language, *(variant.code for variant in self.variants)] if self.variants else []
        edition = str(making.edition(self.handbook) or "")
        theme.prepare(config, self.site.strings, scripts, self.site.root, edition, offline=self.site.offline)
        self.handwritten = Handwritten(config, self.site.strings("home.title"))
        config.markdown_extensions.append(CjkLines())  # type: ignore[arg-type]  # MkDocs hands it on to Markdown as it is
        return config

    def _make(self, config: MkDocsConfig, place: Place) -> None:
        """Load the handbook and run the views, for the site and for its variants."""
        try:
            made = making.made(
                config, self.config, self.language, place.files, beside=not self.serving, preview=self.previewed
            )
        except HandbookError as error:
            raise place.stopped(error) from None
        self.handbook, self.site, self.built, self.variants = made
        for level, notice in made.built.told(made.handbook):
            log.log(level, notice.printed(made.handbook.language.say, label=""))

    def _stop_at(self, problems: list[Problem]) -> None:
        """Let MkDocs fail where there is a problem, in every mode: -q silences no error, and --strict is not needed."""
        if problems:
            assert self.place is not None
            raise self.place.stopped(HandbookError(problems, self.handbook.language.say))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the generated pages and files among the others; the YAML itself is shown in previews only."""
        assert self.built is not None
        self._stop_at(added(files, self.built, self.site, self.config.site_id, config, preview=self.previewed))
        if config.nav is None:
            config.nav = navigation(self.built, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember what is listed."""
        self.nav = nav
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Read the file of a page an author wrote himself."""
        return self.handwritten.source(page)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Read the head of such a page as strictly as a record."""
        return markdown if isinstance(page, HandbookPage) else self.handwritten.read(page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Remember the pages an author wrote himself: lookup finds their lines too."""
        if not isinstance(page, HandbookPage):
            title, body = self.handwritten.rendered(page, html), html
            if rewrite := self.site.rewrite:
                title, body = rewrite(title), rewritten(body, rewrite)
            self.written.append(HandmadePage(page.file.dest_uri, title, body))
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Remember the environment that frames pages; all pages are rendered, so what lists them can be made."""
        env.autoescape = True  # Material's templates do not escape
        self.env, self.frames, self.policy = env, Frames(), ""
        assert self.built is not None
        indexes = build.indexes(self.built, self.handbook, self.site, self.written)
        for path, content in indexes.items():
            files.append(File.generated(config, path, content=content))
        if self.below:
            self.own = keep_own(files, {*self.built.assets, *indexes})
            config.theme.static_templates = {"sitemap.xml"}  # one page for what is not found does for all
        for made in build.completed(self.built, self.site, self.written):
            completed(files, made, config)
        problems = self.handwritten.check(files, self.nav, env, config)
        if not self.below:
            self._stop_at(problems)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Frame our own pages; in a preview without a repository, "edit this page" shows the YAML itself."""
        main = self.env.get_template("main.html")
        if not self.policy:
            self.policy = policy(main.render({**context, "page": None, "here": ""}))
        if isinstance(page, HandbookPage):
            if self.previewed and not page.edit_url and page.file.edit_uri:
                page.edit_url = paths.href(page.file.dest_uri, page.file.edit_uri)
            folder = page.file.dest_uri.rpartition("/")[0]
            listed = page.file.dest_uri if page.made.listed else folder

            def framed(slots: Slots) -> str:
                with in_section(nav, page):
                    return main.render({**context, "page": page.marked(slots), "here": slots.here})

            rewrite = self.site.rewrite
            try:
                html = self.frames.fill(
                    listed, page.slots(), framed, (lambda html: rewritten(html, rewrite)) if rewrite else None
                )
            except UnknownFrameError as error:
                self._stop_at([theme.unknown_frame(error.line)])
            return cast(TemplateContext, {**context, "framed": Markup(html)})
        page.content = Body(page.content)
        return cast(TemplateContext, {**context, "here": page.url})

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the page for what is not found look for the site itself where nobody says where that is."""
        if template_name == theme.LOST and not config.site_url:
            context["base_url"] = "."
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Let a page that no author wrote say its policy too."""
        return guarded(output, policy(output, base="'self'")) if template_name.endswith(".html") else output

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Rewrite pages an author wrote himself, frame and all, and lead the links of a variant to what it shares."""
        html = output if self.serving else guarded(output, self.policy)  # MkDocs reloads by a script in the page
        if self.site.rewrite and not isinstance(page, HandbookPage):
            html = rewritten(html, self.site.rewrite)
        return outward(html, page.file.dest_uri, self.own) if self.below else html

    @event_priority(-100)  # what other plugins write now belongs to the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build the site in its other scripts and put it in place, unless MkDocs is about to fail for a warning."""
        if self.below:
            return
        for below in self.variants:
            self.below = below  # MkDocs has one of us for all runs
            variant.run(config, below.code)
        self.below = None
        if self.site.offline:
            sites = {"": self.site, **{below.code: below.site for below in self.variants}}
            with stage("offline"):
                offline.write(Path(config.site_dir), self.handbook, sites)
        assert self.place is not None
        with stage("publish"):
            self.place.publish(config)

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is and nothing half-built beside it; say what the system objects to."""
        self.below = None
        if self.place:
            self.place.fail(error)

    def on_shutdown(self) -> None:
        """Do the same where a signal ended the build."""
        if self.place:
            self.place.interrupt()
