"""A handbook that is too much for its pages: whatever lists it stands in parts, and every part is linked."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag

from rolebook import listing
from rolebook.kinds.roles.model import Role
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import lookup, paths, quizzes
from rolebook.views.page import HandmadePage, Page
from rolebook.views.pages.context import PageContext
from tests.records import record, role
from tests.views.conftest import Soups, made

LIMIT = 12_000
POSTS = 240
SITE = Site()
HANDMADE = [
    HandmadePage(f"guide/{n}.html", f"指南 {n}", f"<h1 id='t'>指南 {n}</h1><p>先敲门，再说话 {n}</p>")
    for n in range(90)
]


@cache
def handbook() -> Handbook:
    """Posts of a large department and of many small ones, a form that all name, and a department with its posts."""
    posts = [
        role(
            f"post-{n:03}",
            "接班后填写《值班记录表》并签字",
            {
                "text": f"客人到达时鞠躬{n + 10}度",
                "measures": [{"of": f"鞠躬角度 {n}", "value": str(n + 10), "unit": "度"}],
            },
            title=f"门童 {n}" if n < 120 else f"总机 {n}",
            department="前厅部" if n < 120 else f"{n // 12} 号店",
            reports_to=["front"],
        )
        for n in range(POSTS)
    ]
    front = role("front", "每天早会", title="前厅部", department="前厅部", is_department=True)
    form = record("forms/duty-log", title="值班记录表", fields=[{"label": "姓名"}])
    return Handbook([*posts, front, form])


@pytest.fixture(scope="module", autouse=True)
def limit() -> Iterator[None]:
    """What a page may hold, lowered."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "LIMIT", LIMIT)
        quizzes._listed.cache_clear()
        yield
    quizzes._listed.cache_clear()


@pytest.fixture(scope="module")
def pages() -> Mapping[str, Page]:
    """All pages, those of hand-written pages among them."""
    return _pages()


def _pages() -> dict[str, Page]:
    found = {page.path: page for page in made(handbook(), SITE)}
    return found | {page.path: page for page in lookup.with_handmade(found[paths.LINES], SITE, HANDMADE)}


@pytest.fixture(scope="module")
def soups(pages: Mapping[str, Page]) -> Soups:
    """The pages as they are read."""
    return {path: BeautifulSoup(page.body, "html.parser") for path, page in pages.items()}


def _led(here: str, link: Tag) -> tuple[str, str]:
    """Return the path and the anchor that a link on a page leads to."""
    target, _, anchor = unquote(str(link["href"])).partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), target)) if target else here, anchor


def test_no_page_is_longer_than_it_may_be(pages: Mapping[str, Page]) -> None:
    """Whatever it lists. Beside a list there are a heading and ways on, and a part stands a folder lower."""
    sizes = {path: len(page.body.encode()) for path, page in pages.items()}
    assert {path: size for path, size in sizes.items() if size > 1.2 * LIMIT} == {}
    assert sum(path.startswith("lines/roles/") for path in sizes) > 10


def test_every_link_leads_to_a_page_and_an_anchor_there(soups: Soups) -> None:
    """From overviews to parts, from part to part, and from each entry."""
    outside = {page.path for page in HANDMADE} | {paths.sheet_path(r) for r in handbook().records.values()}
    for path, soup in soups.items():
        for link in soup.find_all(href=True):
            assert isinstance(link, Tag)
            there, anchor = _led(path, link)
            assert there in soups or there in outside, (path, link)
            assert not anchor or there in outside or soups[there].find(id=anchor), (path, link)


@pytest.mark.parametrize("start", [paths.LINES, paths.index_path("roles"), paths.REVIEW])
def test_all_parts_can_be_read_one_after_another(soups: Soups, start: str) -> None:
    """Each leads to the next one and back; the overview leads to each."""
    parts = list(dict.fromkeys(_led(start, link)[0] for link in soups[start].select(".rb-parts a")))
    met = [parts[0]]
    while following := soups[met[-1]].select_one(".rb-around a[rel=next]"):
        there = _led(met[-1], following)[0]
        back = soups[there].select_one(".rb-around a[rel=prev]")
        assert back is not None and _led(there, back)[0] == met[-1]
        met.append(there)
    # The lines of hand-written pages are known later than the others, and stand apart.
    assert met == [part for part in parts if not part.startswith("lines/pages/")]


@pytest.mark.parametrize(("folder", "select"), [("lines/", ".rb-all li a"), ("roles/all/", "[data-entry] a")])
def test_lines_and_posts_stand_once(soups: Soups, folder: str, select: str) -> None:
    """Each line on one part of the page of all lines, each post on one part of the index."""
    hrefs = [
        _led(path, link) for path, soup in soups.items() if path.startswith(folder) for link in soup.select(select)
    ]
    assert len(set(hrefs)) == len(hrefs) >= POSTS + 1


def test_addresses_from_before_stay_good(soups: Soups) -> None:
    """The anchors of kinds and of departments are on the page they were on, now its overview."""
    assert all(soups[paths.LINES].find(id=kind) for kind in ("roles", "forms", "pages"))
    for path in (paths.HOME, paths.index_path("roles")):
        for post in handbook().of(Role):
            assert soups[path].find(id=PageContext.group(post.department)), path


def test_a_post_is_two_taps_from_home(soups: Soups) -> None:
    """Its department, or the stretch of it in which it is, then the post."""
    reached = {_led(paths.HOME, link)[0] for link in soups[paths.HOME].select(".rb-parts a")}
    assert sum(len(soups[path].select("[data-entry] a")) for path in reached) == POSTS + 1


def test_what_refers_to_a_record_does_not_crowd_its_page(soups: Soups) -> None:
    """A form that hundreds of lines name, a department of as many posts: their pages say where these stand."""
    assert soups["forms/duty-log.html"].select("#named-by + .rb-parts a")
    assert soups["roles/front.html"].select(".rb-parts a")
    named = [soup for path, soup in soups.items() if path.startswith("forms/duty-log/named-by/")]
    assert sum(len(soup.select(".rb-named li")) for soup in named) == POSTS


def test_quizzes_are_listed_in_parts_as_scripts_too(soups: Soups) -> None:
    """By department, as devices know records; and the whole bank is left out, as no page asks for it."""
    files = dict(quizzes.files(handbook(), SITE))
    assert paths.BANK not in files
    found: list[str] = []
    for path in [path for path in soups if path.startswith(f"{paths.QUIZ_LISTS}/")]:
        name, _, value = files[paths.quiz_list(path)].decode().removesuffix(";\n").partition("]=")
        assert json.loads(name.rpartition("[")[2]) == path
        shelves = json.loads(value)
        assert list(shelves) == [heading["id"] for heading in soups[path].select("h2")]
        found += [record for rows in shelves.values() for record, _, _ in rows]
    assert len(set(found)) == len(found) >= POSTS
    assert all(f"assets/rolebook/quizzes/{record}.js" in files for record in found)
    for path in (paths.REVIEW, paths.EXAM, paths.TEAM):
        assert soups[path].select(".rb-quiz-shelves .rb-parts a") and not soups[path].select("[data-quiz][data-script]")


def test_what_all_posts_share_is_not_told_in_each_of_them(soups: Soups) -> None:
    """The script of a post is as long as its own lines make it, however many others have one of these."""
    few = Handbook([record for record in handbook().records.values() if record.id < "post-100"])
    sizes = []
    for some in (handbook(), few):
        quizzes._listed.cache_clear()
        sizes.append(len(dict(quizzes.files(some, SITE))[paths.quiz_script(Address("roles", "post-007"))]))
    assert sizes[0] < 1.2 * sizes[1]


def test_below_the_bound_nothing_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """All stands where it always did."""
    monkeypatch.setattr(listing, "LIMIT", 10_000_000)
    quizzes._listed.cache_clear()
    assert {path for path in _pages() if "/all/" in path or "/lists/" in path or path.startswith("lines/")} == {
        paths.CHART
    }
    assert paths.BANK in dict(quizzes.files(handbook(), SITE))
