"""A handbook of some hundred posts, built with bounds so low that all that is cut for ten thousand is cut here too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

POSTS = 240
LOW = """
import sys
from rolebook import listing
from rolebook.views.lookup import shards
listing.LIMIT, shards.WHOLE, shards.SIZE = 9_000, 100, 3_000
sys.argv = ["mkdocs", "build", "-q", "-d", sys.argv[1]]
from mkdocs.__main__ import cli
cli()
"""
CONFIG = """site_name: 连锁酒店手册
theme: {name: material}
plugins:
  - rolebook: {posters: false, quiz_lint: ignore, site_id: chain}
"""
ROLE = """title: {title}
department: {department}
revision: {{number: 1, effective: 2026-01-02, owner: 前厅部}}
sections:
  - title: 职责
    id: duties
    items:
      - text: 客人到达后{n}分钟内送上第{n}号茶
        id: tea
        measures:
          - {{of: 送第{n}号茶, at_most: {n}, unit: 分钟}}
      - 接班后填写《值班记录表》，写明{title}的事
      - 打烊前锁好{n}号柜
"""
FORM = """title: 值班记录表
revision: {number: 1, effective: 2026-01-02, owner: 前厅部}
fields:
  - label: 姓名
"""


def title(n: int) -> str:
    """Return the title of a post."""
    return f"门童 {n}" if n < 120 else f"店员 {n}"


def department(n: int) -> str:
    """Return its department: one that is cut, and many small ones."""
    return "前厅部" if n < 120 else f"{n // 12} 号店"


def built(folder: Path) -> Path:
    """Write the handbook into `folder`, build it and return the site."""
    (folder / "docs" / "roles").mkdir(parents=True)
    (folder / "docs" / "forms").mkdir()
    for n in range(POSTS):
        text = ROLE.format(n=n + 2, title=title(n), department=department(n))
        (folder / "docs" / "roles" / f"post-{n:03}.yml").write_text(text, "utf-8")
    (folder / "docs" / "forms" / "duty-log.yml").write_text(FORM, "utf-8")
    for n in range(8):
        text = "".join(f"## 第{n}章之{k}\n\n先敲门{n}下，等{k}秒，再说话。\n\n" for k in range(20))
        (folder / "docs" / f"guide-{n}.md").write_text(f"# 指南 {n}\n\n{text}", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", LOW, str(folder / "site")]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"
