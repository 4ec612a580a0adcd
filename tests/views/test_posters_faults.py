"""What does not print as it should fails the build, at the line of the file it was written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import HandbookError
from generator.load import load
from generator.model.handbook import Handbook
from generator.site import Site
from generator.strings import Strings
from generator.views.posters import typeset_all

BLANK = Site("手册", Strings("zh"))


def written(tmp_path: Path, text: str) -> Handbook:
    """Load a handbook of one checklist from disk."""
    path = tmp_path / "docs" / "checklists" / "daily.yml"
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
            "docs/checklists/daily.yml:9: error: the sheet's font has no glyph for '😀' (U+1F600)\n"
            "   hint: write it otherwise",
        ),
        (
            f"sections:\n  - title: 设备\n    items:\n      - {'x' * 120}\n",
            f"docs/checklists/daily.yml:8: error: '{'x' * 120}' is wider than its column on the sheet at 12 pt\n"
            "   hint: put spaces into it, or write it shorter",
        ),
        (
            "sections:\n  - title: 甲\n    items: [开灯]\n  - title: 设备\n    items:\n"
            + "".join(f"      - {n}{'确保整洁' * 60}\n" for n in range(9)),
            "docs/checklists/daily.yml:8: error: this does not fit on one page of the sheet at 12 pt\n"
            "   hint: split it into shorter sections, or choose a larger 'paper'",
        ),
        (
            "pages: 1\nsections:\n"
            + "".join(
                f"  - title: 第{k}段\n    items:\n" + "".join(f"      - {k}之{n}{'确保整洁' * 20}\n" for n in range(9))
                for k in range(3)
            ),
            "docs/checklists/daily.yml:5: error: the sheet needs 3 pages at 12 pt, and 'pages' allows 1\n"
            "   hint: take lines out, choose a larger 'paper', or raise 'pages'",
        ),
    ],
    ids=["missing glyph", "too wide", "too high", "too many pages"],
)
def test_what_does_not_print_fails_at_its_line(tmp_path: Path, body: str, message: str) -> None:
    """File, line, what is wrong and what to do."""
    with pytest.raises(HandbookError) as caught:
        typeset_all(written(tmp_path, HEAD + body), BLANK)
    assert str(caught.value) == message
