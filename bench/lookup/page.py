"""How soon lookup answers on a real page, and how long it keeps the page from answering anything else.

    python bench/lookup/page.py [--lines 25000] [--repeats 7] [--slower 1] [--query rywd]

Builds the handbook's site, puts an index of so many lines in place of its own, and opens a page of it in headless
Chromium over loopback, with nothing cached and `--slower` times less processor. Prints the median of the repeats, the
best and the worst, in milliseconds:

- typed at once: from the page being interactive (`performance.timing.domInteractive`) to the first result, where the
  field is focused and the query is there at that moment; and what that is made of;
- typed later: from the key to the result when the page has come to rest;
- each stage on the main thread then: reading the script, unpacking it, what is made ready in idle moments;
- tasks over 50 ms that begin while the index is loaded and made ready, beside those of the page with an empty index.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import corpus
from playwright.sync_api import Browser, sync_playwright
from run import ARGUMENTS, CHROMIUM, ROOT, _serve

from rolebook.load import load

PAGE = "roles/bar-attendant.html"
INDEX = "lookup.js"
BUDGET = 50
"""A task that takes longer keeps the page from answering a key in time (W3C Long Tasks), in ms."""
STAGES = {"script": "EvaluateScript", "unpacking": "EventDispatch", "idle": "FireIdleCallback"}
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)))
  .observe({type: 'longtask', buffered: true});
window.stage = {};
document.addEventListener('load', ({target}) => {
  if (target.src?.endsWith('lookup.js')) stage.read = performance.now();
}, true);
window.typed = (query) => new Promise((done, fail) => {
  setTimeout(fail, 60000, new Error('no result'));
  const box = document.querySelector('rb-lookup input');
  const begun = performance.now();
  const look = () => {
    if (!document.querySelector('rb-lookup [role=option]')) return;
    seen.disconnect();
    const [file] = performance.getEntriesByType('resource').filter(({name}) => name.endsWith('lookup.js'));
    const unpacked = performance.getEntriesByName('rolebook:lookup')[0].startTime;
    done({begun, ...stage, fetched: file.responseEnd, unpacked, seen: performance.now()});
  };
  const seen = new MutationObserver(look);
  seen.observe(document.querySelector('rb-lookup'), {childList: true, subtree: true});
  box.focus();
  box.value = query;
  box.dispatchEvent(new InputEvent('input', {bubbles: true}));
  look();
});
"""
AT_ONCE = """
window.first = new Promise((done) => {
  const begin = () => (document.querySelector('rb-lookup input') ? done(window.typed(%s)) : setTimeout(begin));
  document.addEventListener('readystatechange', begin, {once: true});
});
"""
PARTS = {
    "until the field is there": "begun",
    "until the script is fetched": "fetched",
    "until it is read": "read",
    "until it is unpacked": "unpacked",
    "until the first result is there": "seen",
}
INTERACTIVE = "performance.timing.domInteractive - performance.timing.navigationStart"


def main() -> None:
    """Prepare, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=25000)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--slower", type=float, default=1)
    parser.add_argument("--query", default="rywd")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
        handbook = load(ROOT / "docs")
        index = corpus.script(handbook, corpus.entries(handbook, options.lines))
        (site / "assets" / "rolebook" / INDEX).write_bytes(index)
        address = f"{_serve(site)}/{PAGE}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            runs = range(options.repeats)
            at_once = [_at_once(browser, address, options) for _ in runs]
            later = [_later(browser, address, options) for _ in runs]
            empty = [_later(browser, address, options, empty=True)["tasks"] for _ in runs]
            browser.close()
    print(f"{options.lines} lines, {len(index) / 1e6:.2f} MB of script, processor {options.slower:g} times slower")
    _print("typed at once: interactive to first result", [run["result"] for run in at_once])
    for stage in PARTS:
        _print(f"  {stage}", [run[stage] for run in at_once])
    _print("typed later: key to result", [run["result"] for run in later])
    for stage in STAGES:
        _print(f"  {stage}, in all", [run[stage] for run in later])
    _print("  longest idle task", [run["longest idle"] for run in later])
    _print(f"tasks over {BUDGET} ms, number", [len(run["tasks"]) for run in later])
    _print("  their time in all", [sum(run["tasks"]) for run in later])
    _print("  the same with an empty index", [sum(tasks) for tasks in empty])


def _open(browser: Browser, options: argparse.Namespace, script: str) -> Any:
    page = browser.new_context().new_page()
    page.add_init_script(script)
    if options.slower > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": options.slower})
    return page


def _at_once(browser: Browser, address: str, options: argparse.Namespace) -> dict[str, float]:
    page = _open(browser, options, WATCH + AT_ONCE % json.dumps(options.query))
    page.goto(address, wait_until="commit")
    at = page.evaluate("first")
    marks = [page.evaluate(INTERACTIVE), *(at[mark] for mark in PARTS.values())]
    page.context.close()
    spent = {part: after - before for part, before, after in zip(PARTS, marks, marks[1:], strict=False)}
    return {"result": marks[-1] - marks[0], **spent}


def _later(browser: Browser, address: str, options: argparse.Namespace, *, empty: bool = False) -> dict[str, Any]:
    page = _open(browser, options, WATCH)
    if empty:
        page.route(f"**/{INDEX}", lambda route: route.fulfill(body="", content_type="text/javascript"))
    browser.start_tracing(page=page, categories=["devtools.timeline", "disabled-by-default-devtools.timeline"])
    page.goto(address)
    page.wait_for_timeout(3000 * options.slower)  # the index comes in idle moments, after the page is loaded
    tasks = page.evaluate("tasks")
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    result = 0.0
    if not empty:
        at = page.evaluate("query => typed(query)", options.query)
        result = at["seen"] - at["begun"]
    page.context.close()
    return {"tasks": tasks, "result": result, **_stages(trace)}


def _stages(trace: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return what each stage took on the main thread, in ms. The script's load event is where it is unpacked."""
    spans = [event for event in trace if event.get("ph") == "X"]
    loads = [
        event
        for event in spans
        if event["name"] == "EvaluateScript" and event["args"].get("data", {}).get("url", "").endswith(INDEX)
    ]
    end = max((event["ts"] + event["dur"] for event in loads), default=0)
    follows = [event for event in spans if event["name"] == "EventDispatch" and event["ts"] >= end]
    unpacking = min((e for e in follows if e["args"]["data"]["type"] == "load"), key=lambda e: e["ts"], default=None)
    idle = [event["dur"] for event in spans if event["name"] == "FireIdleCallback" and event["ts"] >= end]
    return {
        "script": sum(event["dur"] for event in loads) / 1000,
        "unpacking": unpacking["dur"] / 1000 if unpacking else 0.0,
        "idle": sum(idle) / 1000,
        "longest idle": max(idle, default=0) / 1000,
    }


def _print(label: str, values: Sequence[float]) -> None:
    print(f"{label:<44} {statistics.median(values):>8.1f}  {min(values):>8.1f} … {max(values):.1f}", flush=True)


if __name__ == "__main__":
    main()
