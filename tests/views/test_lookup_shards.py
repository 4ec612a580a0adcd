"""An index in files: all titles in the first, every line in one of the others, together the index in one file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rolebook.site import Site
from rolebook.views import lookup, paths
from rolebook.views.lookup import shards
from tests.conftest import ROOT
from tests.views.test_lookup import index, small

SNAPSHOT = ROOT / "tests" / "cases" / "lookup" / "shards.json"


@pytest.fixture
def written() -> dict[str, Any]:
    """The index of the small handbook with hardly a page in a file, by path, as the browser reads it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "WHOLE", 5)
        patch.setattr(shards, "SIZE", 150)
        files = dict(lookup.index(small(), Site(), ()))
    return {path: json.loads("{" + text.decode().partition("={")[2].rstrip(";\n")) for path, text in files.items()}


def test_an_index_that_is_not_large_is_one_file() -> None:
    """As it always was."""
    assert [path for path, _ in lookup.index(small(), Site(), ())] == [paths.LOOKUP]


def test_the_first_file_says_which_pages_are_in_which(written: dict[str, Any]) -> None:
    """And nothing else: every page fetches it, long before anything is looked up."""
    head = written.pop(paths.LOOKUP)
    pages = [len(written[paths.lookup_part(str(n))]["pages"]) for n in range(len(head["firsts"]))]
    assert head["firsts"] == [sum(pages[:n]) for n in range(len(pages))]
    assert sum(pages) == len(index(small())["pages"]) and len(pages) > 2
    assert head.keys() == {"version", "digest", "firsts"}
    assert len(written) == len(pages) + 1


def test_all_titles_are_in_one_file_and_all_lines_in_the_others(written: dict[str, Any]) -> None:
    """In their order, so that they can be put together as they come."""
    whole = index(small())
    titles = written[paths.lookup_part("titles")]
    assert [page[0] for section in titles["sections"] for page in section["pages"]] == [p[0] for p in whole["pages"]]
    assert {page[2] for section in titles["sections"] for page in section["pages"]} == {1}
    texts = [written[paths.lookup_part(str(n))]["text"] for n in range(len(titles["sections"]))]
    assert "\n".join(texts) == whole["text"]


def test_another_line_gives_another_digest(monkeypatch: pytest.MonkeyPatch, written: dict[str, Any]) -> None:
    """Files of two builds are never put together."""
    monkeypatch.setattr(shards, "WHOLE", 5)
    head = dict(lookup.index(small(), Site(), ()))[paths.LOOKUP].decode()
    assert written[paths.LOOKUP]["digest"] not in head


def test_the_front_end_reads_these_files(written: dict[str, Any]) -> None:
    """One contract, two languages: the front end's tests read this file (write it anew where the files change)."""
    assert json.loads(SNAPSHOT.read_text("utf-8")) == written
