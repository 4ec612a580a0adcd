"""Pages: every record and every line has its place, and both ways lead there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from rolebook.kinds.checklists.model import Checklist, sections_of
from rolebook.model.handbook import Handbook
from rolebook.model.open_questions import open_queries
from rolebook.views import paths
from tests.views.conftest import Soups, soup_of, texts


def test_every_record_has_a_page_and_every_kind_an_index(handbook: Handbook, soups: Soups) -> None:
    """And home is there."""
    expected = {paths.page_path(address) for address in handbook.records}
    expected |= {paths.index_path(folder) for folder in {address.folder for address in handbook.records}}
    assert expected | {paths.HOME} <= set(soups)


def test_every_line_is_an_element_with_its_address(handbook: Handbook, soups: Soups) -> None:
    """On its record's page, its id the anchor and data-item the whole address."""
    for line in handbook.lines.values():
        found = soup_of(soups, str(line.address.page)).find(True, {"data-item": str(line.address)})
        assert isinstance(found, Tag), line.address
        assert found["id"] == line.address.item


def test_every_measure_stands_out(handbook: Handbook, soups: Soups) -> None:
    """In its line, wherever that is."""
    measured = [(line, measure) for line in handbook.lines.values() for measure in line.item.measures]
    assert measured
    for line, measure in measured:
        shown = soup_of(soups, str(line.address.page)).find(id=line.address.item)
        assert isinstance(shown, Tag)
        numbers = "".join(texts(shown.select(".rb-number")))
        for words in measure.words(line.item.text, handbook.language).values():
            assert words.replace("、", "") in numbers, (line.address, words)


def test_every_tick_is_an_element_with_its_address(handbook: Handbook, soups: Soups) -> None:
    """Pulled lines too, under the checklist's own address, with a link to where they come from."""
    for checklist in handbook.of(Checklist):
        soup = soup_of(soups, str(checklist.address))
        for _, lines in sections_of(handbook, checklist):
            for line in lines:
                address = checklist.address._replace(item=line.item.anchor)
                found = soup.find(True, {"data-item": str(address)})
                assert isinstance(found, Tag), address
                links = [link["href"] for link in found.find_all("a")]
                assert line.origin is None or paths.line_href("checklists/x.html", line.origin.address) in links


@pytest.mark.whole
def test_no_query_is_ever_shown(handbook: Handbook, soups: Soups, site: Path) -> None:
    """Neither on a page nor in anything else the site hands out."""
    queries = [query.text for query in open_queries(handbook)]
    assert len(queries) > 40
    published = [str(soup) for soup in soups.values()]
    published += [
        path.read_text("utf-8") for path in site.rglob("*") if path.suffix in (".html", ".js", ".json", ".xml", ".txt")
    ]
    assert [query for query in queries for text in published if query in text] == []


def test_a_form_lists_every_line_that_names_it(handbook: Handbook, soups: Soups) -> None:
    """With a link; and each of those lines links to the form, where it says its name."""
    for address, lines in handbook.named_by.items():
        soup = soup_of(soups, str(address))
        listed = {str(link["href"]) for link in soup.select(".rb-named li a")}
        assert listed == {paths.line_href("forms/x.html", line.address) for line in lines}
        for line in lines:
            here = paths.page_path(line.address.page)
            shown = soups[here].find(id=line.address.item)
            assert isinstance(shown, Tag)
            form = handbook.records[address]
            if form.title in line.item.text:
                assert paths.line_href(here, address) in [link["href"] for link in shown.find_all("a")]


def test_an_index_lists_every_record_with_its_count(handbook: Handbook, soups: Soups) -> None:
    """Grouped by department, each record once, and every group says how many it has."""
    for folder in {address.folder for address in handbook.records}:
        soup = soups[paths.index_path(folder)]
        links = [str(link["href"]) for link in soup.select("[data-entry] a")]
        expected = [f"../{paths.page_path(address)}" for address in handbook.records if address.folder == folder]
        assert sorted(links) == sorted(expected)
        for group in soup.select("[data-group]"):
            counted = group.select_one("h2 .rb-count")
            assert counted is not None
            assert re.findall(r"\d+", counted.get_text()) == [str(len(group.select("[data-entry]")))]


def test_home_has_three_doors_and_every_post(handbook: Handbook, soups: Soups) -> None:
    """学, 查, 贴; and the posts by department."""
    soup = soups[paths.HOME]
    assert texts(soup.select(".rb-door__name")) == ["学", "查", "贴"]
    links = {str(link["href"]) for link in soup.select(".rb-group a")}
    assert links == {paths.page_path(address) for address in handbook.records if address.folder == "roles"}


def test_a_script_shows_all_its_nodes(handbook: Handbook, soups: Soups) -> None:
    """Six, the replies indented below the question, and the blanks as they are until filled."""
    soup = soup_of(soups, "scripts/return-visit-call")
    assert len(soup.select("section.rb-node")) == 6
    assert len(soup.select(".rb-replies > .rb-reply")) == 2
    assert len(soup.select(".rb-end")) == 2
    opening = soup.find(id="opening")
    assert isinstance(opening, Tag)
    assert "您好我是××，请问您是××先生/小姐吗？" in opening.get_text()


def test_never_do_is_told_in_words(handbook: Handbook, soups: Soups) -> None:
    """Not by colour alone."""
    for line in handbook.lines.values():
        shown = soup_of(soups, str(line.address.page)).find(id=line.address.item)
        assert isinstance(shown, Tag)
        assert bool(shown.find(class_="rb-never", string="红线")) == line.item.never


def test_every_record_shows_its_document_control(handbook: Handbook, soups: Soups) -> None:
    """Source, revision, effective date, owner and the file to edit."""
    for address, found in handbook.records.items():
        control = soup_of(soups, str(address)).select_one(".rb-control")
        assert control is not None
        text = control.get_text()
        facts = [found.revision.owner, str(found.revision.effective), f"docs/{handbook.source(address)}", "第 1 版"]
        assert [fact for fact in facts if fact not in text] == []


def test_anchors_are_unique_on_every_page(soups: Soups) -> None:
    """Of generated pages; those of the frame are looked at on the built site."""
    for path, soup in soups.items():
        ids = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
        assert [name for name, count in ids.items() if count > 1] == [], path


@pytest.mark.whole
def test_anchors_are_unique_on_the_built_site(site: Path) -> None:
    """With the frame around; Material's own switch for the contents stands in the drawer and beside the page."""
    for path in site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        ids = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
        assert [name for name, count in ids.items() if count > 1] == [], path
