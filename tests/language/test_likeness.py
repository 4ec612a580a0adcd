"""A slip of the pen is told from another name."""

from __future__ import annotations

import pytest

from rolebook.language.likeness import LONGEST, Likeness

KNOWN = ("front-desk", "Front desk agent", "porter", "cook", "前台接待", "吧台岗客服员", "客房主管")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("front-dsek", "front-desk"),
        ("frontdesk", "front-desk"),
        ("front-desks", "front-desk"),
        ("Front Desk Agent", "Front desk agent"),
        ("Front desk agnt", "Front desk agent"),
        ("proter", "porter"),
        ("cooks", "cook"),
        ("coko", "cook"),
        ("前台接代", "前台接待"),
        ("前臺接待", "前台接待"),
        ("吧台岗客服", "吧台岗客服员"),
        ("吧台岗客服务员", "吧台岗客服员"),
        ("baker", ""),
        ("bartender", ""),
        ("客房主任", ""),
        ("前厅接待", ""),
        ("保安", ""),
        ("", ""),
    ],
)
def test_the_nearest_name(name: str, meant: str) -> None:
    """A letter or two of a long word, one character of a long Chinese name, or one that sounds the same."""
    assert Likeness(KNOWN).nearest(name) == meant


def test_documents_are_told_apart_sooner() -> None:
    """Two posts of four characters may differ in one, two documents hardly."""
    assert Likeness(["服务标准"]).nearest("服务标谁") == ""
    assert Likeness(["服务标准"], shortest=4).nearest("服务标谁") == "服务标准"


def test_of_a_name_as_long_as_a_page_no_near_one_is_looked_for() -> None:
    """Its forms without two letters are half a million, of a thousand letters each."""
    name = "long " * 200
    assert Likeness([*KNOWN, name]).nearest(f"{name}x") == ""
    assert Likeness(["x" * LONGEST]).nearest("x" * (LONGEST - 1)) == "x" * LONGEST
