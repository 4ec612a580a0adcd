"""A build whose site nobody keeps, for `rolebook check`: all that a build refuses, and all that it tells."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands import build

from rolebook.errors import HandbookError, Message, Problem, Say
from rolebook.load.settings import CONFIG, PLUGIN
from rolebook.load.written import Written
from rolebook.model.handbook import Handbook
from rolebook.theme.config import judged, read

_ALONE = b"site_name: Rolebook\ntheme: {name: material}\nplugins: [rolebook]\n"
"""The settings of a folder that has none."""


@dataclass(frozen=True)
class Trial:
    """A handbook that can be built, and what its author should be told."""

    handbook: Handbook
    notices: tuple[Problem, ...]


def trial(docs: Path, say: Say) -> Trial:
    """Build the handbook under `docs` into a folder that is removed. Raises HandbookError with all that is refused."""
    file = docs.resolve().parent / CONFIG
    with TemporaryDirectory(prefix="rolebook-") as folder, _listening() as heard:
        plugin: Any = None
        written = Written(file)
        own = written.text(("docs_dir",))
        with file.open("rb") if file.is_file() else _named(file) as source:
            given = {"site_dir": folder} | ({} if own else {"docs_dir": str(docs.resolve())})
            config, problems = read(source, given, written)
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
            plugin.kept = False
            build.build(config)
        except HandbookError:
            raise
        except (Exception, SystemExit) as error:
            if plugin and plugin.place and plugin.place.refused:
                raise plugin.place.refused from None
            told = [one for one in heard if one.levelno >= logging.ERROR] or heard
            texts = [one.getMessage() for one in told] or [str(error)]
            raise HandbookError([_said(text) for text in texts], say) from None
        made = (notice for _, notice in plugin.built.told(plugin.handbook))
        return Trial(plugin.handbook, (*warned, *made, *(_said(one.getMessage()) for one in heard)))


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
