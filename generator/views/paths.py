"""Where everything is found on the site: this module alone decides addresses. Paths are relative to the site's root."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from generator.model.address import Address
from generator.model.form import Form
from generator.model.record import Record

HOME = "index.html"
WITH_SHEETS = ("checklists", "roles", "scripts", "procedures", "forms")
LINES = "lines.html"
"""Every line on one page, for readers without JavaScript."""
LOOKUP = "assets/rolebook/lookup.js"
"""The index of lookup."""

BANK = "quizzes/bank.json"
BANK_SCRIPT = "quizzes/bank.js"
"""The same as a classic script, for pages opened from disk."""
REVIEW = "quizzes/review.html"
"""Today's review, and the way to every quiz."""
EXAM = "quizzes/exam.html"


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page without its frame: where it goes, its title and body (HTML), its headings and the file that made it."""

    path: str
    title: str
    body: str
    headings: tuple[Heading, ...] = ()
    source: str = ""
    """the YAML it came from, relative to docs/; "" for pages made of many records"""
    listed: bool = False
    """whether the navigation lists it"""
    description: str = ""


@dataclass(frozen=True)
class Written:
    """A page an author wrote in Markdown: where it goes, its title as plain text and its body as HTML."""

    path: str
    title: str
    body: str


def page_path(address: Address) -> str:
    """Return the path of a record's page: roles/bar-attendant.html."""
    return f"{address.folder}/{address.record}.html"


def index_path(folder: str) -> str:
    """Return the path of the page that lists a kind: roles/index.html."""
    return f"{folder}/index.html"


def quiz_path(address: Address) -> str:
    """Return the path of the quiz about a record: quizzes/roles/bar-attendant.html."""
    return f"quizzes/{address.folder}/{address.record}.html"


def quiz_script(address: Address) -> str:
    """Return the path of the questions of that quiz as a script."""
    return f"assets/rolebook/quizzes/{address.folder}/{address.record}.js"


def source_path(address: Address) -> str:
    """Return the path of a record's YAML under docs/: roles/bar-attendant.yml."""
    return f"{address.folder}/{address.record}.yml"


def sheet_path(record: Record) -> str:
    """Return the path of a record's sheet to print: posters/checklists/bar-before-shift.pdf; "" where there is none."""
    if record.folder not in WITH_SHEETS or (isinstance(record, Form) and record.document):
        return ""
    return f"posters/{record.folder}/{record.id}.pdf"


def href(here: str, there: str, anchor: str = "") -> str:
    """Return a relative link from the page at path `here` to the path `there`, escaped for a URL."""
    path = "" if here == there and anchor else "../" * here.count("/") + _quoted(there)
    return f"{path}#{_quoted(anchor)}" if anchor else path


_quoted = lru_cache(maxsize=65536)(quote)


def line_href(here: str, address: Address) -> str:
    """Return a relative link from the page at path `here` to a record or one line of it."""
    return href(here, page_path(address), address.item)
