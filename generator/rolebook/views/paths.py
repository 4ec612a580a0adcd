"""Where everything is found on the site: this module alone decides addresses. Paths are relative to the site's root."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from functools import lru_cache
from urllib.parse import quote, unquote

from rolebook.kinds import kind_of
from rolebook.model.address import PAGE_ANCHORS, Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record

HOME = "index.html"
CHART, CHART_PARTS = "roles/all/chart.html", "roles/all/chart"
"""Who reports to whom in the whole company, and the folder of its parts where it is too much for a page."""
LINES = "lines.html"
"""Every line on one page, for readers without JavaScript."""
OWN = "assets/rolebook/"
"""The folder of what the front end needs, where no author writes anything."""
LOOKUP = "assets/rolebook/lookup.js"
"""The index of lookup."""

MOVED = "assets/rolebook/moved.js"
"""What leads on from the earlier address of a page."""
BANK = "quizzes/bank.json"
"""The same as a classic script, for pages opened from disk."""
QUESTIONS = "assets/rolebook/quizzes/ids.js"
"""The ids of all questions: what is remembered of others is of questions that are gone."""
REVIEW = "quizzes/review.html"
"""Today's review, and the way to every quiz."""
_ABROAD = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
EXAM = "quizzes/exam.html"
QUIZ_LISTS = "quizzes/lists"
"""The folder of the parts of the list of all quizzes, where it is too long for the pages it stands on."""
TEAM = "quizzes/team.html"
"""What whoever trains a team reads of the progress it exported."""


AWAY = "offline.html"
"""What is shown without a network for a page that is not kept on the device."""
WORKER = "rolebook-worker.js"
"""What keeps the site on a device; it stands where all begins, as it answers for what is below it."""
MANIFEST = "manifest.webmanifest"
"""By which the site is installed as a program."""
SHELL = "assets/rolebook/offline/shell.json"
"""What is kept for everybody."""


def page_path(address: Address) -> str:
    """Return the path of a record's page: roles/bar-attendant.html."""
    return f"{address.folder}/{address.record}.html"


def index_path(folder: str) -> str:
    """Return the path of the page that lists a kind: roles/index.html."""
    return f"{folder}/index.html"


def index_parts(folder: str) -> str:
    """Return the folder of the parts of that page, where it is too long for one: roles/all."""
    return f"{folder}/all"


def line_parts(kind: str) -> str:
    """Return the folder of the parts of the page of all lines that hold a kind: lines/roles."""
    return f"lines/{kind}"


def quiz_path(address: Address) -> str:
    """Return the path of the quiz about a record: quizzes/roles/bar-attendant.html."""
    return f"quizzes/{address.folder}/{address.record}.html"


def quiz_script(address: Address) -> str:
    """Return the path of the questions of that quiz as a script."""
    return f"assets/rolebook/quizzes/{address.folder}/{address.record}.js"


def lookup_part(name: str) -> str:
    """Return the path of a part of the index of lookup, where it is too large for one file."""
    return f"{OWN}lookup/{name}.js"


def question_ids(part: int) -> str:
    """Return the path of a part of the ids of all questions, where they are too many for one file."""
    return f"{OWN}quizzes/ids/{part}.js"


def quiz_list(part: str) -> str:
    """Return the path of what a part of the list of all quizzes holds as a script, from that of its page."""
    return f"{OWN}{part.removesuffix('.html')}.js"


def kept_list(address: Address) -> str:
    """Return the path of the list of what is kept for whoever has chosen a record."""
    return f"{OWN}offline/{address.folder}/{address.record}.json"


def icon(name: str) -> str:
    """Return the path of a picture of the site: icon-192.png."""
    return f"{OWN}{name}"


def sheet_path(record: Record) -> str:
    """Return the path of a record's sheet to print: posters/checklists/bar-before-shift.pdf; "" where there is none."""
    return f"posters/{record.folder}/{record.id}.pdf" if kind_of(record).prints(record) else ""


def published(file: str, files: Container[str] = ()) -> str:
    """Return where a file under docs/ is found on the site, `files` being all of them: Markdown and YAML as pages."""
    folder, _, name = file.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if dot and ending in ("yml", "yaml"):
        return page_path(Address(folder.partition("/")[0], stem))
    if ending != "md":
        return file
    home = f"{folder}/index.md".lstrip("/")
    stem = "index" if stem == "README" and home not in files else stem  # as MkDocs has it
    return f"{folder}/{stem}.html".lstrip("/")


def target(source: str, files: Container[str], href: str) -> tuple[str, str] | None:
    """Return the path on the site, and the anchor there, that a link in the file `source` leads to; None: elsewhere.

    An author writes it as seen from his file, as in MkDocs. Both are relative to docs/; `files` are all that is there.
    """
    if _ABROAD.match(href):
        return None
    path, _, anchor = href.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    folder = "" if path.startswith("/") else posixpath.dirname(source)
    file = posixpath.normpath(posixpath.join(folder, path.lstrip("/"))) if path else source
    return published(file, files), anchor


def has(handbook: Handbook, path: str, anchor: str) -> bool:
    """Tell whether a page has an anchor; of pages written by hand nobody knows."""
    address = Address.parse(path.removesuffix(".html"))
    if not anchor or not address or address not in handbook.records or anchor in PAGE_ANCHORS:
        return True
    return handbook.has(address._replace(item=anchor))


def href(here: str, there: str, anchor: str = "") -> str:
    """Return a relative link from the page at path `here` to the path `there`, escaped for a URL."""
    path = "" if here == there and anchor else "../" * here.count("/") + _quoted(there)
    return f"{path}#{_quoted(anchor)}" if anchor else path


_quoted = lru_cache(maxsize=65536)(quote)


def line_href(here: str, address: Address) -> str:
    """Return a relative link from the page at path `here` to a record or one line of it."""
    return href(here, page_path(address), address.item)
