"""The text of a file to a tree: what is told of bytes, signs that cannot be seen, and where."""

from __future__ import annotations

import pytest

from rolebook.errors import Message, Problem
from rolebook.load.files import MAX_BYTES
from rolebook.load.node import Placed
from rolebook.load.syntax import lines_of, problem, read, unseen

KEYS = frozenset({"title", "titles", "items"})


def told(data: bytes | str) -> list[tuple[int, int, Message]]:
    """Return what is told of a file, as (line, column, message)."""
    problems = read("a.yml", data if isinstance(data, bytes) else data.encode(), KEYS)[2]
    assert {one.file for one in problems} <= {"a.yml"}
    return [(one.line, one.column, one.message) for one in problems]


def invisible(number: str) -> Message:
    """Return what is told of a sign that cannot be seen."""
    return Message("invisible-character", character=number)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xff", (1, 1, Message("not-utf-8"))),
        ("title: 甲".encode("gbk"), (1, 8, Message("not-utf-8"))),
        ("title: 甲\nitems: 乙".encode() + b"\xb5\n", (2, 9, Message("not-utf-8"))),
        (b"\xef\xbb\xbftitle: \xb5\n", (1, 8, Message("not-utf-8"))),
        ("title: 甲\n\titems: a\n", (2, 1, Message("tab-in-indentation"))),
        ("title: 甲\n  \titems: a\n", (2, 3, Message("tab-in-indentation"))),
        ("title: 甲\n\u3000items: a\n", (2, 1, Message("full-width-space-in-indentation"))),
        ("title: 甲\n \u00a0items: a\n", (2, 2, Message("no-break-space-in-indentation"))),
        ("title: a\u200bb\n", (1, 9, invisible("U+200B"))),
        ("title: a\nitems: \u00ad\n", (2, 8, invisible("U+00AD"))),
        ("title: \U000e0041\n", (1, 8, invisible("U+E0041"))),
        ("title：a\n", (1, 6, Message("full-width-colon", key="title"))),
        ("- titles：a\n", (1, 9, Message("full-width-colon", key="titles"))),
        ("items:\n  - - title ：a\n", (2, 13, Message("full-width-colon", key="title"))),
        ("title: \ud7ff\ufffe\n", (1, 9, Message("forbidden-character"))),
        ("title: \ufffe甲\nitems: \ufffe\n", (1, 8, Message("forbidden-character"))),
        ("items: a\ntitle: \ufffe\n", (2, 8, Message("forbidden-character"))),
    ],
)
def test_what_cannot_be_read_is_told_where_it_stands(data: bytes | str, found: tuple[int, int, Message]) -> None:
    """By line and column, counted from 1 in characters; a byte order mark is none."""
    assert told(data) == [found]


def test_a_character_that_yaml_forbids_ends_the_reading() -> None:
    """Nobody knows what was meant; what is wrong above it is told too."""
    root, _, problems = read("a.yml", "title: a: b\nitems: \uffff\n".encode(), KEYS)
    assert root is None
    assert [one.message.code for one in problems] == ["forbidden-character"]


def test_all_signs_that_cannot_be_seen_are_told_together() -> None:
    """Of several blanks before one line the first sort, and in each line the first sign."""
    text = "\t\u3000title: a\nitems: \u200bb\u200b\n\u3000items：\u00ad\n"
    assert told(text) == [
        (1, 1, Message("tab-in-indentation")),
        (2, 8, invisible("U+200B")),
        (3, 1, Message("full-width-space-in-indentation")),
        (3, 8, invisible("U+00AD")),
        (3, 7, Message("full-width-colon", key="items")),
    ]


@pytest.mark.parametrize(
    "text", ["title: a\n \t \n", "title: a\n\u3000\n", "name：a\n", "a title：b\n", "title: 「标题：甲」\n", "\t\n"]
)
def test_blank_lines_and_other_words_are_no_fault(text: str) -> None:
    """A colon of Chinese prose stands behind words that are no key of ours, or inside a value."""
    assert [*unseen(lines_of(text), KEYS)] == []
    assert [*unseen(lines_of("title：a"), frozenset())] == []


def test_a_file_may_be_as_large_as_it_is_said() -> None:
    """And not a byte larger: then nothing of it is read."""
    whole = b"title: a\n" + b"#" * (MAX_BYTES - 9)
    root, _, problems = read("a.yml", whole, KEYS)
    assert root is not None
    assert (root.plain(), problems) == ({"title": "a"}, [])
    root, text, problems = read("a.yml", whole + b"#", KEYS)
    message = Message("file-too-large", bytes=MAX_BYTES + 1, most=MAX_BYTES)
    assert (root, text, problems) == (None, "", [Problem("a.yml", 0, 0, message)])


def test_the_text_is_given_back_where_it_could_be_decoded() -> None:
    """Whatever else is wrong with it; its mark left out."""
    assert read("a.yml", b"\xef\xbb\xbftitle: a\n", KEYS)[1] == "title: a\n"
    assert read("a.yml", b"\ttitle: a\n", KEYS)[:2] == (None, "\ttitle: a\n")
    assert read("a.yml", b"title: [\n", KEYS)[:2] == (None, "title: [\n")
    assert read("a.yml", b"\xff", KEYS)[:2] == (None, "")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n\n\n", ["a", "b", "c"]),
        ("\n\na\r\n\r\n", ["", "", "a"]),
        ("a\u2028b\x0bc\n", ["a\u2028b\x0bc"]),
    ],
)
def test_lines_are_those_of_editors(text: str, lines: list[str]) -> None:
    """Nothing but line feeds and returns ends one."""
    assert lines_of(text) == lines


def test_a_line_is_shown_fit_for_a_terminal() -> None:
    """Tabs are blanks and what cannot be seen is replaced, both as wide as they were; beyond the end there is none."""
    lines = ["a", "\tb\u202ec"]
    assert problem("a.yml", lines, Placed(1, 2, Message("backslash"), 4)) == Problem(
        "a.yml", 2, 3, Message("backslash"), " b\ufffdc", 4
    )
    assert problem("a.yml", lines, Placed(2, 0, Message("backslash"))).source == ""
