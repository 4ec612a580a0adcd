"""The tree of a file: every value as it was written, with its place; what would change unseen is told."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.load.node import Node, Placed
from rolebook.load.tree import MAX_DEPTH, Refused, parse

KEYS = frozenset({"title", "items"})


def nothing(placed: Placed) -> None:
    """Nothing is to be told."""
    raise AssertionError(placed)


def parsed(text: str) -> tuple[Node, list[Placed]]:
    """Return the tree of a text and what is told of it."""
    found: list[Placed] = []
    root = parse(text, text.splitlines(), KEYS, found.append)
    assert root is not None
    return root, found


TEXT = """\
title: 甲 乙
items:
  - a
  - b: ""
    c:
    - 'd'
  - "e
    f"
"""


@pytest.mark.parametrize(
    ("path", "place", "width"),
    [
        ((), (0, 0), 1),
        (("title",), (0, 7), 3),
        (("items",), (2, 2), 1),
        (("items", 0), (2, 4), 1),
        (("items", 1), (3, 4), 1),
        (("items", 1, "b"), (3, 7), 2),
        (("items", 1, "c"), (5, 4), 1),
        (("items", 1, "c", 0), (5, 6), 3),
        (("items", 2), (6, 4), 2),
    ],
)
def test_every_value_knows_where_it_starts(path: tuple[str | int, ...], place: tuple[int, int], width: int) -> None:
    """Line and column from 0, and as many characters as it takes in its first line."""
    node = parsed(TEXT)[0].find(path)
    assert ((node.line, node.column), node.width) == (place, width)
    assert node.placed(Message("backslash")) == Placed(*place, Message("backslash"), width)


def test_every_key_knows_where_it_stands() -> None:
    """As its value may stand far below."""
    root, _ = parsed(TEXT)
    assert root.keys == {"title": (0, 0), "items": (1, 0)}
    assert root.find(("items", 1)).keys == {"b": (3, 4), "c": (4, 4)}


def test_what_is_not_there_is_found_as_far_as_it_goes() -> None:
    """A fault of a key that is missing is told at what should have it."""
    root, _ = parsed(TEXT)
    entry = root.find(("items", 1))
    assert root.find(("items", 1, "z")) is entry
    assert root.find(("items", 1, 0)) is entry
    assert root.find(("title", "items")) is root.find(("title",))
    assert root.find(("items", 3)) is root.find(("items",))
    assert root.find(("items", "title")) is root.find(("items",))


def test_a_value_that_is_empty_is_told_by_one_character() -> None:
    """So that there is something to point at."""
    root, _ = parsed("title:\n")
    assert root.find(("title",)).width == 0
    assert root.find(("title",)).placed(Message("backslash")) == Placed(0, 6, Message("backslash"), 1)


def test_what_is_open_is_as_if_not_written() -> None:
    """A value in quotes is written, though it is empty."""
    assert parsed("a:\nb: ''\nc: d\ne: [f]\ng:\n  h:\n")[0].plain() == {"b": "", "c": "d", "e": ["f"], "g": {}}


@pytest.mark.parametrize("text", ["", "# a\n", "---\n", "\n\n"])
def test_a_file_may_say_nothing(text: str) -> None:
    """Whatever comments it has."""
    root = parse(text, text.splitlines(), KEYS, nothing)
    assert root is None or (root.value, root.width) == ("", 0)


@pytest.mark.parametrize(
    ("text", "at", "mended"),
    [
        ("title: *a\n", Placed(0, 7, Message("sign-at-the-start", sign="*"), 2), "title: '*a'"),
        ("items:\n- &ab c\n", Placed(1, 2, Message("sign-at-the-start", sign="&"), 3), "- '&ab c'"),
        ("title: !ab c\n", Placed(0, 7, Message("sign-at-the-start", sign="!"), 3), "title: '!ab c'"),
        ("items: &ab\n  - c\n", Placed(0, 7, Message("sign-at-the-start", sign="&"), 3), "items: '&ab'"),
        ("items: !ab\n  c: d\n", Placed(0, 7, Message("sign-at-the-start", sign="!"), 3), "items: '!ab'"),
        ("a: b\n---\nc: d\n", Placed(1, 0, Message("second-document"), 3), ""),
        ("a:\n  ? [b]\n  : c\n", Placed(1, 4, Message("key-not-a-word")), ""),
        ("a:\n  {bc}\n", Placed(1, 2, Message("text-in-braces", text="bc"), 4), "  '{bc}'"),
        ("- a: b\n  a: c\n", Placed(1, 2, Message("dash-missing", key="a"), 1), "- a: c"),
        (
            "a:\n  -   - b: c\n        d: e\n        b: f\n",
            Placed(3, 8, Message("dash-missing", key="b"), 1),
            "      - b: f",
        ),
        ("a: [b，c]\n", Placed(0, 5, Message("full-width-comma")), "a: [b, c]"),
        ("a: [b, c， d，e]\n", Placed(0, 8, Message("full-width-comma")), "a: [b, c, d, e]"),
        ("a: [“b”]\n", Placed(0, 4, Message("curly-quotes-in-brackets"), 3), 'a: ["b"]'),
        ("a: [b, “c, d”]\n", Placed(0, 7, Message("curly-quotes-in-brackets"), 2), 'a: [b, "c, d"]'),
        ("a: [「b」, c]\n", Placed(0, 4, Message("curly-quotes-in-brackets"), 3), 'a: ["b", c]'),
    ],
)
def test_what_ends_the_reading(text: str, at: Placed, mended: str) -> None:
    """With the words that are at fault, and the line as it was probably meant."""
    with pytest.raises(Refused) as caught:
        parse(text, text.splitlines(), KEYS, nothing)
    assert (caught.value.at, caught.value.mended) == (at, mended)


@pytest.mark.parametrize(
    "text",
    [
        "a: ['b，c']\n",
        'a: ["“b”", c]\n',
        "a: [“b”在c]\n",
        "a: [好的，再见。]\n",
        "a: [没事，同样成分的还有一种便宜些，您要吗]\n",
        "a:\n  - b，c\n  - “d”\n",
        "a: {b: 1，2}\n",
    ],
)
def test_signs_of_an_input_method_stay_where_nothing_is_parted_by_them(text: str) -> None:
    """In quotes, inside a text, in a list without brackets and as the value of a key."""
    assert parsed(text)[1] == []


def test_how_deep_values_may_stand() -> None:
    """As deep as is said and no deeper, in lists as in keys."""
    for begin, end in (("[", "]"), ("{a: ", "}")):
        assert parsed(begin * MAX_DEPTH + "b" + end * MAX_DEPTH)[1] == []
        with pytest.raises(Refused) as caught:
            parsed(begin * (MAX_DEPTH + 1) + "b" + end * (MAX_DEPTH + 1))
        assert caught.value.at.message == Message("too-deep", most=MAX_DEPTH)
        assert (caught.value.at.line, caught.value.at.column) == (0, len(begin) * MAX_DEPTH)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b\nc: d\na: e\n", [Placed(2, 0, Message("key-twice", key="a", first=1), 1)]),
        ("c: d\nab: b\nab: e\n", [Placed(2, 0, Message("key-twice", key="ab", first=2), 2)]),
        ("a: b\nc: d\na: e\nc: f\na: g\nc: h\n", [Placed(n, 0, Message("second-record"), 1) for n in (2, 4)]),
        ("a: title:b\n", [Placed(0, 3, Message("colon-without-blank", key="title"), 6)]),
        ("a: other:b\n", []),
        ("a: title://b\n", []),
        ("- -a\n", [Placed(0, 2, Message("dash-without-blank"))]),
        ("- -5\n- - a\n", []),
        ("a: -b\n", []),
        ("a: b #c d\n", [Placed(0, 5, Message("lost-behind-hash", text="#c d"), 4)]),
        ("a:\n  - b   # c\n", [Placed(1, 8, Message("lost-behind-hash", text="# c"), 3)]),
        ("a: 'b' # c\n# d\n", []),
        ("a: b#c\n", []),
        ("a: b\n  c\n", [Placed(1, 2, Message("line-glued"), 1)]),
        ("a: b\n  cd e  \n", [Placed(1, 2, Message("line-glued"), 4)]),
        ("a: b\n  - c\n", [Placed(1, 2, Message("entry-in-a-text"))]),
        ("a: b\n  -c\n", [Placed(1, 2, Message("dash-without-blank"))]),
        ("a: b\n  other:c\n", [Placed(1, 2, Message("colon-without-blank", key="other"), 6)]),
        ("a: b\n  c\n\n  d\n", [Placed(1, 2, Message("line-glued"), 1), Placed(3, 2, Message("line-glued"), 1)]),
        ('a: "b\\tc"\n', [Placed(0, 5, Message("backslash"), 2)]),
        ('a: "b\\\\ \\" \\/ \\u0041 \\U00000041 \\x41"\n', []),
        ('a: "b\\\n  c"\n', []),
        ('title: "b\n  c\\td\\n"\nb: "\\t"\n', [(1, 3), (1, 6), (2, 4)]),
        ('a: "\\t"  # \\t\n', [Placed(0, 4, Message("backslash"), 2)]),
        ('a: "\\u202E"\n', [Placed(0, 3, Message("invisible-character", character="U+202E"))]),
    ],
)
def test_what_would_change_unseen_is_told(text: str, found: list[Placed | tuple[int, int]]) -> None:
    """Each at its own place; the reading goes on."""
    told = parsed(text)[1]
    if found and not isinstance(found[0], Placed):
        assert [(one.line, one.column) for one in told] == found
    else:
        assert told == found


def test_a_sign_written_by_its_number_is_replaced() -> None:
    """Where it cannot be seen, as it would turn round what stands beside it."""
    assert parsed('a: "b\\u202Ec"\n')[0].plain() == {"a": "b\ufffdc"}


def test_of_a_key_that_stands_twice_the_first_counts() -> None:
    """The other may be what was copied."""
    root, _ = parsed("a: b\nc: d\na: e\n")
    assert (root.plain(), root.keys) == ({"a": "b", "c": "d"}, {"a": (0, 0), "c": (1, 0)})
