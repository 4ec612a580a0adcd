"""Who writes which path of the site: what an author wrote himself, a record's page, or what is made of many records."""

from __future__ import annotations

from typing import NamedTuple

from rolebook.errors import Message, Problem
from rolebook.load.files import is_source
from rolebook.model.handbook import Handbook
from rolebook.views import paths


class TwoWriters(Exception):
    """Two views want to write the same path."""


class _Claim(NamedTuple):
    path: str
    file: str
    """relative to docs/; "" for what is made of many records"""
    handmade: bool


class Claims:
    """The paths of one site. Capitals count for nothing: a USB stick, Windows and macOS do not tell them apart."""

    def __init__(self, handbook: Handbook) -> None:
        self.problems: list[Problem] = []
        self._claims: dict[str, _Claim] = {}
        for file in sorted(handbook.files):
            if not is_source(file.rpartition("/")[2]):
                self._claim(_Claim(paths.published(file, handbook.files), file, handmade=True))
                if file.casefold().startswith(paths.OWN):
                    self.problems.append(Problem(f"docs/{file}", 0, 0, Message("file-made-anew", path=file)))

    @property
    def paths(self) -> frozenset[str]:
        """Everything the site will have."""
        return frozenset(claim.path for claim in self._claims.values())

    def claim(self, path: str, file: str = "") -> None:
        """Note that `path` is made, of the one record that stands in `file` if there is one.

        Raises TwoWriters where two views write one path; what an author can mend becomes a problem.
        """
        self._claim(_Claim(path, file, handmade=False))

    def _claim(self, new: _Claim) -> None:
        key = new.path.casefold()
        old = self._claims.setdefault(key, new)
        if old is new or (old.handmade and new.path == paths.HOME):
            return  # a home page of the author's own
        if not (old.file or new.file):
            if old.path == new.path:
                raise TwoWriters(f"two views write {new.path}")
            return  # made of two records whose own pages differ in capitals alone, which is told of them
        self.problems.append(_doubled(old, new))


def _doubled(old: _Claim, new: _Claim) -> Problem:
    """Return that one path has two writers, told of the file that can be renamed."""
    if old.file and new.file:
        return Problem(f"docs/{new.file}", 0, 0, Message("page-twice", other=f"docs/{old.file}"))
    own = old if old.file else new
    if own.handmade:
        return Problem(f"docs/{own.file}", 0, 0, Message("file-made-anew", path=new.path))
    name = own.file.rpartition("/")[2]
    return Problem(f"docs/{own.file}", 0, 0, Message("name-of-the-site", name=name, path=new.path))
