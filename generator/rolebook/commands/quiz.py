"""`rolebook quiz`: judge the question bank, report on it, write a sheet to review and sign, print exams."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from rolebook import typeset
from rolebook.bank import blind, lint
from rolebook.bank.bank import Bank, make
from rolebook.commands import DOCS, LANGUAGE
from rolebook.commands.spoken import Group
from rolebook.errors import HandbookError, Message, Place
from rolebook.language.derived import rewriting
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.load.settings import settings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.views import paths
from rolebook.views.quizzes import paper, report

WIDE = 120
"""Cells the table of the report needs: on a narrower terminal it wraps rather than lose figures."""


@click.group("quiz", cls=Group)
def quiz_group() -> None:
    """Judge the question bank, report on it, print exams."""


@quiz_group.command("lint")
@DOCS
@LANGUAGE
@click.option(
    "--bank",
    "given",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def lint_command(docs: Path, language: str | None, given: Path | None) -> None:
    """Judge the bank: one true option each, all covered, nothing to be guessed.

    Exit status: 0 fair, 1 findings or a faulty handbook, 2 wrong usage.
    """
    handbook = _handbook(docs)
    strings = Strings(language or handbook.language.code)
    bank = _read(given, handbook, strings) if given else make(handbook, strings)
    say = handbook.language.say
    found = lint.lint(bank, handbook, strings, str(given or paths.BANK))
    for problem in found:
        click.echo(problem.printed(say), err=True)
    for remark in lint.needless(bank, handbook):
        click.echo(remark.printed(say, "notice-label"), err=True)
    if found:
        click.echo(say("problems", n=len(found)).text, err=True)
        sys.exit(1)
    click.echo(say("no-findings", n=len(bank.questions), revision=bank.revision).text)
    if worst := max(
        lint.strategies(bank, handbook.language), key=lambda odds: odds.hits / max(1, odds.bound), default=None
    ):
        click.echo(say("nearest-guess", told=worst.message.worded(say).text).text)


@quiz_group.command("report")
@DOCS
@LANGUAGE
@click.option("--sheet", type=click.Path(dir_okay=False, path_type=Path))
def report_command(docs: Path, language: str | None, sheet: Path | None) -> None:
    """Print coverage, questions and difficulty by record and kind, and how far guessing gets."""
    handbook = _handbook(docs)
    strings = Strings(language or handbook.language.code)
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
    say = handbook.language.say
    for thing, have, every in report.covered(bank, handbook, strings):
        console.print(say("covered", thing=thing, have=have, every=every).text)
    for odds in lint.strategies(bank, handbook.language):
        if odds.kind == "all":
            console.print(odds.message.worded(say).text)
    if sheet:
        sheet.write_text(report.sheet(bank, handbook, strings), "utf-8", newline="")
        console.print(say("wrote", file=str(sheet)).text)


@quiz_group.command("blind")
@DOCS
@LANGUAGE
@click.option("--count", type=click.IntRange(1, 1000), default=60, show_default=True)
@click.option("--seed", required=True)
@click.option("--open", "first", is_flag=True)
@click.option("--score", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def blind_command(docs: Path, language: str | None, count: int, seed: str, first: bool, score: Path | None) -> None:
    """Write a sheet for someone who has not read the handbook, or say how he did."""
    handbook = _handbook(docs)
    strings = Strings(language or handbook.language.code)
    questions = blind.drawn(make(handbook, strings), count, seed, first)
    if score is None:
        for line in blind.sheet(questions):
            click.echo(line)
        return
    say = handbook.language.say
    try:
        answers = score.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise click.UsageError(say("no-answers", file=str(score)).text) from None
    done = blind.scored(questions, answers, handbook.language)
    for kind in ("all", *dict.fromkeys(answer.question.kind for answer in done)):
        some = [answer for answer in done if kind in ("all", answer.question.kind)]
        right, chance = sum(answer.right or False for answer in some), sum(answer.chance for answer in some)
        name = strings("quiz.total" if kind == "all" else f"quiz.made_{kind}")
        click.echo(say("blind-score", kind=name, right=right, questions=len(some), chance=chance).text)
    for n, answer in enumerate(done, 1):
        key = strings("text.comma").join(option.text for option in answer.question.keyed)
        if answer.right is None:
            click.echo(say("blind-unjudged", n=n, given=answer.given, key=key).text)
        elif answer.right:
            place = Place(answer.question.source.file, answer.question.source.line, 1)
            click.echo(place.problem(Message("blind-right", question=answer.question.id, key=key)).printed(say))


@quiz_group.command("exam")
@DOCS
@LANGUAGE
@click.option("--seed", required=True)
@click.option("--form", "forms", multiple=True, type=click.Choice(["A", "B"]))
@click.option("--count", type=click.IntRange(1, 200), default=20, show_default=True)
@click.option("--about", multiple=True, metavar="ADDRESS")
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), default=Path())
def exam_command(
    docs: Path,
    language: str | None,
    seed: str,
    forms: tuple[str, ...],
    count: int,
    about: tuple[str, ...],
    output: Path,
) -> None:
    """Write an exam as PDF, each form with its key in a file of its own: the same questions in another order."""
    handbook = _handbook(docs)
    strings = Strings(language or handbook.language.code)
    say = handbook.language.say
    records = [Address.parse(address) for address in about]
    for address, record in zip(about, records, strict=True):
        if record not in handbook.records:
            raise click.BadParameter(say("unknown-record", address=address).text, param_hint="--about")
    rewrite = rewriting(handbook.language.code, strings.language)
    bank = make(handbook, handbook.language.strings).reworded(rewrite) if rewrite else make(handbook, strings)
    questions = paper.drawn(bank, seed, count, [record for record in records if record])
    if not questions:
        raise click.UsageError(say("no-questions").text)
    newest = max(record.revision.effective for record in handbook.records.values())
    output.mkdir(parents=True, exist_ok=True)
    if len(questions) < count:
        click.echo(say("fewer-questions", n=len(questions), wanted=count).text, err=True)
    defaults = handbook.defaults
    company = defaults.company or settings(docs).site_name
    look = paper.Look(rewrite(company) if rewrite else company, defaults.paper or "a4", defaults.pass_mark)
    for form in forms or ("A", "B"):
        name = f"exam-{''.join(c if c.isalnum() or c in '-_' else '-' for c in seed)}-{form}"
        documents = paper.documents(bank, questions, seed, form, strings, look)
        for ending, document in zip(("", "-key"), documents, strict=True):
            path = output / f"{name}{ending}.pdf"
            path.write_bytes(typeset.pdf(document, strings.language, newest).pdf)
            click.echo(say("wrote-exam", file=str(path), n=len(questions)).text)


def _handbook(docs: Path) -> Handbook:
    try:
        return load(docs)
    except HandbookError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _read(path: Path, handbook: Handbook, strings: Strings) -> Bank:
    """Return a bank from its file; what the handbook retires in vain no file tells."""
    try:
        made = make(handbook, strings)
        return replace(Bank.read(path.read_text("utf-8")), unmatched=made.unmatched, needless=made.needless)
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(handbook.language.say("no-bank", file=str(path)).text) from None
