"""`rolebook build`: the site, made where something changed; all faults in one run, as `rolebook check` tells them."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from rolebook import kept
from rolebook.commands import DOCS
from rolebook.commands.spoken import Command
from rolebook.language import language


@click.command("build", cls=Command)
@DOCS
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path))
@click.option("--strict", is_flag=True)
@click.option("--anew", is_flag=True)
@click.option("--profile", is_flag=True)
@click.option("--quiet", "-q", is_flag=True)
def build_command(docs: Path, site_dir: Path | None, strict: bool, anew: bool, profile: bool, quiet: bool) -> None:
    """Build the site; where nothing changed since the last time, say so at once.

    Exit status: 0 the site is there, 1 problems, 2 wrong usage.
    """
    start = time.perf_counter()
    docs = docs.resolve()
    made_of = kept.inputs(docs.parent, docs, [str(site_dir and site_dir.resolve()), str(strict)])
    found = None if anew or profile else kept.unchanged(docs.parent, made_of)
    if found:
        made = found
        for line in found.told:
            click.echo(line, err=True)
    else:
        from rolebook.commands.building import built  # what takes half a second to import is not needed above

        if (ran := built(docs, site_dir, strict=strict, profile=profile, quiet=quiet)) is None:
            sys.exit(1)
        made = ran.built
        if ran.vouched:
            kept.note(docs.parent, made_of, made)
    if not quiet:
        say, site, seconds = language(made.language).say, _shown(made.site), f"{time.perf_counter() - start:.1f}"
        unchanged = say("site-unchanged", site=site, seconds=seconds)
        click.echo((unchanged if found else say("site-built", site=site, seconds=seconds)).text)


def _shown(site: Path) -> str:
    """Return a folder as seen from here, if it is below."""
    return str(site.relative_to(Path.cwd()) if site.is_relative_to(Path.cwd()) else site)
