"""What may happen to a device: the browser is killed, storage fills up, and what comes in a file may be anything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser import chromium
from tests.browser.keeping import KEPT, questions, stored
from tests.browser.quizzing import REVIEW, ROLE, answer, begin, choose, onward

CHECKLIST = "checklists/bar-before-shift.html"
Start = Callable[[], BrowserContext]


@pytest.fixture
def start(playwright: Playwright, tmp_path: Path) -> Iterator[Start]:
    """Starts a browser of its own on a profile on disk; again and again the same profile."""
    started: list[BrowserContext] = []

    def begun() -> BrowserContext:
        started.append(
            playwright.chromium.launch_persistent_context(
                tmp_path / "device",
                executable_path=chromium.find(playwright),
                args=chromium.ARGUMENTS,
                env=chromium.surroundings(tmp_path),
            )
        )
        return started[-1]

    yield begun
    started[-1].close()


def kill(folder: Path) -> None:
    """Kill the browser whose profile lies there, all its processes at once."""
    running = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    wanted = [line.split()[0] for line in running.splitlines() if f"--user-data-dir={folder}" in line]
    assert wanted
    for pid in wanted:
        try:
            os.kill(int(pid), signal.SIGKILL)
        except ProcessLookupError:
            continue  # went with its parent


def noted(page: Page) -> None:
    """Wait until the browser has written down what the page asked it to: it does so in the order it was asked."""
    page.evaluate(
        """async (name) => {
      const database = await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      const all = database.transaction("changes").objectStore("changes").getAllKeys();
      await new Promise((done) => { all.onsuccess = done; });
      database.close();
    }""",
        KEPT.removesuffix("0:"),
    )


def test_a_killed_browser_has_lost_nothing(start: Start, tmp_path: Path, base: str) -> None:
    """Not what was ticked a moment before, nor what was answered, nor who was chosen; three times over."""
    page = start().new_page()
    page.goto(base + CHECKLIST)
    for n in range(3):
        page.locator(".rb-tick").nth(2 * n).check()
        page.locator(".rb-tick").nth(2 * n + 1).check()
        if n == 1:
            page.locator(".rb-tick").nth(0).uncheck()
        noted(page)
        kill(tmp_path / "device")
        page = start().new_page()
        page.goto(base + CHECKLIST)
        expect(page.locator(".rb-left")).to_have_text(f"还剩 {[11, 10, 8][n]} 条")
    begin(page, base + ROLE)
    for _ in range(2):
        answer(page, right=True)
        onward(page)
    page.goto(base + CHECKLIST)
    page.locator(".rb-profile summary").click()
    page.get_by_label("换一个人用，叫什么").fill("王芳")
    page.get_by_label("换一个人用，叫什么").press("Enter")
    expect(page.locator(".rb-profile summary strong")).to_have_text("王芳")
    noted(page)
    kill(tmp_path / "device")
    page = start().new_page()
    page.goto(base + ROLE)
    expect(page.locator(".rb-profile summary strong")).to_have_text("王芳")
    page.locator(".rb-profile summary").click()
    page.get_by_role("button", name="换成还没有名字的人").click()
    expect(page.locator(".rb-progress")).to_contain_text("在学 2")


def test_what_was_cleared_on_purpose_stays_so(page: Page, base: str) -> None:
    """The log of the last changes does not bring back what someone emptied."""
    page.goto(base + CHECKLIST)
    page.locator(".rb-tick").first.check()
    noted(page)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".rb-left")).to_have_text("还剩 13 条")
    noted(page)
    page.reload()
    expect(page.locator(".rb-left")).to_have_text("还剩 13 条")


def test_a_full_storage_is_told_and_loses_nothing(page: Page, base: str) -> None:
    """What was kept stays; what comes is ticked all the same, and said to be gone with the page."""
    page.goto(base + CHECKLIST)
    page.locator(".rb-tick").first.check()
    page.evaluate("""() => {
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        try { for (let n = 0; ; n++) localStorage.setItem(`x${size}-${n}`, "x".repeat(size)); } catch { continue; }
      }
    }""")
    expect(page.locator(".rb-unkept")).to_have_count(0)
    page.locator(".rb-tick").nth(1).check()
    expect(page.locator(".rb-left")).to_have_text("还剩 11 条")
    expect(page.locator(".rb-unkept")).to_contain_text("关掉页面，打过的勾就没了")
    with page.expect_download() as download:
        page.locator(".rb-more summary").click()
        page.locator(".rb-tick-bar").get_by_role("button", name="导出").click()
    assert Path(download.value.path()).read_text("utf-8").count(",是,") == 2
    page.reload()
    expect(page.locator(".rb-left")).to_have_text("还剩 12 条")


HOSTILE = {
    "truncated": '{"format": "rolebook-progress", "version": 1, "memories": {"a": {"due": 1',
    "huge": " " * 10_000_001 + "{}",
    "deep": '{"format": "rolebook-progress", "version": 1, "memories": ' + "[" * 100_000,
    "of another version": '{"format": "rolebook-progress", "version": 9, "memories": {}}',
    "binary": "\x00\x01\ufffd" * 1000,
    "a list": "[]",
    "a code cut short": "RB1:1/1:AAAAAAA:MFRGG.",
}
MEMORY = {
    "revision": "r",
    "due": 1,
    "last": 1,
    "stability": 1,
    "difficulty": 5,
    "days": 1,
    "reps": 1,
    "lapses": 0,
    "missed": 0,
}


def import_text(page: Page, text: str) -> str:
    """Import a file with that text, and return what the page says of it."""
    status = page.locator("rb-review .rb-quiz-entry [role=status]")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode("utf-8", "surrogatepass")}
    )
    status.wait_for()
    return status.inner_text()


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_is_none_changes_nothing(page: Page, served: str, what: str) -> None:
    """And is told to be none."""
    page.goto(served + REVIEW)
    choose(page, "吧台岗客服员")
    before = page.evaluate("({...localStorage})")
    assert import_text(page, HOSTILE[what]) == "这不是进度文件，什么也没有改。"
    assert page.evaluate("({...localStorage})") == before


def test_a_hostile_file_does_no_harm(page: Page, served: str) -> None:
    """Names that mean something to JavaScript, numbers beyond all dates, markup: kept as data, or left out."""
    odd = {
        "__proto__": MEMORY,
        "constructor": {**MEMORY, "revision": "<img src=x onerror=alert(1)>"},
        "<script>alert(1)</script>": MEMORY,
        "x:y\n\u2028\ud800": MEMORY,
        "late": {**MEMORY, "due": 1e300, "last": 1e300},
        "wild": {**MEMORY, "stability": 1e308, "days": 8e15},
        "none": None,
        "negative": {**MEMORY, "due": -1},
    }
    page.goto(served + ROLE)
    id = page.evaluate("Object.values(window.rolebookQuizzes)[0].items[0].id")
    page.goto(served + REVIEW)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    choose(page, "吧台岗客服员")
    far = {**MEMORY, "last": 2e14, "due": 2e14, "stability": 36500, "difficulty": 10, "days": 36500}
    file = {
        "format": "rolebook-progress",
        "version": 1,
        "memories": odd | {id: far},
        "days": ["2026-01-01", "../../x", 3],
        "posts": ["roles/bar-attendant", "roles/../x", "javascript:x/y"],
    }
    assert import_text(page, json.dumps(file)) == "已导入 1 题的进度；4 题手册里已经没有，没有导入"
    assert set(stored(page, f"{KEPT}quiz-day:")) == {"2026-01-01"}
    page.get_by_role("button", name="复习到期的").click()
    for _ in range(3):
        answer(page, right=False)
        onward(page)
    page.reload()
    expect(page.locator(".rb-standing > li")).to_contain_text(["在学"])
    assert page.evaluate("({}).due") is None


def test_progress_of_another_handbook_is_refused(page: Page, served: str) -> None:
    """Where both have a name."""
    page.goto(served + REVIEW)
    id = questions(page)[0]
    file = {"format": "rolebook-progress", "version": 1, "site": "hotel-2", "memories": {id: MEMORY}}
    choose(page, "吧台岗客服员")
    assert import_text(page, json.dumps(file)) == "这是另一本手册的进度，什么也没有改。"
    assert import_text(page, json.dumps({**file, "site": "job-handbook"})) == "已导入 1 题的进度"


def test_more_than_there_is_room_for(page: Page, served: str) -> None:
    """It says how much is kept."""
    page.goto(served + REVIEW)
    choose(page, "吧台岗客服员")
    page.evaluate("localStorage.setItem('x', 'x'.repeat(5 * 1024 * 1024 - 20000))")
    memories = dict.fromkeys(questions(page)[:200], MEMORY)
    told = import_text(page, json.dumps({"format": "rolebook-progress", "version": 1, "memories": memories}))
    kept = len(stored(page, f"{KEPT}quiz:"))
    assert 0 < kept < 200
    assert told.startswith(f"这台设备存满了：200 题的进度只存下 {kept} 题")
