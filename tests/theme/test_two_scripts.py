"""One build, two sites: the same pages under the same ids in the characters of each, and only words stand twice."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import Tag

from tests import pdf
from tests.theme.scripts import BELOW, SIMPLIFIED, TRADITIONAL, read, soup

pytestmark = pytest.mark.whole


def pages(site: Path) -> dict[str, Path]:
    """Return the pages of one of the two sites by address, but for what has no frame and what stands once for both."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {
        name: path
        for name, path in found.items()
        if not name.startswith((f"{BELOW}/", "404")) and not name.endswith("/maid.html")
    }


def bank(site: Path) -> dict[str, Any]:
    """Return the questions of a site."""
    found: dict[str, Any] = json.loads((site / "quizzes" / "bank.json").read_text("utf-8"))
    return found


def script_value(path: Path) -> dict[str, Any]:
    """Return what a script assigns."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8").partition("=")[2].strip().removesuffix(";"))
    return found


def test_the_same_pages_and_sheets(two_scripts: Path) -> None:
    """Each page and each sheet of the one site is one of the other, at the same address below its root."""
    below = two_scripts / BELOW
    assert set(pages(two_scripts)) == set(pages(below))
    sheets = {path.relative_to(below) for path in below.rglob("*.pdf")}
    assert len(sheets) == 5
    assert sheets == {path.relative_to(two_scripts) for path in two_scripts.glob("posters/**/*.pdf")}


def test_the_same_ids_on_them(two_scripts: Path) -> None:
    """Anchors, addresses of lines, questions, in the same order: what is kept on a device is the same for both."""

    def ids(path: Path) -> list[tuple[str, ...]]:
        names = ("id", "data-item", "data-question", "data-quiz", "data-record")
        tags = soup(path).find_all(True)
        return [tuple(str(tag.get(name, "")) for name in names) for tag in tags if any(tag.get(name) for name in names)]

    other = pages(two_scripts / BELOW)
    for name, path in pages(two_scripts).items():
        assert ids(path) == ids(other[name]), name


def test_the_same_questions(two_scripts: Path) -> None:
    """A question keeps its id, its revision and the ids of its answers, in other words."""
    banks = [bank(two_scripts), bank(two_scripts / BELOW)]
    kept = ("id", "revision", "kind", "answering", "key", "source", "facts", "quizzes")
    first, second = ([[q[name] for name in kept] for q in found["items"]] for found in banks)
    assert first == second
    first, second = ([[(o["id"], o["from"]) for o in q["options"]] for q in found["items"]] for found in banks)
    assert first == second
    assert all({*q["key"]} <= {o["id"] for o in q["options"]} for q in banks[0]["items"])
    assert banks[0]["revision"] == banks[1]["revision"]
    for found, foreign in zip(banks, (TRADITIONAL, SIMPLIFIED), strict=True):
        for q in found["items"]:
            assert not foreign.search(" ".join([q["stem"], q["explain"], *(option["text"] for option in q["options"])]))


@pytest.mark.parametrize(("folder", "foreign"), [("", TRADITIONAL), (BELOW, SIMPLIFIED)], ids=["first", "below"])
def test_each_site_is_in_its_own_characters(two_scripts: Path, folder: str, foreign: re.Pattern[str]) -> None:
    """Whichever of the two a record was written in: pages and the index of lookup."""
    site = two_scripts / folder
    for name, path in pages(site).items():
        if name == "lines.html":
            continue  # it repeats the code of the hand-written page as lines
        assert foreign.findall(read(soup(path))) == [], name
    index = script_value(site / "assets" / "rolebook" / "lookup.js")
    lines = [line for line in index["text"].split("\n") if "公交专线" not in line]
    aliases = [alias for page in index["pages"] for alias in page[4]]
    assert foreign.findall("".join([*lines, *index["kindWords"], *aliases])) == []


def test_each_sheet_is_in_its_own_characters(two_scripts: Path) -> None:
    """Its words, its language, its title; its code leads where that of the other leads."""
    for path in two_scripts.glob("posters/**/*.pdf"):
        first, second = path.read_bytes(), (two_scripts / BELOW / path.relative_to(two_scripts)).read_bytes()
        assert (pdf.language(first), pdf.language(second)) == ("zh-CN", "zh-TW")
        assert TRADITIONAL.findall(pdf.words(first)) == []
        assert SIMPLIFIED.findall(pdf.words(second).replace("roles/前台", "")) == []
        assert pdf.codes(first) == pdf.codes(second) != []


def test_a_record_keeps_its_address_in_print(two_scripts: Path) -> None:
    """A file is called what it is called, on the page and on the sheet."""
    below = two_scripts / BELOW
    control = soup(below / "roles" / "前台.html").select("footer [translate=no]")
    assert [tag.get_text() for tag in control] == ["roles/前台", "docs/roles/前台.yml"]
    assert "roles/前台" in pdf.words((below / "posters" / "roles" / "前台.pdf").read_bytes())


def test_names_are_as_the_author_says(two_scripts: Path) -> None:
    """于 of 于建国 is a surname; others are what OpenCC makes of them."""
    assert "于建國先生在里程碑邊開了這家店，說「賓至如歸」。" in soup(two_scripts / BELOW / "about.html").get_text()
    assert "于建國" in soup(two_scripts / BELOW / "roles" / "前台.html").get_text()


def test_hand_written_pages(two_scripts: Path) -> None:
    """Their texts and titles, not their code or what is marked; their pictures stand once."""
    page = soup(two_scripts / BELOW / "about.html")
    assert page.title is not None
    assert page.title.get_text() == "關於本店 - 雲棲客棧手冊"
    article = page.select_one("article")
    assert article is not None
    assert [(tag["id"], tag.get_text()) for tag in article.select("h1, h2")] == [
        ("关于本店", "關於本店"),
        ("怎么来", "怎麼來"),
    ]
    assert [tag.get_text() for tag in article.select("code, span")] == ["公交专线", "总台系统"]
    image = article.select_one("img")
    assert image is not None
    assert (image["alt"], image["src"]) == ("後院的照片", "../images/yard.svg")
    description = page.select_one("meta[name=description]")
    assert description is not None
    assert description["content"] == "前臺和客房的工作"


AROUND = {"manifest.webmanifest", "sitemap.xml", "sitemap.xml.gz"}


def test_what_has_no_words_stands_once(two_scripts: Path) -> None:
    """Below are pages and their map, sheets, questions, the index and the interface's words, what devices keep of these
    and what the site is called on them, and nothing else."""
    below = two_scripts / BELOW
    found = {path.relative_to(below).as_posix() for path in below.rglob("*") if path.is_file()} - set(pages(below))
    made = (
        "posters/",
        "quizzes/bank.",
        "assets/rolebook/quizzes/",
        "assets/rolebook/offline/",
        "assets/rolebook/icon-",
    )
    rest = {name for name in found if not name.startswith(made) and not name.endswith("/maid.html")}
    assert rest == {"assets/rolebook/lookup.js", "assets/rolebook/words.js", *AROUND}


def test_each_site_has_its_map(two_scripts: Path) -> None:
    """Of the pages in its own characters, where search engines and Material's instant navigation look for it."""
    for folder in ("", f"{BELOW}/"):
        places = re.findall("<loc>(.*?)</loc>", (two_scripts / folder / "sitemap.xml").read_text("utf-8"))
        own = {f"https://example.org/book/{folder}{name}" for name in pages(two_scripts / folder)}
        assert {unquote(place) for place in places} == own


def test_no_link_is_broken(two_scripts: Path) -> None:
    """Neither to a page nor to what both sites share; a link to a page stays in its site, but for the switch."""
    for site in (two_scripts, two_scripts / BELOW):
        for name, path in pages(site).items():
            for tag in soup(path).find_all(True):
                for link in (str(tag[key]) for key in ("href", "src", "data-script") if key in tag.attrs):
                    parts = urlsplit(link)
                    if parts.scheme or not parts.path:
                        continue
                    target = (path.parent / unquote(parts.path)).resolve()
                    assert target.is_file(), (name, link)
                    if target.suffix == ".html" and tag.get("rel") != ["alternate"]:
                        assert target.is_relative_to(two_scripts / BELOW) == (site != two_scripts), (name, link)


def test_a_renamed_record(two_scripts: Path) -> None:
    """From where it stood before one is led on in either site, in its words, by the script that both share."""
    for site, title in ((two_scripts, "客房服务员"), (two_scripts / BELOW, "客房服務員")):
        page = soup(site / "roles" / "maid.html")
        script, link = page.select_one("script"), page.select_one("p a")
        assert script is not None and link is not None
        assert link.get_text() == title
        assert (site / "roles" / str(link["href"])).resolve() == site / "roles" / "housekeeper.html"
        assert (site / "roles" / str(script["src"])).resolve().is_relative_to(two_scripts / "assets")
        assert (site / "roles" / str(script["src"])).is_file()
        canonical = page.select_one("link[rel=canonical]")
        assert canonical is not None
        folder = f"{BELOW}/" if site != two_scripts else ""
        assert canonical["href"] == f"https://example.org/book/{folder}roles/housekeeper.html"


@pytest.mark.parametrize(
    ("folder", "label", "lang", "up"), [("", "繁體", "zh-Hant", "zh-Hant/"), (BELOW, "简体", "zh-Hans", "../")]
)
def test_the_switch(two_scripts: Path, folder: str, label: str, lang: str, up: str) -> None:
    """Every page has a link to the same page in the other script, called by its name there."""
    for name, path in pages(two_scripts / folder).items():
        link = soup(path).select_one("header rb-variant a")
        assert link is not None
        assert (link.get_text(), link["lang"], link["hreflang"]) == (label, lang, lang)
        assert unquote(str(link["href"])).removeprefix("./") == f"{'../' * name.count('/')}{up}{name}"


def test_search_engines_are_told(two_scripts: Path) -> None:
    """With the address of the page in each script, the same on both pages, and each is its own canonical one."""
    for folder in ("", f"{BELOW}/"):
        page = soup(two_scripts / folder / "roles" / "前台.html")
        found = {str(link["hreflang"]): unquote(str(link["href"])) for link in page.select("head link[hreflang]")}
        assert found == {
            "zh-Hans": "https://example.org/book/roles/前台.html",
            "zh-Hant": "https://example.org/book/zh-Hant/roles/前台.html",
        }
        canonical = page.select_one("link[rel=canonical]")
        assert canonical is not None
        assert unquote(str(canonical["href"])) == f"https://example.org/book/{folder}roles/前台.html"
    html = soup(two_scripts / BELOW / "index.html").find("html")
    assert isinstance(html, Tag)
    assert html["lang"] == "zh-Hant"
