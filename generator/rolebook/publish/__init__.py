"""Where a site goes: made beside the old one, put in its place when it is whole, one build at a time.

Beside `site` there may stand, while a build runs or after one that was killed:

    site.rolebook-lock      held by the build that runs
    site.rolebook-staged    the site that is being made; after the exchange, the old one
    site.rolebook-files     files that MkDocs copies from there
    site.rolebook-old       the old site, whole, where an exchange takes two renames
    site.rolebook-gone-1    what is being removed

The next build removes them, having first put an old site back if a kill has left nothing in its place.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import count, filterfalse, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

from rolebook.errors import Message
from rolebook.publish.lock import Lock
from rolebook.publish.swap import exchanged, put

WAIT = 60.0
"""How many seconds a build waits for another one of the same site."""


UNCHANGED = "unchanged"
"""What has become of a site that nobody touched; the messages of a language have the words for it."""


class Refused(Exception):
    """The site cannot be put there."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.code)


class Publication:
    """The place of one site, kept free of other builds from when it is made until `close`.

    `site_dir` may be a symbolic link: what it leads to is exchanged. `sources` are what must not stand in it. `told`
    takes a line that says what happens. Raises Refused.
    """

    def __init__(
        self, site_dir: str, sources: Iterable[str], told: Callable[[Message], None], wait: float | None = None
    ) -> None:
        self.site = Path(os.path.realpath(site_dir))
        self.told = told
        self.staged, self.files, self._old = (self._beside(what) for what in ("staged", "files", "old"))
        for source in map(os.path.realpath, sources):
            if Path(source).is_relative_to(self.site):
                raise Refused(Message("site-dir-holds-source", site=str(self.site), source=source))
        if os.path.lexists(self.site) and not os.path.isdir(self.site):  # noqa: PTH112  # which asks without raising
            raise Refused(Message("site-dir-no-folder", site=str(self.site)))
        self._lock: Lock | None = self._locked(WAIT if wait is None else wait)
        try:
            self._tidy()
            self.files.mkdir()
            self.staged.mkdir()
        except OSError as error:
            self.close()
            raise Refused(self._unwritable(error)) from None
        self._before = _identity(self.site)

    @property
    def standing(self) -> str:
        """What has become of the site: unchanged, none (there is none) or new."""
        now = _identity(self.site)
        return "none" if now is None else UNCHANGED if now == self._before else "new"

    def publish(self) -> None:
        """Put the finished site in place. Raises Refused."""
        try:
            kept = _kept(self.site, self.staged)
            left = put(self.staged, self.site, self._old)
        except OSError as error:
            with suppress(OSError):
                self._tidy()
            why, standing = reason(error), self.standing
            raise Refused(Message("site-not-exchanged", site=str(self.site), reason=why, standing=standing)) from None
        for name in kept:
            exchanged(left / name, self.site / name)  # the thing itself instead of its double, where that is one step

    def close(self) -> None:
        """Leave nothing beside the site, and let others build. May be called again."""
        if self._lock:
            with suppress(OSError):  # the next build tries again, and says why if it cannot
                self._tidy()
            self._lock.release()
            self._lock = None

    def _beside(self, what: str) -> Path:
        return self.site.with_name(f"{self.site.name}.rolebook-{what}")

    def _locked(self, wait: float) -> Lock:
        try:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            waiting = Message("build-waits", site=str(self.site))
            return Lock(self._beside("lock"), wait, lambda: self.told(waiting))
        except TimeoutError:
            raise Refused(Message("build-elsewhere", site=str(self.site))) from None
        except OSError as error:
            raise Refused(self._unwritable(error)) from None

    def _unwritable(self, error: OSError) -> Message:
        return Message("site-dir-unwritable", site=str(self.site), reason=reason(error))

    def _tidy(self) -> None:
        """Put the old site back where a kill has left none, and remove what is left of other builds."""
        if self._old.is_dir() and not os.path.lexists(self.site):
            self._old.rename(self.site)
        for gone in takewhile(os.path.lexists, self._gone()):
            self._remove(gone)
        for left in (self.staged, self.files, self._old):
            if os.path.lexists(left):
                self._remove(left.rename(next(filterfalse(os.path.lexists, self._gone()))))

    def _remove(self, gone: Path) -> None:
        _remove(gone)
        if os.path.lexists(gone):
            self.told(Message("left-behind", path=str(gone)))

    def _gone(self) -> Iterator[Path]:
        return (self._beside(f"gone-{n}") for n in count(1))


class Preview:
    """The place of a preview: the folder that `mkdocs serve` has made for itself, which nobody else writes to."""

    standing = "preview"

    def __init__(self, site_dir: str) -> None:
        self.staged = Path(site_dir)
        self._made = TemporaryDirectory(prefix="rolebook-")
        self.files = Path(self._made.name)

    def publish(self) -> None:
        """MkDocs shows what stands in its folder."""

    def close(self) -> None:
        """Remove what MkDocs has copied."""
        self._made.cleanup()


def reason(error: OSError) -> str:
    """Return what the system objects to, and to which file where it says so."""
    said = error.strerror or str(error)
    name = error.filename2 or error.filename
    return f"{said}: {name}" if name else said


def heed_termination() -> None:
    """Let SIGTERM end a build as Ctrl+C does, with a line that says so and nothing left behind."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another in its place; None: there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _kept(old: Path, new: Path) -> list[str]:
    """Give the new site what is not the build's to remove; return the names of what it had nothing of.

    That is what MkDocs leaves when it empties its output folder (names with a dot, such as .git and .nojekyll), and
    GitHub's CNAME. Files are linked, not copied, so that the old site stays whole until the exchange.
    """
    if not old.is_dir():
        return []
    with suppress(OSError):  # a file system without modes
        shutil.copymode(old, new)
    names = [path.name for path in old.iterdir() if path.name.startswith(".") or path.name == "CNAME"]
    own = [name for name in names if not os.path.lexists(new / name)]
    for name in names:
        _double(old / name, new / name)
    return own


def _double(old: Path, new: Path) -> None:
    """Make `new` what `old` is; what is there already stays, and what goes away meanwhile is not missed."""
    if old.is_dir() and not old.is_symlink():
        made = not os.path.lexists(new)
        if made:
            new.mkdir()
        for path in old.iterdir() if new.is_dir() else ():
            _double(path, new / path.name)
        if made:
            shutil.copystat(old, new)
    elif not os.path.lexists(new):
        with suppress(FileNotFoundError):
            try:
                os.link(old, new, follow_symlinks=False)
            except (OSError, NotImplementedError):  # a file system without links
                shutil.copy2(old, new, follow_symlinks=False)


def _remove(path: Path) -> None:
    """Remove a file or a folder, as far as that can be done."""
    if path.is_symlink() or not path.is_dir():
        with suppress(OSError):
            path.unlink()
        return
    with suppress(OSError):
        path.chmod(stat.S_IRWXU)
    for folder, folders, files in os.walk(path):
        for name in (*folders, *(files if sys.platform == "win32" else ())):  # Windows removes no read-only file
            inside = Path(folder, name)
            if not inside.is_symlink():
                with suppress(OSError):
                    inside.chmod(stat.S_IRWXU)
    shutil.rmtree(path, ignore_errors=True)
