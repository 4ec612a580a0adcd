"""Writes, when all of a site is there, what devices keep of it: lists of files with digests of what they hold.

A device takes an edition whole or not at all, and tells it by one digest of all that can be kept. That stands in the
worker, so that a browser that looks for a newer edition fetches nothing else, and in what runs on every page, so that a
page knows of which edition it is. Each post has a list of its own: what a device fetches for one does not grow with the
handbook.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, normpath
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
OURS = paths.OWN.rstrip("/")
"""Where the scripts of the front end stand; some are fetched when they are needed."""
_LOADED = re.compile(
    r"<(?:script|img)\b[^>]*?\ssrc=\"([^\"]+)\"|<link\b[^>]*?\srel=\"?(?:stylesheet|icon)\"?\s[^>]*?href=\"([^\"]+)\"",
    re.I,
)
"""What a page loads by itself."""
_ABROAD = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.I)


class _Disk:
    """A finished site: what stands there, and what it holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sizes = dict(_files(str(folder)))
        self._digests: dict[str, str] = {}

    def digest(self, path: str) -> str:
        """Return the digest of what a file holds."""
        if path not in self._digests:
            self._digests[path] = _digest(self.read(path))
        return self._digests[path]

    def read(self, path: str) -> bytes:
        """Return what a file holds."""
        with open(f"{self.folder}/{path}", "rb") as file:  # noqa: PTH123  # thousands of them: a Path takes as long again
            return file.read()

    def put(self, path: str, content: bytes) -> None:
        """Have a file hold something else."""
        (self.folder / path).write_bytes(content)
        self._digests.pop(path, None)


def write(folder: Path, handbook: Handbook, sites: Mapping[str, Site]) -> str:
    """Write the lists of the site in `folder` and of those below it, named by their folders; return its edition.

    Raises OSError.
    """
    disk = _Disk(folder)
    found = {path: kept for code, site in sites.items() for path, kept in _lists(disk, code, handbook, site)}
    files = sorted({path for kept in found.values() for path in kept.files})
    edition = _digest("\n".join(f"{path} {disk.digest(path)}" for path in files).encode())
    for words in (_below(code, WORDS) for code in sites):
        disk.put(words, disk.read(words) + f'window.rolebookEdition="{edition}";\n'.encode())
    disk.put(paths.WORKER, f'self.rolebookEdition="{edition}";\n'.encode() + disk.read(paths.WORKER))
    for folder in {(disk.folder / path).parent for path in found}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, kept in found.items():
        said = {"edition": edition, "files": {file: disk.digest(file) for file in kept.files}, "pages": kept.pages}
        disk.put(path, json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())
    return edition


def _lists(disk: _Disk, code: str, handbook: Handbook, site: Site) -> Iterator[tuple[str, Kept]]:
    """Yield the lists of a site with the files that there are, seen from the root of the first."""

    def there(kept: Kept) -> Kept:
        files = dict.fromkeys(file for file in (_below(code, file) for file in kept.files) if file in disk.sizes)
        pages = ((_below(code, page), title) for page, title in kept.pages)
        return Kept(tuple(files), tuple(page for page in pages if page[0] in files))

    shell = there(views.shell(handbook, site))
    yield (
        _below(code, paths.SHELL),
        Kept(tuple(_within(disk, [*shell.files, *_beside(disk, code, shell)])), shell.pages),
    )
    for path, kept in views.lists(handbook, site):
        if (found := there(kept)).files:
            yield _below(code, path), found


def _beside(disk: _Disk, code: str, shell: Kept) -> Iterator[str]:
    """Yield what the pages of the frame load, and the parts of what stands in parts; least missed ones last."""
    for page in (file for file in shell.files if file.endswith(".html")):
        yield from _loaded(disk.read(page).decode(), page)
    yield from sorted(file for file in disk.sizes if dirname(file) == OURS and file.endswith(".js"))
    titles = _below(code, paths.lookup_part("titles"))
    parts = sorted(
        (file for file in disk.sizes if dirname(file) == dirname(titles)), key=lambda file: (len(file), file)
    )
    yield from (titles, *parts)


def _loaded(html: str, here: str) -> Iterator[str]:
    """Yield the paths of what the page at path `here` loads from its site."""
    for match in _LOADED.finditer(html):
        link = unescape(match[1] or match[2])
        if not _ABROAD.match(link):
            yield normpath(f"{dirname(here)}/{unquote(re.split('[?#]', link)[0])}").lstrip("/")


def _within(disk: _Disk, files: Iterable[str]) -> Iterator[str]:
    """Yield those files that there are, until they are more than there is room for."""
    left = ROOM
    for file in dict.fromkeys(files):
        if file in disk.sizes and (left := left - disk.sizes[file]) >= 0:
            yield file


def _files(folder: str) -> Iterator[tuple[str, int]]:
    """Yield the path and the size of every file below a folder."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from ((f"{entry.name}/{path}", size) for path, size in _files(entry.path))
        else:
            yield entry.name, entry.stat().st_size


def _below(code: str, path: str) -> str:
    return f"{code}/{path}" if code else path


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]
