"""`rolebook posters`: what will be printed, what has to be printed again, and packs for a post or department."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import click

from rolebook.commands import DOCS, LANGUAGE
from rolebook.commands.spoken import Command
from rolebook.errors import HandbookError, Say
from rolebook.language import Language
from rolebook.language.dates import day
from rolebook.language.derived import rewriting
from rolebook.language.strings import Strings
from rolebook.load import gather, load
from rolebook.load.settings import settings
from rolebook.model.handbook import Handbook
from rolebook.revisions import commit_before, git
from rolebook.site import Site, slashed
from rolebook.views.posters import Poster, typeset_all
from rolebook.views.posters.pack import UnknownPost, pack
from rolebook.views.posters.reprint import Reprint, since_day, since_handbook


@click.command("posters", cls=Command)
@DOCS
@click.option("--changed-since", metavar="REV|DATE")
@click.option("--pack", "packed", metavar="NAME")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--site-url")
@LANGUAGE
def posters_command(
    docs: Path,
    changed_since: str | None,
    packed: str | None,
    output: Path | None,
    site_url: str | None,
    language: str | None,
) -> None:
    """List the sheets to print; or those to print again; or write a pack.

    A day (2026-12-01) goes by document control: what took effect on it or later. Anything else is a commit or tag of
    the git repository: what prints differently since, whether or not its revision number was raised.
    """
    if changed_since and packed:
        raise click.UsageError("--changed-since and --pack are two different jobs; give one of them")
    if output and not packed:
        raise click.UsageError("--output goes with --pack")
    given = settings(docs)
    site = Site(given.site_name, Strings(language or given.language), slashed(site_url or given.site_url), cache=None)
    try:
        handbook = load(docs)
        if language and (rewrite := rewriting(handbook.language.code, language)):
            site = site.variant(language, rewrite)
        if changed_since:
            _list_reprints(_reprints(handbook, site, docs, changed_since), changed_since, handbook.language.say)
        elif packed:
            _write_pack(handbook, site, packed, output)
        else:
            _list(list(typeset_all(handbook, site)), site, handbook.language.say)
    except HandbookError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _list(posters: Iterable[Poster], site: Site, say: Say) -> None:
    for poster in posters:
        title, least, fit = poster.sheet.record.title, poster.sheet.head["min"], poster.fit
        click.echo(say("sheet", file=poster.path, title=title, n=fit.pages, size=fit.size, least=least).text)
        for notice in poster.notices(site.strings):
            click.echo(f"  {say('notice-label').text}{notice}")


def _list_reprints(reprints: Iterable[Reprint], since: str, say: Say) -> None:
    found = list(reprints)
    for one in found:
        told = say("take-down" if one.gone else "reprint", record=str(one.record), title=one.title)
        click.echo(told.text)
        for reason in one.reasons:
            click.echo(f"  {reason.worded(say).text}")
    if not found:
        click.echo(say("nothing-to-print", since=since).text)


def _write_pack(handbook: Handbook, site: Site, name: str, output: Path | None) -> None:
    try:
        pdf, posters = pack(handbook, site, name)
    except UnknownPost as error:
        told = error.message.worded(handbook.language.say)
        raise click.BadParameter(f"{told.text}\n{told.hint}".strip(), param_hint="--pack") from None
    path = output or Path(f"{name.replace('/', '-')}.pdf")
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from None
    click.echo(handbook.language.say("wrote-pack", file=str(path), n=len(posters)).text)


def _reprints(handbook: Handbook, site: Site, docs: Path, since: str) -> Iterable[Reprint]:
    when = day(since)
    if when is None:
        return since_handbook(_at_commit(docs, since, handbook.language), handbook, site)
    found = [*since_day(handbook, site, when)]
    # Where git is there, a line that changed under an old number is found as well.
    if commit := commit_before(docs, when):
        known = {one.record for one in found}
        then = _at_commit(docs, commit, handbook.language)
        found += [one for one in since_handbook(then, handbook, site) if one.record not in known]
    return found


def _at_commit(docs: Path, commit: str, language: Language) -> Handbook:
    """Return the handbook as it was at a commit. Raises click.UsageError."""
    say = language.say
    unknown = click.BadParameter(say("unknown-commit", commit=commit).text, param_hint="--changed-since")
    if commit.startswith("-"):
        raise unknown
    try:
        prefix = git(docs, "rev-parse", "--show-prefix").decode().strip()
        # From the top of the repository: below it, git archive takes only what stands under the folder it runs in.
        top = Path(git(docs, "rev-parse", "--show-toplevel").decode().strip())
        archived = git(top, "archive", "--format=zip", f"{commit}:{prefix}")
    except FileNotFoundError:
        raise click.UsageError(say("no-git").text) from None
    except subprocess.CalledProcessError:
        raise unknown from None
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(BytesIO(archived)) as archive:
        then = Path(folder) / docs.resolve().name
        archive.extractall(then)  # no path of an archive leads out of it, on any Python
        return gather(then, language=language.code)[0]  # by the rules of today it may have faults
