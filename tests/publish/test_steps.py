"""Each step of putting a site in its place: what is told, what is kept, and what is left as it was."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from rolebook import publish
from rolebook.errors import Message
from rolebook.publish import Preview, Publication, Refused, heed_termination, reason, swap
from rolebook.publish.lock import Lock
from tests.publish.sites import found, names, write


def quiet(message: Message) -> None:
    """What is told is of no matter."""


def refusal(site: Path, sources: tuple[str, ...] = (), wait: float | None = 0) -> Message:
    """Return why a site cannot be published there."""
    with pytest.raises(Refused) as caught:
        Publication(str(site), sources, quiet, wait)
    assert str(caught.value) == caught.value.message.code
    return caught.value.message


def test_each_refusal_says_what_is_in_the_way(tmp_path: Path) -> None:
    """The site and the source, or the site alone; by the paths that links lead to."""
    (tmp_path / "book" / "docs").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "book")
    (tmp_path / "file").touch()
    book = str(tmp_path / "book")
    for source in (book, f"{book}/docs", str(tmp_path / "link" / "docs")):
        message = Message("site-dir-holds-source", site=book, source=os.path.realpath(source))
        assert refusal(tmp_path / "link", ("/elsewhere", source)) == message
    assert refusal(tmp_path / "file") == Message("site-dir-no-folder", site=str(tmp_path / "file"))
    held = Lock(tmp_path / "out.rolebook-lock", 0, lambda: None)
    assert refusal(tmp_path / "out") == Message("build-elsewhere", site=str(tmp_path / "out"))
    held.release()
    assert names(tmp_path) == ["book", "file", "link"]


def test_a_source_beside_the_site_is_none_in_it(tmp_path: Path) -> None:
    """Though its name begins alike."""
    (tmp_path / "site-docs").mkdir()
    place = Publication(str(tmp_path / "site"), [str(tmp_path / "site-docs"), str(tmp_path)], quiet)
    assert names(tmp_path) == ["site-docs", "site.rolebook-files", "site.rolebook-lock", "site.rolebook-staged"]
    place.close()
    assert names(tmp_path) == ["site-docs"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands where one above the site should be."""
    (tmp_path / "a").touch()
    site = tmp_path / "a" / "b" / "site"
    message = refusal(site)
    assert (message.code, dict(message.values)["site"]) == ("site-dir-unwritable", str(site))
    assert os.strerror(errno.ENOTDIR) in str(dict(message.values)["reason"]) or os.strerror(errno.EEXIST) in str(
        dict(message.values)["reason"]
    )


def test_a_build_that_could_not_begin_lets_others_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is locked, and nothing stands beside the site."""
    made = Path.mkdir

    def refuse(path: Path, *arguments: object, **options: object) -> None:
        if path.name.endswith("staged"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        made(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", refuse)
    site = tmp_path / "site"
    full = f"{os.strerror(errno.ENOSPC)}: {site}.rolebook-staged"
    assert refusal(site) == Message("site-dir-unwritable", site=str(site), reason=full)
    monkeypatch.undo()
    assert names(tmp_path) == []
    Publication(str(site), [], quiet, 0).close()


def test_what_has_become_of_a_site() -> None:
    """The words of a language know each by its name."""
    assert (publish.UNCHANGED, Preview.standing) == ("unchanged", "preview")


def test_a_site_that_somebody_removes_meanwhile(site: Path) -> None:
    """Is none any more."""
    place = Publication(str(site), [], quiet)
    assert place.standing == "unchanged"
    shutil.rmtree(site)
    assert place.standing == "none"
    place.close()


def test_the_system_is_quoted_with_its_file() -> None:
    """The one it came to where there are two; what says nothing by its own words."""
    assert reason(OSError(13, "Permission denied")) == "Permission denied"
    assert reason(OSError(13, "Permission denied", "a")) == "Permission denied: a"
    assert reason(OSError(18, "Invalid cross-device link", "a", None, "b")) == "Invalid cross-device link: b"
    assert reason(OSError("something else")) == "something else"


def test_a_preview_stands_where_it_was_asked_for(tmp_path: Path) -> None:
    """What MkDocs copies is elsewhere until it is closed; what is shown stays."""
    write(tmp_path, "index.html")
    preview = Preview(str(tmp_path))
    assert preview.staged == tmp_path
    assert preview.files.is_dir() and preview.files.name.startswith("rolebook-")
    write(preview.files, "made.txt")
    preview.publish()
    preview.close()
    assert not preview.files.exists()
    assert found(tmp_path) == {"index.html": "old"}


def test_a_termination_ends_a_build_like_an_interruption() -> None:
    """Unless somebody else has said what it means."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        heed_termination()
        assert signal.getsignal(signal.SIGTERM) is signal.default_int_handler
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        heed_termination()
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_what_is_kept_keeps_its_times_and_modes(site: Path) -> None:
    """Links stay links, wherever they lead, folders keep their days, and only what the site had is kept."""
    (site / ".git" / "away").symlink_to("/nowhere")
    (site / ".link").symlink_to("CNAME")
    (site / ".empty").mkdir(mode=0o700)
    os.utime(site / ".empty", (1_000_000_000, 1_000_000_000))
    os.utime(site / ".git", (1_100_000_000, 1_100_000_000))
    place = Publication(str(site), [], quiet)
    write(place.staged, "index.html", text="new")
    place.publish()
    place.close()
    assert (site / ".git" / "away").readlink() == Path("/nowhere")
    assert (site / ".link").readlink() == Path("CNAME")
    assert stat.S_IMODE((site / ".empty").stat().st_mode) == 0o700
    assert (site / ".empty").stat().st_mtime == 1_000_000_000
    assert (site / ".git").stat().st_mtime == 1_100_000_000
    assert not (site / "old.html").exists()
    assert names(site.parent) == ["site"]


@pytest.mark.parametrize("renames", [False, True])
def test_what_is_read_only_is_removed_too(site: Path, monkeypatch: pytest.MonkeyPatch, renames: bool) -> None:
    """A folder that nobody may write to, in an old site."""
    if renames:
        for module in (swap, publish):
            monkeypatch.setattr(module, "exchanged", lambda one, other: False)
    (site / "deep" / "page.html").chmod(0o400)
    (site / "deep").chmod(0o500)
    place = Publication(str(site), [], quiet)
    write(place.staged, "index.html", text="new")
    place.publish()
    place.close()
    assert found(site)["index.html"] == "new"
    assert names(site.parent) == ["site"]


def test_what_is_removed_never_follows_a_link(tmp_path: Path, site: Path) -> None:
    """What a link in an old site leads to is somebody else's, its mode as well."""
    write(tmp_path / "mine", "a", text="mine")
    (tmp_path / "mine").chmod(0o750)
    (site / "deep" / "link").symlink_to(tmp_path / "mine")
    place = Publication(str(site), [], quiet)
    place.publish()
    place.close()
    assert found(tmp_path / "mine") == {"a": "mine"}
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o750


def test_what_cannot_be_removed_gets_a_name_of_its_own(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, and each is told by its path."""
    told: list[Message] = []
    monkeypatch.setattr(publish, "_remove", lambda path: None)
    for name in ("staged", "files", "old"):
        write(site.with_name(f"site.rolebook-{name}"), "x")
    place = Publication(str(site), [], told.append)
    gone = [f"{site}.rolebook-gone-{n}" for n in (1, 2, 3)]
    assert told == [Message("left-behind", path=path) for path in gone]
    monkeypatch.undo()
    place.close()
    assert names(site.parent) == ["site"]


def test_an_exchange_that_fails_is_told_whatever_else_fails(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though nothing can be tidied up either."""
    place = Publication(str(site), [], quiet)

    def refuse(*paths: Path) -> Path:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(publish, "put", refuse)
    monkeypatch.setattr(place, "_tidy", refuse)
    with pytest.raises(Refused) as caught:
        place.publish()
    place.close()
    facts = {"site": str(site), "reason": os.strerror(errno.EIO), "standing": "unchanged"}
    assert caught.value.message == Message("site-not-exchanged", **facts)
    assert not site.with_name("site.rolebook-lock").exists()


@pytest.mark.parametrize(("asked", "seconds"), [(None, publish.WAIT), (0, 0), (0.5, 0.5)])
def test_how_long_another_build_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: float | None, seconds: float
) -> None:
    """As long as is asked for, not at all as well; a minute where nobody asks."""
    waits: list[float] = []

    class Held(Lock):
        """A lock that notes how long it would be waited for."""

        def __init__(self, path: Path, wait: float, told: Callable[[], None]) -> None:
            waits.append(wait)
            super().__init__(path, 0, told)

    monkeypatch.setattr(publish, "Lock", Held)
    Publication(str(tmp_path / "site"), [], quiet, asked).close()
    assert (waits, publish.WAIT) == ([seconds], 60)
