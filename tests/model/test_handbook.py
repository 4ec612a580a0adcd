"""The whole handbook: which forms a line names, what stands out in it, what is pulled, who refers to whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.kinds.checklists.model import Checklist, sections_of
from rolebook.model.address import Address, derived_id
from rolebook.model.handbook import Handbook
from rolebook.model.item import Item
from rolebook.model.record import Record
from tests.records import record, role

LOG = record("forms/log", title="记录表", aliases=["交接本"])
DUTY = record("forms/duty", title="值班记录表")
INNER = record("forms/inner", title="内部值班记录表")


def named(text: str, *forms: Record) -> list[tuple[str, str]]:
    """Return the stretches of `text` that name forms, each with the form's id."""
    found = Handbook(forms or (LOG, DUTY, INNER)).named_forms(text)
    return [(text[start:end], form.id) for start, end, form in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附《值班记录表》、《内部值班记录表》。", [("值班记录表", "duty"), ("内部值班记录表", "inner")]),
        ("填内部值班记录表", [("内部值班记录表", "inner")]),
        ("填写交接本和记录表", [("交接本", "log"), ("记录表", "log")]),
        ("记录表记录表", [("记录表", "log"), ("记录表", "log")]),
        ("值班记录", []),
        ("", []),
    ],
)
def test_the_longest_name_wins(text: str, expected: list[tuple[str, str]]) -> None:
    """A name inside a longer one is not named; an alias is as good as the title."""
    assert named(text) == expected


def test_a_name_that_begins_inside_another_is_not_named() -> None:
    """Names never overlap: reading goes on behind the first."""
    forms = record("forms/a", title="维修单"), record("forms/b", title="单据")
    assert named("维修单据", *forms) == [("维修单", "a")]


def test_a_name_that_fails_hides_none_behind_it() -> None:
    """维修 begins a longer name that is not there; the name one character on still is."""
    forms = record("forms/a", title="维维修记录"), record("forms/b", title="维修单")
    assert named("维维修单", *forms) == [("维修单", "b")]


def test_a_short_name_stands_where_a_longer_one_does_not_end() -> None:
    """As many characters of the longer one as there are."""
    forms = record("forms/a", title="维修"), record("forms/b", title="维修单据")
    for text in ("维修", "维修单", "维修单。", "维修单单据"):
        assert named(text, *forms) == [("维修", "a")]
    assert named("维修单据", *forms) == [("维修单据", "b")]


def test_a_name_of_one_character() -> None:
    """Is found as well, and gives way to a longer one."""
    forms = record("forms/a", title="单"), record("forms/b", title="单据")
    assert named("单据单", *forms) == [("单据", "b"), ("单", "a")]


NAMES = st.lists(st.text("维修单据", min_size=1, max_size=4), unique=True, min_size=1, max_size=4)


@given(NAMES, st.text("维修单据。", max_size=12))
def test_names_are_found_as_a_plain_scan_finds_them(names: list[str], text: str) -> None:
    """From left to right, at each place the longest name, never overlapping."""
    forms = [record(f"forms/f{n}", title=name) for n, name in enumerate(names)]
    expected, position = [], 0
    while position < len(text):
        here = [name for name in names if text.startswith(name, position)]
        if here:
            expected.append(max(here, key=len))
        position += len(expected[-1]) if here else 1
    assert [name for name, _ in named(text, *forms)] == expected


def test_a_line_means_forms_it_names_and_forms_it_lists() -> None:
    """Each once, the named ones first."""
    item = Item(text="填写值班记录表和值班记录表", forms=("log", "duty"))
    assert Handbook((LOG, DUTY)).forms(item) == (DUTY, LOG)


def test_marks_are_in_order_and_never_overlap() -> None:
    """Numbers and names; where they meet the one that starts first stays, of two the longer."""
    form = record("forms/a", title="两步单")
    measures = [{"of": "步数", "value": "2", "unit": "步"}, {"of": "角度", "value": "30", "unit": "度"}]
    item = Item.model_validate({"text": "填两步单，鞠躬30度", "measures": measures})
    marks = Handbook((form,)).marks(item)
    assert [(item.text[mark.start : mark.end], mark.named) for mark in marks] == [("两步单", form), ("30度", None)]


def test_a_checklist_shows_what_it_pulls_in_its_place() -> None:
    """One line, all lines of a section, and its own, in the order written."""
    bar = role("bar", {"text": "微笑", "id": "smile"}, {"text": "问好", "items": ["先生"]})
    items = ["开灯", {"from": "roles/bar#smile"}, {"from": "roles/bar#duties"}]
    daily = record("checklists/daily", when="班前", by=["bar"], sections=[{"title": "甲", "items": items}])
    assert isinstance(daily, Checklist)
    ((section, lines),) = sections_of(Handbook((bar, daily)), daily)
    assert section.title == "甲"
    assert [(line.item.text, line.origin and line.origin.address.item) for line in lines] == [
        ("开灯", None),
        ("微笑", "smile"),
        ("微笑", "smile"),
        ("问好", derived_id("问好")),
    ]


def test_who_refers_to_whom() -> None:
    """By address, by a field, by a post's name, by pulling a line and by naming a form; each once, never itself."""
    bar = role("bar", "填写值班记录表", checklists=["daily"], works_with=["大堂", "店长", "bar"], title="吧台")
    hall = role("hall", "迎客", title="前厅", aliases=["大堂"])
    items = [{"from": "roles/hall#duties"}]
    daily = record("checklists/daily", when="班前", by=["吧台"], sections=[{"title": "甲", "items": items}])
    handbook = Handbook((bar, hall, daily, DUTY))
    links = {str(address): [str(target) for target in targets] for address, targets in handbook.links.items()}
    assert links == {
        "roles/bar": ["checklists/daily", "forms/duty", "roles/hall"],
        "roles/hall": [],
        "checklists/daily": ["roles/hall", "roles/bar"],
        "forms/duty": [],
    }
    assert handbook.backlinks == {
        target: tuple(source for source in handbook.records if target in handbook.links[source])
        for target in handbook.records
    }


def test_a_form_knows_the_lines_that_name_it() -> None:
    """Sub-items too; its own fields do not count, nor do questions."""
    log = record("forms/log", title="记录表", fields=[{"label": "记录表号"}])
    bar = role("bar", {"text": "交接", "items": ["填写记录表"]}, {"text": "登记", "forms": ["log"]})
    asked = {"id": "a", "stem": "记录表给谁看？", "options": ["领班", "店长"], "answer": "领班", "kind": "single"}
    quiz = record("quizzes/week", questions=[asked])
    lines = Handbook((bar, log, quiz)).named_by[Address("forms", "log")]
    assert [line.item.text for line in lines] == ["填写记录表", "登记"]


@pytest.mark.parametrize("name", ["bar", "roles/bar", "吧台岗", "吧台"])
def test_a_post_goes_by_id_address_title_and_alias(name: str) -> None:
    """A post without a record is none."""
    bar = role("bar", title="吧台岗", aliases=["吧台"])
    assert Handbook((bar,)).role(name) is bar
    assert Handbook((bar,)).role("店长") is None


def test_lines_come_in_reading_order() -> None:
    """Summary, qualifications, then sections, sub-items after the line they belong to."""
    bar = role("bar", {"text": "一", "items": ["二", "三"]}, "四", summary="总", qualifications=["资"])
    assert [line.item.text for line in Handbook((bar,)).lines.values()] == ["总", "资", "一", "二", "三", "四"]


def test_an_address_has_a_page_a_part_or_a_line() -> None:
    """Anything else does not exist."""
    handbook = Handbook((role("bar", {"text": "微笑", "id": "smile"}),))
    exist = [Address("roles", "bar", item) for item in ("", "duties", "smile", "x")]
    assert [handbook.has(address) for address in exist] == [True, True, True, False]
    assert not handbook.has(Address("forms", "bar"))
