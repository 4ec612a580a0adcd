"""The command line: `rolebook check | new | init | schema`; the only user of click and rich."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from generator import starter
from generator.commands import DOCS
from generator.commands.posters import posters_command
from generator.commands.quiz import quiz_group
from generator.errors import HandbookError, Problem
from generator.load import load
from generator.model import KINDS
from generator.model.handbook import Handbook
from generator.model.queries import Query, open_queries
from generator.model.schema import json_schema

KIND = click.Choice(tuple(KINDS))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolebook", prog_name="rolebook")
def main() -> None:
    """Rolebook: job descriptions, scripts, standards and checklists as one site.

    \b
    Examples:
      rolebook check                      find every fault before a build
      rolebook new roles bar-attendant    write a commented starter file
      rolebook init ../handbook           a whole small handbook for another company
    """


@main.command("check")
@DOCS
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check_command(docs: Path, style: str) -> None:
    """Check every record; print all problems and the open queries to the content's owner.

    Exit status: 0 clean, 1 problems, 2 wrong usage.

    \b
    Examples:
      rolebook check
      rolebook check --format github      annotations in a pull request
    """
    try:
        handbook = load(docs)
    except HandbookError as error:
        _PRINTERS[style](error.problems, [], None)
        sys.exit(1)
    _PRINTERS[style]([], open_queries(handbook), handbook)


def _text(problems: Sequence[Problem], queries: Sequence[Query], handbook: Handbook | None) -> None:
    console, errors = Console(soft_wrap=True, highlight=False), Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in problems:
        text = Text(str(problem))
        text.highlight_words([": error:"], "bold red")
        errors.print(text)
    if problems:
        errors.print(Text(f"{len(problems)} problem{'s' * (len(problems) > 1)}", "bold red"))
    for query in queries:
        console.print(
            Text.assemble((f"{query.place.file}:{query.place.line}: ", "bold"), ("query: ", "yellow"), query.text)
        )
    if handbook is not None:
        counts = f"{len(handbook.records)} records, {len(handbook.lines)} lines, {len(queries)} open queries"
        console.print(Text.assemble(("no problems", "bold green"), f": {counts}"))


def _json(problems: Sequence[Problem], queries: Sequence[Query], handbook: Handbook | None) -> None:
    found = [
        {"file": p.file, "line": p.line, "column": p.column, "message": p.message, "hint": p.hint} for p in problems
    ]
    asked = [{"file": q.place.file, "line": q.place.line, "address": q.address, "query": q.text} for q in queries]
    click.echo(json.dumps({"problems": found, "queries": asked}, ensure_ascii=False, indent=1))


def _github(problems: Sequence[Problem], queries: Sequence[Query], handbook: Handbook | None) -> None:
    for p in problems:
        message = _escaped(f"{p.message} {p.hint}".strip())
        click.echo(f"::error file={_escaped(p.file)},line={max(1, p.line)},col={max(1, p.column)}::{message}")
    for q in queries:
        click.echo(f"::notice file={_escaped(q.place.file)},line={q.place.line}::{_escaped(q.text)}")


def _escaped(text: str) -> str:
    """Escape what ends a workflow command: percent signs and line ends."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


_PRINTERS = {"text": _text, "json": _json, "github": _github}


@main.command("new")
@click.argument("kind", type=KIND)
@click.argument("record_id", metavar="ID")
@DOCS
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
def new_command(kind: str, record_id: str, docs: Path, force: bool) -> None:
    """Write a commented starter file docs/KIND/ID.yml that builds as it is.

    \b
    Examples:
      rolebook new roles bar-attendant
      rolebook new checklists 班前
    """
    try:
        path = starter.new(docs, kind, record_id, force=force)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="ID") from None
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} exists already; --force overwrites it") from None
    starter.write_schemas(docs.parent)
    click.echo(f"wrote {path}")


@main.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--company", default="示例公司", show_default=True, help="The name on every page.")
def init_command(folder: Path, company: str) -> None:
    """Write a small handbook, one record of each kind, that builds at once.

    \b
    Examples:
      rolebook init ../handbook --company 某某物业
      cd ../handbook && mkdocs serve
    """
    try:
        written = starter.init(folder, company)
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} exists already; choose an empty folder") from None
    for path in written:
        click.echo(f"wrote {path}")
    click.echo(f"next: cd {folder} && mkdocs serve")


@main.command("schema")
@click.argument("kind", type=KIND, required=False)
@click.option("--write", is_flag=True, help="Write one file a kind into .rolebook/, where starter files look for it.")
def schema_command(kind: str | None, write: bool) -> None:
    """Print the JSON Schema of a kind, or of all, for editors that complete and check YAML.

    \b
    Examples:
      rolebook schema roles
      rolebook schema --write
    """
    if write:
        for path in starter.write_schemas(Path()):
            click.echo(f"wrote {path}")
        return
    schemas = {folder: json_schema(model) for folder, model in KINDS.items()}
    click.echo(json.dumps(schemas[kind] if kind else schemas, ensure_ascii=False, indent=1))


main.add_command(posters_command)
main.add_command(quiz_group)

if __name__ == "__main__":
    main()
