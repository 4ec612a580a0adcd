"""How long a click on a quiz page takes to be answered, for every kind of question, in headless Chromium.

    python bench/clicks.py                  builds the site first
    python bench/clicks.py --site site      a site that is built already

Every question of the written quizzes, which have all kinds, and of the largest quiz is answered by the mouse; then
today's review and an exam are begun over all posts. Counted from the click to the last change it makes to the page, and
to the frame that shows it (at 60 Hz a frame alone takes up to 17 ms). All of it is done in several rounds, each in a
fresh profile; of each click the fastest round counts, as whatever else the machine does can only make it later. Prints
the median and the worst click in milliseconds, and the worst of any round, once as fast as this machine is and once
slowed down to a phone; exits 1 where the worst click of the first is shown later than the bar.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.browser import chromium  # noqa: E402

BAR = 50
"""Milliseconds a click may take."""
PHONE = 4
"""How many times slower than a desktop machine Lighthouse takes a phone to be."""
QUIET = 120
"""Milliseconds without a change after which a click counts as answered in full."""
WATCH = """quiet => {
    window.rolebookClicks = [];
    let start, changed, shown, silence;
    const done = () => {
        observer.disconnect();
        rolebookClicks.push({changed: changed - start, shown: shown - start});
    };
    const observer = new MutationObserver(() => {
        changed = performance.now();
        requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => {
                shown = performance.now();
                clearTimeout(silence);
                silence = setTimeout(done, quiet);
            };
            painted.port2.postMessage(0);
        });
    });
    document.addEventListener("click", (event) => {
        start = event.timeStamp;
        const all = {subtree: true, childList: true, attributes: true, characterData: true};
        observer.observe(document.querySelector(".md-content"), all);
    }, true);
}"""
Times = dict[str, list[tuple[float, float]]]


class Hand:
    """Clicks, and notes under a name how long each click took."""

    def __init__(self, page: Page, times: Times) -> None:
        self.page, self.times = page, times

    def open(self, address: str) -> None:
        """Go to a page and watch its clicks."""
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate(WATCH, QUIET)

    def click(self, what: str, target: Locator) -> None:
        """Click, wait until all is answered, and note it."""
        target.scroll_into_view_if_needed()
        before = self.page.evaluate("rolebookClicks.length")
        target.click()
        self.page.wait_for_function("before => rolebookClicks.length > before", arg=before)
        took = self.page.evaluate("rolebookClicks.at(-1)")
        self.times[what].append((took["changed"], took["shown"]))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep the output to the figures."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on loopback; yields its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def sit(hand: Hand) -> None:
    """Answer a whole sitting, every second question wrong, so that misses come back too."""
    page = hand.page
    hand.click("begin", page.locator("rb-quiz .rb-quiz-entry button").last)
    turn = 0
    met: set[str] = set()
    while page.locator("rb-question").count():
        question = page.locator("rb-question").evaluate("e => e.question")
        answer(hand, question, right=question["id"] in met or turn % 2 == 0)
        met.add(question["id"])
        hand.click("next", page.locator(".rb-onward"))
        turn += 1


def answer(hand: Hand, question: dict[str, Any], *, right: bool) -> None:
    """Answer a question; each click is noted under the question's kind."""
    page, kind = hand.page, question["answering"]
    options = [option["id"] for option in question["options"]]
    wanted = [id in question["key"] for id in options]
    steps: dict[str, Callable[[], None]] = {
        "single": lambda: hand.click("single", page.locator(".rb-choice").nth(wanted.index(right))),
        "several": lambda: several(hand, [want == (right or n > 0) for n, want in enumerate(wanted)]),
        "number": lambda: number(hand, question["options"][0]["text"] if right else "999"),
        "recall": lambda: recall(hand, right=right),
    }
    steps.get(kind, lambda: arranged(hand, kind, question["key"] if right else []))()


def several(hand: Hand, ticks: list[bool]) -> None:
    """Tick boxes and check."""
    for n, tick in enumerate(ticks):
        if tick:
            hand.click("several: tick", hand.page.locator(".rb-choice").nth(n))
    hand.click("several: check", hand.page.locator(".rb-check"))


def number(hand: Hand, text: str) -> None:
    """Type a number and check."""
    hand.page.locator("input[name=number]").fill(text)
    hand.click("number", hand.page.locator(".rb-number-form button"))


def recall(hand: Hand, *, right: bool) -> None:
    """Look at the answer and say whether it was known."""
    hand.click("recall: look", hand.page.locator("rb-question button").first)
    hand.click("recall: judge", hand.page.locator(".rb-card-question .rb-actions button").nth(0 if right else 1))


def arranged(hand: Hand, kind: str, key: list[str]) -> None:
    """Bring rows into their order by their buttons, where there is one, and check."""
    for place, id in enumerate(key):
        rows = hand.page.locator(".rb-reorder__row").evaluate_all("rows => rows.map(row => row.dataset.id)")
        for _ in range(rows.index(id) - place):
            hand.click(f"{kind}: move", hand.page.locator(f".rb-reorder__row[data-id='{id}'] [data-way=up]"))
    hand.click(f"{kind}: check", hand.page.locator(".rb-check"))


def everything(hand: Hand, base: str) -> None:
    """Choose all there is, and begin today's review and an exam about it."""
    page = hand.page
    hand.open(base + "quizzes/review.html")
    for box in page.locator(".rb-choose input").all():
        hand.click("choose a post", box)
    hand.click("begin review", page.locator("rb-review .rb-button").first)
    hand.open(base + "quizzes/exam.html")
    page.locator("input[name=count]").fill("200")
    hand.click("begin exam", page.locator(".rb-exam-form button"))
    for _ in range(10):
        hand.click("exam: skip", page.locator(".rb-onward"))
    hand.click("exam: hand in", page.locator("rb-sitting .rb-plain"))


def largest(site: Path) -> tuple[str, int]:
    """Return the page of the record most is asked about, and how many questions that are."""
    bank = json.loads((site / "quizzes" / "bank.json").read_text("utf-8"))
    ((record, count),) = Counter(name for q in bank["items"] for name in q["quizzes"]).most_common(1)
    return f"quizzes/{record}.html", count


def measure(site: Path, slower: int) -> Times:
    """Return the times of one round by what was clicked, on a machine so many times slower than this one."""
    times: Times = defaultdict(list)
    played = sorted((site / "quizzes").glob("*.html"))
    written = [f"quizzes/{path.name}" for path in played if "<rb-quiz " in path.read_text("utf-8")]
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(playwright), args=chromium.ARGUMENTS)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        hand = Hand(page, times)
        for path in (*written, largest(site)[0]):
            hand.open(base + path)
            sit(hand)
        everything(hand, base)
        browser.close()
    return times


def told(name: str, rounds: list[list[tuple[float, float]]]) -> str:
    """Return one line of the table."""
    changed, shown = ([min(took[n] for took in click) for click in zip(*rounds, strict=True)] for n in (0, 1))
    worst = max(late for took in rounds for _, late in took)
    figures = (statistics.median(changed), max(changed), statistics.median(shown), max(shown), worst)
    return f"{name:16}{len(shown):6}" + "".join(f"{figure:10.1f}" for figure in figures)


def slowest(rounds: list[list[tuple[float, float]]]) -> float:
    """Return when the last click is shown, of each its fastest round."""
    return float(max(min(late for _, late in took) for took in zip(*rounds, strict=True)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--rounds", type=int, default=3, help="how often all is clicked through")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        site = arguments.site or Path(name) / "site"
        if not arguments.site:
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
            subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
        path, count = largest(site)
        print(f"largest quiz: {path}, {count} questions")
        late = False
        for slower in (1, PHONE):
            rounds = [measure(site, slower) for _ in range(arguments.rounds)]
            head = "this machine" if slower == 1 else f"{slower} times slower"
            print(f"\n{head:16}clicks   changed: median, worst   shown: median, worst, of any round   (ms)")
            for what in sorted(rounds[0]):
                print(told(what, [times[what] for times in rounds]))
            every = [[took for what in sorted(times) for took in times[what]] for times in rounds]
            print(told("all", every))
            if slower == 1:
                late = slowest(every) > BAR
                print(f"bar {BAR} ms: {'missed' if late else 'kept'}")
    sys.exit(late)


if __name__ == "__main__":
    main()
