"""What ends the reading of a file: where its cause lies, and the file as it was probably meant."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from rolebook.errors import Message
from rolebook.load.blame import blamed
from rolebook.load.syntax import MENDED, read

KEYS = frozenset({"title", "summary", "items"})


def told(text: str) -> tuple[list[tuple[int, int, int, Message]], Any]:
    """Return what is told of a text, as (line, column, width, message), and what is read of it; None: nothing."""
    root, _, problems = read("a.yml", text.encode(), KEYS)
    found = [(one.line, one.column, one.width, one.message) for one in problems]
    return found, root.plain() if root else None


@pytest.mark.parametrize(
    ("text", "place", "message", "meant"),
    [
        ("title: a: b\nsummary: c\n", (1, 9, 1), Message("second-colon"), {"title": "a: b", "summary": "c"}),
        ("items:\n  - a: b: c\n", (2, 9, 1), Message("second-colon"), {"items": [{"a": "b: c"}]}),
        ("title: “a: b”\n", (1, 10, 1), Message("curly-quotes"), {"title": "“a: b”"}),
        ("title: 'a' b\nsummary: c\n", (1, 8, 1), Message("quotes"), {"title": "'a' b", "summary": "c"}),
        ('title: "a\nsummary: b\n', (1, 8, 1), Message("quotes"), {"title": '"a', "summary": "b"}),
        ('items:\n  - "a" b\n', (2, 5, 1), Message("quotes"), {"items": ['"a" b']}),
        ("title: @a\nsummary: b\n", (1, 8, 1), Message("sign-at-the-start", sign="@"), {"title": "@a", "summary": "b"}),
        ("items:\n  - %a\n", (2, 5, 1), Message("sign-at-the-start", sign="%"), {"items": ["%a"]}),
        ("title: `a`\n", (1, 8, 1), Message("sign-at-the-start", sign="`"), {"title": "`a`"}),
        ("title: *\n", (1, 8, 1), Message("sign-at-the-start", sign="*"), {"title": "*"}),
        ("title: & b\n", (1, 8, 1), Message("sign-at-the-start", sign="&"), {"title": "& b"}),
        ('title: "a\\qb"\n', (1, 10, 1), Message("backslash"), {"title": "a\\qb"}),
        ('summary: b\ntitle: "a\\u12"\n', (2, 12, 1), Message("backslash"), {"title": "a\\u12", "summary": "b"}),
        ("summary: b\ntitle\n", (2, 1, 5), Message("no-colon", key="title"), {"summary": "b"}),
        ("title a\nsummary: b\n", (1, 1, 5), Message("no-colon", key="title"), {"title": "a", "summary": "b"}),
        ("items:\n  - title a\n    summary: b\n", (2, 5, 5), Message("no-colon", key="title"), None),
        (
            "title:a\nsummary: b\n",
            (1, 1, 6),
            Message("colon-without-blank", key="title"),
            {"title": "a", "summary": "b"},
        ),
        ("items:\n  - a\n  -b\n", (3, 3, 1), Message("dash-without-blank"), {"items": ["a", "b"]}),
        ("- a\n-b\n", (2, 1, 1), Message("dash-without-blank"), ["a", "b"]),
        (
            "items:\n  - a: b\n  a: c\n",
            (3, 3, 1),
            Message("dash-missing", key="a"),
            {"items": [{"a": "b"}, {"a": "c"}]},
        ),
        (
            "items:\n  - a: b\n  a: c\n  - d\n",
            (3, 3, 1),
            Message("dash-missing", key="a"),
            {"items": [{"a": "b"}, {"a": "c"}, "d"]},
        ),
        (
            "items:\n    a: b\n    c: d\n  - a: e\n",
            (2, 5, 1),
            Message("dash-missing", key="a"),
            {"items": [{"a": "b", "c": "d"}, {"a": "e"}]},
        ),
        (
            "items:\n    text: b\n  - c\n",
            (2, 5, 4),
            Message("dash-missing", key="text"),
            {"items": [{"text": "b"}, "c"]},
        ),
        (
            "items: [a, b】\ntitle: c\n",
            (1, 13, 1),
            Message("full-width-bracket", sign="】"),
            {"items": ["a", "b"], "title": "c"},
        ),
    ],
)
def test_a_fault_is_mended_as_it_was_probably_meant(
    text: str, place: tuple[int, int, int], message: Message, meant: Any
) -> None:
    """It is told where it lies, and what stands below it is read."""
    found, read_as = told(text)
    assert found == [(*place, message)]
    if meant is not None:
        assert read_as == meant


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title:\n  a\n  b: c\n", (3, 3, 1), Message("indented-deeper")),
        ("title: a\n  summary: b\n", (2, 3, 1), Message("indented-deeper")),
        ("title: a\n\n    summary: b\n", (3, 5, 1), Message("indented-deeper")),
        ("title: [a] b\n", (1, 8, 1), Message("list-in-brackets")),
        ("title: |a\n  b\n", (1, 8, 1), Message("sign-at-the-start", sign="|")),
        ("title: > a\n", (1, 8, 1), Message("sign-at-the-start", sign=">")),
        ("title: a # b\n  c\nsummary: d\n", (1, 10, 3), Message("lost-behind-hash", text="# b")),
        ("title: a # b\n\n  c\nsummary: d\n", (1, 10, 3), Message("lost-behind-hash", text="# b")),
        ("items:\n  - a\n c: d\n", (3, 2, 1), Message("indentation")),
        ("items:\n  a: b\n  - a: c\n", (2, 3, 1), Message("dash-missing", key="a")),
        ("items:\n  # d\n\n  a: b\n  - a: c\n", (4, 3, 1), Message("dash-missing", key="a")),
        ("items:\n  - a: b\n  a: c\n  d: e\n", (3, 3, 1), Message("dash-missing", key="a")),
        ("items:\n  - a: b\n  d: c\n", (3, 3, 1), Message("indentation")),
        ("items:\n  a: b\n  - d: c\n", (3, 3, 1), Message("indentation")),
        ("items:\n  a\n  - b\n", (2, 3, 1), Message("dash-missing-before-text")),
        ("title: a\n]\n", (2, 1, 1), Message("indentation")),
        ("title: a\n\tsummary: b\n", (2, 1, 1), Message("tab-in-indentation")),
        ("title: a\n<<<<<<< HEAD\nsummary: b\n", (2, 1, 7), Message("merge-conflict")),
        ("title: a: b\n=======\n", (2, 1, 7), Message("merge-conflict")),
        ("title: a: b\n>>>>>>> other\n", (2, 1, 7), Message("merge-conflict")),
        ("title: - a\n", (1, 8, 1), Message("list-behind-the-colon")),
        ("summary: b\nwhatever it is\n", (2, 1, 1), Message("no-key")),
        ("items:\n  - a\n  whatever\n  - b\n", (3, 3, 1), Message("no-key")),
        ("title: a\n---\nsummary: b\n", (2, 1, 3), Message("second-document")),
        ("summary:\n  ? [a]\n  : b\n", (2, 5, 1), Message("key-not-a-word")),
    ],
)
def test_a_fault_that_nothing_can_be_said_of_is_told_where_it_lies(
    text: str, place: tuple[int, int, int], message: Message
) -> None:
    """In its line, below the sign or the words that are at fault."""
    assert told(text)[0][0] == (*place, message)


def test_as_many_faults_as_can_be_mended_are_told() -> None:
    """Beyond them the file is given up; what is told stands in the order of the file."""
    for many in (MENDED, MENDED + 1, MENDED + 5):
        found, read_as = told("".join(f"k{n}: a: b\n" for n in range(many)))
        assert [line for line, *_ in found] == list(range(1, min(many, MENDED + 1) + 1))
        assert (read_as is None) == (many > MENDED)


def test_an_objection_without_a_place_is_told_at_the_beginning() -> None:
    """Nobody knows better; an empty file has a first line too."""
    for lines in ([], ["title: a"]):
        blame = blamed(yaml.MarkedYAMLError(problem="something else"), lines, KEYS)
        assert (blame.placed.line, blame.placed.column, blame.placed.message.code) == (0, 0, "no-yaml")
        assert blame.mended == ""
