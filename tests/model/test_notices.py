"""What an author should know and is no fault: a name that two records bear, several names written as one."""

from __future__ import annotations

from rolebook.errors import Message
from rolebook.language import language
from rolebook.model.base import Fault
from rolebook.model.handbook import Handbook
from rolebook.model.notices import notices
from rolebook.model.record import Record
from tests.records import record, role


def told(*records: Record) -> list[Fault]:
    """Return what is told of a handbook in Chinese."""
    return [*notices(Handbook(records, language=language("zh")))]


def borne(name: str, other: str) -> Message:
    """Return that another record is called so too."""
    return Message("name-borne-twice", name=name, other=other)


def test_a_name_that_two_records_of_a_kind_bear() -> None:
    """As title or alias, capitals aside, told at the later one with the first; other kinds are told apart by theirs."""
    first, second = role("a", title="Bar", aliases=["水吧"]), role("b", title="水吧", aliases=["Hall", "BAR"])
    third = role("c", title="bar")
    assert told(first, second, third, record("forms/d", title="Bar")) == [
        Fault("roles/b", ("title",), borne("水吧", "roles/a")),
        Fault("roles/b", ("aliases", 1), borne("BAR", "roles/a")),
        Fault("roles/c", ("title",), borne("bar", "roles/a")),
    ]


def test_a_record_may_repeat_its_own_name() -> None:
    """Nobody takes it for another one."""
    assert told(role("a", title="吧台", aliases=["吧台"])) == []


def test_several_names_written_as_one() -> None:
    """In lists of aliases, tags and posts, each at its place, with the names that were meant."""
    bar = role("a", title="甲", aliases=["乙", "丙、丁"], tags=["戊，己"], reports_to=["庚、辛"])
    assert told(bar) == [
        Fault(
            "roles/a",
            path,
            Message("several-names-in-one", name=name, names=tuple(name.replace("，", "、").split("、"))),
        )
        for path, name in ((("aliases", 1), "丙、丁"), (("tags", 0), "戊，己"), (("reports_to", 0), "庚、辛"))
    ]


def test_a_post_may_be_called_by_two_names() -> None:
    """Where a record is called so, it is meant; an alias of such a form is asked about all the same."""
    post = role("a", title="甲、乙")
    assert told(post, role("b", title="丙", reports_to=["甲、乙"])) == []
    assert [one.path for one in told(post, role("b", title="丙", tags=["甲、乙"]))] == [("tags", 0)]
