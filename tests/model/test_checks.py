"""What must hold across a handbook: each fault with its place and what is wrong."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.model.base import Fault
from rolebook.model.checks import too_many
from tests.records import faults, record, role

BOW = {"text": "鞠躬30度", "id": "bow", "measures": [{"of": "鞠躬角度", "value": "30", "unit": "度"}]}


def bow(degrees: str, **more: str) -> dict[str, object]:
    """Return a line that asks for a bow of so many degrees."""
    measure = {"of": "鞠躬角度", "value": degrees, "unit": "度"} | more
    return {"text": f"鞠躬{degrees}度", "id": f"bow-{degrees}", "measures": [measure]}


def test_a_sound_handbook_has_no_faults() -> None:
    """References by address, by id, and to a line."""
    bar = role("bar", BOW, checklists=["daily"], related=["roles/hall#bow"])
    daily = record(
        "checklists/daily", when="班前", by=["bar"], sections=[{"title": "甲", "items": [{"from": "roles/bar#bow"}]}]
    )
    assert faults(bar, role("hall", BOW), daily) == []


@pytest.mark.parametrize(
    ("related", "message"),
    [
        ("hall", Message("no-address", text="hall", nearest="roles/hall")),
        ("roles/hall＃bow", Message("no-address", text="roles/hall＃bow", nearest="roles/hall#bow")),
        ("hall#bwo", Message("no-address", text="hall#bwo")),
        ("kitchen", Message("no-address", text="kitchen")),
        ("roles/hal", Message("unknown-reference", address="roles/hal", nearest="roles/hall")),
        ("roles/hal#bow", Message("unknown-reference", address="roles/hal#bow", nearest="roles/hall#bow")),
        ("roles/hall#bwo", Message("unknown-reference", address="roles/hall#bwo", nearest="roles/hall#bow")),
        ("forms/12345", Message("unknown-reference", address="forms/12345", nearest="")),
    ],
)
def test_a_reference_that_leads_nowhere(related: str, message: Message) -> None:
    """At the reference, with the nearest that exists."""
    assert faults(role("bar", related=[related]), role("hall", BOW)) == [Fault("roles/bar", ("related", 0), message)]


def test_a_reference_of_each_field_is_checked() -> None:
    """Bare ids mean the folder of their field."""
    fields = ("procedures", "scripts", "standards", "checklists", "forms")
    found = faults(role("bar", **{field: ["x"] for field in fields}))
    assert [(fault.path, fault.message) for fault in found] == [
        ((field, 0), Message("unknown-reference", address=f"{field}/x", nearest="")) for field in fields
    ]


def test_a_line_pulled_from_nowhere() -> None:
    """A checklist pulls lines and sections that exist."""
    items = [{"from": "roles/bar#duties"}, {"from": "roles/bar#bwo"}, {"from": "bow"}]
    daily = record("checklists/daily", when="班前", by=["bar"], sections=[{"title": "甲", "items": items}])
    assert faults(role("bar", BOW), daily) == [
        Fault(
            "checklists/daily",
            ("sections", 0, "items", 1, "from"),
            Message("unknown-reference", address="roles/bar#bwo", nearest="roles/bar#bow"),
        ),
        Fault(
            "checklists/daily",
            ("sections", 0, "items", 2, "from"),
            Message("no-address", text="bow"),
        ),
    ]


def test_a_checklist_ticks_every_line_once() -> None:
    """Twice the same line, two lines of one id, or a line called as a heading: the second is at fault."""
    pulls = ("roles/bar#bow", "roles/hall#bow", "roles/bar#bow")
    sections = [
        {"title": "甲", "id": "smile", "items": [{"from": pull} for pull in pulls]},
        {"title": "乙", "items": [{"from": "roles/bar#duties"}]},
    ]
    daily = record("checklists/daily", when="班前", by=["bar"], sections=sections)
    bar = role("bar", {"text": "微笑", "id": "smile"}, related=["roles/hall"], summary=BOW)
    assert faults(bar, role("hall", BOW), daily) == [
        Fault("checklists/daily", ("sections", n, "items", k), Message("id-twice-on-checklist", id=name))
        for n, k, name in ((0, 1, "bow"), (0, 2, "bow"), (1, 0, "smile"))
    ]


def test_a_line_that_means_a_form_there_is_not() -> None:
    """`forms` on a line are ids of forms."""
    found = faults(role("bar", {"text": "登记", "forms": ["gust"]}), record("forms/guest"))
    place = ("sections", 0, "items", 0, "forms", 0)
    assert found == [Fault("roles/bar", place, Message("unknown-form", form="gust", nearest="guest"))]


def test_a_document_named_without_a_record() -> None:
    """A document of others is text; a name that is nearly that of a record is meant to be it."""
    lines = ["填写《值班记录表》。", "填写《值班表》。", "填写《交接本》。", "填写《值斑记录表》。"]
    assert faults(role("bar", *lines), record("forms/duty-log", title="值班记录表", aliases=["值班表"])) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 3),
            Message("unknown-document", name="值斑记录表", nearest="值班记录表"),
        )
    ]


def test_a_number_the_line_does_not_state() -> None:
    """A measure repeats its own line."""
    wrong = {"text": "鞠躬45度", "measures": [{"of": "鞠躬角度", "value": "30", "unit": "度"}]}
    assert faults(role("bar", wrong)) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 0, "measures", 0, "value"),
            Message("measure-not-in-line", value="30 度", numbers=("45度",)),
        )
    ]


def test_two_lines_that_contradict_each_other() -> None:
    """In one record or in two; the second is at fault and names the first."""
    assert faults(role("bar", bow("30")), role("hall", bow("45"))) == [
        Fault(
            "roles/hall",
            ("sections", 0, "items", 0, "measures", 0),
            Message("contradiction", of="鞠躬角度", when="", other="roles/bar#bow-30"),
        )
    ]


def test_a_contradiction_says_under_which_condition() -> None:
    """The condition is part of what is measured."""
    found = faults(role("bar", bow("30", when="迎客"), bow("45", when="迎客")))
    assert [fault.message for fault in found] == [
        Message("contradiction", of="鞠躬角度", when="迎客", other="roles/bar#bow-30")
    ]


@pytest.mark.parametrize(
    "other",
    [
        bow("45", when="送客"),
        bow("45", of="点头角度"),
        bow("45", differs_from="roles/bar#bow-30"),
    ],
)
def test_what_is_no_contradiction(other: dict[str, object]) -> None:
    """Another condition, another thing, or a difference that is meant."""
    assert faults(role("bar", bow("30"), other)) == []


def test_either_of_two_lines_may_say_that_they_differ() -> None:
    """It is the same difference."""
    assert faults(role("bar", bow("30", differs_from="roles/hall#bow-45")), role("hall", bow("45"))) == []


def test_a_difference_excuses_only_the_line_that_states_it() -> None:
    """A third line that fits neither is still a contradiction."""
    lines = [bow("30"), bow("45", differs_from="roles/bar#bow-30"), bow("60")]
    assert [fault.message for fault in faults(role("bar", *lines))] == [
        Message("contradiction", of="鞠躬角度", when="", other="roles/bar#bow-30")
    ]


def test_a_difference_is_from_the_line_it_names() -> None:
    """Saying that one differs from the first line does not excuse contradicting another."""
    lines = [bow("30", differs_from="roles/bar#bow-45"), bow("45"), bow("60")]
    assert [fault.message for fault in faults(role("bar", *lines))] == [
        Message("contradiction", of="鞠躬角度", when="", other="roles/bar#bow-45")
    ]


def test_the_same_value_in_other_words_agrees() -> None:
    """半 is 0.5 is 1/2; at least two is not two."""
    half = {"text": "提前半小时", "measures": [{"of": "提前", "value": "0.5", "unit": "小时"}]}
    also = {"text": "提前0.5小时", "measures": [{"of": "提前", "value": "1/2", "unit": "小时"}]}
    least = {"text": "至少提前半小时", "measures": [{"of": "提前", "at_least": "0.5", "unit": "小时"}]}
    assert faults(role("bar", half, also)) == []
    assert len(faults(role("bar", half, least))) == 1


def test_differs_from_leads_to_a_line() -> None:
    """With the nearest that exists."""
    assert faults(role("bar", bow("30"), bow("45", differs_from="roles/bar#bow-3"))) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 1, "measures", 0, "differs_from"),
            Message("unknown-line", address="roles/bar#bow-3", nearest="roles/bar#bow-30"),
        )
    ]


@pytest.mark.parametrize(
    ("earlier", "code"),
    [
        ({"number": 1, "effective": "2026-01-01"}, None),
        ({"number": 1, "effective": "2026-03-01"}, None),
        ({"number": 1, "effective": "2026-03-02"}, "revision-days"),
        ({"number": 2, "effective": "2026-01-01"}, "revision-twice"),
        ({"number": 3, "effective": "2026-01-01"}, "revision-later"),
    ],
)
def test_earlier_revisions(earlier: dict[str, object], code: str | None) -> None:
    """One has a lower number and took effect no later: two revisions of one day are sound."""
    now = {"number": 2, "effective": "2026-03-01", "owner": "主管"}
    found = faults(role("bar", "微笑", revision=now, history=[earlier]))
    expected = Message(code, number=earlier["number"]) if code else None  # type: ignore[arg-type]  # it is a number
    assert found == ([Fault("roles/bar", ("history", 0), expected)] if expected else [])


def test_a_checklist_pulls_lines_and_no_whole_record() -> None:
    """It would tick nothing in its place, and nobody would be told."""
    daily = record(
        "checklists/daily", when="班前", by=["bar"], sections=[{"title": "甲", "items": [{"from": "roles/bar"}]}]
    )
    found = Message("pulls-a-whole-record", address="roles/bar")
    assert faults(role("bar", "鞠躬"), daily) == [Fault("checklists/daily", ("sections", 0, "items", 0, "from"), found)]


def test_a_record_that_is_too_long() -> None:
    """Is told at its title, with how many lines it has and may have."""
    bar = role("bar")
    most = bar.most_lines
    assert [*too_many(bar, most)] == []
    assert [*too_many(bar, most + 1)] == [
        Fault("roles/bar", ("title",), Message("too-many-lines", lines=most + 1, most=most))
    ]
