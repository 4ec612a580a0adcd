"""Each sort of objection of the schema: where it is told, with what was written and what may be."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rolebook.errors import Message
from rolebook.kinds import KINDS
from rolebook.load.schema_messages import schema_messages
from rolebook.load.syntax import read

HEAD = "title: 甲\nrevision:\n  number: 1\n  effective: 2026-01-02\n  owner: 乙\n"
LINES = HEAD + "sections:\n  - title: 职责\n    items:\n"
CHECK = HEAD + "when: a\nby: [b]\nsections:\n  - title: a\n    items:\n"
NODES = "nodes:\n  - {id: a, title: 甲}\n"
LINE_KEYS = ("id", "text", "measures", "items", "forms", "never", "pin", "query")
SECTION_KEYS = ("id", "title", "kind", "items", "query")
KIND_CHOICES = ("duty", "preparation", "service", "closing", "rule")


def unknown(key: str, known: tuple[str, ...], near: str) -> Message:
    """Return what is told of a key that nobody knows."""
    return Message("unknown-key", key=key, known=known, nearest=near)


@pytest.mark.parametrize(
    ("kind", "text", "place", "message"),
    [
        ("standards", LINES + "      - 吵架: 先道歉\n", (8, 8, 3), Message("colon-in-a-line", key="吵架")),
        ("standards", LINES + "      - 吵: 先\n        pin: true\n", (8, 8, 2), Message("colon-in-a-line", key="吵")),
        ("standards", LINES + "      - text: a\n        pni: true\n", (9, 8, 3), unknown("pni", LINE_KEYS, "pin")),
        ("standards", LINES + "      - txt: a\n", (8, 8, 3), unknown("txt", LINE_KEYS, "text")),
        ("standards", LINES + "      - [a]\n", (8, 8, 1), Message("line-expected", key="items", found="list")),
        ("standards", LINES + "      - ''\n", (8, 8, 2), Message("empty-value", key="text")),
        ("standards", HEAD + "sections: ab\n", (5, 10, 2), Message("list-expected", key="sections", found="text")),
        ("standards", HEAD + "sections:\n  a: b\n", (6, 2, 1), Message("list-expected", key="sections", found="keys")),
        ("standards", HEAD + "sections:\n  - a\n", (6, 4, 1), Message("keys-expected", key="sections", found="text")),
        (
            "standards",
            HEAD + "sections:\n  - title: a\n    zz: b\n",
            (7, 4, 2),
            unknown("zz", SECTION_KEYS, ""),
        ),
        (
            "standards",
            HEAD + "sections:\n  - title: a\n    kind: duti\n",
            (7, 10, 4),
            Message("no-such-choice", value="duti", key="kind", choices=KIND_CHOICES),
        ),
        ("standards", HEAD + "sections: []\ntags: ab\n", (6, 6, 2), Message("list-expected", key="tags", found="text")),
        ("standards", HEAD + "sections: []\ntags: [{a: b}]\n", (6, 8, 2), Message("colon-in-a-line", key="a")),
        (
            "standards",
            HEAD + "sections: []\ntags: [{a: b, c: d}]\n",
            (6, 7, 1),
            Message("text-expected", key="tags", found="keys"),
        ),
        (
            "standards",
            HEAD + "sections: []\nquery: [a]\n",
            (6, 7, 1),
            Message("text-expected", key="query", found="list"),
        ),
        ("standards", "title: 甲\nsections: []\n", (0, 0, 1), Message("missing-key", key="revision")),
        (
            "standards",
            HEAD.replace("  owner: 乙\n", "") + "sections: []\n",
            (2, 2, 1),
            Message("missing-key-of-all", key="owner"),
        ),
        (
            "standards",
            HEAD.replace("number: 1", "number: 0") + "sections: []\n",
            (2, 10, 1),
            Message("number-out-of-range", value="0", key="number", rule="gt", bound=0),
        ),
        (
            "standards",
            HEAD.replace("number: 1", "number: 1.5") + "sections: []\n",
            (2, 10, 3),
            Message("no-whole-number", value="1.5", key="number"),
        ),
        ("standards", LINES + "      - {text: a, id: -b}\n", (8, 22, 2), Message("bad-id", id="-b")),
        (
            "standards",
            LINES + f"      - text: a\n        id: {'b' * 65}\n",
            (9, 12, 65),
            Message("too-long", key="id", most=64),
        ),
        ("standards", LINES + "      - {text: a, pin: x}\n", (8, 23, 1), Message("neither-true-nor-false", value="x")),
        (
            "standards",
            LINES + "      - text: a\n        measures:\n          - {of: b}\n",
            (10, 12, 1),
            Message("measure-without-bound"),
        ),
        (
            "standards",
            LINES + "      - text: a\n        measures:\n          - {of: b, value: 1, min: 2}\n",
            (10, 12, 1),
            Message("measure-bounds", given=("value", "min")),
        ),
        (
            "checklists",
            CHECK.replace("when", "reading_distance: 6\nwhen") + "      - b\n",
            (5, 18, 1),
            Message("number-out-of-range", value="6", key="reading_distance", rule="le", bound=5.0),
        ),
        (
            "checklists",
            CHECK.replace("when", "reading_distance: xy\nwhen") + "      - b\n",
            (5, 18, 2),
            Message("no-number", value="xy", key="reading_distance"),
        ),
        (
            "checklists",
            CHECK.replace("[b]", "[]") + "      - b\n",
            (6, 4, 1),
            Message("too-few-entries", key="by", least=1),
        ),
        ("checklists", CHECK + "      - {text: b, from: c}\n", (10, 8, 1), Message("from-or-text")),
        ("checklists", CHECK + "      - 开门: b\n", (10, 8, 3), Message("colon-in-a-line", key="开门")),
        ("scripts", HEAD + NODES + "placeholders:\n  '': {label: a}\n", (8, 6, 1), Message("empty-key")),
        (
            "scripts",
            HEAD + NODES + "placeholders:\n  a: bc\n",
            (8, 5, 2),
            Message("keys-expected", key="a", found="text"),
        ),
        (
            "scripts",
            HEAD + NODES + "placeholders:\n  a: {lable: b}\n",
            (8, 6, 5),
            unknown("lable", ("label", "blank", "choices"), "label"),
        ),
    ],
)
def test_each_objection_is_told_where_it_lies(
    kind: str, text: str, place: tuple[int, int, int], message: Message
) -> None:
    """At the key or the value that is at fault, once, with what was written and what may be."""
    root, _, problems = read("a.yml", text.encode(), frozenset())
    assert root is not None, problems
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].model.model_validate(root.plain())
    told = schema_messages(caught.value, KINDS[kind].model, root)
    assert [((one.line, one.column, one.width), one.message) for one in told] == [(place, message)]
