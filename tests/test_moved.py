"""Files that are moved between folders and records that get another name, through a whole build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import mkdocs_build
from tests.test_plugin import built, digests, project, soup

pytestmark = pytest.mark.whole

__all__ = ["project"]  # pytest finds the fixture by its name


def test_another_folder_changes_nothing_but_the_files_name(project: Path) -> None:
    """Pages, sheets, questions and the index are byte for byte the same; only where to edit is told otherwise.

    That makes another edition, and other digests of pages where devices are told what to keep.
    """
    before = built(project, "before")
    old = project / "docs" / "roles" / "receptionist.yml"
    new = project / "docs" / "roles" / "clinic" / "front" / "receptionist.yml"
    new.parent.mkdir(parents=True)
    old.rename(new)
    after = built(project, "after")
    assert digests(before).keys() == digests(after).keys()
    told = re.compile(rb'(rolebookEdition ?=)"\w+"')
    for path in sorted(path for path in before.rglob("*") if path.is_file() and "offline" not in path.parts):
        here = (after / path.relative_to(before)).read_bytes()
        if path.suffix in (".html", ".json", ".js"):
            here = here.replace(b"roles/clinic/front/receptionist.yml", b"roles/receptionist.yml")
        assert told.sub(rb"\1", here) == told.sub(rb"\1", path.read_bytes()), path
    assert "docs/roles/clinic/front/receptionist.yml" in (after / "roles" / "receptionist.html").read_text("utf-8")


def test_the_edit_link_leads_into_the_folder(project: Path) -> None:
    """Of a repository, to where the file is."""
    roles = project / "docs" / "roles"
    (roles / "a").mkdir()
    (roles / "receptionist.yml").rename(roles / "a" / "receptionist.yml")
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8") + "\nrepo_url: https://example.org/r\nedit_uri: edit/main/docs/\n"
    config.write_text(text, "utf-8")
    links = soup(built(project) / "roles" / "receptionist.html").find_all("a", href=True)
    assert "https://example.org/r/edit/main/docs/roles/a/receptionist.yml" in {str(link["href"]) for link in links}
    assert [*(project / "site").rglob("*.yml")] == []


def rename_role(project: Path) -> None:
    """Rename the role, and what refers to it."""
    docs = project / "docs"
    for path in docs.rglob("*.yml"):
        path.write_text(re.sub(r"(?<=[/ ])receptionist(?=[\n#])", "front-desk", path.read_text("utf-8")), "utf-8")
    text = (docs / "roles" / "receptionist.yml").read_text("utf-8")
    (docs / "roles" / "receptionist.yml").unlink()
    (docs / "roles" / "front-desk.yml").write_text(f"{text}renamed_from:\n  - receptionist\n", "utf-8")


def test_a_renamed_record_leaves_a_page_behind(project: Path) -> None:
    """At its old address and that of its quiz; neither the navigation nor the sitemap knows it, and the page tells."""
    rename_role(project)
    site = built(project)
    for path, there in (
        ("roles", "../roles/front-desk.html"),
        ("quizzes/roles", "../../quizzes/roles/front-desk.html"),
    ):
        page = soup(site / path / "receptionist.html")
        assert [str(link["href"]) for link in page.select("body a")] == [there]
        assert (site / path / there).resolve().is_file()
    assert (site / "assets" / "rolebook" / "moved.js").is_file()
    assert "receptionist.html" not in (site / "sitemap.xml").read_text("utf-8")
    assert "roles/receptionist" in soup(site / "roles" / "front-desk.html").select_one(".rb-control").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["roles/receptionist.md", "quizzes/bank.json", "posters/roles/front-desk.pdf"])
def test_a_file_that_would_be_lost_is_refused(project: Path, name: str) -> None:
    """Where something is made at its path: a page that leads on, a bank, a sheet."""
    rename_role(project)
    path = project / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# 甲\n", "utf-8")
    done = mkdocs_build(project, project / "site")
    assert done.returncode != 0
    assert f"docs/{name}: 错误：{name.replace('.md', '.html')} 由程序生成，这个文件会丢掉" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
