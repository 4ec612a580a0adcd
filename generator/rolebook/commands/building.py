"""What `rolebook build` shows while it builds, and what it says of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rolebook import publish
from rolebook.commands.check import Report, text
from rolebook.errors import HandbookError, Say
from rolebook.kept import Built
from rolebook.language import language
from rolebook.load.settings import settings
from rolebook.stages import heard
from rolebook.theme.trial import kept

LONG = 1.0
"""From so many seconds on a part is told of where there is no terminal to show it on."""


class Ran(NamedTuple):
    """A site that was made, and whether what it was made of is all known."""

    built: Built
    vouched: bool


def built(docs: Path, site_dir: Path | None, *, strict: bool, profile: bool, quiet: bool) -> Ran | None:
    """Build the site of the handbook under `docs`; None where it cannot be built, which has been said."""
    code = settings(docs).language
    say = language(code).say
    given: dict[str, Any] = {"strict": True} if strict else {}
    if site_dir:
        given["site_dir"] = str(site_dir.resolve())
    publish.heed_termination()
    seconds: dict[str, float] = {}
    try:
        with _shown(say, seconds, quiet=quiet):
            ran = kept(docs, say, given)
    except HandbookError as error:
        text(Report(error.say, error.problems))
        return None
    told = [notice.printed(say, "notice-label") for notice in sorted(ran.notices)]
    for line in told:
        Console(stderr=True, soft_wrap=True, highlight=False).print(Text(line, "yellow"))
    if profile:
        _profile(say, seconds)
    return Ran(Built(ran.site, code, told), ran.vouched)


@contextmanager
def _shown(say: Say, seconds: dict[str, float], *, quiet: bool) -> Iterator[None]:
    """Show on a terminal what a build is at, elsewhere what took long; note how long each part took."""
    console = Console(stderr=True, quiet=quiet)
    with console.status(say("stage", name="begin").text) as status:

        def tell(name: str, took: float | None) -> None:
            shown = say("stage", name=name).text
            if took is None:
                status.update(shown)
                return
            seconds[name] = seconds.get(name, 0) + took
            if took >= LONG and not console.is_terminal:
                console.print(Text(f"{shown} {took:.1f} s"), highlight=False)

        with heard(tell):
            yield


def _profile(say: Say, seconds: dict[str, float]) -> None:
    """Print how long each part took, the longest first."""
    table = Table(box=None, show_header=False)
    for name, took in sorted(seconds.items(), key=lambda part: -part[1]):
        table.add_row(say("stage", name=name).text, f"{took:.2f} s")
    Console().print(table)
