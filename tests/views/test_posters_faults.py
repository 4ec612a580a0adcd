"""What does not print as it should fails the build, at the line of the file it was written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.errors import HandbookError
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.posters import typeset_all

BLANK = Site("手册", Strings("zh"))


def written(tmp_path: Path, text: str, name: str = "checklists/daily") -> Handbook:
    """Load a handbook of one record from disk."""
    path = tmp_path / "docs" / f"{name}.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return load(tmp_path / "docs")


HEAD = """title: 班前
revision: {number: 1, effective: 2026-01-02, owner: 客服部}
when: 班前
by: [吧台]
"""


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "sections:\n  - title: 设备\n    items:\n      - 开灯\n      - 关窗😀\n",
            "docs/checklists/daily.yml:9:9: 错误：打印用的字体里没有这些字符：😀 (U+1F600)\n"
            "   改法：删掉它，或者用文字写出来",
        ),
        (
            f"sections:\n  - title: 设备\n    items:\n      - {'x' * 120}\n",
            f"docs/checklists/daily.yml:8:9: 错误：“{'x' * 120}”太长，字号 12 磅时一栏里放不下\n"
            "   改法：中间加空格，或者写短一点",
        ),
        (
            "sections:\n  - title: 甲\n    items: [开灯]\n  - title: 设备\n    items:\n"
            + "".join(f"      - {n}{'确保整洁' * 60}\n" for n in range(9)),
            "docs/checklists/daily.yml:8:5: 错误：这一段太长，字号 12 磅时一张纸放不下\n"
            "   改法：分成几段，或者把 paper 改成更大的纸",
        ),
        (
            "pages: 1\nsections:\n"
            + "".join(
                f"  - title: 第{k}段\n    items:\n" + "".join(f"      - {k}之{n}{'确保整洁' * 20}\n" for n in range(9))
                for k in range(3)
            ),
            "docs/checklists/daily.yml:5:8: 错误：字号 12 磅时要 3 张纸，“pages”只许 1 张\n"
            "   改法：减少条目，把 paper 改成更大的纸，或者把 pages 改大",
        ),
    ],
    ids=["missing glyph", "too wide", "too high", "too many pages"],
)
def test_what_does_not_print_fails_at_its_line(tmp_path: Path, body: str, message: str) -> None:
    """File, line, what is wrong and what to do."""
    with pytest.raises(HandbookError) as caught:
        list(typeset_all(written(tmp_path, HEAD + body), BLANK))
    assert str(caught.value) == message


TALL = "确保整洁" * 900
CARD = {
    "summary": ["summary: {}"],
    "never": ["sections:", "  - title: 甲", "    items: [{{text: '{}', never: true}}, 开灯]"],
    "first section": ["sections:", "  - title: 甲", "    items: ['{}']", "  - title: 乙", "    items: [开灯]"],
    "second section": ["sections:", "  - title: 甲", "    items: [开灯]", "  - title: 乙", "    items: ['{}']"],
    "behind a prohibition": ["sections:", "  - title: 甲", "    items: [{{text: 关灯, never: true}}, '{}']"],
    "qualifications": ["summary: 迎客", "qualifications: ['{}']"],
}
BLAMED = {"summary": 4, "never": 1, "first section": 5, "second section": 7, "behind a prohibition": 5}
"""The line of each; what is gathered from all sections is blamed on the record as a whole."""


@pytest.mark.parametrize("part", CARD)
def test_what_is_too_high_on_a_card_is_blamed_where_it_was_written(tmp_path: Path, part: str) -> None:
    """On its own section, whatever stands before it on the card."""
    head = ["title: 吧台", "department: 客服部", "revision: {number: 1, effective: 2026-01-02, owner: 客服部}"]
    text = "\n".join([*head, *(line.format(TALL) for line in CARD[part]), ""])
    with pytest.raises(HandbookError) as caught:
        list(typeset_all(written(tmp_path, text, "roles/bar"), BLANK))
    (problem,) = caught.value.problems
    assert (problem.message.code, problem.line) == ("too-high-for-a-page", BLAMED.get(part, 5))
