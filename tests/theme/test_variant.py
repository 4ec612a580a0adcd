"""A site in another script: what may be asked for, what becomes of texts and links, and a first site that is either."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from rolebook.build import build
from rolebook.language import language
from rolebook.language.derived import rewriting
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.theme import variant
from rolebook.theme.variant import outward
from rolebook.views import quizzes
from tests.conftest import mkdocs_build
from tests.theme.scripts import BELOW, SIMPLIFIED, TRADITIONAL, read, soup


def project(tmp_path: Path, options: str) -> Path:
    """Return a copy of the handbook with these options, without sheets."""
    shutil.copytree(Path(__file__).parents[1] / "cases" / "variant", tmp_path / "book")
    config = f"site_name: 手册\ntheme: {{name: material}}\nplugins: [{{rolebook: {{posters: false{options}}}}}]\n"
    (tmp_path / "book" / "mkdocs.yml").write_text(config, "utf-8")
    return tmp_path / "book"


@pytest.mark.whole
def test_the_other_way_round(tmp_path: Path) -> None:
    """A handbook whose first site is Traditional has a Simplified one below; without an address links are relative."""
    folder = project(tmp_path, ", language: zh-Hant, variants: [zh]")
    assert mkdocs_build(folder, folder / "site").returncode == 0
    first, below = (soup(folder / "site" / path) for path in ("roles/housekeeper.html", "zh/roles/housekeeper.html"))
    assert [page.select_one("h1").get_text() for page in (first, below)] == ["客房服務員", "客房服务员"]  # type: ignore[union-attr]
    assert not SIMPLIFIED.search(read(soup(folder / "site" / "roles" / "前台.html")))
    assert not TRADITIONAL.search(read(below))
    links = [str(link["href"]) for link in below.select("head link[hreflang]")]
    assert links == ["../../roles/housekeeper.html", "../roles/housekeeper.html"]


@pytest.mark.whole
def test_without_variants_nothing_of_them_is_there(site: Path) -> None:
    """No folder and no switch."""
    assert not (site / BELOW).exists()
    for path in site.rglob("*.html"):
        assert not re.search("rb-variant|hreflang", path.read_text("utf-8"))


@pytest.mark.whole
def test_what_cannot_be_asked_for(tmp_path: Path) -> None:
    """All of it is told in one run, with what there is; the old site stays."""
    folder = project(tmp_path, ", variants: [en, {zh-Hant: 3}]")
    done = mkdocs_build(folder, folder / "site")
    assert done.returncode != 0
    assert "variants 里的“en”" in done.stderr
    assert "variants 里的“{'zh-Hant': 3}”" in done.stderr
    assert "可以写的有：zh-Hant" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="b.html">', '<a href="b.html">'),
        ('<a href="../index.html#甲">', '<a href="../index.html#甲">'),
        ('<img alt="x" src="../images/a%20b.svg">', '<img alt="x" src="../../images/a%20b.svg">'),
        ('<link href="../assets/a.css?v=1">', '<link href="../../assets/a.css?v=1">'),
        ('<li data-script="../assets/q.js">', '<li data-script="../assets/q.js">'),
        ('<a href="..">', '<a href="..">'),
        ('<a href="../../roles/b.html">', '<a href="../../roles/b.html">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="?rev=1">', '<a href="?rev=1">'),
        ('<a href="/x.html">', '<a href="/x.html">'),
        ('<a href="mailto:a@b.c">', '<a href="mailto:a@b.c">'),
        ('<a href="HTTPS://example.org/x">', '<a href="HTTPS://example.org/x">'),
        ('<code>a href="x.css"</code>', '<code>a href="x.css"</code>'),
    ],
)
def test_links_of_a_variant(link: str, expected: str) -> None:
    """What the variant has not is reached in the first site."""
    assert outward(link, "roles/a.html", {"roles/a.html", "roles/b.html", "index.html", "assets/q.js"}) == expected


def test_the_whole_handbook_in_traditional(handbook: Handbook, tmp_path: Path) -> None:
    """No Simplified character is left on any page of the shipped handbook, in any question, in any line of lookup."""
    rewrite = rewriting("zh", BELOW)
    assert rewrite is not None
    site = Site("手册", posters=False).variant(BELOW, rewrite)
    for page in build(handbook, site, tmp_path).pages:
        assert SIMPLIFIED.findall(read(BeautifulSoup(page.body, "html.parser"))) == [], page.path
        assert not SIMPLIFIED.search("".join((page.title, page.description, *(h.title for h in page.headings))))
    for question in quizzes.bank_of(handbook, site).reworded(rewrite).questions:
        assert not SIMPLIFIED.search("".join((question.stem, question.explain, *(o.text for o in question.options))))


def test_the_first_site_is_as_it_was_written_but_for_what_strays() -> None:
    """Of two texts that may be either, none changes; what is Traditional does."""
    asked = variant.asked([BELOW], language("zh"))
    first, below = variant.in_scripts(Site(), asked)
    assert first.rewrite is not None
    assert [first.rewrite(text) for text in ("皇后", "公里「一」", "後門“二”")] == ["皇后", "公里「一」", "后门“二”"]
    assert list(below) == [BELOW]
    site = Site()
    assert variant.in_scripts(site, {}) == (site, {})
