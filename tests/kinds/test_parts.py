"""The records of each kind: their lines in reading order with their places, whom they name and what they refer to."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.model.base import FieldPath
from rolebook.model.record import Record
from tests.records import record

Parts = list[tuple[str, str, str, list[tuple[FieldPath, str]]]]


def parts(one: Record) -> Parts:
    """Return anchor, title, kind and lines of each part, a line as (place, id)."""
    return [
        (part.anchor, part.title, part.kind, [(path, item.anchor) for path, item in part.walk()])
        for part in one.parts()
    ]


def line(name: str, **more: Any) -> dict[str, Any]:
    """Return a line called by its id."""
    return {"text": f"做{name}", "id": name, **more}


SECTIONS = [
    {"title": "甲", "id": "x", "items": [line("a", items=[line("b")]), line("c")]},
    {"title": "乙", "id": "y", "kind": "rule", "items": [line("d")]},
]
SECTION_PARTS: Parts = [
    (
        "x",
        "甲",
        "duty",
        [
            (("sections", 0, "items", 0), "a"),
            (("sections", 0, "items", 0, "items", 0), "b"),
            (("sections", 0, "items", 1), "c"),
        ],
    ),
    ("y", "乙", "rule", [(("sections", 1, "items", 0), "d")]),
]
HEAD_PARTS: Parts = [
    ("summary", "", "summary", [(("summary",), "s"), (("summary", "items", 0), "t")]),
    ("qualifications", "", "qualification", [(("qualifications", 0), "p"), (("qualifications", 1), "q")]),
]
FIELDS = [{"label": "姓名", "id": "f"}, {"label": "日期", "id": "g", "query": "几号？"}]
NODES = [
    {"id": "n", "title": "问", "says": [line("a"), line("b")], "next": "m"},
    {"id": "m", "title": "完", "says": [line("c")]},
]
QUESTIONS = [
    {"id": "u", "kind": "recall", "stem": "甲？", "answer": "乙", "item": "roles/bar#a"},
    {"id": "v", "kind": "recall", "stem": "丙？", "answer": "丁"},
]
CHECKED = [{"title": "甲", "id": "x", "items": [line("a"), {"from": "roles/bar#b"}, line("c")]}]
STEPS = [{"title": "甲", "id": "x", "items": [line("a")]}, {"title": "乙", "id": "y", "items": [line("b"), line("c")]}]


@pytest.mark.parametrize(
    ("address", "values", "expected"),
    [
        (
            "roles/bar",
            {
                "summary": line("s", items=[line("t")]),
                "qualifications": [line("p"), line("q")],
                "sections": SECTIONS,
            },
            HEAD_PARTS + SECTION_PARTS,
        ),
        ("roles/bar", {}, []),
        ("standards/quiet", {"sections": SECTIONS}, SECTION_PARTS),
        (
            "procedures/guest",
            {"steps": STEPS},
            [
                ("x", "甲", "step", [(("steps", 0, "items", 0), "a")]),
                ("y", "乙", "step", [(("steps", 1, "items", 0), "b"), (("steps", 1, "items", 1), "c")]),
            ],
        ),
        (
            "checklists/daily",
            {"when": "早", "by": ["bar"], "sections": CHECKED},
            [("x", "甲", "check", [(("sections", 0, "items", 0), "a"), (("sections", 0, "items", 2), "c")])],
        ),
        (
            "forms/visit",
            {"fields": FIELDS},
            [("fields", "", "field", [(("fields", 0), "f"), (("fields", 1), "g")])],
        ),
        ("forms/visit", {"document": "true"}, []),
        (
            "scripts/call",
            {"rules": [line("r")], "nodes": NODES},
            [
                ("rules", "", "rule", [(("rules", 0), "r")]),
                ("n", "问", "node", [(("nodes", 0, "says", 0), "a"), (("nodes", 0, "says", 1), "b")]),
                ("m", "完", "node", [(("nodes", 1, "says", 0), "c")]),
            ],
        ),
        ("scripts/call", {"nodes": NODES[1:]}, [("m", "完", "node", [(("nodes", 0, "says", 0), "c")])]),
        (
            "quizzes/own",
            {"questions": QUESTIONS},
            [("questions", "", "question", [(("questions", 0), "u"), (("questions", 1), "v")])],
        ),
        ("quizzes/own", {}, []),
    ],
)
def test_the_lines_of_a_record_stand_in_reading_order(address: str, values: dict[str, Any], expected: Parts) -> None:
    """By heading, sub-items after their line, each with its place in the file; what is not written is no part."""
    assert parts(record(address, **values)) == expected


def test_a_question_to_the_owner_goes_with_its_field() -> None:
    """As it does with any line."""
    (part,) = record("forms/visit", fields=FIELDS).parts()
    assert [item.query for item in part.items] == ["", "几号？"]
    (section,) = record("standards/quiet", sections=[{"title": "甲", "query": "对吗？"}]).parts()
    assert section.query == "对吗？"


RELATED = ((("related", 0), "", "forms/a"), (("related", 1), "", "forms/b"))
FOLDERS = ("procedures", "scripts", "standards", "checklists", "forms")


@pytest.mark.parametrize(
    ("address", "values", "expected"),
    [
        (
            "roles/bar",
            {folder: ["a", "b"] for folder in FOLDERS},
            [((folder, n), folder, name) for folder in FOLDERS for n, name in enumerate("ab")],
        ),
        (
            "procedures/guest",
            {"steps": [STEPS[0] | {"fills": ["a", "b"]}, STEPS[1] | {"fills": ["c"]}]},
            [
                (("steps", 0, "fills", 0), "forms", "a"),
                (("steps", 0, "fills", 1), "forms", "b"),
                (("steps", 1, "fills", 0), "forms", "c"),
            ],
        ),
        (
            "checklists/daily",
            {"when": "早", "by": ["bar"], "sections": CHECKED},
            [(("sections", 0, "items", 1, "from"), "", "roles/bar#b")],
        ),
        ("scripts/call", {"form": "a", "nodes": NODES}, [(("form",), "forms", "a")]),
        (
            "quizzes/own",
            {"about": ["roles/a", "roles/b"], "questions": QUESTIONS},
            [
                (("about", 0), "", "roles/a"),
                (("about", 1), "", "roles/b"),
                (("questions", 0, "item"), "", "roles/bar#a"),
            ],
        ),
        ("standards/quiet", {"sections": []}, []),
        ("forms/visit", {}, []),
    ],
)
def test_what_a_record_refers_to(address: str, values: dict[str, Any], expected: list[Any]) -> None:
    """With its place and the folder that a bare id means, after what is to be read next."""
    assert [*record(address, **values).mentions()] == expected
    related = record(address, **values, related=["forms/a", "forms/b"])
    assert [*related.mentions()] == [*RELATED, *expected]


@pytest.mark.parametrize(
    ("address", "values", "expected"),
    [
        (
            "roles/bar",
            {"relieved_by": ["d", "e"], "works_with": ["c"], "subordinates": ["b"], "reports_to": ["a"]},
            [
                (("reports_to", 0), "a"),
                (("subordinates", 0), "b"),
                (("works_with", 0), "c"),
                (("relieved_by", 0), "d"),
                (("relieved_by", 1), "e"),
            ],
        ),
        (
            "procedures/guest",
            {"steps": [STEPS[0] | {"by": ["a", "b"]}, STEPS[1] | {"by": ["c"]}]},
            [(("steps", 0, "by", 0), "a"), (("steps", 0, "by", 1), "b"), (("steps", 1, "by", 0), "c")],
        ),
        (
            "checklists/daily",
            {"when": "早", "by": ["a", "b"], "sections": CHECKED},
            [(("by", 0), "a"), (("by", 1), "b")],
        ),
        ("scripts/call", {"nodes": NODES}, []),
        ("standards/quiet", {"sections": []}, []),
    ],
)
def test_whom_a_record_names(address: str, values: dict[str, Any], expected: list[Any]) -> None:
    """Each with its place."""
    one = record(address, **values)
    assert [*one.named_posts()] == expected
    assert one.posts == tuple(name for _, name in expected)
