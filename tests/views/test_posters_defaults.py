"""What docs/handbook.yml sets for sheets: the company on each of them, and the paper."""

from __future__ import annotations

import datetime

import pytest

from rolebook import typeset
from rolebook.bank.bank import make
from rolebook.errors import HandbookError, Message, Place
from rolebook.language.strings import Strings
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.posters import typeset_all
from rolebook.views.posters.pack import pack
from rolebook.views.posters.reprint import since_day
from rolebook.views.quizzes import paper
from tests import pdf
from tests.records import record, role

SITE = Site("员工手册", Strings("zh"))
SECTIONS = [{"title": "设备", "items": ["开灯", "关窗"]}]
CHECKLIST = {"when": "班前", "by": ["bar"], "sections": SECTIONS}
RECORDS = (
    role("bar", "微笑问好"),
    record("forms/log", title="登记表", fields=[{"label": "姓名"}]),
    record("checklists/daily", **CHECKLIST, paper="a3"),
)
SIZES = {"a3": (842, 1191), "a5": (420, 595)}


def handbook(**defaults: str) -> Handbook:
    """Return a small handbook with what its docs/handbook.yml would set."""
    place = Place("docs/handbook.yml", 2, 10)
    return Handbook(
        RECORDS,
        lambda address, path: place if address == Defaults.address else Place("docs/x.yml", 1),
        defaults=Defaults.model_validate(defaults),
    )


@pytest.mark.parametrize(("defaults", "company"), [({"company": "绿洲酒店"}, "绿洲酒店"), ({}, "员工手册")])
def test_the_company_is_on_every_sheet(defaults: dict[str, str], company: str) -> None:
    """Where none is set, the name of the site is; on the cover of a pack and on exams too."""
    book = handbook(**defaults)
    assert [company in pdf.words(poster.pdf) for poster in typeset_all(book, SITE)] == [True] * 3
    assert pdf.words(pack(book, SITE, "bar")[0]).count(company) == 3
    bank = make(book, SITE.strings)
    for document in paper.documents(bank, bank.questions, "s", "A", SITE.strings, paper.Look(company)):
        assert company in pdf.words(typeset.pdf(document).pdf)


def test_nothing_stands_in_the_place_of_no_company() -> None:
    """Neither a name nor the sign that would part it from the kind of sheet."""
    (poster,) = typeset_all(Handbook([RECORDS[0]]), Site())
    assert "·" not in pdf.words(poster.pdf)


def test_sheets_are_printed_on_the_paper_of_the_house() -> None:
    """All but the checklist that chooses its own; the cover of a pack and exams too."""
    book = handbook(paper="a5")
    sizes = {str(p.sheet.record.address): pdf.page_sizes(p.pdf)[0] for p in typeset_all(book, SITE)}
    assert sizes == {"roles/bar": SIZES["a5"], "forms/log": SIZES["a5"], "checklists/daily": SIZES["a3"]}
    assert pdf.page_sizes(pack(book, SITE, "bar")[0])[0] == SIZES["a5"]
    bank = make(book, SITE.strings)
    (document, _) = paper.documents(bank, bank.questions, "s", "A", SITE.strings, paper.Look(size="a5"))
    assert pdf.page_sizes(typeset.pdf(document).pdf)[0] == SIZES["a5"]


def test_a_company_that_cannot_be_printed_is_told_where_it_is_written() -> None:
    """Once, not for every sheet."""
    with pytest.raises(HandbookError) as caught:
        list(typeset_all(handbook(company="绿洲\U0001f334"), SITE))
    assert [(problem.file, problem.line, problem.message) for problem in caught.value.problems] == [
        ("docs/handbook.yml", 2, Message("no-glyph", characters=("\U0001f334 (U+1F334)",)))
    ]


def test_what_holds_for_all_has_no_revision_of_its_own() -> None:
    """So it is no reason by itself to print a sheet again since a day."""
    assert list(since_day(handbook(company="绿洲酒店"), SITE, datetime.date(2026, 1, 3))) == []
