"""Sheets as data: what tests of each kind's sheet make and look at."""

from __future__ import annotations

from typing import Any

from rolebook.language import language
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.sheet import Sheet
from rolebook.site import Site
from rolebook.views.posters.writer import SheetWriter
from tests.records import record, role

BOW = {"text": "鞠躬30度", "id": "bow", "measures": [{"of": "角度", "value": "30", "unit": "度", "when": "迎客"}]}
LOUD = {"text": "大声说话", "id": "loud", "never": True}
VISIT = record(
    "forms/visit",
    title="登记表",
    purpose="登记来客",
    fields=[
        {"label": "姓名", "required": True, "id": "name"},
        {"label": "日期", "type": "date", "id": "day"},
        {"label": "时间", "type": "time", "id": "time"},
        {"label": "purpose-of-visit", "type": "choice", "choices": ["公事", "私事"], "id": "why"},
    ],
)
HALL = role("hall", "扫地", title="前厅")


def written(sheet: Sheet) -> list[tuple[Any, ...]]:
    """Return the places of the blocks of a sheet; those of another record with its address."""
    me = sheet.record.address
    return [block.path if block.record == me else (str(block.record), *block.path) for block in sheet.blocks]


def texts(sheet: Sheet) -> dict[str, tuple[Any, ...]]:
    """Return where each text of a sheet was written first; in another record with its address."""
    found: dict[str, tuple[Any, ...]] = {}
    for text, origin in sheet.texts:
        other = () if origin.record == sheet.record.address else (str(origin.record),)
        found.setdefault(text, (*other, *origin.path))
    return found


def said(sheet: Sheet, *path: Any) -> list[str]:
    """Return the words of the lines at a place of a sheet's body."""
    here: Any = sheet.body
    for step in path:
        here = here[step]
    return ["".join(str(words) for words, _ in line["runs"]) for line in here]


def writer(me: Record, *others: Record) -> SheetWriter:
    """Return what writes the sheet of one of some records, in Chinese."""
    return SheetWriter(Handbook([me, *others], language=language("zh")), Site("手册"), me)


def line(text: str, n: int = 0, **more: Any) -> dict[str, Any]:
    """Return a line as data."""
    return {"runs": [[text, 0]], "never": False, "mark": "", "subs": [], "n": n} | more
