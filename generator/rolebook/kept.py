"""Whether a site is still what a build would make: by all that went in, and by what came out.

Nothing heavy is imported here, as all there is to do for a handbook that did not change is to say so. What cannot be
looked at (a hook, an environment variable in mkdocs.yml) is never vouched for.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

NOTE = Path(".rolebook", "built.json")
"""Where, beside mkdocs.yml, is noted what was built from what."""
CONFIG = "mkdocs.yml"
PACKAGE = Path(__file__).parent
Stamps = dict[str, tuple[int, int]]
"""Files by path: size in bytes and time of writing in nanoseconds."""


class Built(NamedTuple):
    """A site that was made: where, in the language of which handbook, and what its author was told."""

    site: Path
    language: str
    told: list[str]


def inputs(base: Path, docs: Path, options: Sequence[str]) -> str:
    """Return a digest of all that a build reads: the handbook and its settings, the generator, what it runs on."""
    digest = hashlib.sha256(repr((*options, *_runs_on())).encode())
    for root in (base / CONFIG, docs, PACKAGE):
        for path in _files(root):
            digest.update(f"\0{path.relative_to(root.parent).as_posix()}\0".encode())
            with suppress(OSError):
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def note(base: Path, made_of: str, built: Built) -> None:
    """Note that a site was made of these inputs; a note that cannot be kept is none."""
    part = base / NOTE.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        said = {**built._asdict(), "site": str(built.site), "made_of": made_of, "files": _stamps(built.site)}
        part.parent.mkdir(exist_ok=True)
        part.write_text(json.dumps(said), "utf-8")
        part.replace(base / NOTE)


def unchanged(base: Path, made_of: str) -> Built | None:
    """Return the site that was made of these inputs and is still as it was; None where one is to be made."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):  # an older note, or a damaged one
        said = json.loads((base / NOTE).read_text("utf-8"))
        built = Built(Path(said["site"]), str(said["language"]), list(map(str, said["told"])))
        stamps = {path: tuple(stamp) for path, stamp in said["files"].items()}
        if said["made_of"] == made_of and stamps and stamps == _stamps(built.site):
            return built
    return None


def _runs_on() -> Iterator[str]:
    """Yield what else decides the bytes: Python, every package that is installed, the day a site is dated with."""
    yield platform.python_version()
    yield os.environ.get("SOURCE_DATE_EPOCH", "")
    for folder in sys.path:
        with suppress(OSError):
            yield from sorted(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208


def _files(root: Path) -> Iterable[Path]:
    """Return the files at or below `root` in an order of its own, without what Python keeps for itself."""
    if not root.is_dir():
        return [root] if root.is_file() else []
    found: list[str] = []
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if name != "__pycache__")
        found += (os.path.join(folder, name) for name in sorted(names))  # noqa: PTH118  # a third of the time of a Path
    return map(Path, found)


def _stamps(site: Path) -> Stamps:
    """Return the files of a site but those that are not the build's: names with a dot, such as .git, and CNAME."""
    found: Stamps = {}
    pending = [("", os.fspath(site))]
    while pending:
        within, folder = pending.pop()
        for entry in os.scandir(folder):
            if not within and (entry.name.startswith(".") or entry.name == "CNAME"):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append((f"{within}{entry.name}/", entry.path))
            else:
                stat = entry.stat(follow_symlinks=False)
                found[within + entry.name] = stat.st_size, stat.st_mtime_ns
    return found
