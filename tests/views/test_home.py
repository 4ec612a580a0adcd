"""What the home page has beside the posts, as the page's script reads it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from rolebook import listing
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views import pages, paths
from tests.records import record, role

SIGNED = {"sign_off": {"shifts": ["早 08:00–16:00", "晚"]}}


def home(*records: Record, **site: Any) -> BeautifulSoup:
    """Return the home page of a handbook."""
    made = {page.path: page.body for page in pages.pages(Handbook(records), Site(**site))}
    return BeautifulSoup(made[paths.HOME], "html.parser")


def checklist(name: str, by: str, **more: Any) -> Record:
    """Return a list of two lines."""
    sections = [{"title": "甲", "items": ["关窗", "锁门"]}]
    return record(f"checklists/{name}", title=name, when="下班前", by=[by], sections=sections, **more)


def test_numbers_of_pinned_lines() -> None:
    """With what they are of, when, and a link to the line; those of other lines are not there."""
    kept = {"text": "水温70℃", "id": "water", "measures": [{"of": "水温", "value": "70", "unit": "℃", "when": "冬天"}]}
    soup = home(role("bar", kept | {"pin": True}, kept | {"id": "other"}))
    (tile,) = soup.select(".rb-tile")
    assert tile.get_text(" ", strip=True) == "水温 70℃ 冬天"
    assert tile["href"] == "roles/bar.html#water"


def test_a_post_has_a_badge() -> None:
    """The one its author gave, or the first character of its title, a character beyond the first plane as well."""
    soup = home(role("bar", title="吧台岗"), role("hall", title="前厅岗", badge="厅"), role("tea", title="𠮷茶岗"))
    assert {card["data-post"]: card["data-initial"] for card in soup.select("[data-post]")} == {
        "roles/bar": "吧",
        "roles/hall": "厅",
        "roles/tea": "𠮷",
    }


def test_lists_know_their_posts_lines_and_shifts() -> None:
    """By the names devices know them by, also of records that were renamed."""
    soup = home(
        role("bar", renamed_from=["pub"]),
        role("hall"),
        checklist("close", "bar", renamed_from=["shut"], **SIGNED),
    )
    (row,) = soup.select("[data-list]")
    assert (row["data-list"], row["data-posts"], row["data-lines"]) == ("checklists/shut", "roles/pub", "2")
    assert row["data-by"] == "shift"
    assert json.loads(str(row["data-shifts"])) == [
        {"name": "早", "from": "08:00", "to": "16:00"},
        {"name": "晚", "from": "", "to": ""},
    ]
    assert soup.select_one(".rb-todo[hidden]"), "whose list it is only a script knows"


def test_what_changed_lately_is_told_the_newest_first() -> None:
    """What has no words of its changes is not news."""
    days = {"a": "2026-01-02", "b": "2026-03-04", "c": "2026-02-03"}
    told = [
        role(name, "x", revision={"number": 2, "effective": day, "owner": "乙", "changes": f"改{name}"})
        for name, day in days.items()
    ]
    soup = home(*told, role("d", "x"))
    found = [(row["data-effective"], row.get_text(" ", strip=True)) for row in soup.select(".rb-changes li")]
    assert [since for since, _ in found] == ["2026-03-04", "2026-02-03", "2026-01-02"]
    assert found[0][1] == "b 第 2 版、2026-03-04 改b"


@pytest.mark.parametrize("quizzes", [True, False])
def test_questions_are_found_by_the_script(quizzes: bool) -> None:
    """Those of posts that have lines; a site without quizzes names none."""
    found = home(role("bar", "关窗"), role("empty"), quizzes=quizzes).select_one("rb-home")
    assert found
    assert json.loads(str(found.get("data-quizzes", "{}"))) == (
        {"roles/bar": "assets/rolebook/quizzes/roles/bar.js"} if quizzes else {}
    )
    assert (found.get("data-learn") == "quizzes/review.html") == quizzes


def test_a_handbook_too_large_for_a_page_is_not_carried_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its lists nor where its questions are."""
    monkeypatch.setattr(listing, "LIMIT", 200)
    records = [role(f"post-{n}", "关窗", title=f"岗位{n}", department=f"部门{n}") for n in range(20)]
    soup = home(*records, checklist("close", "post-1"))
    assert not soup.select("[data-post], [data-list], [data-quizzes]")
    assert soup.select("rb-home[data-learn]")
