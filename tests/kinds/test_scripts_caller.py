"""Whom a script speaks to: as the script says, else the handbook, else the language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rolebook.bank import branch
from rolebook.kinds.scripts.model import Script
from rolebook.kinds.scripts.sheet import unrolled
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.site import Site
from rolebook.views.pages import pages
from rolebook.views.posters.writer import SheetWriter

CALL = """\
title: 取药
revision: {number: 1, effective: 2026-01-02, owner: 店长}
nodes:
  - {id: a, title: 问候, says: [您好], replies: [{answer: 取药, to: b}]}
  - {id: b, title: 核对, says: [请报姓名], next: c}
  - {id: c, title: 道别, says: [请慢走]}
"""


@pytest.mark.parametrize(
    ("defaults", "own", "called"),
    [
        ("", "", "客户"),
        ("caller: 顾客\n", "", "顾客"),
        ("caller: 顾客\n", "caller: 患者\n", "患者"),
        ("", "caller: 患者\n", "患者"),
        ("caller:\n", "caller:\n", "客户"),
    ],
)
def test_it_has_one_name_on_page_and_sheet_and_in_questions(
    defaults: str, own: str, called: str, tmp_path: Path
) -> None:
    """The nearest that is written; nothing says another."""
    (tmp_path / "docs" / "scripts").mkdir(parents=True)
    (tmp_path / "docs" / "scripts" / "call.yml").write_text(CALL + own, "utf-8")
    (tmp_path / "docs" / "handbook.yml").write_text(defaults, "utf-8")
    handbook, strings = load(tmp_path / "docs", language="zh"), Strings("zh")
    (script,) = handbook.of(Script)
    page = next(page for page in pages(handbook, Site(strings=strings)) if "scripts/call" in page.path)
    assert f'<p class="rb-answer"><a href="#b">{called}：取药</a></p>' in page.body
    sheet: Any = unrolled(script, SheetWriter(handbook, Site(strings=strings), script)).body
    assert [reply["answer"] for reply in sheet["turns"][0]["replies"]] == [f"{called}：取药"]
    assert [edge.stem for edge in branch.edges(script, strings)] == [
        "“取药”：电话接通后，开头怎么说？",
        f"“取药”：问到“问候”，{called}说“取药”。你接着怎么说？",
        f"“取药”：说完“核对”，{called}也答了话。你接着怎么说？",
    ]


def test_an_english_script_speaks_to_whom_it_says(tmp_path: Path) -> None:
    """Its word is taken as it is written."""
    (tmp_path / "docs" / "scripts").mkdir(parents=True)
    (tmp_path / "docs" / "scripts" / "call.yml").write_text(f"{CALL}caller: Patient\n", "utf-8")
    (script,) = load(tmp_path / "docs", language="en").of(Script)
    assert [*branch.edges(script, Strings("en"))][1].stem == "“取药”: at “问候”, Patient: “取药”. What do you say?"
