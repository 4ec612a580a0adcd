"""Quizzes: the question bank as files, a page a post, procedure and script, today's review and the mixed exam."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from generator.errors import HandbookError
from generator.model import KINDS
from generator.model.address import Address
from generator.model.handbook import Handbook
from generator.model.quiz import Quiz
from generator.render import environment, minified
from generator.site import Site
from generator.strings import Strings
from generator.views import paths
from generator.views.quizzes import lint
from generator.views.quizzes.bank import Bank, dumped, make
from generator.views.quizzes.question import Question

TEMPLATES = Path(__file__).parents[2] / "templates" / "quizzes"


@lru_cache(maxsize=1)
def bank_of(handbook: Handbook, language: str) -> Bank:
    """Return the bank of a handbook; pages and files of one build share it."""
    return make(handbook, Strings(language))


def judged(handbook: Handbook, site: Site, manner: str) -> list[str]:
    """Judge the questions in one of three manners; return what is to be told as a warning.

    "error": raise HandbookError with everything that is wrong; "warning": return it; "ignore": do not look.
    """
    if not site.quizzes or manner == "ignore":
        return []
    found = lint.lint(bank_of(handbook, site.strings.language), handbook, site.strings)
    problems = sorted(finding.problem(paths.BANK) for finding in found)
    if problems and manner == "error":
        raise HandbookError(problems)
    return [str(problem).replace(": error: ", ": ", 1) for problem in problems]


def files(handbook: Handbook, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the bank as JSON and as a script, and the questions of each quiz as a script of its own."""
    if not site.quizzes:
        return
    made = bank_of(handbook, site.strings.language)
    text = made.json()
    yield paths.BANK, text.encode()
    yield paths.BANK_SCRIPT, f"window.rolebookBank={text.rstrip()};\n".encode()
    written = {question.id: dumped(question.json()) for question in made.questions}
    for record, questions in made.by_record.items():
        address = _address(record)
        title = dumped(handbook.records[address].title)
        items = ",\n".join(written[question.id] for question in questions)
        data = f'{{"title":{title},"revision":"{made.revision}","items":[\n{items}\n]}}'
        script = f'(window.rolebookQuizzes??={{}})["{record}"]={data};\n'
        yield paths.quiz_script(address), script.encode()


def pages(handbook: Handbook, site: Site) -> Iterator[paths.Page]:
    """Yield today's review, the exam, and the page of every quiz that is not written by hand."""
    if not site.quizzes:
        return
    strings = site.strings
    made = bank_of(handbook, strings.language)
    env = environment(TEMPLATES, t=strings, answers=partial(answers, strings))
    shelves = _shelves(handbook, made)
    yield _listing(env, "review", paths.REVIEW, strings, shelves, listed=True)
    yield _listing(env, "exam", paths.EXAM, strings, shelves, listed=False)
    for record, questions in made.by_record.items():
        address = _address(record)
        if address.folder != Quiz.folder:
            yield _page(env, handbook, address, questions, strings)


def answers(strings: Strings, question: Question) -> str:
    """Return the key of a question in words."""
    texts = [option.text for option in question.keyed]
    if question.lefts:
        return strings("text.semicolon").join(
            f"{left} — {right}" for left, right in zip(question.lefts, texts, strict=True)
        )
    return (" → " if question.answering == "order" else strings("text.comma")).join(texts)


def _address(record: str) -> Address:
    return Address(*record.split("/", 1))


def _shelves(handbook: Handbook, made: Bank) -> dict[str, list[dict[str, Any]]]:
    """Return what there is to be quizzed on, by kind: title, address, script, number of questions."""
    found: dict[str, list[dict[str, Any]]] = {folder: [] for folder in KINDS}
    for record, questions in made.by_record.items():
        address = _address(record)
        page = paths.page_path(address) if address.folder == Quiz.folder else paths.quiz_path(address)
        found[address.folder].append(
            {
                "address": record,
                "title": handbook.records[address].title,
                "page": page,
                "script": paths.quiz_script(address),
                "count": len(questions),
            }
        )
    return {folder: shelf for folder, shelf in found.items() if shelf}


def _listing(
    env: Any, name: str, here: str, strings: Strings, shelves: dict[str, list[dict[str, Any]]], *, listed: bool
) -> paths.Page:
    def href(there: str) -> str:
        return paths.href(here, there)

    body = env.get_template(f"{name}.html").render(shelves=shelves, href=href, paths=paths)
    title = strings(f"quiz.{name}")
    return paths.Page(here, title, minified(body), listed=listed, description=title)


def _page(
    env: Any, handbook: Handbook, address: Address, questions: tuple[Question, ...], strings: Strings
) -> paths.Page:
    here = paths.quiz_path(address)
    record = handbook.records[address]

    def href(there: str) -> str:
        return paths.href(here, there)

    body = env.get_template("quiz.html").render(
        record=record,
        questions=questions,
        href=href,
        root=paths.href(here, ""),
        page=paths.line_href(here, address),
        script=href(paths.quiz_script(address)),
        paths=paths,
    )
    title = strings("quiz.page_title", title=record.title)
    return paths.Page(here, title, minified(body), description=title)
