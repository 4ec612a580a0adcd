"""What stands in the folder of a site and is not the build's to remove."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.utils import clean_directory

from rolebook.publish import Publication
from tests.publish.fault import publish as put_new
from tests.publish.sites import GONE, KEPT, NEW, found, write


def test_what_is_kept_is_what_mkdocs_keeps(site: Path) -> None:
    """And GitHub's CNAME, which it would remove."""
    put_new(str(site))
    ours = found(site)
    write(site, *KEPT, *GONE)
    clean_directory(str(site))
    assert {name for name, text in ours.items() if text == "old"} == {*found(site), "CNAME"}


def test_what_is_kept_is_the_thing_itself(site: Path) -> None:
    """Not a copy: another process may be writing in it."""
    before = [(site / name).stat().st_ino for name in (".git", ".git/HEAD", "CNAME")]
    put_new(str(site))
    assert [(site / name).stat().st_ino for name in (".git", ".git/HEAD", "CNAME")] == before


def test_what_the_build_makes_comes_before_what_is_kept(site: Path) -> None:
    """A CNAME and files of .well-known that stand under docs/; the others of that folder stay."""
    place = Publication(str(site), [], print)
    write(place.staged, "CNAME", ".well-known/security.txt", text="new")
    place.publish()
    place.close()
    kept = dict.fromkeys(KEPT, "old")
    assert found(site) == kept | {"CNAME": "new", ".well-known/security.txt": "new"}


def test_files_on_a_disk_without_links_are_copied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a USB stick."""

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    put_new(str(site))
    assert found(site) == NEW | dict.fromkeys(KEPT, "old")
