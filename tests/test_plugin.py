"""The MkDocs plugin: a failed build changes nothing, equal input gives equal output, no source is published."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from rolebook import starter
from tests.conftest import mkdocs_build

pytestmark = pytest.mark.whole

Project = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small handbook of its own."""
    starter.init(tmp_path / "project", "某某 <b>物业</b> & Co")
    return tmp_path / "project"


def built(project: Path, name: str = "site") -> Path:
    """Build the project and return the site."""
    done = mkdocs_build(project, project / name)
    assert done.returncode == 0, done.stderr
    return project / name


def digests(folder: Path) -> dict[str, str]:
    """Return what every file below a folder holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def soup(path: Path) -> BeautifulSoup:
    """Return a page."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def break_role(project: Path) -> None:
    """Misspell a key."""
    role = min((project / "docs" / "roles").glob("*.yml"))
    role.write_text(role.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")


def test_a_failed_build_leaves_the_old_site_whole(project: Path) -> None:
    """Byte for byte, with a message and no traceback, and nothing half-built beside it."""
    site = built(project)
    before = digests(site)
    break_role(project)
    done = mkdocs_build(project, site)
    assert done.returncode != 0
    assert "docs/roles/receptionist.yml:2:1: 错误：这里没有“titel”这一项" in done.stderr
    assert "共 1 个问题；网站没有改动。" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert digests(site) == before
    assert [path.name for path in project.iterdir() if "rolebook-" in path.name] == []


def test_a_page_that_fails_late_leaves_the_old_site_whole(project: Path) -> None:
    """A template of the author's own that breaks in the middle of a build."""
    site = built(project)
    before = digests(site)
    (project / "docs" / "own.md").write_text("---\ntemplate: missing.html\n---\n甲\n", "utf-8")
    assert mkdocs_build(project, site).returncode != 0
    assert digests(site) == before
    assert [path.name for path in project.iterdir() if "rolebook-" in path.name] == []


def test_equal_input_gives_equal_output(project: Path) -> None:
    """Two builds in two processes of different hash seeds; sitemap, its archive and another script included."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("- rolebook:\n", "- rolebook:\n      variants: [zh-Hant]\n")
    config.write_text(text + "\nsite_url: https://example.org/h/\n", "utf-8")
    made = []
    for seed in ("1", "2"):
        site = project / f"site-{seed}"
        env = os.environ | {"PYTHONHASHSEED": seed, "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
        subprocess.run(command, cwd=project, env=env, check=True, capture_output=True)
        made.append(digests(site))
    assert made[0] == made[1]
    assert {"sitemap.xml", "sitemap.xml.gz", "zh-Hant/index.html"} <= set(made[0])


def test_yaml_is_not_published(project: Path) -> None:
    """Queries to the content's owner stand there."""
    site = built(project)
    assert [path for path in site.rglob("*") if path.suffix in (".yml", ".yaml")] == []


def test_a_repository_gives_an_edit_link(project: Path) -> None:
    """To the YAML of the record, not to a page that is in no repository."""
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8") + "\nrepo_url: https://example.org/r\nedit_uri: edit/main/docs/\n"
    config.write_text(text, "utf-8")
    site = built(project)
    links = {str(link["href"]) for link in soup(site / "roles" / "receptionist.html").find_all("a", href=True)}
    assert "https://example.org/r/edit/main/docs/roles/receptionist.yml" in links
    edits = [link["href"] for link in soup(site / "roles" / "index.html").select("a[href*='/edit/']")]
    assert edits == []


def test_the_sites_name_is_text(project: Path) -> None:
    """Whatever stands in site_name."""
    site = built(project)
    for path in site.rglob("*.html"):
        page = soup(path)
        assert page.title is not None
        assert "某某 <b>物业</b> & Co" in page.title.get_text()
        assert page.find("b", string="物业") is None


def test_a_hand_written_page_stands_beside_the_records(project: Path) -> None:
    """It is built and listed, its Chinese lines join, and its headings have readable ids."""
    text = "# 公司 介绍\n\n本公司成立于\n二〇〇一年，\n**一直**\n在此。\n\n## 我们的 宗旨\n"
    text += "\n[前台](roles/receptionist.md)\n"
    (project / "docs" / "about.md").write_text(text, "utf-8")
    site = built(project)
    page = soup(site / "about.html")
    paragraph = page.select_one("article p")
    assert paragraph is not None
    assert paragraph.get_text() == "本公司成立于二〇〇一年，一直在此。"
    assert [tag["id"] for tag in page.select("article h1, article h2")] == ["公司-介绍", "我们的-宗旨"]
    assert page.select_one("article a[href='roles/receptionist.html']")
    assert "about.html" in {link["href"] for link in soup(site / "index.html").find_all("a", href=True)}


def test_a_home_page_of_the_authors_own_wins(project: Path) -> None:
    """index.md replaces the generated one."""
    (project / "docs" / "index.md").write_text("# 欢迎\n", "utf-8")
    heading = soup(built(project) / "index.html").select_one("article h1")
    assert heading is not None
    assert heading.get_text() == "欢迎"


def test_two_sources_of_one_page_are_refused(project: Path) -> None:
    """Both are named."""
    (project / "docs" / "roles" / "receptionist.md").write_text("# 甲\n", "utf-8")
    done = mkdocs_build(project, project / "site")
    assert done.returncode != 0
    assert "docs/roles/receptionist.yml: 错误：和 docs/roles/receptionist.md 会做成同一个网页" in done.stderr
    assert "docs/roles/index.yml" not in done.stderr


def test_pages_are_files(project: Path) -> None:
    """roles/receptionist.html, so that the site works from a USB stick; and no page names another host."""
    site = built(project)
    assert (site / "roles" / "receptionist.html").is_file()
    for path in site.rglob("*.html"):
        for tag in soup(path).select("script[src], link[rel=stylesheet], link[rel=icon], img[src]"):
            assert not str(tag.get("src") or tag.get("href")).startswith(("http:", "https:", "//")), path


def test_without_quizzes_and_sheets_nothing_leads_to_them(tmp_path: Path) -> None:
    """A company that wants neither turns both off; no page then links to what is not there."""
    starter.init(tmp_path / "book", "某公司")
    config = tmp_path / "book" / "mkdocs.yml"
    text = config.read_text("utf-8").replace("- rolebook:", "- rolebook:\n      quizzes: false\n      posters: false")
    config.write_text(text, "utf-8")
    site = tmp_path / "site"
    assert mkdocs_build(tmp_path / "book", site).returncode == 0
    pages = "".join(page.read_text("utf-8") for page in site.rglob("*.html"))
    assert not (site / "quizzes" / "review.html").exists()
    assert "review.html" not in pages
    assert ".pdf" not in pages


def retire_in_vain(project: Path, manner: str) -> None:
    """Retire a question that no line makes, and say what that is to do."""
    quiz = project / "docs" / "quizzes" / "first-day.yml"
    quiz.write_text(quiz.read_text("utf-8") + "retires:\n  - owner-0000000000\n", "utf-8")
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("- rolebook:", f"- rolebook:\n      posters: false\n{manner}")
    config.write_text(text, "utf-8")


def test_unfair_questions_stop_the_build(project: Path) -> None:
    """As any other fault does: with its place and what to do, and the old site as it was."""
    site = built(project)
    before = digests(site)
    retire_in_vain(project, "")
    done = mkdocs_build(project, site)
    assert done.returncode != 0
    assert "docs/quizzes/first-day.yml:19:5: 错误：没有编号是“owner-0000000000”的题" in done.stderr
    assert "共 1 个问题；网站没有改动。" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert digests(site) == before


@pytest.mark.parametrize(("manner", "told"), [("warning", True), ("ignore", False)])
def test_unfair_questions_need_not_stop_it(project: Path, manner: str, told: bool) -> None:
    """While a handbook is being written they may be told only, or not looked for."""
    retire_in_vain(project, f"      quiz_lint: {manner}")
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(project / "site")]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    message = "docs/quizzes/first-day.yml:19:5: 没有编号是“owner-0000000000”的题"
    assert (message in done.stderr) == told
    assert (project / "site" / "quizzes" / "review.html").is_file()


def test_without_quizzes_nothing_judges_them(project: Path) -> None:
    """A site that has none is not stopped by them."""
    retire_in_vain(project, "      quizzes: false")
    assert mkdocs_build(project, project / "site").returncode == 0


@pytest.mark.parametrize("name", ["'my site'", "手册", "-a", "a/b", f"{'a' * 65}", "2026", "[a]"])
def test_a_site_id_that_cannot_be_one_is_refused(project: Path, name: str) -> None:
    """By MkDocs' own message about the option, which says what to write."""
    config = project / "mkdocs.yml"
    config.write_text(re.sub("site_id: .*", f"site_id: {name}", config.read_text("utf-8")), "utf-8")
    done = mkdocs_build(project, project / "site")
    assert done.returncode != 0
    assert "option 'site_id'" in done.stderr
    assert "names no site: write up to 64 letters, digits and hyphens, in quotes" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_every_page_knows_its_site(project: Path) -> None:
    """By the script of words that all load before ours and the one that tells where ours failed.

    Without an id, by the site's root.
    """
    config = project / "mkdocs.yml"
    known = re.search("site_id: (.*)", config.read_text("utf-8"))
    assert known
    script = "assets/rolebook/words.js"
    text = (built(project) / script).read_text("utf-8")
    assert f'\nwindow.rolebookSite="{known[1]}";\n' in text
    for path in (project / "site").rglob("*.html"):
        sources = [str(tag["src"]) for tag in soup(path).select("script[src]")]
        names = [source for source in sources if "assets/rolebook/" in source]
        assert [name.rpartition("/")[2] for name in names] == ["words.js", "rolebook.js", "floor.js"], path
    config.write_text("site_name: A\ntheme: {name: material}\nplugins: [rolebook]\n", "utf-8")
    assert '\nwindow.rolebookSite="";\n' in (built(project) / script).read_text("utf-8")
