"""What a learner keeps when an author, or whoever looks after the site, changes or moves things."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import handbooks
from tests.browser.conftest import WAYS, serving
from tests.browser.keeping import stored
from tests.browser.quizzing import answer, asked, begin, onward, read

SITES: dict[str, dict[str, Any]] = {
    "first": {},
    "punctuated": {"edit": handbooks.punctuated},
    "moved lines": {"edit": handbooks.moved_lines},
    "renamed": {"edit": handbooks.renamed, "posters": True},
    "in folders": {"edit": handbooks.in_folders},
    "reworded": {"edit": handbooks.reworded},
    "another": {"site_id": "hotel-2"},
    "unnamed": {"site_id": ""},
    "two scripts": {"site_id": "", "edit": handbooks.renamed, "variants": "zh-Hant"},
}
ID = "rolebook:2:hotel-1:0:"
Site = Callable[[str], Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Returns a site by its name, built when first asked for."""
    made: dict[str, Path] = {}

    def found(name: str) -> Path:
        if name not in made:
            made[name] = handbooks.built(tmp_path_factory.mktemp("handbook"), **SITES[name])
        return made[name]

    return found


class Host:
    """A web server or a disk; sites are put on it by path, and replaced there."""

    def __init__(self, folder: Path, address: str, site: Site) -> None:
        self.folder, self.address, self.site = folder, address, site

    def put(self, name: str, path: str = "a") -> str:
        """Put a site there and return its address, with a closing slash."""
        shutil.rmtree(self.folder / path, ignore_errors=True)
        shutil.copytree(self.site(name), self.folder / path)
        return f"{self.address}{path}/"


@pytest.fixture(params=WAYS)
def host(request: pytest.FixtureRequest, tmp_path: Path, site: Site) -> Iterator[Host]:
    """Both, as the browser keeps things apart by host, and all of a disk is one."""
    if request.param == "file":
        yield Host(tmp_path, f"{tmp_path.as_uri()}/", site)
        return
    with serving(tmp_path, changing=True) as address:
        yield Host(tmp_path, address, site)


def learn(page: Page, base: str) -> None:
    """Answer every question about the post, choose the post, tick two lines, and open one by lookup."""
    begin(page, f"{base}quizzes/roles/porter.html")
    while page.locator(".rb-card-stem").count():
        answer(page, right=True)
        onward(page)
    page.goto(f"{base}quizzes/review.html")
    page.get_by_label("门童").check()
    page.goto(f"{base}checklists/opening.html")
    for text in ("打开大堂的灯", "鞠躬30度问好"):
        page.locator(".rb-line", has_text=text).get_by_role("checkbox").check()
    page.goto(f"{base}roles/porter.html")
    page.locator("header input[role=combobox]").fill("鞠躬30度")
    page.locator("[role=option]").first.click()
    page.wait_for_url("**#bow")


def memories(page: Page, start: str = ID) -> dict[str, Any]:
    """Return what is remembered of questions, by their ids."""
    return stored(page, f"{start}quiz:")


def all_is_kept(page: Page, base: str, role: str = "porter", checklist: str = "opening") -> None:
    """Check that the pages show what was learnt, ticked, chosen and opened, and that nothing is due."""
    page.goto(f"{base}quizzes/roles/{role}.html")
    expect(page.locator(".rb-progress")).to_contain_text("已掌握 0 · 在学 3 · 没学过 0")
    expect(page.locator(".rb-quiz-entry")).to_contain_text("现在没有到期的题。")
    page.goto(f"{base}quizzes/review.html")
    expect(page.locator(".rb-standing > li")).to_contain_text(["已掌握 0 · 在学 3 · 没学过 0"])
    page.goto(f"{base}checklists/{checklist}.html")
    expect(page.locator(".rb-left")).to_have_text("还剩 1 条")
    ticked = page.locator(".rb-line--done")
    expect(ticked).to_have_count(2)
    for text in ("大堂", "鞠躬30度"):
        expect(ticked.filter(has_text=text)).to_have_count(1)
    page.locator("header input[role=combobox]").focus()
    expect(page.locator("[role=option]").first).to_have_attribute("data-item", f"roles/{role}#bow")


@pytest.fixture
def learnt(page: Page, host: Host) -> dict[str, Any]:
    """What is remembered after the first site was used, at a/ on the host."""
    learn(page, host.put("first"))
    found = memories(page)
    assert len(found) == 3
    return found


@pytest.mark.parametrize("name", ["punctuated", "in folders"])
def test_punctuation_and_folders(page: Page, host: Host, learnt: dict[str, Any], name: str) -> None:
    """A comma, quotation marks, a full stop; files sorted into folders: nothing is due, nothing is lost."""
    all_is_kept(page, host.put(name))
    assert memories(page) == learnt


def test_lines_moved(page: Page, host: Host, learnt: dict[str, Any]) -> None:
    """To another section, and in another order."""
    base = host.put("moved lines")
    page.goto(f"{base}roles/porter.html")
    assert page.locator("h2#before ~ ol").first.locator(".rb-line").count() == 3
    page.goto(f"{base}quizzes/roles/porter.html")
    page.locator(".rb-progress").wait_for()
    asked_now = page.evaluate("window.rolebookQuizzes['roles/porter'].items.map(({id, revision}) => [id, revision])")
    kept = {id: revision for id, revision in asked_now if id in learnt}
    assert {id: learnt[id]["revision"] for id in kept} == kept
    assert {id for id in learnt if id.startswith("measure-")} <= kept.keys()
    page.goto(f"{base}checklists/opening.html")
    expect(page.locator(".rb-line--done .rb-line__text")).to_contain_text(["打开大堂的灯", "客人到达时鞠躬30度问好"])


def test_records_renamed(page: Page, host: Host, learnt: dict[str, Any]) -> None:
    """Under another file name: what was learnt, ticked, chosen and opened; the same questions under the same ids."""
    all_is_kept(page, host.put("renamed"), "doorman", "lobby-open")
    assert memories(page) == learnt


@pytest.mark.parametrize("path", ["b", "hotels/north/handbook"])
def test_the_site_moved(page: Page, host: Host, learnt: dict[str, Any], path: str) -> None:
    """To another path or folder, with what names it."""
    host.put("another")  # what stands in its old place has nothing of it
    all_is_kept(page, host.put("first", path))
    assert memories(page) == learnt


def test_a_reworded_line(page: Page, host: Host, learnt: dict[str, Any]) -> None:
    """With an id it is due again, and what was learnt of it counts; answered, it is further on than at first."""
    base = host.put("reworded")
    page.goto(f"{base}quizzes/roles/porter.html")
    button = page.locator(".rb-quiz-entry button").first
    expect(button).to_contain_text("复习到期的")
    assert memories(page) == learnt
    button.click()
    read(page)
    question = asked(page)
    before = learnt[question["id"]]
    answer(page, right=True)
    page.locator(".rb-onward").wait_for()
    after = memories(page)[question["id"]]
    assert after["revision"] != before["revision"]
    assert (after["reps"], after["missed"]) == (before["reps"] + 1, 0)
    assert after["stability"] >= before["stability"]


@pytest.mark.parametrize(("one", "other"), [("first", "another"), ("unnamed", "unnamed"), ("unnamed", "another")])
def test_two_handbooks_share_nothing(page: Page, host: Host, one: str, other: str) -> None:
    """Of one host or one disk: neither ticks nor name, shift, progress, posts or what was opened."""
    first, second = host.put(one, "a"), host.put(other, "b")
    learn(page, first)
    kept = page.evaluate("({...localStorage})")
    page.goto(f"{second}checklists/opening.html")
    expect(page.locator(".rb-left")).to_have_text("还剩 3 条")
    expect(page.locator(".rb-line--done")).to_have_count(0)
    page.goto(f"{second}quizzes/roles/porter.html")
    expect(page.locator(".rb-progress")).to_contain_text("在学 0")
    page.goto(f"{second}quizzes/review.html")
    expect(page.get_by_label("门童")).not_to_be_checked()
    learn(page, second)
    assert page.evaluate("kept => Object.keys(kept).filter((key) => localStorage[key] !== kept[key])", kept) == []
    starts = {key.rsplit(":quiz:")[0] for key in page.evaluate("Object.keys(localStorage)") if ":quiz:" in key}
    assert len(starts) == 2
    logs = page.evaluate("async () => (await indexedDB.databases()).map(({name}) => name)")
    assert set(logs) == {start.removesuffix("0") for start in starts}


@pytest.mark.parametrize("past", ["rolebook:", "rolebook:1:hotel-1:"])
def test_what_earlier_versions_kept(page: Page, host: Host, learnt: dict[str, Any], past: str) -> None:
    """Before sites had names, and before there were profiles: it is taken over once, and all of it."""
    page.evaluate(
        """async ([now, past]) => {
      for (const {name} of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      for (const [key, value] of Object.entries(localStorage)) {
        localStorage.removeItem(key);
        if (key.startsWith(now)) localStorage.setItem(key.replace(now, past), value);
      }
    }""",
        [ID, past],
    )
    assert memories(page) == {}
    all_is_kept(page, host.put("first"))
    assert memories(page) == learnt


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_on(browser: Browser, host: Host, scripts: bool) -> None:
    """With the line and what a code on the wall asks for; without scripts to the page all the same."""
    context = browser.new_context(java_script_enabled=scripts, locale="zh-CN")
    page = context.new_page()
    base = host.put("renamed")
    page.goto(f"{base}roles/porter.html?rev=1#bow")
    page.wait_for_url(f"**/roles/doorman.html{'?rev=1#bow' if scripts else ''}")
    expect(page.get_by_role("heading", level=1)).to_have_text("门童")
    if scripts:
        expect(page.locator(".rb-verdict")).to_contain_text("您手里的第 1 版已于 2026-01-02 被取代")
        expect(page.locator("#bow")).to_be_in_viewport()
    page.goto(f"{base}quizzes/roles/porter.html")
    page.wait_for_url("**/quizzes/roles/doorman.html")
    context.close()


def test_a_site_in_two_scripts_is_one_handbook(page: Page, host: Host) -> None:
    """What is kept in one is there in the other, named or not; an old address leads on in both."""
    base = host.put("two scripts")
    page.goto(f"{base}checklists/opening.html")
    page.wait_for_url("**/a/checklists/lobby-open.html")
    page.locator(".rb-line", has_text="打开大堂的灯").get_by_role("checkbox").check()
    page.goto(f"{base}zh-Hant/checklists/opening.html#lobby")
    page.wait_for_url("**/zh-Hant/checklists/lobby-open.html#lobby")
    expect(page.locator(".rb-line--done .rb-line__text")).to_contain_text(["打開大堂的燈"])
