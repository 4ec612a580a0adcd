"""A phone keeps the handbook: without a network it opens what goes with one's post, and never two editions at once.

The module is long because all of it is tried on the same three sites, which are built once.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import START
from tests.browser.handbooks import built, replaced
from tests.browser.hosting import Host, hosting
from tests.browser.keeping import violations
from tests.browser.looking import look_up
from tests.browser.quizzing import start

KEPT = "已存到本机，没有网络也能看"
PORTER = "roles/porter.html"
LIST = "checklists/opening.html"
EDITION = "window.rolebookEdition"
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
CACHES = "async () => (await caches.keys()).length"
SPY = "ServiceWorkerContainer.prototype.register = async () => { window.registered = true; throw Error('spied'); }"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile on a phone in Chinese, whose browser runs workers."""
    made = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    made.clock.install(time=START)
    yield made
    made.close()


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same small handbook in two editions, sheets and all, and as one that no device is to keep."""
    folder = tmp_path_factory.mktemp("editions")
    newer = replaced(("鞠躬30度问好", "鞠躬45度问好"), ("value: 30", "value: 45"))
    old, new = built(folder / "old", posters=True, variants="zh-Hant"), built(folder / "new", newer, posters=True)
    return {"old": old, "new": new, "off": built(folder / "off", offline=False)}


@pytest.fixture
def host(editions: dict[str, Path]) -> Iterator[Host]:
    """A host of the first edition."""
    with hosting(editions["old"]) as found:
        yield found


def keep(page: Page, address: str, post: str = "门童") -> None:
    """Say on home which post one has, and wait until the phone has what goes with it."""
    page.goto(f"{address}index.html")
    page.get_by_role("button", name=post, exact=True).click()
    expect(page.locator("rb-kept")).to_have_text(KEPT)


def look_for_newer(page: Page) -> None:
    """Come back to a page that was left open."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def gone(page: Page, count: str) -> None:
    """Wait until there is none of something, as long as a test waits for anything."""
    show = f"setInterval(async () => document.body.dataset.left = await ({count})(), 20)"
    page.evaluate(f"{{ {show}; }}")
    expect(page.locator("body")).to_have_attribute("data-left", "0")


def whole(page: Page) -> Callable[[], str]:
    """Return what tells the edition of all that a page is made of, fetched now: its scripts and its index."""
    said = "async () => (await (await fetch('/assets/rolebook/words.js')).text()).match(/rolebookEdition=\"(.*)\"/)[1]"
    return lambda: f"{page.evaluate(EDITION)} {page.evaluate(said)}"


def test_what_goes_with_a_post_opens_without_a_network(page: Page, site: Path) -> None:
    """Home, the post, its quiz, lookup, its checklist and the sheet, from a phone whose server is gone."""
    with hosting(site) as host:
        keep(page, host.url, "吧台岗客服员")
        host.end()
        page.context.set_offline(True)
        page.goto(f"{host.url}index.html")
        expect(page.locator(".rb-ring")).to_contain_text("0/")
        assert violations(page) == []
        page.goto(f"{host.url}roles/bar-attendant.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("吧台岗客服员")
        expect(page.locator("rb-kept")).to_have_text(KEPT)
        expect(look_up(page, "鞠躬").first).to_contain_text("鞠躬")
        page.goto(f"{host.url}quizzes/roles/bar-attendant.html")
        start(page)
        expect(page.locator("rb-sitting .rb-card-stem")).to_be_visible()
        page.goto(f"{host.url}checklists/bar-before-shift.html?rev=1#appearance")
        page.get_by_role("checkbox").first.check()
        head = "async () => (await (await fetch('../posters/checklists/bar-before-shift.pdf')).text()).slice(0, 5)"
        assert page.evaluate(head) == "%PDF-"
        for address in ("", "roles/", "roles"):  # as servers answer them
            page.goto(host.url + address)
            expect(page).to_have_title("岗位手册" if not address else "岗位 - 岗位手册")


def test_a_page_that_is_not_kept_says_so(page: Page, site: Path) -> None:
    """With the ways to what is kept, one's own first; when there is a network, the page itself comes."""
    with hosting(site) as host:
        keep(page, host.url, "吧台岗客服员")
        page.context.set_offline(True)
        page.goto(f"{host.url}roles/legal-specialist.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("这一页没有存到本机")
        ways = page.locator("rb-away li a")
        expect(ways.first).to_have_text("吧台岗客服员")
        assert violations(page) == []
        texts = ways.all_inner_texts()
        assert {"吧台班前", "首页", "全部条目"} <= set(texts)
        assert "法务专员（网络技术部）" not in texts
        page.goto(f"{host.url}forms/price-list.html")
        expect(page.get_by_role("link", name="再试一次")).to_have_attribute("href", f"{host.url}forms/price-list.html")
        page.context.set_offline(False)
        expect(page).to_have_url(f"{host.url}forms/price-list.html")


def test_a_newer_edition_is_announced_and_taken_when_its_reader_agrees(
    page: Page, host: Host, editions: dict[str, Path]
) -> None:
    """The open page stays what it is, whatever it fetches meanwhile; afterwards all of it is the newer one."""
    keep(page, host.url)
    page.goto(host.url + PORTER)
    told = page.locator("rb-edition [role=status]")
    expect(told).to_be_attached()
    expect(told).to_have_text("")
    old = page.evaluate(EDITION)
    assert whole(page)() == f"{old} {old}"
    host.folder = editions["new"]
    look_for_newer(page)
    expect(told).to_have_text("有新版。")
    assert violations(page) == []
    assert whole(page)() == f"{old} {old}"
    expect(page.locator("#bow")).to_contain_text("30度")
    page.get_by_role("button", name="点此换上").click()
    expect(page.locator("#bow")).to_contain_text("45度")
    expect(page.locator("rb-kept")).to_have_text(KEPT)  # by then its scripts have run
    new = page.evaluate(EDITION)
    assert new != old
    assert whole(page)() == f"{new} {new}"
    expect(told).to_have_text("")
    host.end()
    page.context.set_offline(True)
    page.goto(host.url + LIST)
    expect(page.get_by_text("鞠躬45度问好")).to_be_visible()
    assert page.evaluate(EDITION) == new


def test_a_newer_edition_may_wait(page: Page, host: Host, editions: dict[str, Path]) -> None:
    """Who does not want it now is left alone, and has it with the next page he opens."""
    keep(page, host.url)
    host.folder = editions["new"]
    look_for_newer(page)
    page.get_by_role("button", name="以后再说").click()
    expect(page.get_by_text("有新版")).to_be_hidden()
    page.context.set_offline(True)
    page.goto(host.url + PORTER)
    expect(page.locator("#bow")).to_contain_text("45度")


def test_a_failed_update_leaves_the_old_edition_whole(page: Page, host: Host, editions: dict[str, Path]) -> None:
    """A site of which half is there yet: its pages come from the server with all that is theirs, or not at all."""
    keep(page, host.url)
    old = page.evaluate(EDITION)
    host.folder = editions["new"]
    host.lacks.add("assets/rolebook/lookup.js")
    with page.context.expect_event("serviceworker"):
        look_for_newer(page)
    page.goto(host.url + PORTER)
    expect(page.locator("#bow")).to_contain_text("45度")
    new = page.evaluate(EDITION)
    assert new != old
    assert whole(page)() == f"{new} {new}"
    host.end()
    page.context.set_offline(True)
    page.goto(host.url + PORTER)
    expect(page.locator("#bow")).to_contain_text("30度")
    assert whole(page)() == f"{old} {old}"


def test_files_of_another_edition_are_never_taken(
    page: Page, host: Host, editions: dict[str, Path], tmp_path: Path
) -> None:
    """A site whose lists say one thing and whose files are another: it is not kept, and the one before is."""
    keep(page, host.url)
    mixed = shutil.copytree(editions["new"], tmp_path / "mixed")
    shutil.copy(editions["old"] / PORTER, mixed / PORTER)
    host.folder = mixed
    with page.context.expect_event("serviceworker"):
        look_for_newer(page)
    expect(page.locator("rb-kept")).to_have_text("还没有存到本机，有网络时会存下来。")
    host.end()
    page.context.set_offline(True)
    page.goto(host.url + LIST)
    expect(page.get_by_text("鞠躬30度问好")).to_be_visible()


@pytest.mark.parametrize("ill", ["late", "broken"])
def test_a_server_that_does_not_answer_is_not_waited_for(page: Page, host: Host, ill: str) -> None:
    """Reception without a connection: what is kept comes instead."""
    keep(page, host.url)
    getattr(host, ill).add(PORTER)
    page.goto(host.url + PORTER)
    expect(page.locator("#bow")).to_contain_text("30度")
    assert PORTER in host.asked[-1:] or PORTER in host.asked


def test_a_page_that_is_not_kept_is_the_servers(page: Page, host: Host) -> None:
    """Also where nothing is: what the server says of it comes as it is."""
    keep(page, host.url)
    answer = page.goto(f"{host.url}roles/nobody.html")
    assert answer is not None
    assert answer.status == 404


def test_switched_off_it_takes_itself_away(page: Page, host: Host, editions: dict[str, Path]) -> None:
    """A site that is built without: the former worker goes with all that it kept, and none comes."""
    keep(page, host.url)
    assert page.evaluate(REGISTERED) == 1
    host.folder = editions["off"]
    page.goto(f"{host.url}index.html")
    gone(page, REGISTERED)
    gone(page, CACHES)
    page.reload()
    assert page.locator("rb-kept, rb-edition, link[rel=manifest]").count() == 0
    assert page.evaluate(EDITION) is None
    assert page.evaluate(REGISTERED) == page.evaluate(CACHES) == 0


@pytest.mark.parametrize("way", ["http", "file"])
def test_from_a_disk_nothing_is_registered(page: Page, host: Host, way: str) -> None:
    """There is nothing to keep; over loopback there is, and where the browser refuses the page goes on."""
    page.add_init_script(SPY)
    page.goto((host.url if way == "http" else f"{host.folder.as_uri()}/") + PORTER)
    page.wait_for_load_state()
    expect(page.locator("rb-lookup input")).to_be_visible()
    page.evaluate("new Promise((done) => setTimeout(done))")  # after what stands in line
    assert bool(page.evaluate("window.registered")) == (way == "http")
    expect(page.locator("rb-kept")).to_have_text("")


def test_a_device_without_room_says_so(page: Page, host: Host) -> None:
    """And works while there is a network."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.url.rstrip("/"), "quotaSize": 200_000})
    page.goto(f"{host.url}index.html")
    expect(page.locator("rb-kept")).to_have_text("本机没有空间，手册存不下来；有网络时照常能看。")
    page.goto(host.url + PORTER)
    expect(page.locator("#bow")).to_contain_text("30度")


def test_each_script_is_kept_for_its_readers(page: Page, host: Host) -> None:
    """Pages, the post and what is said in its place where one is not kept."""
    page.goto(f"{host.url}zh-Hant/index.html")
    page.get_by_role("button", name="門童", exact=True).click()
    expect(page.locator("rb-kept")).to_have_text("已存到本機，沒有網路也能看")
    host.end()
    page.context.set_offline(True)
    page.goto(f"{host.url}zh-Hant/{PORTER}")
    expect(page.locator("#bow")).to_contain_text("客人到達時")
    expect(look_up(page, "行李").first).to_contain_text("行李")
    page.goto(f"{host.url}zh-Hant/quizzes/team.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("這一頁沒有存到本機")
    expect(page.locator("rb-away li a").first).to_have_attribute("href", f"{host.url}zh-Hant/{PORTER}")


def test_who_shares_the_device_keeps_his_post_too(page: Page, site: Path) -> None:
    """Another one chooses another post; what the first has chosen stays."""
    with hosting(site) as host:
        keep(page, host.url, "吧台岗客服员")
        page.evaluate("localStorage.setItem('rolebook:2:job-handbook:all:current', '\"ann\"')")
        keep(page, host.url, "法务专员（网络技术部）")
        page.context.set_offline(True)
        for post, title in (("bar-attendant", "吧台岗客服员"), ("legal-specialist", "法务专员（网络技术部）")):
            page.goto(f"{host.url}roles/{post}.html")
            expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_it_can_be_installed(page: Page, host: Host) -> None:
    """The browser finds nothing wrong with the manifest, and all its pictures are as large as they say."""
    page.goto(f"{host.url}index.html")
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{host.url}manifest.webmanifest"
    manifest = page.evaluate("async () => (await fetch('manifest.webmanifest')).json()")
    sizes = "async (src) => { const i = new Image(); i.src = src; await i.decode(); return i.width + 'x' + i.height; }"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert page.evaluate(sizes, icon["src"]) == icon["sizes"]
    assert re.fullmatch("#[0-9a-f]{6}", manifest["theme_color"])
