"""Elements of SVG."""

from __future__ import annotations

from markupsafe import Markup

from rolebook.drawing import svg


def test_texts_and_values_are_escaped() -> None:
    """What is markup already stays so."""
    made = svg.element("a", "<b>&", Markup("<g></g>"), aria_label='"<', class_="x", href=None)
    assert made == '<a aria-label="&#34;&lt;" class="x">&lt;b&gt;&amp;<g></g></a>'


def test_a_link_has_no_attribute_that_scripts_set() -> None:
    """`href` of a link of SVG cannot be set, and Material's instant navigation sets all there are."""
    assert svg.link("#b&", "甲", class_="x") == '<a xlink:href="#b&amp;" role="link" class="x">甲</a>'


def test_a_drawing_is_as_large_as_letters_are() -> None:
    """Sixteen units are an em."""
    assert svg.drawing(320, 24.04) == '<svg viewBox="0 0 320 24" width="20em" height="1.5em"></svg>'


def test_a_way_goes_round_its_corners() -> None:
    """By half of a short stretch at most."""
    assert svg.path([(0, 0), (0, 10), (4, 10)], 7) == "M0 0L0 5Q0 10 2 10L4 10"
    assert svg.path([(0, 0), (0, 10)], 7) == "M0 0L0 10"


def test_lines_stand_around_their_middle() -> None:
    """Each an element."""
    assert svg.lines(["一", "二"], 5, 20, 18) == '<text x="5" y="11">一</text><text x="5" y="29">二</text>'
    assert svg.lines(["a ", "b"], 5, 20, 18) == '<text x="5" y="11">a</text> <text x="5" y="29">b</text>'
