"""A run of MkDocs, with all that it refuses and tells as problems: kept for nobody (a check), or put somewhere."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig

from rolebook.errors import HandbookError, Message, Problem, Say
from rolebook.load.settings import CONFIG, PLUGIN
from rolebook.load.written import Written
from rolebook.model.handbook import Handbook
from rolebook.theme.config import judged, read

_ALONE = b"site_name: Rolebook\ntheme: {name: material}\nplugins: [rolebook]\n"
"""The settings of a folder that has none."""
PLAIN = {
    *("copyright", "docs_dir", "edit_uri", "extra", "extra_css", "extra_javascript", "nav", "not_in_nav", "plugins"),
    *("remote_branch", "remote_name", "repo_name", "repo_url", "site_author", "site_description", "site_dir"),
    *("site_name", "site_url", "strict", "theme", "use_directory_urls", "validation"),
}
THEMED = {"name", "favicon", "features", "font", "icon", "language", "logo", "palette"}
"""Settings, and those of the theme, that mean what they say wherever they are read."""


@dataclass(frozen=True)
class Ran:
    """A handbook that was built, where its site is, and what its author should be told."""

    handbook: Handbook
    notices: tuple[Problem, ...]
    site: Path
    vouched: bool
    """whether all that decided the site is known: the handbook, its settings, and what is installed"""


def trial(docs: Path, say: Say) -> Ran:
    """Build the handbook under `docs` into a folder that is removed. Raises HandbookError with all that is refused."""
    with TemporaryDirectory(prefix="rolebook-") as folder:
        return _run(docs, say, {"site_dir": folder}, kept=False)


def kept(docs: Path, say: Say, given: Mapping[str, Any]) -> Ran:
    """Build it where mkdocs.yml says, over which `given` stands. Raises likewise; with strict for notices too."""
    return _run(docs, say, given)


def preview(docs: Path, say: Say, site_dir: Path, url: str) -> Ran:
    """Build it into `site_dir` as it is shown to its author at `url`, and put it there in one step. Raises likewise."""
    return _run(docs, say, {"site_dir": str(site_dir), "site_url": url}, previewed=True)


def _run(docs: Path, say: Say, given: Mapping[str, Any], **manner: bool) -> Ran:
    file = docs.resolve().parent / CONFIG
    with _listening() as heard:
        plugin: Any = None
        written = Written(file)
        own = written.text(("docs_dir",))
        with file.open("rb") if file.is_file() else _named(file) as source:
            config, problems = read(source, {**given} | ({} if own else {"docs_dir": str(docs.resolve())}), written)
        warned: list[Problem] = []
        if not problems:
            problems, warned = judged(config, written)
        if problems:
            raise HandbookError(problems, say)
        try:
            config.docs_dir = str(docs.resolve())
            plugin = config.plugins.get(PLUGIN)
            if plugin is None:
                raise HandbookError([Problem(CONFIG, 0, 0, Message("plugin-missing"))], say)
            # MkDocs keeps a plugin from one run to the next: what the one before was is nothing to this one.
            vars(plugin).update({"previewed": False, "kept": True} | manner)
            build.build(config)
        except HandbookError:
            raise
        except (Exception, SystemExit) as error:
            if plugin and plugin.place and plugin.place.refused:
                raise plugin.place.refused from None
            if config.strict and plugin and plugin.built and (found := _notices(plugin)):
                raise HandbookError(found, say) from None
            told = [one for one in heard if one.levelno >= logging.ERROR] or heard
            texts = [one.getMessage() for one in told] or [str(error)]
            raise HandbookError([_said(text) for text in texts], say) from None
        made = (notice for _, notice in plugin.built.told(plugin.handbook))
        notices = *warned, *made, *(_said(one.getMessage()) for one in heard)
        return Ran(plugin.handbook, notices, Path(config.site_dir), _vouched(config, written))


def _notices(plugin: Any) -> list[Problem]:
    return [*plugin.handbook.notices, *plugin.built.notices]


def _vouched(config: MkDocsConfig, written: Written) -> bool:
    """Tell whether mkdocs.yml leads to files under docs/ alone: no hook, plugin or extension reads others."""
    plain = written.keys() <= PLAIN and written.keys(("theme",)) <= THEMED
    return plain and set(config.plugins) == {PLUGIN} and not any("!" in line for line in written.lines)


def _named(file: Path) -> io.BytesIO:
    """Return the settings for a folder without any, under the name that MkDocs finds the folder by."""
    source = io.BytesIO(_ALONE)
    source.name = str(file)
    return source


def _said(text: str) -> Problem:
    return Problem(CONFIG, 0, 0, Message("mkdocs-says", text=text))


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """Collect what MkDocs and its plugins warn of, instead of printing it; what is our own comes as problems."""
    heard: list[logging.LogRecord] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name != f"mkdocs.plugins.{PLUGIN}":
                heard.append(record)

    logger, listener = logging.getLogger("mkdocs"), Listener(logging.WARNING)
    before, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        yield heard
    finally:
        logger.removeHandler(listener)
        logger.propagate = before
