"""A problem as a page shows it."""

from __future__ import annotations

from rolebook.errors import Message, Problem
from rolebook.language import language
from rolebook.preview.fault import faults

ZH = language("zh")


def test_the_faulty_stretch_is_told_apart() -> None:
    """So that no caret has to stand under characters two cells wide."""
    problem = Problem("docs/roles/a.yml", 3, 3, Message("no-keys"), source="甲乙丙丁戊", width=2)
    (fault,) = faults([problem], ZH.say)
    assert fault.place == "docs/roles/a.yml:3:3"
    assert (fault.before, fault.at, fault.after) == ("甲乙", "丙丁", "戊")
    assert fault.text == ZH.say("no-keys").text
    assert fault.hint == ZH.say("no-keys").hint
    assert fault.printed == problem.printed(ZH.say)


def test_a_fault_of_a_whole_file_has_no_line() -> None:
    """Its place is the file."""
    (fault,) = faults([Problem("docs/a.yml", 0, 0, Message("no-keys"))], ZH.say)
    assert (fault.place, fault.before, fault.at, fault.after) == ("docs/a.yml", "", "", "")


def test_a_fault_behind_the_end_of_its_line() -> None:
    """Nothing is marked, and nothing lost."""
    (fault,) = faults([Problem("a.yml", 1, 9, Message("no-keys"), source="甲乙", width=1)], ZH.say)
    assert fault.before + fault.at + fault.after == "甲乙"
