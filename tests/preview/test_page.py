"""The short way: a saved record on its page, faults told, and all else left to the long way."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.preview.page import Pages
from rolebook.site import Site
from rolebook.views import pages

PAGE = "roles/前台.html"


@pytest.fixture
def role(book: Path) -> Path:
    """Return the file of a post."""
    return book / "docs" / "roles" / "前台.yml"


@pytest.fixture
def shown(book: Path, site: Path) -> Pages:
    """Return the pages of the handbook, read as they are before anything is saved."""
    made = Pages(book / "docs", site)
    made.read()
    return made


def replace(file: Path, old: str, new: str) -> None:
    """Save a file with one text instead of another."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_saved_line_is_on_its_page(book: Path, role: Path, shown: Pages, site: Path) -> None:
    """The page is what a whole build would make of it, and no other page is touched."""
    before = {path: path.read_bytes() for path in site.rglob("*.html")}
    replace(role, "面向下一班", "面对 <下一班>")
    assert shown.show({role}) == ([PAGE], [])
    whole = pages.pages(load(book / "docs"), Site("手册", Strings("zh"), posters=False, quizzes=False))
    (body,) = (page.body for page in whole if page.path == PAGE)
    assert (site / PAGE).read_text("utf-8") == f"<html><body><main>{body}</main></body></html>"
    assert "面对 &lt;下一班&gt;" in body
    assert {path for path, content in before.items() if path.read_bytes() != content} == {site / PAGE}


def test_saved_twice(role: Path, shown: Pages, site: Path) -> None:
    """The second time the page is what it was made the first time."""
    replace(role, "面向下一班", "甲")
    shown.show({role})
    replace(role, "甲，", "乙，")
    assert shown.show({role}) == ([PAGE], [])
    html = (site / PAGE).read_text("utf-8")
    assert "乙，" in html
    assert "甲，" not in html


def test_a_fault_is_told_with_its_place(role: Path, shown: Pages, site: Path) -> None:
    """And the page stays the last good one."""
    before = (site / PAGE).read_bytes()
    replace(role, "department:", "departmant:")
    found = shown.show({role})
    assert found is not None
    (problem,) = found[1]
    assert (problem.file, problem.line, problem.message.code) == ("docs/roles/前台.yml", 3, "unknown-key")
    assert (site / PAGE).read_bytes() == before


@pytest.mark.parametrize(("old", "new"), [("title: 前台接待", "title: 接待"), ("title: 交班", "title: 换班")])
def test_what_other_pages_show_takes_the_long_way(role: Path, shown: Pages, old: str, new: str) -> None:
    """A title, or a heading, which stands in the contents beside the page."""
    replace(role, old, new)
    assert shown.show({role}) is None


def test_what_is_no_record_takes_the_long_way(book: Path, role: Path, shown: Pages) -> None:
    """A page of the author's own, mkdocs.yml, a new record, one that was removed."""
    made = role.with_name("porter.yml")
    made.write_bytes(role.read_bytes())
    for file in (book / "docs" / "about.md", book / "mkdocs.yml", made):
        assert shown.show({file}) is None
        assert shown.show({file, role}) is None


def test_a_page_that_is_not_as_expected_is_left_alone(role: Path, shown: Pages, site: Path) -> None:
    """As after a build by something newer; the long way makes it."""
    (site / PAGE).write_text("<p>other</p>", "utf-8")
    replace(role, "面向下一班", "甲")
    assert shown.show({role}) is None
    assert (site / PAGE).read_text("utf-8") == "<p>other</p>"


def test_a_handbook_with_faults_takes_the_long_way(role: Path, site: Path) -> None:
    """Until it can be read."""
    replace(role, "title:", "titel:")
    made = Pages(role.parents[1], site)
    assert made.show({role}) is None
    replace(role, "titel:", "title:")
    assert made.show({role}) == ([PAGE], [])
