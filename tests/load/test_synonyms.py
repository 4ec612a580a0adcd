"""The table of synonyms: read whole, every fault with its place, reported with those of the records."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.errors import HandbookError, Message
from rolebook.load import load
from rolebook.load.synonyms import synonyms
from rolebook.model.synonyms import Synonyms

BROKEN = "- 顾客\n- 倒水 = 加水\n- {a: b}\n- 甲 = 甲\n"
MESSAGES = """\
docs/synonyms.yml:1:3: 错误：只有“顾客”一个词
    1 | - 顾客
      |   ^^^^ 写成“词 = 另一个词”，或者“输入的词 → 要找到的词”
docs/synonyms.yml:3:3: 错误：一组同义词写在一行里
    3 | - {a: b}
      |   ^ 写成“- 顾客 = 客户 = 客人”
docs/synonyms.yml:4:3: 错误：“甲”在这一组里写了两次
    4 | - 甲 = 甲
      |   ^^^^^^^ 删掉一个"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Where the table of a handbook without records stands."""
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs" / "synonyms.yml"


def test_all_faults_are_reported_at_once(table: Path) -> None:
    """Each with file, line, column, the line itself and the fix."""
    table.write_text(BROKEN, "utf-8")
    with pytest.raises(HandbookError) as caught:
        load(table.parent)
    assert str(caught.value) == MESSAGES


def test_a_table_that_is_no_list_says_how_to_begin(table: Path) -> None:
    """A mapping is what authors write first."""
    table.write_text("顾客: 客户\n", "utf-8")
    _, (problem,) = synonyms(table, "docs/synonyms.yml")
    assert problem.file == "docs/synonyms.yml"
    assert (problem.line, problem.message) == (1, Message("synonyms-not-a-list"))


def test_the_handbook_has_the_groups(table: Path) -> None:
    """In the order they are written."""
    table.write_text("# 说明\n- 顾客 = 客户\n- 吵架 → 争论\n", "utf-8")
    assert load(table.parent).synonyms == (Synonyms(("顾客", "客户")), Synonyms(("吵架",), ("争论",)))


def test_a_handbook_without_a_table_has_none(table: Path) -> None:
    """The file may be missing."""
    assert load(table.parent).synonyms == ()
