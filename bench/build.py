"""How long Rolebook takes to build N roles, beside plain mkdocs-material for the same text as hand-written Markdown.

    python bench/build.py 1000

Only what the peer makes as well is measured: pages and their search, no sheets and no quizzes.
The roles are the real ones, varied so that no two lines are alike. The peer's pages stand outside its navigation, as
ours do: Material renders the whole navigation into each page, so with all of them inside it would be slower still.
The peer is built twice: with its search as it comes, which finds no Chinese words, and with jieba installed, as its
manual says for Chinese. Prints user seconds, wall seconds and peak memory of each, and the ratios.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from rolebook.kinds.roles.model import Role
from rolebook.language import language
from rolebook.load import load
from rolebook.model.item import Item

ROOT = Path(__file__).parents[1]
CHINESE = language("zh")
SIDES = OURS, PLAIN, JIEBA = "ours", "plain", "plain+jieba"
OUR_CONFIG = "site_name: bench\ntheme: {name: material}\nplugins: [{rolebook: {posters: false, quizzes: false}}]\n"
PLAIN_CONFIG = (
    "site_name: bench\nuse_directory_urls: false\ntheme: {name: material, language: zh, font: false}\n"
    "nav: [index.md]\nnot_in_nav: roles/*\n"
)
LINE = re.compile(r"^((?: +- | +(?:- )?text: )(?!\w+: ).*[^\x00-\x7f])$", re.M)
"""A line of the handbook in YAML, bare or under its key."""
ANY_LINE = re.compile(r"^\d+\. .*$", re.M)
"""A line of it in Markdown."""
REFERENCES = {
    "aliases",
    "checklists",
    "procedures",
    "scripts",
    "standards",
    "forms",
    "related",
    "relieved_by",
    "reports_to",
    "subordinates",
    "works_with",
}


class Cost(NamedTuple):
    """User and wall time in seconds, peak memory in MiB."""

    user: float
    wall: float
    memory: float


def markdown(role: Role, n: int, mark: str) -> str:
    """Return the text of a role's page as an author would write it in Markdown, tables where the page has tables."""
    sections = "，".join(f"{section.title} {len(section.items)}" for section in role.sections)
    lines = [f"岗位 · {role.department}", "", f"# {role.title} {n}", "", sections, ""]
    numbers = [(m, item) for part in role.parts() for _, item in part.walk() for m in item.measures]
    if numbers:
        lines += ["## 关键数字", "", "| 什么 | 数值 | 什么时候 | 原文 |", "|---|---|---|---|"]
        lines += [
            f"| {m.of} | {' '.join(m.words(item.text, CHINESE).values())} | {m.when} | 看原文 |" for m, item in numbers
        ]
        lines.append("")
    for part in role.parts():
        lines += [f"## {part.title or part.kind}", "", *(_listed(item, "", mark) for item in part.items), ""]
    people = {"直接上级": role.reports_to, "直接下级": role.subordinates}
    control = {
        "文件编号": f"roles/{role.id}",
        "来源": f"{role.source.document} · {role.source.section}" if role.source else "",
        "版本": f"第 {role.revision.number} 版",
        "生效日期": str(role.revision.effective),
        "负责人": role.revision.owner,
        "源文件": f"docs/roles/role-{n:05}.yml",
    }
    for title, rows in (("和谁一起工作", people), ("文件控制", control)):
        lines += [f"## {title}", "", "| | |", "|---|---|", *(f"| {k} | {v} |" for k, v in rows.items() if v), ""]
    return "\n".join(lines)


def _listed(item: Item, indent: str, mark: str) -> str:
    below = "".join("\n" + _listed(sub, indent + "    ", mark) for sub in item.items)
    return f"{indent}1. {item.text}{mark}{below}"


def alone(text: str) -> str:
    """Return a role's YAML without what refers to other records."""
    kept, keeping = [], True
    for line in text.splitlines():
        if line[:1].isalpha():
            keeping = line.split(":")[0] not in REFERENCES
        if keeping and "differs_from:" not in line:
            kept.append(line)
    return "\n".join(kept) + "\n"


def write(folder: Path, count: int) -> None:
    """Write both projects under `folder`: ours/ and plain/."""
    roles = [role for role in load(ROOT / "docs").of(Role) if role.sections]
    texts = [alone((ROOT / "docs" / "roles" / f"{role.id}.yml").read_text("utf-8")) for role in roles]
    for name, config in ((OURS, OUR_CONFIG), (PLAIN, PLAIN_CONFIG)):
        (folder / name / "docs" / "roles").mkdir(parents=True)
        (folder / name / "mkdocs.yml").write_text(config, "utf-8")
    (folder / "plain" / "docs" / "index.md").write_text("# bench\n", "utf-8")
    forms = folder / "ours" / "docs" / "forms"
    forms.mkdir()
    for path in (ROOT / "docs" / "forms").glob("*.yml"):
        (forms / path.name).write_bytes(path.read_bytes())
    for n in range(count):
        role, text = roles[n % len(roles)], texts[n % len(roles)]
        mark = "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(n))
        varied = LINE.sub(rf"\1{mark}", re.sub(r"^title: (.*)$", rf"title: \1 {n}", text, count=1, flags=re.M))
        varied = re.sub(r"^( *(?:- )?)of: (.*)$", rf"\1of: \2 {n}", varied, flags=re.M)
        (folder / "ours" / "docs" / "roles" / f"role-{n:05}.yml").write_text(varied, "utf-8")
        (folder / "plain" / "docs" / "roles" / f"role-{n:05}.md").write_text(markdown(role, n, mark), "utf-8")


def build(folder: Path, jieba: bool) -> Cost:
    """Build one project in a process of its own, jieba hidden from it or not."""
    code = "import sys; sys.argv = ['mkdocs', 'build', '-q']; " + ("" if jieba else "sys.modules['jieba'] = None; ")
    command = [sys.executable, "-c", code + "from mkdocs.__main__ import cli; cli()"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"the build in {folder.name} failed")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(usage.ru_utime, time.perf_counter() - start, usage.ru_maxrss / scale)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=1000, help="how many roles")
    parser.add_argument("--only", choices=SIDES, help="build one side alone")
    arguments = parser.parse_args()
    if arguments.only in (None, JIEBA) and not importlib.util.find_spec("jieba"):
        sys.exit("jieba is missing: make bench installs it")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, arguments.count)
        sides = [side for side in SIDES if arguments.only in (None, side)]
        costs = {side: build(folder / side.partition("+")[0], side == JIEBA) for side in sides}
    print(f"{arguments.count:>5} roles   user s   wall s  peak MiB")
    for side, cost in costs.items():
        print(f"{side:11} {cost.user:8.2f} {cost.wall:8.2f} {cost.memory:9.0f}")
    for side in (side for side in costs if side != OURS and OURS in costs):
        ratios = (a / b for a, b in zip(costs[OURS], costs[side], strict=True))
        print(f"ours / {side:11}" + " ".join(f"{ratio:8.2f}" for ratio in ratios))


if __name__ == "__main__":
    main()
