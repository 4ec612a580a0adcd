"""From a handbook to files: each view's go to disk as they are made, and no two views write one path."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rolebook import build
from rolebook.bank import measure
from rolebook.bank.context import QuizContext
from rolebook.errors import HandbookError, Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import pages, paths
from tests.records import record, role

NAMES = ("pages", "files")


def _alone(monkeypatch: pytest.MonkeyPatch, view: build.View) -> None:
    """Let one view be all that there is."""
    monkeypatch.setattr(build, "READ", build.Group(NAMES, (), (view,)))
    monkeypatch.setattr(build, "ASKED", build.Group(NAMES, (), ()))


def test_files_are_on_disk_as_soon_as_they_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large handbook's sheets are then never held all at once."""

    def view(handbook: Handbook, site: Site) -> Iterator[build.Asset]:
        yield "a/b.pdf", b"first"
        assert (tmp_path / "a" / "b.pdf").read_bytes() == b"first"
        yield "c.js", b"second"

    _alone(monkeypatch, view)
    made = build.build(Handbook(()), Site(), tmp_path).assets
    assert made == {"a/b.pdf": tmp_path / "a" / "b.pdf", "c.js": tmp_path / "c.js"}
    assert (tmp_path / "c.js").read_bytes() == b"second"


@pytest.mark.parametrize("path", ["twice.js", paths.HOME])
def test_two_writers_of_one_path_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Two files, or a file and a page."""
    monkeypatch.setattr(build, "ASKED", build.Group(NAMES, (), (lambda handbook, site: [("twice.js", b"")],)))
    monkeypatch.setattr(build, "READ", build.Group(NAMES, (pages.pages,), (lambda handbook, site: [(path, b"")],)))
    with pytest.raises(build.TwoWriters, match=path):
        build.build(Handbook(()), Site(), tmp_path)


def test_a_fault_found_late_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written before it is of no use, and nobody is told of it."""

    def view(handbook: Handbook, site: Site) -> Iterator[build.Asset]:
        yield "a.pdf", b"first"
        raise HandbookError([], handbook.language.say)

    _alone(monkeypatch, view)
    with pytest.raises(HandbookError):
        build.build(Handbook(()), Site(), tmp_path)


def test_what_is_retired_in_vain_stops_no_strict_build() -> None:
    """It is logged below a warning, and told by the check; where questions are not judged, nobody looks."""
    post = role("desk", "早上7:45到岗，8:00前开空调。", title="前台")
    context = QuizContext(Handbook([post], language=language("zh")), Strings("zh"))
    gone = next(draft.id for draft in measure.apart(context))
    quiz = record("quizzes/own", title="自编", retires=[gone])
    handbook = Handbook([post, quiz], lambda address, path: Place(f"docs/{address}.yml", 1), language=language("zh"))
    site = Site(strings=Strings("zh"), posters=False)
    told = [(level, one.message.code) for level, one in build.build(handbook, site).told(handbook)]
    assert told == [(logging.INFO, "needless-retired")]
    assert [*build.build(handbook, replace(site, quiz_lint="ignore")).told(handbook)] == []
