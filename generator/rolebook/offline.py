"""Writes, when all of a site is there, what devices keep of it: lists of files with digests of what they hold.

A device takes an edition whole or not at all, and tells it by one digest of all that can be kept. That stands in the
worker, so that a browser that looks for a newer edition fetches nothing else, and in what runs on every page, so that a
page knows of which edition it is. Each post has a list of its own: what a device fetches for one does not grow with the
handbook.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any
from urllib.parse import unquote

from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import offline as views
from rolebook.views import paths
from rolebook.views.offline import Kept

DIGITS = 16
"""Of a digest; frontend/src/worker/keeper.ts compares as many."""
ROOM = 8_000_000
"""Bytes of what everybody keeps: lookup of a very large handbook is kept as far as it goes, and says what it lacks."""
WORDS = f"{paths.OWN}words.js"
_LOADED = re.compile(
    r"<(?:script|img)\b[^>]*?\ssrc=\"([^\"]+)\"|<link\b[^>]*?\srel=\"?(?:stylesheet|icon)\"?\s[^>]*?href=\"([^\"]+)\"",
    re.I,
)
"""What a page loads by itself."""
_ABROAD = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.I)


def write(folder: Path, handbook: Handbook, sites: Mapping[str, Site]) -> str:
    """Write the lists of the site in `folder` and of those below it, named by their folders; return its edition.

    Raises OSError.
    """
    digest = cache(lambda path: _digest((folder / path).read_bytes()) if (folder / path).is_file() else "")
    found = {path: kept for code, site in sites.items() for path, kept in _lists(folder, code, handbook, site)}
    files = dict.fromkeys(path for kept in found.values() for path in kept.files)
    edition = _digest("\n".join(f"{path} {digest(path)}" for path in sorted(files)).encode())
    for code in sites:
        _stamp(folder / _below(code, WORDS), f'window.rolebookEdition="{edition}";\n', before=False)
    _stamp(folder / paths.WORKER, f'self.rolebookEdition="{edition}";\n', before=True)
    digest.cache_clear()  # the words of the site are others now
    for path, kept in found.items():
        said: dict[str, Any] = {
            "edition": edition,
            "files": {file: digest(file) for file in kept.files},
            "pages": [page for page in kept.pages if digest(page[0])],
        }
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())
    return edition


def _lists(folder: Path, code: str, handbook: Handbook, site: Site) -> Iterator[tuple[str, Kept]]:
    """Yield the lists of a site with the files that there are, seen from the root of the first."""

    def there(kept: Kept) -> Kept:
        files = (_below(code, file) for file in kept.files)
        pages = tuple((_below(code, page), title) for page, title in kept.pages)
        return Kept(tuple(dict.fromkeys(file for file in files if (folder / file).is_file())), pages)

    shell = there(views.shell(handbook, site))
    yield (
        _below(code, paths.SHELL),
        Kept(tuple(_within(folder, [*shell.files, *_beside(folder, code, shell)])), shell.pages),
    )
    for path, kept in views.lists(handbook, site):
        if (found := there(kept)).files:
            yield _below(code, path), found


def _beside(folder: Path, code: str, shell: Kept) -> Iterator[str]:
    """Yield what the pages of the frame load, and the parts of what stands in parts; least missed ones last."""
    for page in (file for file in shell.files if file.endswith(".html")):
        yield from _loaded((folder / page).read_text("utf-8"), page)
    titles = _below(code, paths.lookup_part("titles"))
    parts = sorted((folder / titles).parent.glob("*.js"), key=lambda path: (len(path.name), path.name))
    yield from (titles, *(path.relative_to(folder).as_posix() for path in parts))


def _loaded(html: str, here: str) -> Iterator[str]:
    """Yield the paths of what the page at path `here` loads from its site."""
    for match in _LOADED.finditer(html):
        link = unescape(match[1] or match[2])
        if not _ABROAD.match(link):
            yield normpath(f"{dirname(here)}/{unquote(re.split('[?#]', link)[0])}").lstrip("/")


def _within(folder: Path, files: Iterable[str]) -> Iterator[str]:
    """Yield those files that there are, until they are more than there is room for."""
    left = ROOM
    for file in dict.fromkeys(files):
        if (folder / file).is_file() and (left := left - (folder / file).stat().st_size) >= 0:
            yield file


def _below(code: str, path: str) -> str:
    return f"{code}/{path}" if code else path


def _stamp(file: Path, line: str, *, before: bool) -> None:
    content = file.read_bytes()
    file.write_bytes(line.encode() + content if before else content + line.encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]
