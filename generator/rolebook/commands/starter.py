"""`rolebook new`, `init` and `schema`: what an author starts from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from rolebook import starter
from rolebook.commands import DOCS
from rolebook.commands.spoken import Command
from rolebook.kinds import KINDS
from rolebook.kinds.schema import FILES, json_schema
from rolebook.language import DEFAULT
from rolebook.language.locales import computers
from rolebook.language.strings import LANGUAGES
from rolebook.language.tables import table
from rolebook.load.settings import settings

KIND = click.Choice(tuple(KINDS))
CODE = click.Choice(LANGUAGES)


@click.command("new", cls=Command)
@click.argument("kind", type=KIND)
@click.argument("record_id", metavar="ID")
@DOCS
@click.option("--language", type=CODE)
@click.option("--force", is_flag=True)
def new_command(kind: str, record_id: str, docs: Path, language: str | None, force: bool) -> None:
    """Write docs/KIND/ID.yml, a file that builds as it is and explains every key there is."""
    code = language or settings(docs).language
    try:
        path = starter.new(docs, kind, record_id, code, force=force)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="ID") from None
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} exists already; --force overwrites it") from None
    starter.write_schemas(docs.parent)
    click.echo(table(code, "starter")["wrote"].format(path=path))


@click.command("init", cls=Command)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--company")
@click.option("--language", type=CODE)
@click.option("--example", type=click.Choice(tuple(starter.examples())))
def init_command(folder: Path, company: str | None, language: str | None, example: str | None) -> None:
    """Write a handbook that builds at once: a small one, one record of each kind, or an example to learn from."""
    if example and (company or language):
        raise click.UsageError("--example has a company and a language of its own; leave --company and --language out")
    try:
        written = starter.init(folder, company or "", language or computers() or DEFAULT, example or "")
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} exists already; choose an empty folder") from None
    words = table(settings(folder / "docs").language, "starter")
    for path in written:
        click.echo(words["wrote"].format(path=path))
    if not (language or example):
        click.echo(words["picked"].format(codes=", ".join(LANGUAGES)))
    click.echo(words["next"].format(folder=folder), nl=False)


@click.command("schema", cls=Command)
@click.argument("sort", metavar="[KIND|handbook]", type=click.Choice(tuple(FILES)), required=False)
@click.option("--write", is_flag=True)
def schema_command(sort: str | None, write: bool) -> None:
    """Print the JSON Schema of a kind, of docs/handbook.yml, or of all, for editors that complete and check YAML."""
    if write:
        for path in starter.write_schemas(Path()):
            click.echo(f"wrote {path}")
        return
    schemas = {name: json_schema(model) for name, model in FILES.items()}
    click.echo(json.dumps(schemas[sort] if sort else schemas, ensure_ascii=False, indent=1))
