"""What a learner's device knows a question by: its id and revision, and what changes them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from tests.conftest import ROOT
from tests.records import record, role

ZH = Strings("zh")
BOW = {"of": "鞠躬角度", "value": "30", "unit": "度", "when": "客人到达，入座前"}
CALL = {"title": "回访", "nodes": [{"id": "ask", "title": "问", "says": ["好吗？"]}]}


def line(text: str, **measure: str) -> dict[str, Any]:
    """Return a line with an id of its author's and one measure."""
    return {"text": text, "id": "bow", "measures": [BOW | measure]}


def questions(*records: Record) -> dict[str, Question]:
    """Return the questions of these records by id."""
    return {question.id: question for question in make(Handbook(records), ZH).questions}


def measured(text: str, **measure: str) -> Question:
    """Return the question about the measure of a line."""
    found = questions(role("bar", line(text, **measure)))
    return next(question for question in found.values() if question.kind == "measure" and BOW["of"] in question.facet)


OLD = measured("客人到达时鞠躬30度问好")


@pytest.mark.parametrize(
    "same",
    [
        measured("客人到达时，鞠躬30度，问好。"),
        measured("客人到达时**鞠躬**３０度问好"),
        measured("客人到达时鞠躬30度问好", when="客人到达、入座前"),
    ],
)
def test_punctuation_makes_nothing_due(same: Question) -> None:
    """Neither in the line nor in the condition of its measure."""
    assert (same.id, same.revision) == (OLD.id, OLD.revision)


@pytest.mark.parametrize(
    "other",
    [
        measured("客人离开时鞠躬30度问好"),
        measured("客人到达时鞠躬45度问好", value="45"),
        measured("客人到达时鞠躬-30度问好"),
    ],
)
def test_another_word_makes_it_due(other: Question) -> None:
    """It is the same question of another revision."""
    assert other.id == OLD.id
    assert other.revision != OLD.revision


def test_a_line_without_an_id_begins_anew_with_another_word() -> None:
    """With other punctuation it does not."""
    text = "客人到达时鞠躬30度问好"
    made = [
        {q.id for q in questions(role("bar", {"text": each, "measures": [BOW]})).values() if q.kind == "measure"}
        for each in (text, f"{text}。", "客人离开时鞠躬30度问好")
    ]
    assert made[0] == made[1]
    assert made[0].isdisjoint(made[2])


def test_a_moved_line_keeps_what_was_learnt() -> None:
    """In another section every question about it is the same."""
    kept = line("客人到达时鞠躬30度问好")
    other = {"title": "准备", "id": "before", "kind": "preparation", "items": ["打开所有的灯", "检查饮水机"]}
    duties = {"title": "服务", "id": "duties", "kind": "service", "items": ["为客人倒水", kept]}
    moved = [{**other, "items": [kept, *other["items"]]}, {**duties, "items": ["新的一条", "为客人倒水"]}]
    before = questions(record("roles/bar", sections=[other, duties]))
    after = questions(record("roles/bar", sections=moved))
    bow = Address("roles", "bar", "bow")
    about = {q.id: q.revision for q in before.values() if q.source.item == bow}
    assert about
    assert {id: after[id].revision for id in about} == about


def test_renamed_records_keep_what_was_learnt(handbook: Handbook, tmp_path: Path) -> None:
    """Every question of the real handbook is the same, options and all, when nearly all of its records are renamed.

    Names that are ids of lines too are left as they are: a search for words cannot tell the two apart.
    """
    lines = {address.item for address in handbook.lines}
    names = {record.id for record in handbook.records.values()} - lines
    assert len(names) > 40
    word = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])")
    for folder, name, _ in handbook.records:
        old = ROOT / "docs" / folder / f"{name}.yml"
        renamed = f"\nrenamed_from: [{name}]\n" if name in names else ""
        new = tmp_path / "docs" / folder / f"{word.sub(_renamed, name)}.yml"
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(word.sub(_renamed, old.read_text("utf-8")) + renamed, "utf-8")
    shutil.copy(ROOT / "docs" / "synonyms.yml", tmp_path / "docs")

    def known(of: Handbook) -> dict[str, tuple[str, list[str]]]:
        return {q.id: (q.revision, [o.text for o in q.options]) for q in make(of, ZH).questions}

    assert known(load(tmp_path / "docs")) == known(handbook)


def _renamed(name: re.Match[str]) -> str:
    return f"new-{name[1][::-1]}"
