"""What makes a question another one to learners' devices: another answer, and neither other words nor another title."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.model.handbook import Handbook
from tests.bank.test_bank import measured
from tests.conftest import ROOT
from tests.records import role

ZH = Strings("zh")
OLD = measured("客人到达时鞠躬30度问好")


@pytest.mark.parametrize(
    "reworded",
    [
        measured("客人来到时须鞠躬30度问好"),
        measured("客人到达时，鞠躬三十度，问好。"),
    ],
)
def test_a_reworded_line_has_the_same_answer(reworded: Question) -> None:
    """It is due again, or not even that, and what was learnt counts."""
    assert (reworded.id, reworded.answer) == (OLD.id, OLD.answer)


@pytest.mark.parametrize(
    "other",
    [
        measured("客人到达时鞠躬45度问好", value="45"),
        measured("客人到达时鞠躬30分钟问好", unit="分钟"),
    ],
)
def test_another_number_is_another_answer(other: Question) -> None:
    """Or one of another unit."""
    assert other.id == OLD.id
    assert other.answer != OLD.answer


def _said(text: str) -> Question:
    """Return the question what is done when something happens, of a line with an author's id."""
    fillers = ("开门前清点备品柜里的杯子", "下班前关好所有的灯", "每天擦拭台面和吧椅")
    made = make(Handbook([role("bar", {"text": text, "id": "smoke"}, *fillers)]), ZH).questions
    return next(q for q in made if str(q.source.item).endswith("#smoke") and q.kind == "situation")


def test_what_is_said_stays_the_answer_when_it_is_reworded() -> None:
    """But not with another number in it."""
    old = _said("发现客人吸烟时，应在5分钟内上前劝阻并通知领班")
    reworded = _said("发现客人吸烟时，须于5分钟内上前劝阻并告知领班")
    other = _said("发现客人吸烟时，应在3分钟内上前劝阻并通知领班")
    assert old.id == reworded.id == other.id
    assert old.revision != reworded.revision
    assert old.answer == reworded.answer
    assert old.answer != other.answer


def test_another_title_of_a_post_changes_nothing(handbook: Handbook, tmp_path: Path) -> None:
    """Written anew wherever it stands; only lines that have no id of their own are others by it."""
    old, new = "吧台岗客服员", "吧台岗接待员"
    for path in (ROOT / "docs").rglob("*.yml"):
        there = tmp_path / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    before, after = ({q.id: q for q in make(of, ZH).questions} for of in (handbook, load(tmp_path / "docs")))
    both = [id for id in before.keys() & after.keys() if before[id].facts == after[id].facts]
    assert len(both) >= len(before) - 2
    known = [{id: (of[id].revision, of[id].answer) for id in both} for of in (before, after)]
    assert known[0] == known[1]
    assert any(new in q.stem or new in q.keyed[0].text for q in after.values())
