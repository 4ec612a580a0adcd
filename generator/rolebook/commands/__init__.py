"""One group of commands of `rolebook` a module; cli.py registers them. Here is what several of them take."""

from __future__ import annotations

from pathlib import Path

import click

from rolebook.language.strings import LANGUAGES

DOCS = click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
)
LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
)
