"""Pages, sheets and exams in the marks of the handbook's language."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from rolebook import typeset
from rolebook.bank.bank import make
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views import pages
from rolebook.views.posters import typeset_all
from rolebook.views.quizzes import paper
from tests import pdf
from tests.records import record, role


def handbook(code: str, *records: Record) -> Handbook:
    """Return a handbook in a language."""
    return Handbook(records, language=language(code))


def page(code: str, *records: Record) -> Tag:
    """Return the page of the first record."""
    made = {found.path: found.body for found in pages.pages(handbook(code, *records), Site(strings=Strings(code)))}
    return BeautifulSoup(made[f"{records[0].address}.html"], "html.parser")


def sheet(code: str, *records: Record) -> str:
    """Return the words on the sheet of the first record."""
    found = handbook(code, *records)
    (made,) = typeset_all(found, Site("x", Strings(code)), [records[0]])
    return pdf.words(made.pdf)


NEVER = ("Never eat at the desk.", "Do not discuss guests.", "Argue with a guest.")


def test_never_is_said_once_on_a_page() -> None:
    """Before a line that says so itself stands the sign alone, which the style sheet draws."""
    found = page("en", role("porter", *({"text": text, "never": True} for text in NEVER)))
    shown = [line.get_text("|").strip() for line in found.select(".rb-line--never .rb-line__text")]
    assert shown == ["Never eat at the desk.", "Do not discuss guests.", "Never:|Argue with a guest."]
    assert len(found.select(".rb-line--never .rb-never")) == len(NEVER)
    assert [line.get_text("|").strip() for line in found.select(".rb-red__line")] == shown


def test_never_is_said_once_on_a_sheet() -> None:
    """As on the page."""
    text = sheet("en", role("porter", *({"text": text, "never": True} for text in NEVER)))
    assert "×Neveratatthedesk" not in text
    assert "×Nevereatatthedesk.×Donotdiscussguests.×Never:Arguewithaguest." in text


@pytest.mark.parametrize(
    ("code", "wanted"),
    [("zh", "谁做Porter、Clerk填写《Log》、《Book》"), ("en", "WhoPorter,ClerkFillsLog,Book")],
)
def test_names_on_a_strip(code: str, wanted: str) -> None:
    """Documents in the marks of the language, several parted as it parts them."""
    step = {"title": "x", "by": ["Porter", "Clerk"], "fills": ["log", "book"], "items": ["y"]}
    records = (
        record("procedures/x", department="z", steps=[step, {"title": "w", "items": ["v"]}]),
        record("forms/log", title="Log", fields=[{"label": "a"}]),
        record("forms/book", title="Book", fields=[{"label": "a"}]),
    )
    assert wanted in sheet(code, *records)


@pytest.mark.parametrize(("code", "wanted"), [("zh", "您好，我是〔name〕"), ("en", "您好，我是[name]")])
def test_what_is_filled_in_on_a_script(code: str, wanted: str) -> None:
    """By its label, in brackets."""
    node: dict[str, Any] = {"id": "a", "title": "A", "says": ["您好，我是{who}"]}
    script = record("scripts/x", nodes=[node], placeholders={"who": {"label": "name"}})
    assert wanted in sheet(code, script)


@pytest.mark.parametrize(("code", "wanted"), [("zh", "（）"), ("en", "()")])
def test_room_for_a_letter_on_an_exam(code: str, wanted: str) -> None:
    """Between the brackets of the language."""
    strings = Strings(code)
    steps = [{"title": name, "items": [name * 3]} for name in "甲乙丙丁戊己庚辛"]
    bank = make(handbook(code, record("procedures/x", department="z", steps=steps)), strings)
    form, _ = paper.documents(bank, paper.drawn(bank, "s", 9), "s", "A", strings)
    assert wanted in pdf.words(typeset.pdf(form, code).pdf)
