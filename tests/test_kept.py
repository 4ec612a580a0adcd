"""Whether a site is what a build would make: every change of what went in, or of what came out, is noticed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rolebook import kept
from rolebook.kept import Built


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a handbook, a site made of it, the generator and a place for packages."""
    files = [
        "mkdocs.yml",
        "docs/roles/a.yml",
        "docs/about.md",
        "site/index.html",
        "site/roles/a.html",
        "site/.nojekyll",
    ]
    for name in (*files, "site/.nojekyll", "site/CNAME", "generator/plugin.py", "generator/templates/page.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    (tmp_path / "packages" / "mkdocs-1.6.1.dist-info").mkdir(parents=True)
    monkeypatch.setattr(kept, "PACKAGE", tmp_path / "generator")
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def inputs(base: Path, *options: str) -> str:
    """Return what a build would be made of."""
    return kept.inputs(base, base / "docs", options)


@pytest.fixture
def built(base: Path) -> Built:
    """Return the site that was noted."""
    made = Built(base / "site", "zh", ["docs/roles/a.yml: 提醒"])
    kept.note(base, inputs(base), made)
    return made


def test_nothing_changed(base: Path, built: Built) -> None:
    """The site, and what its author was told, also when it is asked again."""
    assert kept.unchanged(base, inputs(base)) == kept.unchanged(base, inputs(base)) == built


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": lambda base: (base / "docs/roles/a.yml").write_text("two"),
    "a record more": lambda base: (base / "docs/roles/b.yml").write_text(""),
    "a record less": lambda base: (base / "docs/roles/a.yml").unlink(),
    "a record renamed": lambda base: (base / "docs/roles/a.yml").rename(base / "docs/roles/b.yml"),
    "a record moved": lambda base: (base / "docs/roles/a.yml").rename(base / "docs/a.yml"),
    "an empty folder's file": lambda base: (base / "docs/about.md").write_text(""),
    "a page": lambda base: (base / "docs/about.md").write_text("two"),
    "mkdocs.yml": lambda base: (base / "mkdocs.yml").write_text("two"),
    "no mkdocs.yml": lambda base: (base / "mkdocs.yml").unlink(),
    "the generator": lambda base: (base / "generator/plugin.py").write_text("two"),
    "a template": lambda base: (base / "generator/templates/page.html").write_text("two"),
    "a dependency": lambda base: (base / "packages/mkdocs-1.6.1.dist-info").rename(
        base / "packages/mkdocs-1.6.2.dist-info"
    ),
    "another package": lambda base: (base / "packages/jieba-1.dist-info").mkdir(),
    "the day": lambda base: os.environ.__setitem__("SOURCE_DATE_EPOCH", "1"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_went_in_changed(base: Path, built: Built, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each by itself, whatever its length and time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    before = inputs(base)
    CHANGES[change](base)
    assert inputs(base) != before
    assert kept.unchanged(base, inputs(base)) is None


def test_other_options_are_another_site(base: Path, built: Built) -> None:
    """Another folder, or another strictness."""
    assert kept.unchanged(base, inputs(base, "strict")) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "index.html").write_text("longer"),
        lambda site: os.utime(site / "roles/a.html", ns=(1, 1)),
        lambda site: (site / "roles/a.html").unlink(),
        lambda site: (site / "roles/b.html").write_text(""),
        lambda site: site.rename(site.with_name("elsewhere")),
        lambda site: [(site / name).unlink() for name in ("index.html", "roles/a.html")],
    ],
)
def test_what_came_out_changed(base: Path, built: Built, change: Callable[[Path], object]) -> None:
    """What was written, added, removed or moved since."""
    change(base / "site")
    assert kept.unchanged(base, inputs(base)) is None


def test_what_is_not_the_builds_may_change(base: Path, built: Built) -> None:
    """Names with a dot, such as .git, and CNAME stay through a build; so does what Python keeps of the generator."""
    (base / "site" / ".nojekyll").write_text("two, and longer")
    (base / "site" / "CNAME").unlink()
    (base / "generator" / "__pycache__").mkdir()
    (base / "generator" / "__pycache__" / "plugin.pyc").write_text("")
    assert kept.unchanged(base, inputs(base)) == built


@pytest.mark.parametrize("said", ["", "{", "[]", "null", '{"made_of": 1}', '{"files": []}'])
def test_a_damaged_note_is_none(base: Path, built: Built, said: str) -> None:
    """As after a kill in the middle of writing, or of another version."""
    (base / kept.NOTE).write_text(said)
    assert kept.unchanged(base, inputs(base)) is None


def test_every_part_of_a_note_counts(base: Path, built: Built) -> None:
    """A note that lacks one is none."""
    whole = json.loads((base / kept.NOTE).read_text())
    for key in whole:
        (base / kept.NOTE).write_text(json.dumps({name: value for name, value in whole.items() if name != key}))
        assert kept.unchanged(base, inputs(base)) is None, key


def test_a_note_that_cannot_be_written_is_no_fault(base: Path) -> None:
    """A file stands where its folder would be; the next build is a whole one."""
    (base / ".rolebook").write_text("")
    kept.note(base, inputs(base), Built(base / "site", "zh", []))
    assert kept.unchanged(base, inputs(base)) is None
