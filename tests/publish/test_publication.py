"""A site in its place: whole, with what is not the build's to remove, and nothing of ours beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook import publish
from rolebook.errors import Message
from rolebook.language import language
from rolebook.publish import Publication, Refused, swap
from tests.publish.fault import publish as put_new
from tests.publish.sites import KEPT, NEW, found, names, write


def said(message: Message) -> str:
    """Return a message in English, with its hint."""
    told = message.worded(language("en").say)
    return f"{told.text}; {told.hint}" if told.hint else told.text


def quiet(message: Message) -> None:
    """What is told is of no matter."""


@pytest.fixture(params=["one step", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of exchanging, whatever this machine can."""
    if request.param == "two renames":
        for module in (swap, publish):
            monkeypatch.setattr(module, "exchanged", lambda one, other: False)
    return str(request.param)


def test_a_new_site_takes_the_place_of_the_old(site: Path, way: str) -> None:
    """What was kept there stays, and nothing of ours is beside it."""
    put_new(str(site))
    assert found(site) == NEW | dict.fromkeys(KEPT, "old")
    assert names(site.parent) == ["site"]


def test_the_first_site(tmp_path: Path, way: str) -> None:
    """Folders above it are made."""
    put_new(str(tmp_path / "a" / "b" / "site"))
    assert found(tmp_path / "a" / "b" / "site") == NEW
    assert names(tmp_path / "a" / "b") == ["site"]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, site: Path, there: bool) -> None:
    """The folder it leads to is exchanged, and made if there is none."""
    link, target = tmp_path / "link", site if there else tmp_path / "later" / "site"
    link.symlink_to(target)
    for _ in range(2):
        put_new(str(link))
        assert link.is_symlink()
        assert found(target) == NEW | (dict.fromkeys(KEPT, "old") if there else {})
    assert names(tmp_path) == sorted({"link", "out", target.parent.name})
    assert names(target.parent) == ["site"]


def test_the_folders_mode_stays(site: Path) -> None:
    """A web server may have been let in."""
    site.chmod(0o2750)
    put_new(str(site))
    assert site.stat().st_mode & 0o7777 == 0o2750


def test_a_build_that_gives_up_changes_nothing(site: Path) -> None:
    """And says so."""
    before = found(site)
    place = Publication(str(site), [], quiet)
    write(place.staged, "index.html", text="half")
    place.close()
    place.close()
    assert (place.standing, found(site), names(site.parent)) == ("unchanged", before, ["site"])


def test_what_has_become_of_the_site_is_told_as_it_is(tmp_path: Path) -> None:
    """Where there was none, none was changed."""
    place = Publication(str(tmp_path / "site"), [], quiet)
    assert place.standing == "none"
    place.publish()
    assert place.standing == "new"
    place.close()


@pytest.mark.parametrize("name", ["staged", "files", "old", "gone-1"])
@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_leftovers_of_a_killed_build_are_removed(site: Path, name: str, kind: str) -> None:
    """Whatever stands there; at the start already, and where a link leads is left alone."""
    left = site.with_name(f"site.rolebook-{name}")
    if kind == "folder":
        write(left, "index.html", text="half")
    elif kind == "file":
        left.write_text("half", "utf-8")
    else:
        left.symlink_to(site)
    before = found(site)
    place = Publication(str(site), [], quiet)
    assert (found(site), found(place.staged), found(place.files)) == (before, {}, {})
    place.close()
    assert (found(site), names(site.parent)) == (before, ["site"])


def test_an_old_site_whose_place_is_empty_is_put_back(site: Path) -> None:
    """As a kill between two renames leaves it; also if the build then fails."""
    before = found(site)
    site.rename(site.with_name("site.rolebook-old"))
    write(site.with_name("site.rolebook-staged"), "index.html", text="half")
    place = Publication(str(site), [], quiet)
    assert found(site) == before
    place.close()
    assert (place.standing, found(site), names(site.parent)) == ("unchanged", before, ["site"])


def test_what_cannot_be_removed_blocks_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told each time, and builds go on."""
    told: list[str] = []
    monkeypatch.setattr(publish, "_remove", lambda path: None)
    for _ in range(2):
        place = Publication(str(site), [], lambda message: told.append(said(message)))
        write(place.staged, *NEW, text="new")
        place.publish()
        place.close()
    assert found(site) == NEW | dict.fromkeys(KEPT, "old")
    assert f"{site}.rolebook-gone-1 cannot be removed; nothing needs it, remove it by hand" in told
    monkeypatch.undo()
    Publication(str(site), [], lambda message: told.append(said(message))).close()
    assert names(site.parent) == ["site"]


def test_two_renames_that_fail_half_way(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site is put back, and nothing else is said."""
    before, rename = found(site), Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name.endswith("staged") and target == site:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(swap, "exchanged", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", fail)
    place = Publication(str(site), [], quiet)
    with pytest.raises(Refused) as caught:
        place.publish()
    place.close()
    hint = "the site was not changed; move that folder away or choose another site_dir"
    assert said(caught.value.message) == f"the new site cannot take the place of {site}: Permission denied; {hint}"
    assert (found(site), names(site.parent)) == (before, ["site"])


def test_a_folder_that_cannot_be_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read-only, or another user's: one line, and what to do."""

    def refuse(path: Path, mode: int = 0o777, **options: bool) -> None:
        if not path.exists():
            raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Refused) as caught:
        Publication(str(site), [], quiet)
    made = f"Read-only file system: {site}.rolebook-files"
    assert said(caught.value.message) == f"cannot write beside {site}: {made}; choose another site_dir"
    assert names(site.parent) == ["site"]


def test_another_build_of_the_same_site_is_kept_out(site: Path) -> None:
    """By whatever name it calls the folder; a build of another site is not."""
    told: list[str] = []
    link = site.with_name("link")
    link.symlink_to(site)
    place = Publication(str(site), [], lambda message: told.append(said(message)))
    with pytest.raises(Refused) as caught:
        Publication(str(link), [], lambda message: told.append(said(message)), wait=0.01)
    assert told == [f"another build is writing {site}; waiting for it"]
    assert said(caught.value.message) == f"another build is still writing {site}; build again when it is done"
    Publication(str(site.with_name("site2")), [], lambda message: told.append(said(message)), wait=0).close()
    place.close()
    Publication(str(link), [], lambda message: told.append(said(message)), wait=0).close()


def test_what_is_no_folder_is_not_replaced(tmp_path: Path) -> None:
    """A file that somebody named so, or a link in a circle."""
    file, circle = tmp_path / "file", tmp_path / "circle"
    file.write_text("mine", "utf-8")
    circle.symlink_to(circle)
    for path in (file, circle):
        with pytest.raises(Refused, match="site-dir-no-folder"):
            Publication(str(path), [], quiet)
    assert file.read_text("utf-8") == "mine"


def test_a_folder_that_holds_the_sources_is_not_exchanged(tmp_path: Path) -> None:
    """MkDocs looks at names only; a link would lead past it, and the sources would go with the old site."""
    write(tmp_path / "book" / "docs", "a.md")
    (tmp_path / "site").symlink_to(tmp_path / "book")
    with pytest.raises(Refused, match="site-dir-holds-source"):
        Publication(str(tmp_path / "site"), [str(tmp_path / "book" / "docs")], quiet)
    assert found(tmp_path / "book") == {"docs/a.md": "old"}
