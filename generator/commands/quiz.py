"""`rolebook quiz`: judge the question bank, report on it, write a sheet to review and sign, print exams."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from generator import typeset
from generator.commands import DOCS
from generator.errors import HandbookError
from generator.load import load
from generator.model.handbook import Handbook
from generator.strings import LANGUAGES, Strings
from generator.views.quizzes import lint, paper, report
from generator.views.quizzes.bank import Bank, make

WIDE = 120
"""Cells the table of the report needs: on a narrower terminal it wraps rather than lose figures."""
LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), default="zh", show_default=True, help="The words around the content."
)


@click.group("quiz")
def quiz_group() -> None:
    """Judge the question bank, report on it, print exams."""


@quiz_group.command("lint")
@DOCS
@LANGUAGE
@click.option(
    "--bank",
    "given",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A bank.json to judge instead.",
)
def lint_command(docs: Path, language: str, given: Path | None) -> None:
    """Judge the bank: one true option each, all covered, nothing to be guessed.

    Exit status: 0 fair, 1 findings or a faulty handbook, 2 wrong usage.

    \b
    Examples:
      rolebook quiz lint
      rolebook quiz lint --bank site/quizzes/bank.json
    """
    handbook = _handbook(docs)
    strings = Strings(language)
    bank = _read(given, handbook, strings) if given else make(handbook, strings)
    found = lint.lint(bank, handbook, strings)
    for finding in found:
        click.echo(str(finding.problem(str(given or "bank"))), err=True)
    worst = max(lint.strategies(bank), key=lambda odds: odds.hits / max(1, odds.bound), default=None)
    if found:
        click.echo(f"{len(found)} finding{'s' * (len(found) > 1)}", err=True)
        sys.exit(1)
    near = (
        f"; closest to its bound: '{worst.strategy}' over {worst.kind}, {worst.hits:.1f} of {worst.bound}"
        if worst
        else ""
    )
    click.echo(f"no findings: {len(bank.questions)} questions, revision {bank.revision}{near}")


@quiz_group.command("report")
@DOCS
@LANGUAGE
@click.option("--sheet", type=click.Path(dir_okay=False, path_type=Path), help="Write a review sheet (CSV) to sign.")
def report_command(docs: Path, language: str, sheet: Path | None) -> None:
    """Print coverage, questions and difficulty by record and kind, and how far guessing gets.

    \b
    Examples:
      rolebook quiz report
      rolebook quiz report --sheet review.csv
    """
    handbook = _handbook(docs)
    strings = Strings(language)
    bank = make(handbook, strings)
    console = Console(soft_wrap=True)
    console = console if console.width >= WIDE else Console(soft_wrap=True, width=WIDE)
    headings, *rows, total = report.table(bank, handbook, strings)
    table = Table(box=None, pad_edge=False, show_footer=True)
    for n, (heading, sum_) in enumerate(zip(headings, total, strict=True)):
        table.add_column(heading, footer=sum_, justify="right" if n else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    console.print(table)
    for what, have, every in report.covered(bank, handbook, strings):
        console.print(f"{what}: {have} of {every} covered")
    for odds in lint.strategies(bank):
        if odds.kind == "all":
            told = f"{odds.hits:.1f} of {odds.questions}, chance {odds.expected:.1f}, bound {odds.bound}"
            console.print(f"guessing '{odds.strategy}': {told}")
    if sheet:
        sheet.write_text(report.sheet(bank, handbook, strings), "utf-8", newline="")
        console.print(f"wrote {sheet}")


@quiz_group.command("exam")
@DOCS
@LANGUAGE
@click.option("--seed", required=True, help="The paper's number: the same number draws the same questions.")
@click.option("--form", "forms", multiple=True, type=click.Choice(["A", "B"]), help="One form only; otherwise both.")
@click.option("--count", type=click.IntRange(1, 200), default=20, show_default=True, help="How many questions.")
@click.option("--about", multiple=True, metavar="ADDRESS", help="Only questions about this record; may be repeated.")
@click.option(
    "--output", "-o", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="The folder to write to."
)
def exam_command(
    docs: Path, language: str, seed: str, forms: tuple[str, ...], count: int, about: tuple[str, ...], output: Path
) -> None:
    """Write an exam as PDF, each form with its key in a file of its own: the same questions in another order.

    \b
    Examples:
      rolebook quiz exam --seed 2026-12
      rolebook quiz exam --seed 2026-12 --form A --count 30 --about roles/bar-attendant -o papers
    """
    handbook = _handbook(docs)
    strings = Strings(language)
    for address in about:
        if not any(str(known) == address for known in handbook.records):
            raise click.BadParameter(f"there is no record '{address}'", param_hint="--about")
    bank = make(handbook, strings)
    questions = paper.drawn(bank, seed, count, about)
    if not questions:
        raise click.UsageError("there are no questions about that")
    newest = max(record.revision.effective for record in handbook.records.values())
    output.mkdir(parents=True, exist_ok=True)
    for form in forms or ("A", "B"):
        name = f"exam-{''.join(c if c.isalnum() or c in '-_' else '-' for c in seed)}-{form}"
        for ending, document in zip(("", "-key"), paper.documents(bank, questions, seed, form, strings), strict=True):
            path = output / f"{name}{ending}.pdf"
            path.write_bytes(typeset.pdf(document, language, newest).pdf)
            click.echo(f"wrote {path}: {len(questions)} questions")


def _handbook(docs: Path) -> Handbook:
    try:
        return load(docs)
    except HandbookError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _read(path: Path, handbook: Handbook, strings: Strings) -> Bank:
    """Return a bank from its file; what the handbook retires in vain no file tells."""
    try:
        return replace(Bank.read(path.read_text("utf-8")), unmatched=make(handbook, strings).unmatched)
    except (ValueError, KeyError, TypeError) as error:
        raise click.UsageError(f"{path} is no question bank: {error!r}") from None
