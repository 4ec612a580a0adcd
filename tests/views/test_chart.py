"""The chart of the company: every post once, below whom it reports to, in pages of a size."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from rolebook import listing
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.views import paths
from rolebook.views.page import Page
from tests.records import record
from tests.views.conftest import made, texts


def post(name: str, department: str = "客服部", **values: Any) -> Record:
    """Return a post called by its id."""
    return record(f"roles/{name}", department=department, **values)


def charts(*records: Record) -> list[Page]:
    """Return the page of the chart and its parts."""
    return [page for page in made(Handbook(records)) if page.path.startswith(("roles/all/chart",))]


def chart(*records: Record) -> BeautifulSoup:
    """Return the page of a chart that has one."""
    (page,) = charts(*records)
    return BeautifulSoup(page.body, "html.parser")


def at(soup: BeautifulSoup, name: str) -> Tag:
    """Return the entry of a post."""
    link = soup.select_one(f'.rb-post > a[href$="roles/{name}.html"]')
    assert link
    entry = link.find_parent("li")
    assert isinstance(entry, Tag)
    return entry


def above(soup: BeautifulSoup, name: str) -> str:
    """Return whose entry a post stands in; "" at the top."""
    chief = at(soup, name).find_parent("li")
    return chief.select(".rb-post")[0].get_text(" ", strip=True) if chief else ""


def test_posts_stand_below_whom_they_report_to() -> None:
    """By record or by bare name, or as their chief calls them subordinates."""
    soup = chart(post("a", reports_to=["总经理"], subordinates=["c"]), post("b", reports_to=["a"]), post("c"))
    assert [above(soup, name) for name in "abc"] == ["总经理", "a a", "a a"]


def test_a_chief_elsewhere_is_told() -> None:
    """With a link to him; the post stands at the top of its own department."""
    soup = chart(post("a", "门店"), post("b", "后厨", reports_to=["a"]))
    assert texts(soup.find_all("h2")) == ["门店", "后厨"]
    assert above(soup, "b") == ""
    told = at(soup, "b").select_one(".rb-post__chief")
    assert told
    assert told.get_text() == "直接上级：a"
    assert told.a
    assert told.a["href"] == "../../roles/a.html"


@pytest.mark.parametrize("ring", [["a"], ["b", "a"], ["b", "c", "a"]])
def test_who_reports_in_a_ring_is_there_once(ring: list[str]) -> None:
    """The first by its id stands at the top."""
    names = sorted(ring)
    soup = chart(post("z"), *(post(name, reports_to=[to]) for name, to in zip(names, ring, strict=True)))
    assert len(soup.select(".rb-post")) == 1 + len(ring)
    assert above(soup, "a") == ""


def test_every_post_stands_once_and_the_whole_department_first() -> None:
    """With its mark."""
    soup = chart(post("a", badge="甲"), post("all", is_department=True), post("b"))
    assert texts(soup.select(".rb-post > a")) == ["aall", "甲a", "bb"]


def test_the_chart_is_linked_from_home_and_from_the_posts() -> None:
    """Where there is one: of a single post there is none."""
    pages = {page.path: page.body for page in made(Handbook([post("a"), post("b")]))}
    assert f'href="{paths.CHART}"' in pages["index.html"]
    assert f'href="../{paths.CHART}"' in pages["roles/index.html"]
    alone = {page.path: page.body for page in made(Handbook([post("a")]))}
    assert paths.CHART not in alone
    assert "chart.html" not in alone["index.html"] + alone["roles/index.html"]


def test_a_large_company_has_its_chart_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is too large, no post is lost or there twice, and one that is cut off its chief says who that is."""
    monkeypatch.setattr(listing, "LIMIT", 6000)
    company = [post(f"p{n}", reports_to=[f"p{(n - 1) // 3}"] if n else []) for n in range(60)]
    pages = charts(*company)
    assert len(pages) > 2
    assert max(len(page.body.encode()) for page in pages) < 8000
    soups = [BeautifulSoup(page.body, "html.parser") for page in pages]
    names = [link["href"] for soup in soups for link in soup.select(".rb-post > a")]
    assert sorted(names) == sorted(f"../../../roles/p{n}.html" for n in range(60))
    for soup in soups:
        for entry in soup.select(".rb-chart > li"):
            own = entry.select(".rb-post > a")[0]
            if not str(own["href"]).endswith("/p0.html"):
                assert entry.select(".rb-post__chief"), own


def test_a_chain_of_any_depth_is_drawn() -> None:
    """A thousand posts, each below the other."""
    company = [post(f"p{n:04}", reports_to=[f"p{n - 1:04}"] if n else []) for n in range(1000)]
    found = [BeautifulSoup(page.body, "html.parser") for page in charts(*company)]
    assert sum(len(soup.select(".rb-post > a")) for soup in found) == 1000
