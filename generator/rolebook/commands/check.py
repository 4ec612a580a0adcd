"""`rolebook check`: every fault at once, found as a build finds them, and what an author should know."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from rolebook.commands import DOCS
from rolebook.commands import names as mere_names
from rolebook.commands.numbers import as_data, listed
from rolebook.commands.spoken import Command
from rolebook.errors import HandbookError, Problem, Say
from rolebook.load import load
from rolebook.model.handbook import Handbook
from rolebook.model.open_questions import OpenQuestion, open_queries
from rolebook.renamed import renamed
from rolebook.revisions import unrevised


@click.command("check", cls=Command)
@DOCS
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--numbers", is_flag=True)
@click.option("--names", is_flag=True)
def check_command(docs: Path, style: str, numbers: bool, names: bool) -> None:
    """Check every record as a build does; print all problems and the open queries to the content's owner.

    Exit status: 0 clean, 1 problems, 2 wrong usage.
    """
    if (numbers or names) and style == "github":
        raise click.UsageError("--numbers and --names go with --format text and json")
    try:
        handbook = load(docs)
        if not (numbers or names):
            report = _checked(handbook, docs)
    except HandbookError as error:
        _PRINTERS[style](Report(error.say, error.problems))
        sys.exit(1)
    if not (numbers or names):
        _PRINTERS[style](report)
        return
    lists: list[tuple[str, Any, Iterable[str]]] = []
    if numbers:
        lists.append(("numbers", as_data(handbook), listed(handbook)))
    if names:
        lists.append(("names", mere_names.as_data(handbook), mere_names.listed(handbook)))
    if style == "json":
        click.echo(json.dumps({key: data for key, data, _ in lists}, ensure_ascii=False, indent=1))
    else:
        for line in chain(*(lines for _, _, lines in lists)):
            click.echo(line)


@dataclass(frozen=True)
class Report:
    """What is told of a handbook: problems, or what there is to know of one without any."""

    say: Say
    problems: Sequence[Problem] = ()
    notices: Sequence[Problem] = ()
    queries: Sequence[OpenQuestion] = ()
    handbook: Handbook | None = None


def _checked(handbook: Handbook, docs: Path) -> Report:
    """Return what is told of a handbook that could be read. Raises HandbookError with what a build would refuse."""
    from rolebook.theme.trial import trial  # MkDocs is slow to load, and --numbers and --names do without

    of_git = [*unrevised(handbook, docs), *renamed(handbook, docs)]
    notices = sorted([*trial(docs, handbook.language.say).notices, *of_git])
    return Report(handbook.language.say, (), notices, open_queries(handbook), handbook)


def text(report: Report) -> None:
    """Print a report for people."""
    say, handbook = report.say, report.handbook
    console, errors = Console(soft_wrap=True, highlight=False), Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in report.problems:
        text = Text(problem.printed(say))
        text.highlight_words([f": {say('error-label').text}"], "bold red")
        errors.print(text)
    if report.problems:
        errors.print(Text(say("problems", n=len(report.problems)).text, "bold red"))
    for notice in report.notices:
        errors.print(Text(notice.printed(say, "notice-label"), "yellow"))
    for query in report.queries:
        place = f"{query.place.file}:{query.place.line}: "
        console.print(Text.assemble((place, "bold"), (say("query-label").text, "yellow"), query.text))
    if handbook is not None:
        records, lines = len(handbook.records), len(handbook.lines)
        told = say("no-problems", records=records, lines=lines, queries=len(report.queries)).text
        console.print(Text(told, "bold green"))


def _json(report: Report) -> None:
    queries = [
        {"file": q.place.file, "line": q.place.line, "address": q.address, "query": q.text} for q in report.queries
    ]
    problems, notices = (
        [
            {
                "file": one.file,
                "line": one.line,
                "column": one.column,
                "code": one.message.code,
                "message": told.text,
                "hint": told.hint,
            }
            for one in found
            for told in [one.message.worded(report.say)]
        ]
        for found in (report.problems, report.notices)
    )
    data = {"problems": problems, "queries": queries} | ({"notices": notices} if report.handbook else {})
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _github(report: Report) -> None:
    for level, found in (("error", report.problems), ("warning", report.notices)):
        for one in found:
            place = f"file={_escaped(one.file)},line={max(1, one.line)},col={max(1, one.column)}"
            told = one.message.worded(report.say)
            text = _escaped(f"{told.text}\n{told.hint}".strip())
            click.echo(f"::{level} {place},title={one.message.code}::{text}")
    for query in report.queries:
        click.echo(f"::notice file={_escaped(query.place.file)},line={query.place.line}::{_escaped(query.text)}")


def _escaped(text: str) -> str:
    """Escape what ends a workflow command: percent signs and line ends."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


_PRINTERS = {"text": text, "json": _json, "github": _github}
