"""A line as it was probably meant."""

from __future__ import annotations

import pytest

from rolebook.load.mend import dashed, quoted, value_at, with_brackets, with_commas, with_dash, with_quotes


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("title: a: b", "title: 'a: b'"),
        ("title: it's: b", "title: 'it''s: b'"),
        ("  - a: b: c  ", "  - a: 'b: c'"),
        ("  - - @a", "  - - '@a'"),
        ("- 'a' b", "- '''a'' b'"),
        ('title: "a\\q"', "title: 'a\\q'"),
        ("title: ''", "title: ''"),
        ("title: '", "title: ''''"),
        ("title: 'a\"", "title: '''a\"'"),
        ("@a", "'@a'"),
        ("title: 甲: 甲", "title: '甲: 甲'"),
    ],
)
def test_a_value_is_put_into_quotes(line: str, mended: str) -> None:
    """Behind its dash and its key, once, whatever quotes it has; YAML then reads the text that was written."""
    assert quoted(["", line], 1) == mended


@pytest.mark.parametrize(("line", "at"), [("a: b", 3), ("  - a: b", 7), ("- - b", 4), ("a", 0), ("", 0), ("a: - b", 3)])
def test_where_a_value_begins(line: str, at: int) -> None:
    """Behind the dashes and the first key."""
    assert value_at(line) == at


@pytest.mark.parametrize(
    ("first", "line", "mended"),
    [
        ("- a: b", "  a: c", "- a: c"),
        ("  -  a: b", "     a: c", "  -  a: c"),
        ("- - a: b", "    a: c", "  - a: c"),
    ],
)
def test_a_line_gets_the_dash_of_the_entry_above(first: str, line: str, mended: str) -> None:
    """In the column of that dash; of several dashes in a line the last."""
    assert dashed([first, line], 1, 0) == mended


def test_signs_of_an_input_method_become_those_of_yaml() -> None:
    """From a column on."""
    assert with_commas("甲，: [乙，丙，  丁]", 4) == "甲，: [乙, 丙, 丁]"
    assert with_quotes("“甲”: [“乙”, 「丙」]", 3) == '“甲”: ["乙", "丙"]'
    assert with_brackets("【甲】: [乙】", 4) == "【甲】: [乙]"


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("  • a", "  - a"),
        ("1. a", "- a"),
        ("12、a", "- a"),
        ("－a", "- a"),
        ("– a", "- a"),
        ("1.5 a", "1.5 a"),
        ("-5", "-5"),
    ],
)
def test_a_bullet_becomes_a_dash(line: str, mended: str) -> None:
    """A number without a blank behind its point is one, and stays."""
    assert with_dash(line) == mended
