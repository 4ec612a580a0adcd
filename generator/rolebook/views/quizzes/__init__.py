"""Quizzes: the question bank as files, a page a post, procedure and script, today's review and the mixed exam."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from rolebook.bank import lint
from rolebook.bank.bank import Bank, dumped, make
from rolebook.bank.path import Stop, stops
from rolebook.bank.question import Question
from rolebook.errors import HandbookError, Problem
from rolebook.kinds.quizzes.model import Quiz
from rolebook.language.script import simplified
from rolebook.language.strings import Strings
from rolebook.listing_pages import Listing
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.render import environment, minified
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.page import Page
from rolebook.views.quizzes import ids, shelves

HAN = "\u3400"
"""The first Chinese character."""
TEMPLATES = Path(__file__).parents[2] / "templates" / "quizzes"


def bank_of(handbook: Handbook, site: Site) -> Bank:
    """Return the bank of a handbook; pages and files of one build share it, and so do those of a site's variants.

    An answer's id is made from its words, so those of a variant are changed afterwards.
    """
    return _bank(handbook, handbook.language.code if site.rewrite else site.strings.language)


@lru_cache(maxsize=1)
def _bank(handbook: Handbook, language: str) -> Bank:
    return make(handbook, Strings(language))


def judged(handbook: Handbook, site: Site, manner: str) -> list[Problem]:
    """Judge the questions in one of three manners; return what is to be told as a warning.

    "error": raise HandbookError with everything that is wrong; "warning": return it; "ignore": do not look.
    """
    if not site.quizzes or manner == "ignore":
        return []
    problems = lint.lint(bank_of(handbook, site), handbook, site.strings, paths.BANK)
    if problems and manner == "error":
        raise HandbookError(problems, handbook.language.say)
    return sorted(problems)


def remarks(handbook: Handbook, site: Site) -> tuple[Problem, ...]:
    """Return what is told of the questions and is no fault."""
    made = site.quizzes and site.quiz_lint != "ignore"
    return tuple(sorted(lint.needless(bank_of(handbook, site), handbook))) if made else ()


def files(handbook: Handbook, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the questions of each quiz as a script, for pages, what lists them, and the bank as JSON, for programs.

    Where the list is too long for a page the bank is too large for a site that is carried about, and is left out: no
    page asks for it, and all it says stands in the scripts.
    """
    if not site.quizzes:
        return
    made = bank_of(handbook, site)
    show = site.rewrite or str
    if site.rewrite:
        made = made.reworded(show)
    link = partial(paths.line_href, "")
    listed = _listed(handbook, site)
    # A question that all posts share names all of them, and would do so in the script of each.
    asked = map(_for_pages, made.questions) if listed.parts else made.questions
    written = {question.id: dumped(question.json(link)) for question in asked}
    yield from shelves.files(listed, handbook, made, show)
    if not listed.parts:
        yield paths.BANK, made.joined(written.values()).encode()
    yield from ids.files(list(written))
    for address, questions in made.by_record.items():
        title = dumped(show(handbook.records[address].title))
        items = ",\n".join(written[question.id] for question in questions)
        variants = dumped(_variants(questions))
        path = dumped(_path(stops(handbook, handbook.records[address], questions, site.strings), show))
        head = f'"title":{title},"revision":"{made.revision}","folds":{variants},"path":{path}'
        data = f'{{{head},"items":[\n{items}\n]}}'
        script = f'(window.rolebookQuizzes=window.rolebookQuizzes||{{}})["{handbook.first(address)}"]={data};\n'
        # Where pages do not list all there is, they know a record by its first address alone.
        known = (address, handbook.first(address)) if listed.parts else (address,)
        for path in dict.fromkeys(map(paths.quiz_script, known)):
            yield path, script.encode()


def _for_pages(question: Question) -> Question:
    """Return a question without what only programs read of it: its other lines, and whose quizzes it stands in."""
    return replace(question, facts=question.facts[:1], quizzes=())


def _path(path: Iterable[Stop], show: Callable[[str], str]) -> list[dict[str, Any]]:
    return [{"title": show(stop.title), "by": stop.by, "items": [q.id for q in stop.questions]} for stop in path]


def _variants(questions: Iterable[Question]) -> str:
    """Return Traditional characters, each before its Simplified one, that may stand for those of a key, or be one."""
    used = {c for question in questions for option in question.keyed for c in option.text if c >= HAN}
    table, traditional = (simplified(), _traditional()) if used else ({}, {})
    simple = {table.get(c, c) for c in used}
    return "".join(sorted(old + new for new in simple for old in traditional.get(new, "")))


@cache
def _traditional() -> dict[str, str]:
    """Return the Traditional characters of each Simplified one."""
    found: dict[str, str] = {}
    for old, new in simplified().items():
        found[new] = found.get(new, "") + old
    return found


def pages(handbook: Handbook, site: Site) -> Iterator[Page]:
    """Yield today's review, the exam, the manager's page, and the page of every quiz that is not written by hand."""
    if not site.quizzes:
        return
    strings = site.strings
    made = bank_of(handbook, site)
    env = _environment(strings)
    listed = _listed(handbook, site)
    for name, path in (("review", paths.REVIEW), ("exam", paths.EXAM), ("standings", paths.TEAM)):
        yield _listing(env, name, path, handbook, strings, listed.body)
    yield from listed.pages()
    for address, questions in made.by_record.items():
        if address.folder != Quiz.folder:
            yield _page(env, handbook, address, questions, strings)


def _environment(strings: Strings) -> Any:
    return environment(TEMPLATES, t=strings, answers=partial(answers, strings))


@lru_cache(maxsize=1)  # for the pages and for the files
def _listed(handbook: Handbook, site: Site) -> Listing:
    return shelves.listing(_environment(site.strings), handbook, bank_of(handbook, site), site.strings)


def answers(strings: Strings, question: Question) -> str:
    """Return the key of a question in words."""
    texts = [option.text for option in question.keyed]
    if question.lefts:
        return strings("text.semicolon").join(
            f"{left} — {right}" for left, right in zip(question.lefts, texts, strict=True)
        )
    return (" → " if question.answering == "order" else strings("text.comma")).join(texts)


def _listing(
    env: Any, name: str, here: str, handbook: Handbook, strings: Strings, listed: Callable[[str], Markup]
) -> Page:
    """Return a page that lists every quiz; of those the review alone stands in the navigation."""
    values = {"pass_mark": handbook.defaults.pass_mark, "href": partial(paths.href, here), "paths": paths}
    body = env.get_template(f"{name}.html").render(shelves=listed(here), **values)
    title = strings(f"quiz.{name}")
    return Page(here, title, minified(body), listed=here == paths.REVIEW, description=title)


def _page(env: Any, handbook: Handbook, address: Address, questions: tuple[Question, ...], strings: Strings) -> Page:
    here = paths.quiz_path(address)
    record = handbook.records[address]

    def href(there: str) -> str:
        return paths.href(here, there)

    body = env.get_template("quiz.html").render(
        record=record,
        questions=questions,
        href=href,
        root=paths.href(here, ""),
        line_href=partial(paths.line_href, here),
        script=href(paths.quiz_script(address)),
        paths=paths,
    )
    title = strings("quiz.page_title", title=record.title)
    return Page(here, title, minified(body), description=title)
