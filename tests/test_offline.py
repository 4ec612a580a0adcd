"""What is written for devices to keep: every file by the digest of what it holds, and one name for all of it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from rolebook import offline
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from tests.records import role
from tests.test_plugin import digests

HANDBOOK = Handbook([role("porter", "行李"), role("maid", "敲门")])
SITES = {"": Site(), "zh-Hant": Site(strings=Strings("zh-Hant"), below=True)}
HOME = """<link rel="icon" href="{up}assets/rolebook/icon.svg"><link rel="stylesheet" href="{up}own.css">
<link rel="canonical" href="https://example.org/"><script src="assets/rolebook/words.js"></script>
<script src="{up}assets/a&amp;b.js?x#y"></script><script src="https://example.org/x.js"></script>
<img alt="" src="{up}assets/missing.png"><a href="roles/porter.html">x</a>"""
FILES = {
    "assets/rolebook/icon.svg": "icon",
    "assets/a&b.js": "a",
    "own.css": "own",
    "assets/rolebook/qr.js": "qr",
    "rolebook-worker.js": "worker();\n",
    "unlisted.html": "alone",
    **{
        f"{folder}{name}": text
        for folder, up in (("", ""), ("zh-Hant/", "../"))
        for name, text in {
            "index.html": HOME.format(up=up),
            "offline.html": "away",
            "assets/rolebook/words.js": f"words {folder};\n",
            "assets/rolebook/lookup.js": "lookup",
            "assets/rolebook/lookup/titles.js": "titles",
            "assets/rolebook/lookup/0.js": "0",
            "assets/rolebook/lookup/2.js": "2",
            "assets/rolebook/lookup/10.js": "10",
            "roles/porter.html": "porter",
            "quizzes/roles/porter.html": "quiz",
        }.items()
    },
}


def site(folder: Path, **changed: str) -> Path:
    """Write a site as it is before its lists are."""
    for name, text in {**FILES, **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def lists(folder: Path) -> dict[str, Any]:
    """Return all lists of a site by path."""
    found = folder.rglob("assets/rolebook/offline/**/*.json")
    return {path.relative_to(folder).as_posix(): json.loads(path.read_bytes()) for path in found}


def check(folder: Path) -> str:
    """Look at every list of a site; return its edition."""
    found = lists(folder)
    assert "assets/rolebook/offline/shell.json" in found
    (edition,) = {each["edition"] for each in found.values()}
    assert (folder / "rolebook-worker.js").read_text("utf-8").startswith(f'self.rolebookEdition="{edition}";\n')
    for each in found.values():
        assert each["files"]
        for name, digest in each["files"].items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest()[:16] == digest, name
        for page, title in each["pages"]:
            assert (folder / page).is_file()
            assert title
    for path in folder.rglob("assets/rolebook/words.js"):
        assert path.read_text("utf-8").endswith(f'window.rolebookEdition="{edition}";\n')
    return str(edition)


def test_every_digest_is_of_what_is_there(tmp_path: Path) -> None:
    """Also of the words, which say the edition themselves; of what is not there, nothing is said."""
    assert offline.write(site(tmp_path), HANDBOOK, SITES) == check(tmp_path)
    assert set(lists(tmp_path)) == {
        f"{folder}assets/rolebook/offline/{name}.json"
        for folder in ("", "zh-Hant/")
        for name in ("shell", "roles/porter")
    }


def test_everybody_has_what_pages_load(tmp_path: Path) -> None:
    """From this site, wherever it stands; what leads elsewhere is no part of it."""
    offline.write(site(tmp_path), HANDBOOK, SITES)
    first, below = (lists(tmp_path)[f"{folder}assets/rolebook/offline/shell.json"] for folder in ("", "zh-Hant/"))
    shared = {"assets/rolebook/icon.svg", "own.css", "assets/a&b.js", "assets/rolebook/qr.js"}
    assert shared | {"index.html", "assets/rolebook/words.js", "assets/rolebook/lookup/10.js"} <= first["files"].keys()
    assert shared | {"zh-Hant/index.html", "zh-Hant/assets/rolebook/words.js"} <= below["files"].keys()
    assert not {"roles/porter.html", "unlisted.html", "rolebook-worker.js"} & first["files"].keys()
    assert first["pages"] == [["index.html", "首页"]]


def test_the_same_site_has_the_same_lists(tmp_path: Path) -> None:
    """Byte for byte, whatever the order its files were written in."""
    for name in ("a", "b"):
        offline.write(site(tmp_path / name), HANDBOOK, SITES)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"rolebook-worker.js", "unlisted.html"}))
def test_a_change_of_what_is_kept_is_another_edition(tmp_path: Path, name: str) -> None:
    """And of what nobody keeps, none."""
    editions = [
        offline.write(site(tmp_path / str(n), **changed), HANDBOOK, SITES)
        for n, changed in enumerate([{}, {name: FILES[name] + " "}, {"unlisted.html": "other"}])
    ]
    assert editions[0] != editions[1]
    assert editions[0] == editions[2]


def test_there_is_room_for_so_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a lookup that is too large the titles come first, then as many of its parts as there is room for."""
    offline.write(site(tmp_path / "full"), HANDBOOK, {"": Site()})
    files = lists(tmp_path / "full")["assets/rolebook/offline/shell.json"]["files"]
    sizes = [(tmp_path / "full" / file).stat().st_size for file in files]
    words = len('window.rolebookEdition="0123456789abcdef";\n')  # which are written afterwards
    monkeypatch.setattr(offline, "ROOM", sum(sizes) - words - 1)
    offline.write(site(tmp_path / "less"), HANDBOOK, {"": Site()})
    assert files.keys() - lists(tmp_path / "less")["assets/rolebook/offline/shell.json"]["files"].keys() == {
        "assets/rolebook/lookup/10.js"
    }


@pytest.mark.whole
def test_the_real_site(site: Path) -> None:
    """Its lists are of what it has; a post is kept with its checklist, its sheet and its questions."""
    check(site)
    kept = lists(site)["assets/rolebook/offline/roles/bar-attendant.json"]["files"]
    wanted = {"posters/checklists/bar-before-shift.pdf", "checklists/bar-before-shift.html"}
    assert wanted | {"assets/rolebook/quizzes/roles/bar-attendant.js", "posters/roles/bar-attendant.pdf"} <= kept.keys()
    shell = lists(site)["assets/rolebook/offline/shell.json"]["files"]
    assert [name for name in shell if re.fullmatch(r"assets/javascripts/bundle\.\w+\.min\.js", name)]


@pytest.mark.whole
def test_a_site_in_two_scripts(two_scripts: Path) -> None:
    """Each has its own pages and words; scripts and styles are those of the first."""
    check(two_scripts)
    shell = lists(two_scripts)["zh-Hant/assets/rolebook/offline/shell.json"]["files"]
    assert {"zh-Hant/index.html", "zh-Hant/offline.html", "assets/rolebook/rolebook.js"} <= shell.keys()
    assert "zh-Hant/assets/rolebook/rolebook.js" not in shell
    assert list(two_scripts.rglob("rolebook-worker.js")) == [two_scripts / "rolebook-worker.js"]
