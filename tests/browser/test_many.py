"""A handbook that is too much for one page or one file: what is needed comes first, and all of it can be reached."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser import many
from tests.browser.conftest import WAYS, serving
from tests.browser.keeping import stored, violations
from tests.browser.looking import BOX, OPTION, look_up, status
from tests.browser.quizzing import EXAM, REVIEW, answer, read

KEPT = "rolebook:2:chain:0:"
CHOSEN = f"post => localStorage.setItem(`{KEPT}quiz-post:${{post}}`, 'true')"
FILE = re.compile(r"/lookup/(\w+)\.js")


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a large handbook, built once."""
    return many.built(tmp_path_factory.mktemp("many") / "book")


@pytest.fixture(scope="session")
def chain_served(chain: Path) -> Iterator[str]:
    """Its address on loopback."""
    with serving(chain) as address:
        yield address


@pytest.fixture(params=WAYS)
def base(request: pytest.FixtureRequest, chain_served: str, chain: Path) -> str:
    """Its address, once over loopback and once from disk."""
    return chain_served if request.param == "http" else f"{chain.as_uri()}/"


def fetched(page: Page) -> list[str]:
    """Return a list that the paths of our data that the page fetches are put into, as they come."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if "/assets/rolebook/" in request.url else None)
    return found


@pytest.mark.parametrize("way", [("前厅部", "门童 43 – 门童 82", "门童 77"), ("", "15 号店", "店员 188")])
def test_a_post_is_two_taps_from_home_without_javascript(
    browser: Browser, base: str, way: tuple[str, str, str]
) -> None:
    """From disk as well."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{base}index.html")
    _, part, post = way
    page.locator(".rb-parts").get_by_role("link", name=part).click()
    page.get_by_role("link", name=re.compile(f"^{post}\\b")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(post)
    context.close()


def test_lines_of_hand_written_pages_stand_in_parts_too(page: Page, base: str) -> None:
    """They are known when those pages are rendered, which is late."""
    page.goto(f"{base}lines.html#pages")
    page.locator("#pages").get_by_role("link").last.click()
    page.get_by_role("link", name="先敲门7下，等19秒，再说话。").click()
    page.wait_for_url(re.compile("/guide-7.html#"))


@pytest.mark.parametrize("path", ["index.html", "lines.html", "roles/index.html", REVIEW])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_overviews_and_parts_can_be_read_by_everyone(
    browser: Browser, chain_served: str, path: str, scheme: str
) -> None:
    """On a phone nothing is wider than the screen; axe finds nothing wrong, on the overview and on its first part."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        reduced_motion="reduce",
        color_scheme="dark" if scheme == "slate" else "light",
    )
    page = context.new_page()
    page.goto(chain_served + path)
    part = page.evaluate("document.querySelector('.rb-parts a').href")
    for there in (chain_served + path, part):
        page.goto(there)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []
    context.close()


def test_a_review_fetches_what_was_chosen_and_the_part_that_was_opened(page: Page, base: str) -> None:
    """The list comes when it is opened, questions when they are chosen; what is chosen stands first the next time."""
    requests = fetched(page)
    page.goto(base + REVIEW)
    page.locator(".rb-choose__part summary", has_text="15 号店").click()
    page.get_by_label("店员 188", exact=True).check()
    expect(page.get_by_role("button", name="开始（")).to_be_visible()
    files = [url.rpartition("/quizzes/")[2] for url in requests if "/assets/rolebook/quizzes/" in url]
    assert len(files) == 2 and files[0].startswith("lists/roles-post-") and files[1] == "roles/post-188.js"
    requests.clear()
    page.reload()
    expect(page.locator(".rb-choose")).to_contain_text("选中 1")
    expect(page.locator(".rb-standing__title")).to_have_text("店员 188")
    assert [url.rpartition("/")[2] for url in requests if "/assets/rolebook/quizzes/" in url] == ["post-188.js"]
    page.locator(".rb-choose > summary").click()
    page.get_by_label("店员 188", exact=True).uncheck()
    expect(page.locator(".rb-choose")).to_contain_text("选中 0")
    expect(page.get_by_label("店员 188", exact=True)).to_be_visible()


def test_an_exam_asks_what_is_chosen(page: Page, base: str) -> None:
    """And its record names the posts, also where they are no longer chosen."""
    page.goto(base + EXAM)
    page.locator(".rb-choose__part summary", has_text="15 号店").click()
    page.get_by_label("店员 188", exact=True).check()
    page.locator("input[name=count]").fill("1")
    page.get_by_role("button", name="开始考试").click()
    page.locator(".rb-card-stem").wait_for()
    page.locator("input[name=typed]").fill("190")
    page.locator(".rb-onward").click()
    expect(page.locator(".rb-record dl")).to_contain_text("店员 188")
    page.get_by_role("button", name="返回").click()
    page.evaluate("key => localStorage.removeItem(key)", f"{KEPT}quiz-post:roles/post-188")
    page.reload()
    expect(page.locator(".rb-exams li")).to_contain_text("店员 188")


@pytest.mark.parametrize("path", [REVIEW, EXAM])
def test_a_post_that_is_gone_is_passed_over(page: Page, base: str, path: str) -> None:
    """As where the page lists everything; its missing file is no fault to be told."""
    page.goto(base + path)
    for post in ("roles/gone", "roles/post-003"):
        page.evaluate(CHOSEN, post)
    page.reload()
    expect(page.locator(".rb-choose")).to_contain_text("选中 1")
    assert page.get_by_text("没有读到").count() == 0


def test_lookup_is_fetched_when_it_is_used_and_ones_own_post_first(page: Page, base: str, chain: Path) -> None:
    """At rest a page has no more than which files there are."""
    requests = fetched(page)
    page.goto(f"{base}index.html")
    page.evaluate(CHOSEN, "roles/post-200")
    page.reload()
    page.wait_for_timeout(3_000)  # what comes when there is nothing else to do has come
    assert [url for url in requests if FILE.search(url)] == []
    page.locator(BOX).click()
    expect(look_up(page, "第190号茶").first).to_contain_text("190分钟内送上第190号茶")
    expect(page.locator(".rb-lookup__status")).not_to_contain_text("载入")
    names = [match[1] for url in requests if (match := FILE.search(url))]
    files = sorted(int(name) for name in names[1:])
    assert names[0] == "titles" and files == list(range(len(files))) and len(files) > 5
    assert "店员 200" in (chain / "assets" / "rolebook" / "lookup" / f"{names[1]}.js").read_text("utf-8")
    expect(look_up(page, "dayangqian 77").first).to_be_visible()


def test_what_lookup_does_not_have_yet_is_said(page: Page, chain_served: str) -> None:
    """Titles are found at once; when all has come the rest is found and nothing is said any more."""
    held: list[Route] = []
    released = False

    def wait(route: Route) -> None:
        route.continue_() if released else held.append(route)

    page.route(re.compile(r"/lookup/\d+\.js"), wait)
    page.goto(f"{chain_served}guide-0.html")
    expect(look_up(page, "店员 188").first).to_have_text("店员 188")
    expect(status(page)).to_contain_text("还在载入")
    look_up(page, "第190号茶")
    expect(page.locator(OPTION, has_text="第190号茶")).to_have_count(0)
    released = True
    for route in held:
        route.continue_()
    expect(page.locator(OPTION, has_text="190分钟内送上第190号茶").first).to_be_visible()
    expect(status(page)).not_to_contain_text("载入")


def test_what_lookup_could_not_fetch_is_said_and_fetched_later(context: BrowserContext, chain_served: str) -> None:
    """With the next use; what is there is found meanwhile."""
    page = context.new_page()
    page.route("**/lookup/3.js*", lambda route: route.abort())
    page.goto(f"{chain_served}guide-0.html")
    look_up(page, "店员 188")
    expect(status(page)).to_contain_text("没有载入")
    page.unroute("**/lookup/3.js*")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    look_up(page, "店员 188")
    page.locator(BOX).click()
    expect(status(page)).not_to_contain_text("载入")


def test_progress_leaves_out_what_is_gone(page: Page, base: str) -> None:
    """Ids stand in parts, of which those are fetched that may hold what no fetched question has."""
    page.goto(f"{base}quizzes/roles/post-188.html")
    page.locator("rb-quiz .rb-quiz-entry button").first.click()
    read(page)
    answer(page, right=True)
    page.wait_for_function(f"Object.keys(localStorage).some(key => key.startsWith('{KEPT}quiz:'))")
    (id,) = stored(page, f"{KEPT}quiz:")
    page.evaluate(
        "([from, to]) => localStorage.setItem(to, localStorage[from])", [f"{KEPT}quiz:{id}", f"{KEPT}quiz:gone"]
    )
    requests = fetched(page)
    page.goto(base + REVIEW)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出进度").click()
    exported = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert id in json.dumps(exported) and "gone" not in json.dumps(exported)
    wanted = {f"ids/{ord(last) % 19}.js" for last in (id[-1], "e")}
    assert {url.rpartition("/quizzes/")[2] for url in requests if "/quizzes/ids" in url} == {"ids.js", *wanted}


def test_questions_of_a_post_are_asked_as_ever(page: Page, base: str) -> None:
    """From its own page, reached through a part of the list."""
    page.goto(f"{base}quizzes/roles/post-188.html")
    page.locator("rb-quiz .rb-quiz-entry button").first.click()
    read(page)
    expect(page.locator(".rb-card-stem")).to_be_visible()
