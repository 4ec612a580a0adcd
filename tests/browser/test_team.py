"""The page of whoever trains a team: reads what learners exported, says what is wrong with a file, prints, saves."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from tests import pdf
from tests.browser.keeping import violations
from tests.browser.quizzing import EXAM, REVIEW, answer, begin_exam, choose, onward

TEAM = "quizzes/team.html"
NAMES = ("王芳", "李明", "=陈晓")
KEPT = "JSON.stringify(Object.entries(localStorage).filter(([key]) => !key.endsWith(':settled')))"
"""What is kept, but that the past was looked through, which is noted a moment after a page is opened."""
ROWS = """bodies => bodies.map(body => [...body.querySelectorAll("th")].map(head => head.innerText.split(/\\s/)[0]))"""


def exported(page: Page, address: str) -> Download:
    """Export the progress of the page's profile."""
    page.goto(address + REVIEW)
    with page.expect_download() as got:
        page.locator("rb-transfer").get_by_role("button", name="导出进度").click()
    return got.value


@pytest.fixture(scope="module")
def files(browser: Browser, served: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Progress of three: one passed an exam, one did not, one chose a post. And a file of another sort."""
    folder = tmp_path_factory.mktemp("team")
    made = {}
    for n, name in enumerate(NAMES):
        context = browser.new_context(locale="zh-CN")
        context.clock.install(time=datetime.datetime(2026, 3, 1 + n, 4, tzinfo=datetime.UTC))
        page = context.new_page()
        page.goto(served + EXAM)
        page.locator(".rb-profile summary").click()
        page.get_by_label("换一个人用，叫什么").fill(name)
        page.get_by_role("button", name="新增", exact=True).click()
        expect(page.locator(".rb-profile summary strong")).to_have_text(name)
        if n < 2:
            begin_exam(page, served + EXAM, count=4)
            for _ in range(4):
                answer(page, right=n == 0)
                onward(page)
            page.locator(".rb-record").wait_for()
        else:
            choose(page, "吧台岗客服员")
        made[name] = folder / f"{n}.json"
        exported(page, served).save_as(made[name])
        context.close()
    made["changed"] = folder / "changed.json"
    made["changed"].write_text(made["李明"].read_text("utf-8").replace('"right": 0', '"right": 4'), "utf-8")
    made["other"] = folder / "rota.json"
    made["other"].write_text('{"monday": "王芳"}', "utf-8")
    return made


@pytest.fixture
def team(page: Page, base: str) -> Iterator[Page]:
    """The page, nothing on it yet, on a day in March 2026."""
    page.clock.set_system_time(datetime.datetime(2026, 3, 5, 4, tzinfo=datetime.UTC))
    page.goto(base + TEAM)
    page.locator("rb-team input").wait_for(state="attached")
    yield page


def put(page: Page, *paths: Path) -> None:
    """Choose files, and wait until they are read."""
    before = page.locator("rb-team > [role=status]").inner_text()
    page.locator("rb-team input").set_input_files([str(path) for path in paths])
    expect(page.locator("rb-team > [role=status]")).not_to_have_text(before)


def cells(page: Page, post: str, name: str) -> list[str]:
    """Return what the row of someone says, under a post."""
    body = page.locator(".rb-team-table tbody").filter(has=page.locator(".rb-team-table__post", has_text=post))
    row = body.locator("tr").filter(has=page.locator("th[scope=row]", has_text=name))
    return [text.strip() for text in row.locator("td").all_inner_texts()]


def test_post_by_post_and_person_by_person(team: Page, files: dict[str, Path]) -> None:
    """What each learnt, passed, with mark, attempt and bank revision, and has due; nothing but that is told."""
    put(team, *(files[name] for name in NAMES))
    expect(team.locator("rb-team > [role=status]")).to_have_text("3 个人，3 份文件；没有用的文件 0 份。")
    assert team.locator(".rb-team-table tbody").evaluate_all(ROWS) == [
        ["吧台岗客服员", "=陈晓", "李明", "王芳"],
        ["前厅岗客服员", "李明", "王芳"],
    ]
    expect(team.locator(".rb-team-notes")).to_have_count(0)
    revision = json.loads(files["王芳"].read_text("utf-8"))["exams"].popitem()[1]["revision"]
    known, passed, due, _ = cells(team, "吧台岗客服员", "王芳")
    assert known.splitlines()[0].startswith("0 / ")
    for text in ("✓ 通过", "100 分 · 第 1 次", "2026-03-01", f"题库 {revision}", "共 2 份"):
        assert text in passed
    assert "题库已更新" not in passed
    _, failed, due, _ = cells(team, "吧台岗客服员", "李明")
    assert "× 没有通过" in failed and "0 分 · 第 1 次" in failed
    assert int(due) > 0
    assert cells(team, "吧台岗客服员", "陈晓")[1:3] == ["没有考过", "–"]


def test_lines_that_the_team_gets_wrong(team: Page, base: str, files: dict[str, Path]) -> None:
    """With how many missed them, and a way to each of them."""
    put(team, files["王芳"], files["李明"])
    lines = team.locator(".rb-team-wrong li")
    missed = [memory["missed"] for memory in json.loads(files["李明"].read_text("utf-8"))["memories"].values()]
    expect(lines).to_have_count(len(missed))
    expect(lines.first).to_contain_text("人错过")
    with team.expect_popup() as popup:
        lines.first.get_by_role("link", name="看原文").click()
    popup.value.locator(":target").wait_for()
    assert popup.value.url.startswith(base)


def test_what_is_wrong_with_a_file_is_said(team: Page, files: dict[str, Path]) -> None:
    """No progress file, one changed by hand, whose exams do not count, two of one person: the newer is used."""
    newer = files["王芳"].with_name("newer.json")
    newer.write_text(files["王芳"].read_text("utf-8"), "utf-8")
    put(team, files["王芳"], files["changed"], files["other"])
    expect(team.locator("rb-team > [role=status]")).to_have_text("2 个人，2 份文件；没有用的文件 1 份。")
    notes = team.locator(".rb-team-notes")
    expect(notes).to_contain_text("“rota.json”不是进度文件")
    expect(notes).to_contain_text("“changed.json”导出以后改动过，里面的考试成绩不算")
    assert cells(team, "吧台岗客服员", "李明")[1] == "没有考过"
    put(team, files["李明"])
    expect(notes).to_contain_text("李明有两份文件")
    put(team, newer)
    expect(notes).to_contain_text("王芳有两份文件")
    expect(notes).not_to_contain_text("rota.json")
    team.get_by_role("button", name="清空").click()
    expect(team.locator(".rb-team-table, .rb-team-notes")).to_have_count(0)


def test_of_another_handbook_or_an_earlier_version(team: Page, files: dict[str, Path], tmp_path: Path) -> None:
    """The first is not used, the second is, without exams; and whoever gave no name is asked for one."""
    data = json.loads(files["王芳"].read_text("utf-8"))
    other, old = tmp_path / "other.json", tmp_path / "old.json"
    other.write_text(json.dumps(data | {"site": "another"}), "utf-8")
    kept = {key: data[key] for key in ("format", "version", "site", "days", "posts", "memories")}
    old.write_text("\ufeff" + json.dumps(kept), "utf-8")
    put(team, other, old)
    for text in ("“other.json”是另一本手册的进度", "“old.json”是旧版导出的", "“old.json”里没有姓名"):
        expect(team.locator(".rb-team-notes")).to_contain_text(text)
    assert cells(team, "吧台岗客服员", "old.json")[1] == "没有考过"


def test_copied_text_is_read_too(team: Page, browser: Browser, served: str, tmp_path: Path) -> None:
    """As it comes out of a chat, saved in a file."""
    context = browser.new_context(locale="zh-CN", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + REVIEW)
    choose(page, "吧台岗客服员")
    page.get_by_role("button", name="复制进度").click()
    expect(page.locator("rb-transfer .rb-copied")).to_have_text("已复制")
    text = tmp_path / "王芳.txt"
    text.write_text("王芳：\n" + page.evaluate("navigator.clipboard.readText()"), "utf-8")
    context.close()
    put(team, text)
    assert cells(team, "吧台岗客服员", "王芳.txt")[1:3] == ["没有考过", "–"]


def test_dropped_anywhere_on_the_page(team: Page, files: dict[str, Path]) -> None:
    """Not into the browser, which would open the file in place of the page."""
    transfer = team.evaluate_handle(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], "w.json", {type: "application/json"}));
          return data;
        }""",
        files["王芳"].read_text("utf-8"),
    )
    prevented = team.evaluate(
        """data => ["dragover", "drop"].map(type => !document.body.dispatchEvent(
             new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true})))""",
        transfer,
    )
    assert prevented == [True, True]
    expect(team.locator(".rb-team-table")).to_contain_text("王芳")


def test_as_a_table_for_a_spreadsheet(team: Page, files: dict[str, Path]) -> None:
    """All that the records say, nothing of it a formula."""
    put(team, *(files[name] for name in NAMES))
    with team.expect_download() as download:
        team.get_by_role("button", name="存成表格（CSV）", exact=True).click()
    assert download.value.suggested_filename == "带教一览-2026-03-05.csv"
    text = download.value.path().read_text("utf-8")
    assert text.startswith("\ufeff")
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    rows: list[dict[str, Any]] = [dict(zip(table[2], row, strict=True)) for row in table[3:]]
    assert [(row["岗位"], row["姓名"]) for row in rows] == [
        ("吧台岗客服员", "'=陈晓"),
        ("吧台岗客服员", "李明"),
        ("吧台岗客服员", "王芳"),
        ("前厅岗客服员", "李明"),
        ("前厅岗客服员", "王芳"),
    ]
    wang = rows[2]
    assert (wang["结论"], wang["成绩"], wang["及格线"], wang["第几次"]) == ("通过", "100", "80", "1")
    assert (wang["日期"], wang["文件校验"], wang["本人签字"]) == ("2026-03-01", "完好", "")
    assert len(wang["校验码"]) == 8
    assert (rows[0]["结论"], rows[0]["成绩"]) == ("没有考过", "")


def test_on_paper(team: Page, files: dict[str, Path]) -> None:
    """One sheet to sign, the lines on the next; nothing of the site around it."""
    put(team, files["王芳"], files["changed"])
    printed = team.pdf(format="A4", print_background=True)
    words = pdf.words(printed)
    for told in ("带教一览", "王芳", "100分·第1次", "本人签字", "主管签字", "文件改动过", "大家常错的条目", "不是签名"):
        assert pdf.squeezed(told) in words, told
    for chrome in ("选进度文件", "存成表格", "清空", "首页", "看原文", "把组员导出的"):
        assert chrome not in words, chrome
    assert pdf.pages(printed) == 2


def test_says_that_everything_stays_here_and_it_does(team: Page, files: dict[str, Path]) -> None:
    """Nothing is asked of any server but the site's own scripts, and nothing is kept."""
    expect(team.locator(".rb-lead")).to_contain_text("只在这台设备上读，不上传，也不保存")
    asked: list[str] = []
    team.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    before = team.evaluate(KEPT)
    put(team, *(files[name] for name in NAMES))
    expect(team.locator(".rb-team-table")).to_be_visible()
    assert [one for one in asked if not one.startswith("GET ") or "/assets/rolebook/" not in one] == []
    assert team.evaluate(KEPT) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_for_everyone(team: Page, files: dict[str, Path], width: int, scheme: str) -> None:
    """axe finds nothing, empty and full; nothing runs off the side; the files are reached by keyboard."""
    team.set_viewport_size({"width": width, "height": 900})
    team.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert violations(team) == []
    put(team, *files.values())
    assert violations(team) == []
    assert team.evaluate("document.documentElement.scrollWidth") <= width
    team.get_by_role("link", name="综合测试").press("Tab")
    expect(team.get_by_label("选进度文件")).to_be_focused()
    assert team.locator(".rb-drop label").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
