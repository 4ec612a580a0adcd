"""The page of all lines: everything lookup finds, linked, for readers without JavaScript."""

from __future__ import annotations

from urllib.parse import unquote

from bs4 import BeautifulSoup

from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import lookup, paths
from rolebook.views.page import HandmadePage
from tests.records import role


def test_the_page_of_all_lines_lists_every_line(handbook: Handbook) -> None:
    """Linked, for readers without JavaScript."""
    (page,) = lookup.lines_page(handbook, Site())
    assert page.path == paths.LINES
    for address in handbook.lines:
        if address.folder != "quizzes":
            assert f'href="{paths.line_href(paths.LINES, address)}"' in page.body


def test_the_page_of_all_lines_escapes_what_authors_write() -> None:
    """A tag in a title stays text."""
    (page,) = lookup.lines_page(Handbook([role("bar", "<img src=x>", title="<script>x</script>")]), Site())
    assert "<script>" not in page.body and "<img" not in page.body


def test_the_page_of_all_lines_marks_what_is_never_to_be_done() -> None:
    """Out of its page, such a line would read as an order."""
    (page,) = lookup.lines_page(Handbook([role("bar", {"text": "离开岗位", "never": True}, "到岗")]), Site())
    marked = [row.a.get_text() for row in BeautifulSoup(page.body, "html.parser").select("li:has(.rb-never)") if row.a]
    assert marked == ["离开岗位"]


def test_the_page_of_all_lines_takes_in_what_authors_wrote_by_hand(handbook: Handbook) -> None:
    """By page and heading, each line linked to the heading above it, words only; listed in the page's contents."""
    body = '<h1 id="top">指南</h1><p>打 &lt;b&gt;</p><h2 id="怎么查">怎么查</h2><p>按 <kbd>/</kbd></p>'
    (page,) = lookup.lines_page(handbook, Site())
    (whole,) = lookup.with_handmade(page, Site(), [HandmadePage("guide/start.html", "指南", body)])
    added = BeautifulSoup(whole.body.removeprefix(page.body), "html.parser")
    links = [(link.get_text(), unquote(str(link["href"]))) for link in added.find_all("a")]
    start = "guide/start.html"
    assert links == [
        ("指南", start),
        ("打 <b>", f"{start}#top"),
        ("怎么查", f"{start}#怎么查"),
        ("按 /", f"{start}#怎么查"),
    ]
    assert [row.get_text().strip() for row in added.select(".rb-all__heading")] == ["怎么查"]
    assert [heading.anchor for heading in whole.headings] == [*(h.anchor for h in page.headings), "pages"]
    assert added.h2 is not None and added.h2["id"] == "pages"


def test_the_page_of_all_lines_stays_as_it_is_without_hand_written_pages() -> None:
    """No heading without lines."""
    (page,) = lookup.lines_page(Handbook([role("bar", "甲")]), Site())
    assert [*lookup.with_handmade(page, Site(), [])] == [page]
