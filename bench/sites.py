"""Rolebook beside plain mkdocs-material and Zensical: the same text as sites of N records, cold and warm.

    python bench/sites.py 100 1000 3000 10000

The peers get the text as hand-written Markdown (see build.py) and make neither quizzes nor sheets; Rolebook is built
with quizzes, and with pages and lookup alone. Each is built from nothing, after one line was edited, and after nothing
was; the median of the rounds counts. Writes a table and a plot to bench/results/ and prints the table.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import build

RESULTS = Path(__file__).parent / "results"
QUIZZED = "site_name: bench\ntheme: {name: material}\nplugins: [{rolebook: {posters: false, quiz_lint: warning}}]\n"
RUN = "import sys; sys.argv = [{}]; sys.modules['jieba'] = None; from {} import {} as run; run()"
"""jieba is hidden, so that the search of the peers stays as it comes."""


class Side(NamedTuple):
    """One way to build: the project, its settings and its command."""

    name: str
    project: str
    config: str
    command: tuple[str, ...]


def _command(module: str, function: str, *arguments: str) -> tuple[str, ...]:
    return sys.executable, "-c", RUN.format(", ".join(map(repr, arguments)), module, function)


ROLEBOOK = _command("rolebook.cli", "main", "rolebook", "build", "-q")
MKDOCS = _command("mkdocs.__main__", "cli", "mkdocs", "build", "-q")
SIDES = (
    Side("Rolebook, all views", build.OURS, QUIZZED, ROLEBOOK),
    Side("Rolebook, pages and lookup", build.OURS, build.OUR_CONFIG, ROLEBOOK),
    Side(
        "mkdocs-material", build.PLAIN, build.PLAIN_CONFIG, _command("mkdocs.__main__", "cli", "mkdocs", "build", "-q")
    ),
    Side("Zensical", build.PLAIN, build.PLAIN_CONFIG, (sys.executable, "-m", "zensical", "build")),
)


class Cost(NamedTuple):
    """Wall and user seconds, peak memory in MiB."""

    wall: float
    user: float
    memory: float


class Row(NamedTuple):
    """What a side takes for so many records: from nothing, after an edited line, after nothing; its site in MB."""

    records: int
    side: str
    cold: Cost
    edited: Cost
    unchanged: Cost
    megabytes: float


def ran(side: Side, folder: Path) -> Cost:
    """Build once in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(
        side.command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{side.name}: the build failed")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(time.perf_counter() - start, usage.ru_utime, usage.ru_maxrss / scale)


def measured(side: Side, folder: Path, count: int, rounds: int) -> Row:
    """Build a side from nothing, after an edited line and after nothing, several times."""
    (folder / "mkdocs.yml").write_text(side.config, "utf-8")
    edited = next(path for path in sorted((folder / "docs" / "roles").iterdir()) if "00003" in path.name)
    text = edited.read_text("utf-8")
    match = build.LINE.search(text) or build.ANY_LINE.search(text)
    assert match
    costs: list[list[Cost]] = [[], [], []]
    for n in range(rounds):
        for left in ("site", ".cache", ".rolebook"):
            shutil.rmtree(folder / left, ignore_errors=True)
        costs[0].append(ran(side, folder))
        edited.write_text(f"{text[: match.end()]}第{n}次{text[match.end() :]}", "utf-8")
        costs[1].append(ran(side, folder))
        costs[2].append(ran(side, folder))
    edited.write_text(text, "utf-8")
    size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    cold, after_edit, after_nothing = map(_median, costs)
    return Row(count, side.name, cold, after_edit, after_nothing, size / 1e6)


def _median(costs: Iterable[Cost]) -> Cost:
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table, with the machine and the versions."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("mkdocs-material", "zensical"))
    lines = [
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {versions}",
        "",
        "| records | | cold s | edited s | unchanged s | cold user s | peak MiB | site MB |",
        "|--:|:--|--:|--:|--:|--:|--:|--:|",
    ]
    lines += (
        f"| {row.records} | {row.side} | {row.cold.wall:.2f} | {row.edited.wall:.2f} | {row.unchanged.wall:.2f}"
        f" | {row.cold.user:.2f} | {row.cold.memory:.0f} | {row.megabytes:.0f} |"
        for row in rows
    )
    return "\n".join(lines) + "\n"


def ratios(rows: list[Row]) -> str:
    """Return how Rolebook stands to its peers for each number of records."""
    lines = []
    for count in sorted({row.records for row in rows}):
        ours, pages, plain, zensical = (row for row in rows if row.records == count)
        figures = {
            "cold / mkdocs-material": ours.cold.wall / plain.cold.wall,
            "cold / Zensical": ours.cold.wall / zensical.cold.wall,
            "pages and lookup / mkdocs-material": pages.cold.wall / plain.cold.wall,
            "edited / Zensical edited": ours.edited.wall / zensical.edited.wall,
            "unchanged / Zensical unchanged": ours.unchanged.wall / zensical.unchanged.wall,
            "site / larger peer": ours.megabytes / max(plain.megabytes, zensical.megabytes),
        }
        lines.append(f"{count} records: " + "; ".join(f"{name} {value:.2f}" for name, value in figures.items()))
    return "\n".join(lines) + "\n"


def plot(rows: list[Row], value: Callable[[Row], float]) -> str:
    """Return an SVG of one figure over the number of records, both logarithmic."""
    width, height, edge = 640, 400, 60
    counts, values = [row.records for row in rows], [value(row) for row in rows]

    def at(x: float, low: float, high: float, size: int) -> float:
        span = math.log(high / low) or 1
        return edge + math.log(x / low) / span * (size - 2 * edge)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">']
    for n, name in enumerate(dict.fromkeys(row.side for row in rows)):
        colour = ("#00695c", "#4db6ac", "#5c6bc0", "#ef6c00")[n % 4]
        points = [
            (
                at(row.records, min(counts), max(counts), width),
                height - at(value(row), min(values), max(values), height),
            )
            for row in rows
            if row.side == name
        ]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{edge}" y="{20 + 16 * n}" fill="{colour}" font-size="13">{name}</text>')
    for count in sorted(set(counts)):
        x = at(count, min(counts), max(counts), width)
        parts.append(f'<text x="{x:.0f}" y="{height - 20}" font-size="12" text-anchor="middle">{count}</text>')
    for shown in (min(values), max(values)):
        y = height - at(shown, min(values), max(values), height)
        parts.append(f'<text x="{edge - 8}" y="{y:.0f}" font-size="12" text-anchor="end">{shown:.1f} s</text>')
    return "\n".join([*parts, "</svg>\n"])


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", default=[100, 1000], help="how many roles")
    parser.add_argument("--rounds", type=int, default=2, help="how often each is built")
    arguments = parser.parse_args()
    rows: list[Row] = []
    for count in arguments.counts:
        with tempfile.TemporaryDirectory() as name:
            build.write(Path(name), count)
            rows += (measured(side, Path(name, side.project), count, arguments.rounds) for side in SIDES)
    said = f"{table(rows)}\n{ratios(rows)}"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "sites.md").write_text(said, "utf-8")
    (RESULTS / "sites.svg").write_text(plot(rows, lambda row: row.cold.wall), "utf-8")
    print(said)


if __name__ == "__main__":
    main()
