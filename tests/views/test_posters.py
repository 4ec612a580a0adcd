"""Sheets to print: every line in order, legible, whole, current, and faults named at the line they are in."""

from __future__ import annotations

import pytest

from rolebook.kinds.checklists.model import Checklist, sections_of
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import paths, posters
from rolebook.views.posters import Poster, typeset_all
from rolebook.views.posters.writer import sheet_url, smallest_type
from tests import pdf
from tests.posting import checklist, one

SITE = Site("手册", Strings("zh"), "https://handbook.example.com/a/")


@pytest.fixture(scope="session")
def printed(handbook: Handbook) -> list[Poster]:
    """Every sheet of the real handbook."""
    return list(typeset_all(handbook, SITE))


def test_every_record_that_has_a_sheet_gets_one(handbook: Handbook, printed: list[Poster]) -> None:
    """At posters/<kind>s/<id>.pdf; documents that are only referred to have none."""
    wanted = [paths.sheet_path(record) for record in handbook.records.values() if paths.sheet_path(record)]
    assert [poster.path for poster in printed] == wanted
    assert "posters/checklists/bar-before-shift.pdf" in wanted
    assert "posters/forms/visual-standard.pdf" not in wanted


def test_every_line_of_a_checklist_is_on_its_sheet_in_order(handbook: Handbook, printed: list[Poster]) -> None:
    """Pulled ones and sub-items too."""
    for poster in printed:
        if isinstance(poster.sheet.record, Checklist):
            text, position = pdf.words(poster.pdf), 0
            for section, lines in sections_of(handbook, poster.sheet.record):
                texts = [section.title, *(item.text for line in lines for _, item in line.item.walk())]
                for wanted in map(pdf.squeezed, texts):
                    position = text.find(wanted, position)
                    assert position >= 0, f"{poster.path} lacks {wanted}"
                    position += len(wanted)


def test_sheets_of_the_real_handbook_are_legible_and_whole(printed: list[Poster]) -> None:
    """Pages as promised, fonts embedded, no text below the minimum, nothing outside the margins."""
    for poster in printed:
        assert pdf.pages(poster.pdf) == poster.fit.pages
        assert pdf.fonts_embedded(poster.pdf), poster.path
        smallest = min(size for _, size in pdf.characters(poster.pdf))
        assert smallest >= poster.sheet.head["min"], poster.path
        assert pdf.inside_margins(poster.pdf, left=20 * 72 / 25.4, edge=10 * 72 / 25.4), poster.path
        assert pdf.tagged(poster.pdf)
        assert pdf.title(poster.pdf) == poster.sheet.record.title


def test_all_but_checklists_are_one_page(printed: list[Poster]) -> None:
    """A card that goes over the page is no card."""
    assert [p.path for p in printed if p.fit.pages > 1 and not isinstance(p.sheet.record, Checklist)] == []


def test_every_code_leads_to_the_page_with_its_revision(printed: list[Poster]) -> None:
    """Read back from a picture of the sheet, one on each page."""
    for poster in printed:
        expected = sheet_url(SITE.url, poster.sheet.record)
        assert pdf.codes(poster.pdf) == [expected] * poster.fit.pages
    assert expected.startswith("https://handbook.example.com/a/forms/")
    assert expected.endswith(".html?rev=1")


def test_a_code_stands_apart() -> None:
    """26 mm wide, and white around for four of its modules, as ISO/IEC 18004 asks."""
    ((width, quiet),) = pdf.code_sizes(one([checklist("开灯")], "checklists/daily", SITE).pdf)
    assert width == pytest.approx(26, abs=0.3)
    assert quiet > 3.9


def test_without_an_address_there_is_no_code() -> None:
    """Where the site will be found is not known."""
    assert pdf.codes(one([checklist("开灯")], "checklists/daily").pdf) == []


def test_document_control_is_on_every_sheet(printed: list[Poster]) -> None:
    """Document, revision, day, owner, page, and that a print is not controlled."""
    for poster in printed:
        control, text = poster.sheet.record.revision, pdf.words(poster.pdf)
        pages = poster.fit.pages
        for wanted in (
            str(poster.sheet.record.address),
            f"第{control.number}版",
            str(control.effective),
            control.owner,
        ):
            assert text.count(pdf.squeezed(wanted)) >= pages, (poster.path, wanted)
        assert all(f"第{n}页共{pages}页" in text for n in range(1, pages + 1))
        assert text.count("打印件不受控") == pages


def test_equal_handbooks_make_equal_sheets(handbook: Handbook, printed: list[Poster]) -> None:
    """Byte for byte."""
    again = {poster.path: poster.pdf for poster in typeset_all(handbook, SITE)}
    assert again == {poster.path: poster.pdf for poster in printed}


@pytest.mark.parametrize(
    ("distance", "size"), [(0.2, 10), (0.5, 10), (0.6, 12), (0.7, 13.5), (0.8, 14.5), (1, 17), (2, 34), (5, 85)]
)
def test_smallest_type(distance: float, size: float) -> None:
    """CAA CAP 676: 12 pt at 0.6 m, 17 pt at 1 m, never under 10."""
    assert smallest_type(distance) == size


def test_a_sheet_read_from_afar_has_larger_type() -> None:
    """All of its text."""
    poster = one([checklist("开灯", reading_distance=1)], "checklists/daily")
    assert min(size for _, size in pdf.characters(poster.pdf)) >= 17


def test_no_sheets_where_the_site_wants_none() -> None:
    """The plugin's option `posters: false`."""
    handbook = Handbook([checklist("开灯")])
    assert list(posters.posters(handbook, Site(posters=False))) == []
    assert [path for path, _ in posters.posters(handbook, Site())] == ["posters/checklists/daily.pdf"]
