"""Work in a process of its own: the same result, whatever befalls that process, and nothing of it left behind."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rolebook import build
from rolebook.apart import apart
from rolebook.errors import HandbookError, Message, Problem
from rolebook.load import load
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.page import HandmadePage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
HERE = os.getpid()
FAULTY = Path(__file__).parent / "cases" / "variant" / "docs"


def test_it_is_done_elsewhere() -> None:
    """What comes back is what the other process made."""
    with apart(os.getpid) as result:
        assert result() not in (0, HERE)


def test_what_it_raises_is_raised_here() -> None:
    """An exception is not handed over: the work is done again, and says itself what is wrong."""

    def fail() -> int:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"), apart(fail) as result:
        result()


@pytest.mark.parametrize("died", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_was_killed_is_done_without(died: signal.Signals) -> None:
    """As where memory is short."""

    def work() -> str:
        if os.getpid() != HERE:
            os.kill(os.getpid(), died)
            time.sleep(60)
        return "here"

    with apart(work) as result:
        assert result() == "here"


def test_what_cannot_be_handed_over_is_made_here() -> None:
    """A function has no form in which it could travel."""
    with apart(lambda: lambda: os.getpid()) as result:
        assert result()() == HERE


def test_nobody_waits_for_what_is_not_wanted(tmp_path: Path) -> None:
    """Where the block ends with a fault the other process ends with it, and writes nothing afterwards."""
    late = tmp_path / "late"

    def work() -> None:
        time.sleep(30)
        late.write_text("")

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), apart(work):
        raise KeyboardInterrupt
    assert time.monotonic() - start < 20
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert not late.exists()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a small handbook."""
    return Path(shutil.copytree(FAULTY, tmp_path / "docs"))


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_the_same_both_ways(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, files and what is told."""
    handbook, site = load(book), Site(posters=False, quiz_lint="warning")
    alone = build.builds(handbook, {"": site}, tmp_path / "alone", beside=False)[""]
    monkeypatch.setattr(build, "LINES", 0)
    monkeypatch.setattr(build, "second_processor", lambda: True)
    both = build.builds(handbook, {"": site}, tmp_path / "both")[""]
    assert both.pages == alone.pages
    assert list(both.assets) == list(alone.assets)
    assert both.notices == alone.notices
    assert _tree(tmp_path / "both") == _tree(tmp_path / "alone") != {}


@pytest.mark.parametrize("handwritten", [True, False])
def test_lookup_is_the_same_both_ways(book: Path, monkeypatch: pytest.MonkeyPatch, handwritten: bool) -> None:
    """Where an author wrote pages of his own it waits for them, else it is made while questions are."""
    if not handwritten:
        (book / "about.md").unlink()
    handbook, site = load(book), Site(posters=False, quiz_lint="warning")
    alone = build.builds(handbook, {"": site}, None, beside=False)[""]
    monkeypatch.setattr(build, "LINES", 0)
    monkeypatch.setattr(build, "second_processor", lambda: True)
    both = build.builds(handbook, {"": site}, None)[""]
    assert bool(both.indexes) is not handwritten
    assert build.indexes(both, handbook, site, ()) == build.indexes(alone, handbook, site, ()) != {}
    written = [HandmadePage("about.html", "甲", "<p>乙</p>")]
    assert build.indexes(both, handbook, site, written) == build.indexes(alone, handbook, site, written)


def test_what_both_object_to_is_told_at_once(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with the questions is found in the other process."""

    def objecting(name: str) -> build.View:
        def view(handbook: Handbook, site: Site) -> Iterator[build.Asset]:
            raise HandbookError(
                [Problem(name, os.getpid() == HERE, 1, Message("plugin-missing"))], handbook.language.say
            )
            yield

        return view

    monkeypatch.setattr(build, "LINES", 0)
    monkeypatch.setattr(build, "second_processor", lambda: True)
    monkeypatch.setattr(build, "READ", build.Group(("pages", "files"), (), (objecting("read.yml"),)))
    monkeypatch.setattr(build, "ASKED", build.Group(("pages", "files"), (), (objecting("asked.yml"),)))
    with pytest.raises(HandbookError) as raised:
        build.build(load(book), Site())
    assert [(problem.file, problem.line) for problem in raised.value.problems] == [("asked.yml", 0), ("read.yml", 1)]
