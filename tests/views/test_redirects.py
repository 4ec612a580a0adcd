"""Pages at addresses that records had before."""

from __future__ import annotations

from bs4 import BeautifulSoup

from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import redirects
from tests.records import record, role

BAR = role("bar-attendant", "微笑", title="吧台 <b>岗</b>", renamed_from=["bar", "standards/counter"])
QUIZ = record("quizzes/first-day", title="第一天", renamed_from=["first"])
HANDBOOK = Handbook([BAR, QUIZ])
MADE = {"roles/bar-attendant.html", "quizzes/roles/bar-attendant.html", "quizzes/first-day.html"}


def made(site: Site) -> dict[str, BeautifulSoup]:
    """Return the pages by path."""
    return {path: BeautifulSoup(html.decode(), "html.parser") for path, html in redirects.files(HANDBOOK, site, MADE)}


def test_every_earlier_address_leads_on() -> None:
    """That of the record and that of its quiz, under all ids and kinds it had."""
    leads = {path: str(page.select_one("body a")["href"]) for path, page in made(Site()).items()}  # type: ignore[index]
    assert leads == {
        "roles/bar.html": "../roles/bar-attendant.html",
        "quizzes/roles/bar.html": "../../quizzes/roles/bar-attendant.html",
        "standards/counter.html": "../roles/bar-attendant.html",
        "quizzes/standards/counter.html": "../../quizzes/roles/bar-attendant.html",
        "quizzes/first.html": "../quizzes/first-day.html",
    }


def test_the_page_works_with_and_without_scripts() -> None:
    """A refresh, a script of the site's own and a link, all to one place; no word of the title is markup."""
    page = made(Site(strings=Strings("en")))["roles/bar.html"]
    there = "../roles/bar-attendant.html"
    assert [str(tag["content"]) for tag in page.select("meta[http-equiv=refresh]")] == [f"0; url={there}"]
    (script,) = page.select("script")
    assert (script["src"], script["data-to"], script.string) == ("../assets/rolebook/moved.js", there, None)
    assert page.select_one("p").get_text() == "This page has a new name: 吧台 <b>岗</b>"  # type: ignore[union-attr]
    assert page.html and page.html["lang"] == "en"
    assert page.find("b") is None


def test_search_engines_are_told_the_new_address() -> None:
    """The whole of it where the site's is known."""
    for site, there in (
        (Site(), "../roles/bar-attendant.html"),
        (Site(url="https://a.example/h/"), "https://a.example/h/roles/bar-attendant.html"),
    ):
        assert made(site)["roles/bar.html"].select_one("link[rel=canonical]")["href"] == there  # type: ignore[index]


def test_nothing_leads_where_nothing_is() -> None:
    """Without quizzes there is no quiz to lead to, and a record that kept its name leads from nowhere."""
    assert [path for path, _ in redirects.files(HANDBOOK, Site(), {"roles/bar-attendant.html"})] == [
        "roles/bar.html",
        "standards/counter.html",
    ]
    assert [*redirects.files(Handbook([role("bar")]), Site(), {"roles/bar.html"})] == []
