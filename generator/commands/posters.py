"""`rolebook posters`: what will be printed, what has to be printed again, and packs for a post or department."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import click

from generator.errors import HandbookError
from generator.load import load
from generator.model.handbook import Handbook
from generator.site import Site
from generator.strings import LANGUAGES, Strings
from generator.views.posters import Poster, typeset_all
from generator.views.posters.pack import pack
from generator.views.posters.reprint import Reprint, since_day, since_handbook

_SITE_URL = re.compile(r"^site_url:\s*[\"']?(https?://[^\s\"'#]+)", re.M)


@click.command("posters")
@click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="The folder that holds roles/, scripts/ and the other kinds.",
)
@click.option("--changed-since", metavar="REV|DATE", help="List the sheets to print again since a commit or a day.")
@click.option("--pack", "packed", metavar="NAME", help="Write one PDF of all sheets of this post or department.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the pack.")
@click.option("--site-url", help="Where the site is found, for the QR code; otherwise mkdocs.yml says.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="zh", show_default=True, help="The words around the content."
)
def posters_command(
    docs: Path, changed_since: str | None, packed: str | None, output: Path | None, site_url: str | None, language: str
) -> None:
    """List the sheets to print; or those to print again; or write a pack.

    A day (2026-12-01) goes by document control: what took effect on it or later. Anything else is a commit or tag of
    the git repository: what prints differently since, whether or not its revision number was raised.

    \b
    Examples:
      rolebook posters                                  every sheet, its pages and type size
      rolebook posters --changed-since HEAD~5           what to print again, and why
      rolebook posters --pack bar-attendant -o bar.pdf  all sheets of a post, with a cover
    """
    if changed_since and packed:
        raise click.UsageError("--changed-since and --pack are two different jobs; give one of them")
    if output and not packed:
        raise click.UsageError("--output goes with --pack")
    url = site_url or _site_url(docs)
    site = Site("", Strings(language), url if not url or url.endswith("/") else f"{url}/", cache=None)
    try:
        handbook = load(docs)
        if changed_since:
            _list_reprints(_reprints(handbook, site, docs, changed_since), changed_since)
        elif packed:
            _write_pack(handbook, site, packed, output)
        else:
            _list(typeset_all(handbook, site), site)
    except HandbookError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _list(posters: Iterable[Poster], site: Site) -> None:
    for poster in posters:
        sheet = poster.sheet
        pages = f"{poster.fit.pages} page{'s' * (poster.fit.pages > 1)}"
        click.echo(
            f"{poster.path}: {sheet.record.title}, {pages}, {poster.fit.size:g} pt (at least {sheet.data['min']:g})"
        )
        for notice in poster.notices(site.strings):
            click.echo(f"  notice: {notice}")


def _list_reprints(reprints: Iterable[Reprint], since: str) -> None:
    found = list(reprints)
    for one in found:
        click.echo(f"{'take down' if one.gone else 'print'} {one.record}: {one.title}")
        for reason in one.reasons:
            click.echo(f"  {reason}")
    if not found:
        click.echo(f"nothing to print again since {since}")


def _write_pack(handbook: Handbook, site: Site, name: str, output: Path | None) -> None:
    try:
        pdf, posters = pack(handbook, site, name)
    except LookupError as error:
        raise click.BadParameter(str(error.args[0]), param_hint="--pack") from None
    path = output or Path(f"{name.replace('/', '-')}.pdf")
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from None
    click.echo(f"wrote {path}: {len(posters)} sheets and a cover")


def _site_url(docs: Path) -> str:
    """Return `site_url` of the mkdocs.yml beside `docs`, "" where there is none."""
    config = docs.resolve().parent / "mkdocs.yml"
    found = _SITE_URL.search(config.read_text("utf-8")) if config.exists() else None
    return found[1] if found else ""


def _reprints(handbook: Handbook, site: Site, docs: Path, since: str) -> Iterable[Reprint]:
    try:
        return since_day(handbook, site, datetime.date.fromisoformat(since))
    except ValueError:
        return since_handbook(_at_commit(docs, since), handbook, site)


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout


def _at_commit(docs: Path, commit: str) -> Handbook:
    """Return the handbook as it was at a commit. Raises click.BadParameter, HandbookError."""
    if commit.startswith("-"):
        raise click.BadParameter(f"'{commit}' is no commit", param_hint="--changed-since")
    try:
        prefix = _git(docs, "rev-parse", "--show-prefix").decode().strip()
        # From the top of the repository: below it, git archive takes only what stands under the folder it runs in.
        top = Path(_git(docs, "rev-parse", "--show-toplevel").decode().strip())
        archived = _git(top, "archive", "--format=tar", f"{commit}:{prefix}")
    except FileNotFoundError:
        raise click.UsageError("git is not installed; give a day (YYYY-MM-DD) instead") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace")
        message = f"'{commit}' is neither a day (YYYY-MM-DD) nor a commit with this folder: {reason.strip()}"
        raise click.BadParameter(message, param_hint="--changed-since") from None
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=BytesIO(archived)) as archive:
        then = Path(folder) / docs.resolve().name
        archive.extractall(then, filter="data")
        return load(then)
