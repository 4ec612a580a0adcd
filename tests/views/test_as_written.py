"""Nothing of a line is lost: what page, sheet, lookup and question show of it holds every sign that is no mark."""

from __future__ import annotations

import html
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.bank.bank import make
from rolebook.language.strings import Strings
from rolebook.load.tree import UNSEEN
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain
from rolebook.site import Site
from rolebook.views.lookup.entries import groups, one_line
from rolebook.views.pages import pages
from rolebook.views.posters import sheets
from tests.conftest import ROOT
from tests.model.test_inline import AS_WRITTEN
from tests.records import role

PIECES = (ROOT / "tests" / "cases" / "inline" / "pieces.txt").read_text("utf-8").splitlines()
SEEN = st.text(st.characters(exclude_categories=("C", "Z")), max_size=3)
LINE = st.lists(st.sampled_from(PIECES) | SEEN, min_size=1, max_size=12)


def shown(text: str) -> dict[str, str]:
    """Return what each view shows of a role's line."""
    handbook = Handbook([role("bar", {"text": text, "id": "line"})])
    site = Site("H")
    page = next(page for page in pages(handbook, site) if page.path == "roles/bar.html")
    line = BeautifulSoup(page.body, "html.parser").select_one("#line .rb-line__text")
    (sheet,) = sheets(handbook, site)
    found = {"page": line.get_text() if line else "", "sheet": _texts(sheet.data)}
    found["lookup"] = next(
        e.text for group in groups(handbook, site.strings) for e in group.entries if e.anchor == "line"
    )
    for question in make(handbook, Strings("zh")).questions:
        found[f"question {question.id}"] = question.explain
    return found


def _texts(data: object) -> str:
    """Return the words of the lines of a sheet."""
    if isinstance(data, dict):
        own = "".join(words for words, _ in data["runs"]) + "\n" if "runs" in data else ""
        return own + "".join(_texts(value) for key, value in data.items() if key != "runs")
    return "".join(map(_texts, data)) if isinstance(data, list) else ""


def bare(text: str) -> str:
    """Return a text without blanks, which no view keeps as they are."""
    return re.sub(r"\s", "", html.unescape(text))


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_signs_are_shown_as_written(text: str) -> None:
    """Everywhere."""
    for view, found in shown(text).items():
        assert bare(text) in bare(found), view


@given(LINE)
@settings(max_examples=60)
def test_nothing_but_marks_is_lost(pieces: list[str]) -> None:
    """Whatever is written."""
    text = "".join(pieces).strip()
    if not text or UNSEEN.search(text) or not one_line(plain(text)):
        return
    for view, found in shown(text).items():
        assert re.sub(r"\s", "", plain(text)) in re.sub(r"\s", "", found), view
