"""What was probably meant by a name that leads nowhere."""

from __future__ import annotations

import pytest

from rolebook.errors import Message
from rolebook.model.address import Address, derived_id
from rolebook.model.handbook import Handbook
from rolebook.model.likely import gone, likely, nearest, nearest_id
from tests.records import role


@pytest.mark.parametrize(
    ("text", "known", "word"),
    [("titel", ["title", "tags"], "title"), ("xyz", ["title"], ""), ("a", [], "")],
)
def test_the_nearest_word_is_offered(text: str, known: list[str], word: str) -> None:
    """And none where none is near."""
    assert nearest(text, known) == word


GREET, SEE_OFF, LOCK = "客人到店先微笑并问好", "送客人到门口", "锁好酒柜"
KNOWN = {derived_id(GREET): GREET, "off": SEE_OFF, "phone": "Phone number", derived_id("Full name"): "Full name"}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (derived_id("客人到店先问好"), derived_id(GREET)),
        (derived_id("送客到门口"), "off"),
        (derived_id(SEE_OFF), "off"),
        (SEE_OFF, "off"),
        ("phnoe", "phone"),
        ("Name", derived_id("Full name")),
        (derived_id("换水"), ""),
        ("zzzz", ""),
    ],
)
def test_the_id_of_a_line_that_was_reworded(text: str, id: str) -> None:
    """By what an id made from words shows of them, whether or not the line has an id of its own by now."""
    assert nearest_id(text, KNOWN) == id


def test_where_a_line_probably_is() -> None:
    """By its words in its record, by its id in another, where one record alone has it."""
    bar = role("bar", GREET, {"text": SEE_OFF, "id": "off"}, {"text": LOCK, "id": "lock"})
    hall = role("hall", "擦亮铜把手", {"text": LOCK, "id": "lock"}, {"text": "拖地", "id": "floor"})
    book = Handbook([bar, hall])

    def told(address: str, *, parts: bool = True) -> Message | None:
        found = Address.parse(address)
        assert found
        return gone(book, found, parts=parts)

    def moved(address: str, now: str, text: str) -> Message:
        return Message("line-gone", address=address, now=now, text=text, file="", line=0)

    was, is_now = f"roles/bar#{derived_id('客人到店先问好')}", f"roles/bar#{derived_id(GREET)}"
    assert told(was) == moved(was, is_now, GREET)
    polish = derived_id("擦亮铜把手")
    assert told(f"roles/bar#{polish}") == moved(f"roles/bar#{polish}", f"roles/hall#{polish}", "擦亮铜把手")
    assert told("roles/bar#floor") == moved("roles/bar#floor", "roles/hall#floor", "拖地")
    for slip, meant in (("lokc", "lock"), ("dutie", "duties")):
        near = Message("unknown-reference", address=f"roles/bar#{slip}", nearest=f"roles/bar#{meant}")
        assert told(f"roles/bar#{slip}") == near
    assert told("roles/desk#lock") is None
    assert told("roles/bar#zzzz") is None
    assert told("roles/bar#dutie") == Message(
        "unknown-reference", address="roles/bar#dutie", nearest="roles/bar#duties"
    )
    assert told("roles/bar#dutie", parts=False) is None


def test_what_is_referred_to_already_is_meant_last() -> None:
    """Where another line is as near, or nearer than nothing."""
    book = Handbook([role("bar", {"text": "a", "id": "door-1"}, {"text": "b", "id": "door-2"})])
    bar = Address("roles", "bar")
    assert likely(book, bar._replace(item="door-3"), [bar._replace(item="door-1")]) == "door-2"
    both = [bar._replace(item=f"door-{n}") for n in (1, 2)]
    assert likely(book, bar._replace(item="door-3"), both) in {one.item for one in both}
