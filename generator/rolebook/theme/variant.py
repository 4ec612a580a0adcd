"""The same site in another script, below the first: built by a second run of MkDocs, after the first and inside it.

The second run has the same handbook and the same configuration, so its pages are the same to the last anchor. It writes
what has words: pages, lookup, quizzes, sheets. Styles, scripts, pictures stand once, in the first site, and the links
that lead to them are lengthened.
"""

from __future__ import annotations

import logging
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from rolebook.build import Built
from rolebook.errors import HandbookError, Message, Problem
from rolebook.language import Language
from rolebook.language.derived import Rewrite, rewriting, sparing
from rolebook.language.strings import LANGUAGES
from rolebook.load.settings import CONFIG
from rolebook.site import Site
from rolebook.theme import WORDS

_LINK = re.compile(
    r"(<[a-z][^<>]*?\s(?:href|src|poster|data|data-script)=\")(?![#/?]|[a-z][a-z0-9+.-]*:)([^\"#?]+)", re.I
)
"""A relative link: what leads to it, and its path."""


@dataclass(frozen=True)
class Variant:
    """A site below the first one: its language, which is the folder it stands in, and what the views made for it."""

    code: str
    site: Site
    built: Built


def asked(entries: Collection[Any], language: Language) -> Mapping[str, Rewrite]:
    """Return what the option `variants` asks for: other languages, each with what puts texts into its script.

    An entry is a language, or {language: {words: as they are to stand there}}. Raises HandbookError.
    """
    found = [(entry, _asked(entry, language.code)) for entry in entries]
    if wrong := [_unknown(entry, language.code) for entry, each in found if each is None]:
        raise HandbookError(wrong, language.say)
    return dict(each for _, each in found if each)


def in_scripts(site: Site, wanted: Mapping[str, Rewrite]) -> tuple[Site, Mapping[str, Site]]:
    """Return a site that is shown in other scripts too, and each of these.

    The first site then keeps to its own script as well: what shows that it was written in another one is rewritten.
    """
    own = site.strings.language
    found = [rewrite for code in wanted if (rewrite := rewriting(code, own))]
    first = replace(site, rewrite=found[0].strays) if found else site
    return first, {code: site.variant(code, rewrite) for code, rewrite in wanted.items()}


@contextmanager
def _quiet() -> Iterator[None]:
    """What there is to say was said of the first site."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)


def _asked(entry: Any, language: str) -> tuple[str, Rewrite] | None:
    """Return the language an entry names, with what puts texts of `language` into its script."""
    code, words = next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else (entry, None)
    rewrite = rewriting(language, code) if isinstance(code, str) else None
    if rewrite is None or not isinstance(words or {}, dict):
        return None
    return code, sparing(rewrite, {str(word): str(there) for word, there in (words or {}).items()})


def _unknown(entry: Any, language: str) -> Problem:
    known = ", ".join(code for code in LANGUAGES if rewriting(language, code))
    return Problem(CONFIG, 0, 0, Message("no-variant", found=str(entry), language=language, known=known or "–"))


def run(config: MkDocsConfig, code: str) -> None:
    """Run MkDocs once more as `config` says, into the folder `code` of the site.

    Plugins that MkDocs keeps from one run to the next, as it does in a preview, are the same in this one; ours is.
    """
    below = load_config(
        config.config_file_path,
        site_dir=str(Path(config.site_dir) / code),
        site_url=config.site_url and f"{config.site_url.rstrip('/')}/{code}/",
        strict=config.strict,
    )
    with _quiet():
        mkdocs.build(below)


def keep_own(files: Files, own: Collection[str]) -> frozenset[str]:
    """Take out of the files of a variant what the first site has as well: all but pages and `own`; return what is left.

    `own` are the files that views made, beside assets/rolebook/words.js; of what is HTML among them the links are led.
    """
    for file in [file for file in files if not file.is_documentation_page()]:
        if file.dest_uri != WORDS and file.dest_uri not in own:
            files.remove(file)
    left = frozenset(file.dest_uri for file in files)
    for file in files:
        if file.dest_uri.endswith(".html") and not file.is_documentation_page():
            file.content_string = outward(file.content_string, file.dest_uri, left)
    return left


def outward(html: str, here: str, own: Collection[str]) -> str:
    """Return the page at path `here` of a variant with the links to what is not its `own` led to the first site."""
    folder = posixpath.dirname(here)

    @cache
    def inside(path: str) -> bool:
        target = posixpath.normpath(posixpath.join(folder, unquote(unescape(path))))
        return target == "." or target.startswith("..") or target in own

    return _LINK.sub(lambda match: match[0] if inside(match[2]) else f"{match[1]}../{match[2]}", html)
