"""The handbook that mkdocs.yml is about, and what the views make of it: all of a build that needs no frame."""

from __future__ import annotations

import datetime
import gc
import os
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from rolebook import build, theme
from rolebook.language.strings import LANGUAGES, Strings
from rolebook.load import load
from rolebook.load.settings import settings_of
from rolebook.model.handbook import Handbook
from rolebook.site import CACHE, Site, slashed
from rolebook.stages import stage
from rolebook.theme import variant
from rolebook.theme.options import RolebookConfig
from rolebook.theme.variant import Variant


class Made(NamedTuple):
    """A handbook, the first of its sites with what the views made for it, and those below."""

    handbook: Handbook
    site: Site
    built: build.Built
    variants: tuple[Variant, ...]


def language_of(config: MkDocsConfig, options: RolebookConfig) -> str:
    """Return the language of the handbook; of the default nobody knows here whether it was written."""
    given = options.language
    return given if given in LANGUAGES[1:] else settings_of(Path(config.config_file_path)).language


def edition(handbook: Handbook) -> datetime.date | None:
    """Return the day on which the newest revision takes effect; None of an empty handbook."""
    return max((record.revision.effective for record in handbook.records.values()), default=None)


def made(
    config: MkDocsConfig, options: RolebookConfig, language: str, files: Path, *, beside: bool, preview: bool = False
) -> Made:
    """Load the handbook and run the views, their files below `files`; `beside`: in two processes where that pays.

    A `preview` is kept on no device.

    Raises HandbookError with everything that is wrong, OSError.
    """
    base = Path(config.config_file_path).parent
    site = Site(
        config.site_name,
        Strings(language),
        slashed(config.site_url or ""),
        posters=options.posters,
        quizzes=options.quizzes,
        quiz_lint=options.quiz_lint,
        cache=base / CACHE,
        offline=options.offline and not preview,
    )
    gc.disable()  # all that is made here lives to the end; looking through it over and over took half of the time
    try:
        with stage("load"):
            handbook = load(Path(config.docs_dir), base, language)
        site, below = variant.in_scripts(site, variant.asked(options.variants, handbook.language))
        built = build.builds(handbook, {"": site, **below}, files, beside=beside)
    finally:
        gc.freeze()
        gc.enable()
    # MkDocs stamps the sitemap with the day of the build; the newest revision's day makes equal input equal output.
    if newest := edition(handbook):
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(theme.epoch(newest)))
    return Made(handbook, site, built[""], tuple(Variant(code, below[code], built[code]) for code in below))
