"""The order in which people look for a title."""

from __future__ import annotations

from rolebook.language.filing import filed


def test_titles_stand_as_people_look_for_them() -> None:
    """Chinese ones as they are spelled, numbers by their size, capitals and Traditional characters for nothing."""
    titles = ["总机", "门童 10", "Bar", "門童 2", "前台", "bar 2", "12 楼", "9 楼"]
    assert sorted(titles, key=filed) == ["9 楼", "12 楼", "Bar", "bar 2", "門童 2", "门童 10", "前台", "总机"]
