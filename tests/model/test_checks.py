"""What must hold across a handbook: each fault with its place, its message and its fix."""

from __future__ import annotations

import pytest

from generator.model.address import PAGE_ANCHORS
from generator.model.base import Fault
from generator.model.checks import nearest
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
    ("related", "message", "hint"),
    [
        ("hall", "'hall' is no address", "write it as folder/record, or folder/record#line"),
        ("roles/hal", "there is no 'roles/hal'", "did you mean 'roles/hall'?"),
        ("roles/hall#bwo", "there is no 'roles/hall#bwo'", "did you mean 'roles/hall#bow'?"),
        ("forms/12345", "there is no 'forms/12345'", ""),
    ],
)
def test_a_reference_that_leads_nowhere(related: str, message: str, hint: str) -> None:
    """At the reference, with the nearest that exists."""
    assert faults(role("bar", related=[related]), role("hall", BOW)) == [
        Fault("roles/bar", ("related", 0), message, hint)
    ]


def test_a_reference_of_each_field_is_checked() -> None:
    """Bare ids mean the folder of their field."""
    fields = ("procedures", "scripts", "standards", "checklists", "forms")
    found = faults(role("bar", **{field: ["x"] for field in fields}))
    assert [(fault.path, fault.message) for fault in found] == [
        ((field, 0), f"there is no '{field}/x'") for field in fields
    ]


def test_a_line_pulled_from_nowhere() -> None:
    """A checklist pulls lines and sections that exist."""
    items = [{"from": "roles/bar#duties"}, {"from": "roles/bar#bwo"}, {"from": "bow"}]
    daily = record("checklists/daily", when="班前", by=["bar"], sections=[{"title": "甲", "items": items}])
    assert faults(role("bar", BOW), daily) == [
        Fault(
            "checklists/daily",
            ("sections", 0, "items", 1, "from"),
            "there is no 'roles/bar#bwo'",
            "did you mean 'roles/bar#bow'?",
        ),
        Fault(
            "checklists/daily",
            ("sections", 0, "items", 2, "from"),
            "'bow' is no address",
            "write it as folder/record, or folder/record#line",
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
    hint = "pull a line once, or give one of the two another 'id'"
    assert faults(bar, role("hall", BOW), daily) == [
        Fault(
            "checklists/daily", ("sections", n, "items", k), f"'{name}' is the id of two things on this checklist", hint
        )
        for n, k, name in ((0, 1, "bow"), (0, 2, "bow"), (1, 0, "smile"))
    ]


def test_a_line_that_means_a_form_there_is_not() -> None:
    """`forms` on a line are ids of forms."""
    found = faults(role("bar", {"text": "登记", "forms": ["gust"]}), record("forms/guest"))
    place = ("sections", 0, "items", 0, "forms", 0)
    assert found == [Fault("roles/bar", place, "there is no form 'gust'", "did you mean 'guest'?")]


def test_a_document_named_without_a_record() -> None:
    """《…》 promises a document; its title or an alias must be a form's."""
    lines = ["填写《值班记录表》。", "填写《值班表》。", "填写《交接本》。"]
    assert faults(role("bar", *lines), record("forms/duty-log", title="值班记录表", aliases=["值班表"])) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 2),
            "the line names 《交接本》, and no record under docs/forms/ is called so",
            "write it (rolebook new forms ID), or add the name to a form's 'aliases'",
        )
    ]


def test_a_number_the_line_does_not_state() -> None:
    """A measure repeats its own line."""
    wrong = {"text": "鞠躬45度", "measures": [{"of": "鞠躬角度", "value": "30", "unit": "度"}]}
    assert faults(role("bar", wrong)) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 0, "measures", 0),
            "the line does not state '30'",
            "a measure repeats a number of its own line; correct one of the two",
        )
    ]


def test_two_lines_that_contradict_each_other() -> None:
    """In one record or in two; the second is at fault and names the first."""
    assert faults(role("bar", bow("30")), role("hall", bow("45"))) == [
        Fault(
            "roles/hall",
            ("sections", 0, "items", 0, "measures", 0),
            "鞠躬角度 is given otherwise in roles/bar#bow-30",
            "make them agree, or add 'differs_from: roles/bar#bow-30'",
        )
    ]


def test_a_contradiction_says_under_which_condition() -> None:
    """The condition is part of what is measured."""
    found = faults(role("bar", bow("30", when="迎客"), bow("45", when="迎客")))
    assert [fault.message for fault in found] == ["鞠躬角度（迎客） is given otherwise in roles/bar#bow-30"]


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
        "鞠躬角度 is given otherwise in roles/bar#bow-30"
    ]


def test_a_difference_is_from_the_line_it_names() -> None:
    """Saying that one differs from the first line does not excuse contradicting another."""
    lines = [bow("30", differs_from="roles/bar#bow-45"), bow("45"), bow("60")]
    assert [fault.message for fault in faults(role("bar", *lines))] == [
        "鞠躬角度 is given otherwise in roles/bar#bow-45"
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
            "there is no line 'roles/bar#bow-3'",
            "did you mean 'roles/bar#bow-30'?",
        )
    ]


def test_the_same_line_twice() -> None:
    """Two lines made of the same words would share an address; sub-items count too."""
    lines = ["微笑", {"text": "问好", "items": ["微笑"]}]
    assert faults(role("bar", *lines)) == [
        Fault(
            "roles/bar",
            ("sections", 0, "items", 1, "items", 0),
            "the same line stands here twice",
            "give each its own 'id'",
        )
    ]


def test_one_id_for_two_things() -> None:
    """Two lines, or a line and a section."""
    lines = [{"text": "微笑", "id": "smile"}, {"text": "问好", "id": "smile"}, {"text": "鞠躬", "id": "duties"}]
    assert [(fault.path, fault.message) for fault in faults(role("bar", *lines))] == [
        (("sections", 0, "items", 1), "'smile' is the id of two things"),
        (("sections", 0, "items", 2), "'duties' is the id of two things"),
    ]


@pytest.mark.parametrize("taken", sorted(PAGE_ANCHORS))
def test_ids_of_the_page_itself_are_taken(taken: str) -> None:
    """A page has headings of its own, and neither a line nor a section may share their anchors."""
    message, hint = f"'{taken}' is the id of a heading pages have by themselves", "give another 'id'"
    assert faults(role("bar", {"text": "微笑", "id": taken})) == [
        Fault("roles/bar", ("sections", 0, "items", 0), message, hint)
    ]
    assert faults(record("roles/bar", sections=[{"title": "甲", "id": taken}])) == [
        Fault("roles/bar", ("sections", 0), message, hint)
    ]


def test_two_sections_of_one_id() -> None:
    """Reported at the second section."""
    section = {"title": "职责", "id": "duties"}
    assert faults(record("roles/bar", sections=[section, section])) == [
        Fault("roles/bar", ("sections", 1), "'duties' is the id of two things", "give each its own 'id'")
    ]


@pytest.mark.parametrize(
    ("text", "known", "hint"),
    [("titel", ["title", "tags"], "did you mean 'title'?"), ("xyz", ["title"], ""), ("a", [], "")],
)
def test_the_nearest_word_is_offered(text: str, known: list[str], hint: str) -> None:
    """And none where none is near."""
    assert nearest(text, known) == hint
