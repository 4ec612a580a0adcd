"""A small handbook of the tests' own, changed as authors change theirs, and built for each change once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import mkdocs_build

REVISION = "revision: {number: 1, effective: 2026-01-02, owner: 前厅部}\n"
PORTER = f"""title: 门童
department: 前厅部
{REVISION}sections:
  - title: 班前准备
    id: before
    kind: preparation
    items:
      - 检查行李车的轮子
  - title: 迎送客人
    id: duties
    kind: service
    items:
      - text: 客人到达时鞠躬30度问好
        id: bow
        measures:
          - {{of: 鞠躬角度, value: 30, unit: 度, when: 客人到达时}}
      - text: 行李在10分钟内送到房间
        measures:
          - {{of: 送行李, at_most: 10, unit: 分钟}}
"""
OPENING = f"""title: 开门
{REVISION}when: 每天早上
by: [porter]
sections:
  - title: 大堂
    id: lobby
    items:
      - 打开大堂的灯
      - 检查旋转门
      - from: roles/porter#bow
"""
FILES = {"roles/porter": PORTER, "checklists/opening": OPENING}
CONFIG = """site_name: 手册
theme: {{name: material}}
plugins:
  - rolebook: {{posters: {posters}, quiz_lint: ignore, site_id: '{site_id}', variants: [{variants}]{more}}}
"""

Edit = Callable[[Path], None]
"""What an author does to the files under docs/."""


def built(
    folder: Path,
    edit: Edit | None = None,
    site_id: str = "hotel-1",
    *,
    posters: bool = False,
    variants: str = "",
    offline: bool = True,
) -> Path:
    """Write the handbook into `folder`, edit it, build it and return the site."""
    for name, text in FILES.items():
        path = folder / "docs" / f"{name}.yml"
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    if edit:
        edit(folder / "docs")
    more = "" if offline else ", offline: false"
    config = CONFIG.format(posters=str(posters).lower(), site_id=site_id, variants=variants, more=more)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    done = mkdocs_build(folder, folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def replaced(*pairs: tuple[str, str]) -> Edit:
    """Return the edit that writes, in all files, one text for another; each is found once or more."""

    def edit(docs: Path) -> None:
        for old, new in pairs:
            found = 0
            for path in docs.rglob("*.yml"):
                text = path.read_text("utf-8")
                found += text.count(old)
                path.write_text(text.replace(old, new), "utf-8")
            assert found, old

    return edit


punctuated = replaced(
    ("鞠躬30度问好", "鞠躬30度，问好。"),
    ("打开大堂的灯", "打开“大堂”的灯。"),
    ("行李在10分钟内送到房间", "行李，在10分钟内送到房间"),
    ("when: 客人到达时", "when: 客人，到达时"),
)
reworded = replaced(("客人到达时鞠躬30度问好", "客人到达时鞠躬30度微笑问好"))


def moved_lines(docs: Path) -> None:
    """Put the lines of the second section into the first, and the checklist's lines in another order."""
    path = docs / "roles" / "porter.yml"
    lines = PORTER.splitlines(keepends=True)
    at = lines.index("  - title: 迎送客人\n")
    second, items = lines[at : at + 4], lines[at + 4 :]
    path.write_text("".join([*lines[:at], *items, *second, "      - 送客人到门口\n"]), "utf-8")
    replaced(("      - 打开大堂的灯\n      - 检查旋转门\n", "      - 检查旋转门\n      - 打开大堂的灯\n"))(docs)


def renamed(docs: Path) -> None:
    """Give both records other names, a second revision, and the names they had."""
    for old, new in (("roles/porter", "roles/doorman"), ("checklists/opening", "checklists/lobby-open")):
        text = (docs / f"{old}.yml").read_text("utf-8").replace("number: 1", "number: 2")
        (docs / f"{old}.yml").unlink()
        (docs / f"{new}.yml").write_text(f"{text}renamed_from: [{old.partition('/')[2]}]\n", "utf-8")
    path = docs / "checklists" / "lobby-open.yml"
    path.write_text(re.sub(r"\bporter\b", "doorman", path.read_text("utf-8")), "utf-8")


def in_folders(docs: Path) -> None:
    """Put both files into folders of their own."""
    for name in FILES:
        old = docs / f"{name}.yml"
        new = old.parent / "hotel-a" / "front" / old.name
        new.parent.mkdir(parents=True)
        shutil.move(old, new)
