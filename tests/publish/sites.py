"""Sites of a few files, as they stand in a folder."""

from __future__ import annotations

from pathlib import Path

KEPT = (".git/HEAD", ".git/objects/aa/bb", ".nojekyll", ".well-known/own", "CNAME")
GONE = ("index.html", "old.html", "deep/page.html", "keep.me/file")
NEW = {"index.html": "new", "new.html": "new", "deep/page.html": "new"}


def write(folder: Path, *names: str, text: str = "old") -> None:
    """Write files below a folder."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def found(folder: Path) -> dict[str, str]:
    """Return what every file below a folder holds."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())
