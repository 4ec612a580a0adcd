"""One group of commands of `rolebook` a module; cli.py registers them. Here is what several of them take."""

from __future__ import annotations

from pathlib import Path

import click

from rolebook.language import DEFAULT, language
from rolebook.language.locales import computers
from rolebook.language.strings import LANGUAGES


def _there(context: click.Context, option: click.Parameter, docs: Path) -> Path:
    """Return the folder of a handbook. Raises UsageError, with what to do, where it is not there."""
    if not docs.is_dir():
        told = language(computers() or DEFAULT).say("no-docs", folder=str(docs))
        raise click.UsageError(f"{told.text}\n{told.hint}")
    return docs


DOCS = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    callback=_there,
)
LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
)
