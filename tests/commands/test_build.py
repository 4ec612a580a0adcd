"""`rolebook build`: a site, or all that is wrong; made again where something changed, and the same as from nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolebook.cli import main
from tests.conftest import ROOT, mkdocs_build

pytestmark = pytest.mark.whole
BOOK = ROOT / "tests" / "cases" / "variant"
CONFIG = "site_name: 手册\ntheme: {name: material}\nplugins: [{rolebook: {posters: false}}]\n"


def run(*arguments: str) -> Result:
    """Run `rolebook build`; the day it dates a site with is left to no other run."""
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    return CliRunner().invoke(main, ["build", *arguments])


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a handbook, which is the current one."""
    folder = Path(shutil.copytree(BOOK, tmp_path / "book"))
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(file: Path, old: str, new: str) -> None:
    """Save a file with another text."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_it_is_what_mkdocs_builds(book: Path) -> None:
    """Byte for byte, and nothing is made again until something changed."""
    done = run()
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("网站在 site/，打开 site/index.html（")
    made = tree(book / "site")
    assert mkdocs_build(book, book / "other").returncode == 0
    assert made == tree(book / "other")

    stamp = (book / "site" / "index.html").stat()
    again = run()
    assert again.exit_code == 0
    assert again.stdout.startswith("内容没有变，site/ 还是最新的（")
    assert (book / "site" / "index.html").stat() == stamp

    change(book / "docs" / "roles" / "前台.yml", "面向下一班", "面对下一班")
    assert run("-q").stdout == ""
    assert mkdocs_build(book, book / "cold").returncode == 0
    assert tree(book / "site") == tree(book / "cold") != made


def test_what_its_author_was_told_is_told_again(book: Path) -> None:
    """A notice holds as long as what it is about."""
    assert CliRunner().invoke(main, ["new", "forms", "visit-log"]).exit_code == 0
    told = [[line for line in run().stderr.splitlines() if "visit-log" in line] for _ in range(2)]
    assert told[0] == told[1]
    assert told[0][0].startswith("docs/forms/visit-log.yml:1:1: ")


def test_anew_is_made_again(book: Path) -> None:
    """Though nothing changed; and each part says how long it took."""
    run()
    stamp = (book / "site" / "index.html").stat().st_ino
    assert run("--anew").stdout.startswith("网站在 ")
    assert (book / "site" / "index.html").stat().st_ino != stamp
    profiled = run("--profile").stdout.splitlines()
    assert {line.split()[0] for line in profiled[:-1]} == {
        "读资料", "做页面", "出题", "排张贴单", "编查找索引", "列出设备要存的", "换上新网站"
    }  # fmt: skip


def test_elsewhere(book: Path, tmp_path: Path) -> None:
    """Onto a stick, say; it is another site than the one at home."""
    assert run("--site-dir", str(tmp_path / "stick")).exit_code == 0
    assert (tmp_path / "stick" / "index.html").is_file()
    assert not (book / "site").exists()
    assert run().stdout.startswith("网站在 site/")


def test_all_problems_and_the_old_site(book: Path) -> None:
    """As `check` tells them; exit status 1, the site stays, and stays up to date once the fault is taken back."""
    run()
    before = tree(book / "site")
    change(book / "docs" / "roles" / "前台.yml", "department:", "departmant:")
    done = run()
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "docs/roles/前台.yml:3:1: 错误：" in done.stderr
    assert "Traceback" not in done.output
    assert tree(book / "site") == before
    change(book / "docs" / "roles" / "前台.yml", "departmant:", "department:")
    assert run().stdout.startswith("内容没有变")


def test_strict_takes_notices_for_problems(book: Path) -> None:
    """The site is not put in place for them."""
    change(book / "docs" / "roles" / "前台.yml", "aliases:", "related: [porter-post]\naliases:")
    assert run().exit_code == 1
    change(book / "docs" / "roles" / "前台.yml", "related: [porter-post]\n", "")
    run()
    (book / "docs" / "roles" / "新来的.yml").write_text("", "utf-8")
    assert run("--strict").exit_code == 1


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [hook.py]\n",
        "site_author: !ENV [AUTHOR, nobody]\n",
        "markdown_extensions: [admonition]\n",
        "INHERIT: other.yml\n",
    ],
)
def test_what_reads_other_files_is_never_vouched_for(book: Path, more: str) -> None:
    """A hook, the environment, an extension, another configuration: the site is made each time."""
    (book / "hook.py").write_text("")
    (book / "other.yml").write_text("site_author: nobody\n")
    (book / "mkdocs.yml").write_text(CONFIG + more, "utf-8")
    for _ in range(2):
        done = run()
        assert done.exit_code == 0, done.output
        assert done.stdout.startswith("网站在 ")
