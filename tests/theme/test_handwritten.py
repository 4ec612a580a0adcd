"""Hand-written pages: what is wrong with one fails the build in every mode, at its place and with what to write.

Each file of tests/cases/handwritten is a page with faults of one kind; NAME.en.txt is what is told of it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.browser.handbooks import built
from tests.conftest import ROOT, mkdocs_build
from tests.publish.project import run
from tests.test_plugin import digests

pytestmark = pytest.mark.whole

CASES = ROOT / "tests" / "cases" / "handwritten"
NAMES = sorted(path.stem for path in CASES.glob("*.md"))
NAV = "nav: [index.md, Absent: absent.md, Roles: roles/indx.md]\n"
LOADED = "extra_javascript: ['https://example.org/x.js']\nextra_css: ['//example.org/x.css']\n"


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook in English, built."""
    folder = tmp_path_factory.mktemp("handwritten") / "book"
    built(folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("rolebook: {", "rolebook: {language: en, "), "utf-8")
    return folder


@pytest.fixture
def project(book: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(book, tmp_path / "book"))


@pytest.fixture(scope="session")
def told(book: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, subprocess.CompletedProcess[str]]:
    """What builds say that have all faulty pages, a navigation and files of another host, by mode."""
    project = Path(shutil.copytree(book, tmp_path_factory.mktemp("told") / "book"))
    for path in CASES.glob("*.md"):
        shutil.copy(path, project / "docs")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + NAV + LOADED, "utf-8")
    before = digests(project / "site")
    modes = {"plain": (), "quiet": ("-q",), "strict": ("--strict",), "quiet and strict": ("-q", "--strict")}
    done = {name: run(project, *arguments) for name, arguments in modes.items()}
    assert digests(project / "site") == before
    return done


def of(output: str, name: str) -> str:
    """Return what is told of one file."""
    parts = re.split(r"^(?=\S+?(?::\d+)*: error: )", output.partition("\n\n48 problems")[0], flags=re.M)
    return "".join(part for part in parts if re.match(rf"{re.escape(name)}[: ]", part)).rstrip() + "\n"


@pytest.mark.parametrize("mode", ["plain", "quiet", "strict", "quiet and strict"])
def test_every_fault_fails_the_build_in_every_mode(
    told: dict[str, subprocess.CompletedProcess[str]], mode: str
) -> None:
    """With one and the same list, no traceback, and nothing of MkDocs' own beside it."""
    done = told[mode]
    assert done.returncode == 1
    faulty = {found[1] for found in re.finditer(r"^docs/(\S+?)\.md(?::\d+)*: error: ", done.stderr, re.M)}
    assert faulty == {*NAMES}
    assert "Traceback" not in done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    assert re.findall("docs/.*: error:.*", done.stderr) == re.findall("docs/.*: error:.*", told["quiet"].stderr)


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_told_with_its_place(told: dict[str, subprocess.CompletedProcess[str]], name: str) -> None:
    """And with what to write instead."""
    expected = (CASES / f"{name}.en.txt").read_text("utf-8")
    assert of(told["quiet"].stderr, f"docs/{name}.md") == expected


def test_what_the_settings_lead_to_is_looked_at_too(told: dict[str, subprocess.CompletedProcess[str]]) -> None:
    """Entries of the navigation, and what all pages load."""
    assert re.findall(r"^mkdocs.yml:\d+:\d+: error: (.*)", told["quiet"].stderr, re.M) == [
        "the navigation names a page that is not there: absent.md",
        "the navigation names a page that is not there: roles/indx.md",
        "loaded from another host: https://example.org/x.js",
        "loaded from another host: //example.org/x.css",
    ]


GOOD = """---
title: NO
description: 12:30
hide: [toc]
---

Note: see [the porter](roles/porter.md#duties), [lines](roles/porter.md#bow) and [all of them](lines.html), the
[sheet](posters/roles/porter.pdf), ![a door](door.svg), <https://example.org/?a=1&b=2>, [mail](mailto:a@example.org),
[up](#here), [two](second%20page.md), an index[1][2], [x] (no link), `[y](missing.md)`, [it][it].

<a name="here"></a>

    [z](missing.md)

| a | b |
|--:|:-:|
| 1 | 2 |

[it]: roles/index.md "all of them"
"""


def test_a_page_without_a_fault_is_built(project: Path) -> None:
    """Its title is the text that was written, its first line no metadata, its table without a style of its own."""
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("posters: false", "posters: true"), "utf-8")
    (project / "docs" / "good.md").write_text(GOOD, "utf-8")
    (project / "docs" / "second page.md").write_text("Note: all\nthat is here\n", "utf-8")
    shutil.copy(ROOT / "tests/cases/variant/docs/images/yard.svg", project / "docs" / "door.svg")
    done = mkdocs_build(project, project / "site")
    assert (done.returncode, done.stderr) == (0, "")
    page = BeautifulSoup((project / "site" / "good.html").read_text("utf-8"), "html.parser")
    description = page.select_one("meta[name=description]")
    assert page.title is not None
    assert description is not None
    assert (page.title.get_text(), description["content"]) == ("NO - 手册", "12:30")
    assert [tag["align"] for tag in page.select("td")] == ["right", "center"]
    assert page.select("[style]") == []
    second = BeautifulSoup((project / "site" / "second page.html").read_text("utf-8"), "html.parser")
    assert "Note: all" in second.select("article p")[0].get_text()


LINED = """      - 见[本店](../about.md#here)、[门童](porter.md#bow)、[全部](../lines.html)
      - 见[本店](../abuot.md)、[行李](../roles/porter.md#baw)
"""


def test_links_in_lines_are_led_to_pages_and_looked_at(project: Path) -> None:
    """From the file of the record, also where a checklist pulls the line; one that leads nowhere fails the build."""
    (project / "docs" / "about.md").write_text("# 本店\n\n## Here\n", "utf-8")
    role = project / "docs" / "roles" / "porter.yml"
    good, faulty = LINED.splitlines(keepends=True)
    plain = role.read_text("utf-8")
    role.write_text(plain + good, "utf-8")
    done = mkdocs_build(project, project / "site")
    assert (done.returncode, done.stderr) == (0, "")
    page = BeautifulSoup((project / "site" / "roles" / "porter.html").read_text("utf-8"), "html.parser")
    links = [link["href"] for link in page.select(".rb-line__text a[rel]")]
    assert links == ["../about.html#here", "#bow", "../lines.html"]
    role.write_text(plain + faulty, "utf-8")
    done = mkdocs_build(project, project / "site")
    assert done.returncode == 1
    assert re.findall(r"docs/roles/porter.yml:(\d+:\d+): error: (.*)", done.stderr) == [
        ("21:15", "this link leads nowhere: ../abuot.md"),
        ("21:33", "the page has no place '#baw': ../roles/porter.md#baw"),
    ]
    assert "did you mean '../about.md'?" in done.stderr


TITLE = "<img src=x onerror=alert(1)> & <b>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a", f"---\ntitle: '{TITLE}'\ndescription: '{TITLE}'\nauthor: '{TITLE}'\nsubtitle: '{TITLE}'\n---\nx\n"),
        ("a", f"# {TITLE.replace('<', '&lt;')}\n\n## {TITLE.replace('<', '&lt;')}\n"),
        (TITLE, "x\n"),
    ],
    ids=["front matter", "heading", "file"],
)
def test_names_of_pages_are_text_everywhere(project: Path, name: str, text: str) -> None:
    """On the page itself, in the navigation of all others, and in lookup."""
    path = project / "docs" / f"{name}.md"
    path.write_text(text, "utf-8")
    done = mkdocs_build(project, project / "site")
    assert done.returncode == 0, done.stderr
    assert_text(project / "site")
    own = BeautifulSoup((project / "site" / f"{name}.html").read_text("utf-8"), "html.parser")
    assert own.title is not None
    assert own.title.get_text().startswith(TITLE)


def test_names_in_the_navigation_are_text(project: Path) -> None:
    """Of pages, of sections and of links, and the name of the site."""
    config = project / "mkdocs.yml"
    nav = f"nav: [{{'{TITLE}': index.md}}, {{'{TITLE}': [{{'{TITLE}': lines.md}}, {{'{TITLE}': 'https://example.org/'}}]}}]"
    text = config.read_text("utf-8").replace("site_name: 手册", f"site_name: '{TITLE}'\nsite_description: '{TITLE}'")
    config.write_text(f"{text}{nav}\n", "utf-8")
    done = mkdocs_build(project, project / "site")
    assert done.returncode == 0, done.stderr
    assert_text(project / "site")


def assert_text(site: Path) -> None:
    """Assert that what is written like an element is one on no page, and can be read."""
    for page in site.rglob("*.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        assert soup.select("[onerror]") == [], page
        assert "&lt;" not in soup.get_text(), page
        assert "<img" in soup.get_text(), page
