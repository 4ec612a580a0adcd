"""What devices keep: what goes with a post, and no more of it in a large handbook than in a small one."""

from __future__ import annotations

from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import offline, paths
from rolebook.views.offline import Kept
from tests.records import record, role

PORTER = role("porter", "填写《行李登记表》", {"text": "按《投诉处理》上报"}, renamed_from=["bellboy"])
MAID = role("maid", "敲门")
LUGGAGE = record("forms/luggage", title="行李登记表", fields=[{"label": "件数"}])
OPENING = record(
    "checklists/opening", title="开门", when="早上", by=["porter"], sections=[{"title": "大堂", "items": ["开灯"]}]
)
RECORDS = (PORTER, MAID, LUGGAGE, OPENING)


def lists(*records: object, site: Site = Site()) -> dict[str, Kept]:  # noqa: B008  # which never changes
    """Return the lists of a handbook by path."""
    return dict(offline.lists(Handbook(records), site))  # type: ignore[arg-type]


def test_a_post_has_what_goes_with_it() -> None:
    """Its page, quiz and sheet; the list that is his; the form that a line names; and what leads on to it."""
    made = lists(*RECORDS)["assets/rolebook/offline/roles/bellboy.json"]
    assert set(made.files) == {
        "roles/porter.html",
        "roles/bellboy.html",
        "quizzes/roles/porter.html",
        "quizzes/roles/bellboy.html",
        "assets/rolebook/quizzes/roles/porter.js",
        "assets/rolebook/quizzes/roles/bellboy.js",
        "posters/roles/porter.pdf",
        "checklists/opening.html",
        "posters/checklists/opening.pdf",
        "forms/luggage.html",
        "posters/forms/luggage.pdf",
    }
    assert made.pages == (
        ("roles/porter.html", "porter"),
        ("quizzes/roles/porter.html", "测验：porter"),
        ("checklists/opening.html", "开门"),
        ("forms/luggage.html", "行李登记表"),
    )


def test_whoever_may_be_chosen_has_a_list() -> None:
    """By the first id, as devices know records; nobody chooses a form."""
    assert set(lists(*RECORDS)) == {paths.kept_list(record.first) for record in (PORTER, MAID, OPENING)}


def test_titles_are_in_the_script_of_their_readers() -> None:
    """Addresses are not."""
    site = Site(strings=Strings("zh-Hant"), rewrite=lambda text: text.replace("开门", "開門"))
    made = lists(*RECORDS, site=site)["assets/rolebook/offline/roles/bellboy.json"]
    assert ("checklists/opening.html", "開門") in made.pages


def test_a_list_does_not_grow_with_the_handbook() -> None:
    """Of a thousand posts that name one form each has as much as one of two; what is for everybody is the same."""
    few, many = ([role(f"post-{n}", "填写《行李登记表》") for n in range(count)] for count in (2, 1000))
    small, large = lists(*few, LUGGAGE), lists(*many, LUGGAGE)
    path = "assets/rolebook/offline/roles/post-1.json"
    assert small[path] == large[path]
    assert sum(len(made.files) for made in large.values()) == 500 * sum(len(made.files) for made in small.values())
    shells = [offline.shell(Handbook([*some, LUGGAGE]), Site()) for some in (few, many)]
    assert shells[0] == shells[1]


def test_everybody_has_the_ways_through_the_handbook() -> None:
    """Home, what is learnt and looked up, the indexes, and the page for what is not kept."""
    shell = offline.shell(Handbook(RECORDS), Site())
    own = {"index.html", "quizzes/review.html", "roles/index.html", "lines.html", "offline.html"}
    own |= {"assets/rolebook/lookup.js", "manifest.webmanifest"}
    assert own <= set(shell.files)
    assert dict(shell.pages)["roles/index.html"] == "岗位"
    assert "offline.html" not in dict(shell.pages)
