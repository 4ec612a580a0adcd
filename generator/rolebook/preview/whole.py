"""The long way: the whole site, made by a process of its own that can be ended at any moment.

    python -m rolebook.preview.whole DOCS SITE URL

Prints what is wrong, as JSON (see `fault`). Exit status: 0 the site was made, 1 it was not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from rolebook.errors import HandbookError
from rolebook.language import language
from rolebook.load.settings import settings
from rolebook.preview.fault import Fault, faults


class Whole:
    """Makes the site of the handbook under `docs` in `folder`, to be shown at `url`; each begin ends the one before."""

    def __init__(self, docs: Path, folder: Path, url: str) -> None:
        self._command = [sys.executable, "-m", "rolebook.preview.whole", str(docs), str(folder), url]
        self._said = Path(folder.parent, "said.json")
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Begin to make the site as the files now are."""
        self.end()
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(self._command, stdout=said)

    def end(self) -> None:
        """End what is being made: the site stays what it was."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def busy(self) -> bool:
        """Whether a site is being made."""
        return self._process is not None

    def done(self) -> list[Fault] | None:
        """Return what is wrong with the site that was made, None while it is being made."""
        if self._process is None or self._process.poll() is None:
            return None
        self._process = None
        said = self._said.read_bytes()
        return [Fault(**one) for one in json.loads(said)] if said else []


def main(docs: str, folder: str, url: str) -> int:
    """Make the site."""
    from rolebook.theme.trial import preview  # MkDocs is slow to load, and who serves does without it

    if hasattr(os, "nice"):
        os.nice(10)  # the next saved line is not to wait for this
    say = language(settings(Path(docs)).language).say
    try:
        preview(Path(docs), say, Path(folder), url)
    except HandbookError as error:
        said: list[Any] = [one._asdict() for one in faults(error.problems, error.say)]
        json.dump(said, sys.stdout)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
