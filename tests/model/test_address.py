"""Addresses: what they look like, and ids made from a line's words."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.model.address import ID, READABLE, Address, derived_id
from rolebook.model.essence import essence
from rolebook.model.item import Item
from rolebook.model.record import Section

LINE = st.text(st.sampled_from(string.printable + "吧台岗客服员鞠躬度两三，。《》（）　"), min_size=1, max_size=40)


def section(lines: list[str]) -> Section:
    """Return a section of bare lines."""
    return Section.model_validate({"title": "职责", "items": lines})


def test_a_derived_id_is_readable() -> None:
    """The line's first words, punctuation left out, and four digits of all that it says."""
    assert derived_id("鞠躬30度，微笑问好，并保持站立式微笑服务。") == "鞠躬30度微笑问好并-6a19"


@pytest.mark.parametrize("text", ["，。！", "……", "*"])
def test_a_line_without_words_has_an_id_too(text: str) -> None:
    """Only the digest is left."""
    assert re.fullmatch(r"[0-9a-f]{4}", derived_id(text))


@given(LINE)
def test_a_derived_id_is_an_id(text: str) -> None:
    """It may stand in an address and in YAML, and starts with the words that can be read."""
    made = derived_id(text)
    assert re.fullmatch(ID, made)
    assert len(made) <= READABLE + 5
    assert Address.parse(f"roles/bar#{made}") == Address("roles", "bar", made)


@given(st.lists(LINE.map(str.strip).filter(bool), unique=True, min_size=1, max_size=6), st.data())
def test_a_line_put_in_moves_nothing(lines: list[str], data: st.DataObject) -> None:
    """Wherever a line is written, every other line of the record keeps its address."""
    new = data.draw(LINE.map(str.strip).filter(lambda text: text and text not in lines))
    where = data.draw(st.integers(0, len(lines)))
    before = [item.anchor for item in section(lines).items]
    after = [item.anchor for item in section([*lines[:where], new, *lines[where:]]).items]
    assert [*after[:where], *after[where + 1 :]] == before


@settings(derandomize=True)
@given(LINE, LINE)
def test_another_line_has_another_id(one: str, other: str) -> None:
    """Lines that say the same have one id; any change of what is said is a new thing to learn."""
    assert (derived_id(one) == derived_id(other)) == (essence(one) == essence(other))


@settings(derandomize=True)
@given(st.text(st.sampled_from("吧台岗客服员鞠躬度"), min_size=12, max_size=30), st.data())
def test_a_change_behind_the_readable_part_counts(text: str, data: st.DataObject) -> None:
    """Two lines that begin alike differ in the digest."""
    at = data.draw(st.integers(READABLE, len(text) - 1))
    changed = f"{text[:at]}变{text[at + 1 :]}"
    assert derived_id(changed) != derived_id(text)
    assert derived_id(changed)[:READABLE] == derived_id(text)[:READABLE]


def test_an_authors_id_is_kept() -> None:
    """It goes before one made from the words."""
    assert (Item(text="鞠躬", id="bow").anchor, Section.model_validate({"title": "职责", "id": "duties"}).anchor) == (
        "bow",
        "duties",
    )


@pytest.mark.parametrize(
    ("text", "folder", "address"),
    [
        ("roles/bar", "", Address("roles", "bar")),
        ("roles/bar#bow", "", Address("roles", "bar", "bow")),
        ("bar#bow", "roles", Address("roles", "bar", "bow")),
        ("forms/a", "roles", Address("forms", "a")),
        ("roles/吧台#鞠躬-1a2b", "", Address("roles", "吧台", "鞠躬-1a2b")),
    ],
)
def test_an_address_is_read(text: str, folder: str, address: Address) -> None:
    """The folder may be left out where the place says the kind."""
    assert Address.parse(text, folder) == address


@pytest.mark.parametrize("text", ["", "bar", "roles/", "roles/bar#", "roles/a b", "../bar", "roles/bar/x", "Roles/bar"])
def test_what_is_no_address(text: str) -> None:
    """Nothing that could lead out of docs/."""
    assert Address.parse(text) is None


@given(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.from_regex(ID, fullmatch=True), st.from_regex(ID, fullmatch=True)
)
def test_an_address_survives_being_written(folder: str, record: str, item: str) -> None:
    """What str() writes, parse() reads."""
    address = Address(folder, record, item)
    assert Address.parse(str(address)) == address
    assert Address.parse(str(address.page)) == Address(folder, record)
