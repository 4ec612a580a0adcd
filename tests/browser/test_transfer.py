"""Progress on its way to a new device: as a file, as text, and as codes that its camera reads."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import START
from tests.browser.keeping import KEPT, questions, stored, violations
from tests.browser.quizzing import REVIEW, choose

COUNT = 120
PUT = """([start, ids]) => {
  for (const [n, id] of ids.entries())
    localStorage.setItem(`${start}quiz:${id}`, JSON.stringify({
      revision: (n * 7919).toString(16), due: 1767240000000 + n * 98765432, last: 1767240000000 + n * 1234567,
      stability: 2 + Math.abs(Math.cos(n)), difficulty: 5 + Math.sin(n),
      days: n % 30, reps: n, lapses: 0, missed: n % 3,
    }));
  localStorage.setItem(`${start}quiz-post:roles/bar-attendant`, "true");
}"""
"""Progress with numbers that do not repeat, as people's do not."""
AS_CAMERA = """(canvas) => {
  const picture = document.createElement("canvas");
  picture.width = 900; picture.height = 900;
  const pen = picture.getContext("2d");
  let seen;
  setInterval(() => {
    pen.fillStyle = "#888"; pen.fillRect(0, 0, 900, 900);
    if (!seen) return;
    pen.translate(450, 450); pen.rotate(0.05); pen.drawImage(seen, -400, -400, 800, 800); pen.resetTransform();
  }, 50);
  navigator.mediaDevices.getUserMedia = async () => picture.captureStream(30);
  window.show = async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    seen = image;
  };
}"""
"""A camera that sees what `show` is given, askew, for as long as it is given nothing else."""


@pytest.fixture
def other(browser: Browser) -> Iterator[Page]:
    """A tab on another device."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    context.clock.install(time=START)
    yield context.new_page()
    context.close()


@pytest.fixture
def learnt(page: Page, base: str) -> Page:
    """The review of someone who has answered much."""
    page.goto(base + REVIEW)
    page.evaluate(PUT, [KEPT, questions(page)[:COUNT]])
    page.reload()
    page.locator(".rb-standing").wait_for()
    return page


def same(one: Page, other: Page) -> bool:
    """Whether two devices know the same."""
    return all(stored(one, KEPT + shelf) == stored(other, KEPT + shelf) for shelf in ("quiz:", "quiz-post:"))


def told(page: Page) -> str:
    """Return what is said of an import."""
    status = page.locator("rb-review .rb-quiz-entry [role=status]")
    status.wait_for()
    return status.inner_text()


def code(page: Page, n: int, before: Collection[str]) -> str:
    """Return the code that is shown, the n-th of the sequence, as a picture's address; none of those `before` it.

    A canvas is drawn some time after it says which code it shows, and its page's clock stands.
    """
    canvas = page.locator(f"canvas.rb-code[data-code='{n}']")
    for _ in range(300):
        shown = str(canvas.evaluate("canvas => canvas.width > 300 ? canvas.toDataURL() : ''"))
        if shown and shown not in before:
            return shown
        page.wait_for_timeout(100)
    raise AssertionError(f"code {n} is not drawn")


def test_as_text(learnt: Page, other: Page, base: str) -> None:
    """Copied in one go, pasted in two, with line ends that a chat put in. It is short enough for a message."""
    learnt.context.grant_permissions(["clipboard-read", "clipboard-write"])
    learnt.get_by_role("button", name="复制进度").click()
    expect(learnt.locator("rb-transfer .rb-copied")).to_have_text("已复制")
    text = learnt.evaluate("navigator.clipboard.readText()")
    plain = len(json.dumps(stored(learnt, f"{KEPT}quiz:")))
    assert len(text) < plain * 0.7
    other.goto(base + REVIEW)
    other.get_by_role("button", name="粘贴进度").click()
    other.get_by_label("粘贴在这里").fill(re.sub("(.{50})", r"\1\n", f"王芳：\n{text}"))
    other.get_by_role("button", name="导入", exact=True).click()
    assert told(other) == f"已导入 {COUNT} 题的进度"
    assert same(learnt, other)


def test_as_codes(learnt: Page, other: Page, base: str) -> None:
    """Shown one after the other, read by the other's camera in any order, and by readers that are not ours."""
    learnt.get_by_role("button", name="显示二维码").click()
    count = int(re.findall(r"\d+", learnt.locator("rb-codes canvas").get_attribute("aria-label") or "")[0])
    assert 5 < count < 30
    learnt.get_by_role("button", name="停住").click()
    pictures: dict[int, str] = {}
    for _ in range(count):
        n = int(learnt.locator("canvas.rb-code").get_attribute("data-code") or "")
        pictures[n] = code(learnt, n, pictures.values())
        learnt.get_by_role("button", name="下一张").click()
    assert sorted(pictures) == list(range(1, count + 1))
    other.goto(base + REVIEW)
    other.evaluate(AS_CAMERA)
    other.get_by_role("button", name="扫二维码").click()
    status = other.locator("rb-transfer [role=status]")
    for done, n in enumerate(sorted(pictures, key=lambda n: n % 3), 1):
        other.evaluate("source => window.show(source)", pictures[n])
        if done < count:
            expect(status.filter(has_text="收到")).to_have_text(f"收到 {done} / {count}")
    assert told(other) == f"已导入 {COUNT} 题的进度"
    assert same(learnt, other)
    expect(other.locator("video")).to_have_count(0)


def test_codes_are_read_by_any_reader(learnt: Page, served: str) -> None:
    """From the screen, in the size a phone shows them, on light and dark pages; what is read can be pasted."""
    learnt.get_by_role("button", name="显示二维码").click()
    learnt.get_by_role("button", name="停住").click()
    for scheme in ("light", "dark"):
        learnt.emulate_media(color_scheme=scheme)
        canvas = learnt.locator("canvas.rb-code")
        shown = zxingcpp.read_barcodes(Image.open(io.BytesIO(canvas.screenshot())))
        assert [text.text[:6] for text in shown] == [f"RB1:{canvas.get_attribute('data-code')}/"]
        assert violations(learnt) == []


def test_without_a_camera(other: Page, base: str) -> None:
    """It says what to do instead."""
    other.goto(base + REVIEW)
    other.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no')); }")
    other.get_by_role("button", name="扫二维码").click()
    expect(other.locator("rb-transfer [role=status]").last).to_contain_text("可以改用“复制进度”和“粘贴进度”")


def test_in_a_browser_that_cannot_compress(page: Page, other: Page, base: str) -> None:
    """Progress moves as plain text; codes are not offered."""
    for tab in (page, other):
        tab.add_init_script("delete window.CompressionStream; delete window.DecompressionStream;")
        tab.goto(base + REVIEW)
    page.evaluate(PUT, [KEPT, questions(page)[:3]])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.get_by_role("button", name="显示二维码")).to_have_count(0)
    page.get_by_role("button", name="复制进度").click()
    expect(page.locator("rb-transfer .rb-copied")).to_have_text("已复制")
    other.get_by_role("button", name="粘贴进度").click()
    other.get_by_label("粘贴在这里").fill(page.evaluate("navigator.clipboard.readText()"))
    other.get_by_role("button", name="导入", exact=True).click()
    assert told(other) == "已导入 3 题的进度"


def test_into_the_profile_that_is_chosen(learnt: Page, context: BrowserContext, base: str, tmp_path: Path) -> None:
    """And into no other; the file is named for whose it is."""
    learnt.locator(".rb-profile summary").click()
    learnt.get_by_label("换一个人用，叫什么").fill("王/芳")
    learnt.get_by_label("换一个人用，叫什么").press("Enter")
    expect(learnt.locator(".rb-profile summary strong")).to_have_text("王/芳")
    choose(learnt, "吧台岗客服员")
    with learnt.expect_download() as download:
        learnt.locator("rb-transfer").get_by_role("button", name="导出进度").click()
    assert download.value.suggested_filename == "rolebook-王-芳-2026-01-01.json"
    assert json.loads(download.value.path().read_text("utf-8"))["memories"] == {}


def test_reminded_before_it_is_too_late(learnt: Page) -> None:
    """Of so many answers that were never exported; not again once they were, or once that was put off."""
    note = learnt.locator(".rb-kept-note")
    expect(note).to_contain_text(f"有 {COUNT} 题的进度还没有导出过")
    note.get_by_role("button", name="以后再说").click()
    expect(note).to_have_count(0)
    learnt.evaluate("start => localStorage.removeItem(`${start}export:later`)", KEPT)
    learnt.reload()
    with learnt.expect_download():
        note.get_by_role("button", name="现在导出").click()
    expect(note).to_have_count(0)
    learnt.reload()
    learnt.locator(".rb-standing").wait_for()
    expect(note).to_have_count(0)


def test_what_is_remembered_of_gone_questions_travels_no_more(page: Page, served: str) -> None:
    """Neither out nor in; that of posts the page has not read does, and on the device all of it stays."""
    page.goto(served + REVIEW)
    choose(page, "吧台岗客服员")
    page.locator(".rb-standing").wait_for()
    mine = set(page.evaluate("window.rolebookQuizzes['roles/bar-attendant'].items.map(({id}) => id)"))
    other = next(id for id in questions(page) if id not in mine)
    memory = dict.fromkeys(("due", "last", "stability", "difficulty", "days", "reps", "lapses", "missed"), 1)
    for id in (other, "gone"):
        key = f"{KEPT}quiz:{id}"
        page.evaluate(
            "([key, value]) => localStorage.setItem(key, value)", [key, json.dumps({**memory, "revision": "r"})]
        )
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出进度").click()
    assert set(json.loads(Path(download.value.path()).read_text("utf-8"))["memories"]) == {other}
    assert set(stored(page, f"{KEPT}quiz:")) == {other, "gone"}
