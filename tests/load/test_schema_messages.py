"""What the schema objects to: whatever is written where, in the author's terms and in none of pydantic's own."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rolebook.errors import Message
from rolebook.kinds import KINDS
from rolebook.language import language
from rolebook.language.strings import LANGUAGES
from rolebook.load.node import Node
from rolebook.load.schema_messages import PYDANTIC, _message, known_keys, schema_messages
from rolebook.load.syntax import read

LINE = {
    "text": "鞠躬30度",
    "id": "bow",
    "measures": [{"of": "角度", "value": "30", "unit": "度"}],
    "items": ["微笑"],
    "forms": ["f"],
    "pin": "true",
}
EVERY: dict[str, Any] = {
    "title": "甲",
    "aliases": ["乙"],
    "source": {"document": "来源"},
    "revision": {"number": "2", "effective": "2026-01-02", "owner": "人事部", "review_by": "2027-01-02"},
    "history": [{"number": "1", "effective": "2025-01-02"}],
}
QUESTION = {"id": "q", "stem": "甲？", "explain": "丙", "kind": "number", "answer": ["3"], "tolerance": "0.5"}
MATCH = {"id": "m", "stem": "甲？", "kind": "match", "pairs": {"甲": "乙"}}
WHOLE: dict[str, dict[str, Any]] = {
    "roles": {"department": "客服部", "is_department": "false", "sections": [{"title": "职责", "items": [LINE]}]},
    "procedures": {"steps": [{"title": "一", "items": [LINE]}, {"title": "二", "by": ["甲"]}]},
    "scripts": {
        "placeholders": {"名": {"label": "姓名", "choices": ["甲"]}},
        "nodes": [{"id": "a", "title": "甲", "says": [LINE], "replies": [{"answer": "好", "to": "a"}]}],
    },
    "standards": {"sections": [{"title": "甲", "kind": "duty", "items": [LINE]}]},
    "checklists": {
        "when": "班前",
        "by": ["甲"],
        "pages": "1",
        "reading_distance": "1",
        "sign_off": {"by": "day", "shifts": ["早"]},
        "sections": [{"title": "甲", "items": [{"text": "开灯"}, {"from": "roles/a"}]}],
    },
    "forms": {"fields": [{"label": "甲", "type": "choice", "required": "true", "choices": ["是", "否"]}]},
    "quizzes": {"questions": [QUESTION, MATCH]},
}
ODD: list[Any] = ["", "甲乙", "一 二", "-1", "0", "1.5", "inf", "9" * 5000, "x" * 70, "2026-13-01", "2026-01-02T03:04"]
ODD += [[], ["甲"], [["甲"]], {}, {"甲": "乙"}, {"": {"label": "甲"}}, [{"甲": ["乙"]}]]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of everything below a value."""
    for step in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield (*path, step)
        yield from places(value[step], (*path, step))


def changed(value: dict[str, Any], path: tuple[Any, ...], odd: Any) -> dict[str, Any]:
    """Return a record with something odd at a place."""
    value = copy.deepcopy(value)
    here: Any = value
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = copy.deepcopy(odd)
    return value


def objections(kind: str, value: dict[str, Any]) -> tuple[list[str], list[Message]]:
    """Return what the schema has against a record: pydantic's words, and our messages."""
    root, _, problems = read("a.yml", json.dumps(value).encode(), frozenset())
    assert root is not None, problems
    try:
        KINDS[kind].model.model_validate(root.plain())
    except ValidationError as error:
        placed = schema_messages(error, KINDS[kind].model, root)
        return [e["msg"] for e in error.errors()], [at.message for at in placed]
    return [], []


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_record_is_not_objected_to(kind: str) -> None:
    """What the others change is sound."""
    assert objections(kind, EVERY | WHOLE[kind]) == ([], [])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: str(odd)[:16] or "nothing")
def test_nothing_of_pydantics_own_is_told(kind: str, odd: Any) -> None:
    """Wherever something odd is written, every objection is one of ours, and can be told in each language."""
    whole = EVERY | WHOLE[kind]
    for path in places(whole):
        theirs, messages = objections(kind, changed(whole, path, odd))
        assert bool(theirs) == bool(messages), path
        assert "invalid-value" not in [message.code for message in messages], (path, theirs)
        for told in (message.worded(language(name).say) for message in messages for name in LANGUAGES):
            assert not {told.text, told.hint} & set(theirs)
            assert "Node(" not in told.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_misspelt_key_is_told_what_is_meant(kind: str) -> None:
    """Wherever keys stand, below names an author chooses too: what may be written there, and the nearest of it."""
    whole = EVERY | WHOLE[kind]
    for *above, key in places(whole):
        if not isinstance(key, str) or not known_keys(KINDS[kind].model, tuple(above)):
            continue  # an entry of a list, or a name of the author's own
        written = copy.deepcopy(whole)
        there = functools.reduce(lambda found, step: found[step], above, written)
        beside = {*there}
        there[f"{key}q"] = there.pop(key)
        facts = [dict(told.values) for told in objections(kind, written)[1] if told.code == "unknown-key"]
        assert [(told["key"], told["nearest"]) for told in facts] == [(f"{key}q", key)]
        known = facts[0]["known"]
        assert isinstance(known, tuple) and beside <= {*known}, above


def test_a_list_of_faulty_entries_is_not_too_short() -> None:
    """One fault is one message; a list that is too short for itself is told so."""
    steps = EVERY | {"steps": [{"title": "一"}, {"titel": "二"}]}
    assert [message.code for message in objections("procedures", steps)[1]] == ["unknown-key"]
    short = EVERY | {"steps": [{"title": "一"}]}
    assert objections("procedures", short)[1] == [Message("too-few-entries", key="steps", least=2)]


@given(st.sampled_from(sorted(PYDANTIC)))
def test_whatever_pydantic_may_object_to_can_be_told(code: str) -> None:
    """What none of our models raises today is told in general."""
    context = {"min_length": 1, "max_length": 2, "expected": "'a' or 'b'", "gt": 0, "ge": 0, "lt": 0, "le": 0}
    values: list[Any] = ["甲", [], {}]
    for value in values:
        message = _message(code, "title", context, Node(value, 0, 0))
        assert all(message.worded(language(name).say).text for name in LANGUAGES)
