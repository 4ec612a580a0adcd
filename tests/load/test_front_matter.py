"""The head of a hand-written page, read as strictly as a record."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.load.front_matter import KEYS, front_matter


def test_what_is_written_is_read() -> None:
    """A title is a text, whatever YAML would take it for; the text below stays as it is."""
    head, body, problems = front_matter("docs/a.md", "---\ntitle: NO\ntags: [a, b]\n---\n# A\n\nText\n")
    assert {key: node.plain() for key, node in head.items()} == {"title": "NO", "tags": ["a", "b"]}
    assert (body, problems) == ("# A\n\nText\n", [])


@pytest.mark.parametrize("text", ["# A\n\nText\n", "", "---\n---\n# A\n", "A: note\n"])
def test_a_page_may_have_no_head(text: str) -> None:
    """Or an empty one; what begins like a key that nobody knows is text."""
    head, body, problems = front_matter("docs/a.md", text)
    assert (dict(head), problems) == ({}, [])
    assert body == text.removeprefix("---\n---\n")


@pytest.mark.parametrize(
    ("text", "place", "width", "message"),
    [
        ("---\ntitle: A\n\n# A\n", (1, 1), 3, Message("front-matter-open")),
        ("\n---\ntitle: A\n---\n# A\n", (2, 1), 3, Message("front-matter-late")),
        ("title: A\n\n# A\n", (1, 1), 5, Message("front-matter-unfenced", key="title")),
        ("---\ntitle：A\n---\n", (2, 6), 1, Message("full-width-colon", key="title")),
        ("---\n说明：A\n---\n", (2, 1), 4, Message("front-matter-full-width-colon")),
        ("---\n- a\n---\n", (2, 1), 1, Message("front-matter-no-keys")),
        (
            "---\nauthor: B\ntitel: A\n---\n",
            (3, 1),
            5,
            Message("unknown-key", key="titel", known=KEYS, nearest="title"),
        ),
        ("---\ntitle: [a, b]\n---\n", (2, 1), 5, Message("front-matter-no-text", key="title")),
        ("---\ntitle: A\n---\n# A\n\nx\u202ey\n", (6, 2), 1, Message("invisible-character", character="U+202E")),
        ("---\ntitle: A\ntitle: B\n---\n", (3, 1), 5, Message("key-twice", key="title", first=2)),
        ("---\ntitle:A\n---\n", (2, 1), 6, Message("colon-without-blank", key="title")),
    ],
)
def test_each_fault_is_told_where_it_is(text: str, place: tuple[int, int], width: int, message: Message) -> None:
    """With its line, its column and the words it lies in."""
    problem = front_matter("docs/a.md", text)[2][0]
    assert (problem.file, problem.message) == ("docs/a.md", message)
    assert ((problem.line, problem.column), problem.width) == (place, width)
    assert problem.source == text.splitlines()[place[0] - 1].replace("\u202e", "\ufffd")


def test_other_keys_are_the_authors_own() -> None:
    """A template of his may ask for them."""
    assert front_matter("docs/a.md", "---\ncolour: red\n---\n")[2] == []
